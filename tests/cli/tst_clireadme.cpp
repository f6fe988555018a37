// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;
using support::Program;

/// The session in the readme runs as it stands there, each line of it with success.
class CliReadmeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSessionRuns();
    void theSessionShowsEveryRowOfTheTable();
};

namespace {

/// The lines of the first block of shell below a heading.
QStringList blockBelow(const QString &text, const QString &heading)
{
    const qsizetype section = text.indexOf(u"\n## "_s + heading + u'\n');
    const qsizetype start = text.indexOf("\n```sh\n"_L1, section);
    const qsizetype end = text.indexOf("\n```\n"_L1, start + 1);
    if (section < 0 || start < 0 || end < 0)
        return {};
    return text.mid(start + 7, end - start - 7).split(u'\n');
}

}

/// What the program is for, door by door: none may be missing from the session.
void CliReadmeTest::theSessionShowsEveryRowOfTheTable()
{
    QFile readme(QStringLiteral(MICROCYCLE_DOCS) + u"/../README.md"_s);
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(readme.readAll());
    const QString session = blockBelow(text, u"From a terminal"_s).join(u'\n');
    QVERIFY(text.contains("microcycle-cli login"_L1)); // asks for a key, and so stands before the session
    for (const QStringView words : std::initializer_list<QStringView> {u"whoami",
             u"activities list",
             u"activities get",
             u"--intervals",
             u"activities streams",
             u"--types",
             u"--format csv",
             u"activities create",
             u"activities create --bulk",
             u"activities update",
             u"activities search",
             u"events list",
             u"--category",
             u"events get",
             u"events download",
             u"events create",
             u"events create --bulk",
             u"events update",
             u"events update --range",
             u"targets set",
             u"wellness list",
             u"wellness set",
             u"wellness bulk",
             u"sports list",
             u"sports get",
             u"sports set",
             u"curves power",
             u"gear list",
             u"library list",
             u"sync ",
             u"export ",
             u"import ",
             u"week create",
             u"--dry-run",
             u"week analyze",
             u"--html"})
        QVERIFY2(session.contains(words), qPrintable(words.toString()));
}

void CliReadmeTest::theSessionRuns()
{
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty() || QStandardPaths::findExecutable(u"jq"_s).isEmpty())
        QSKIP("bash or jq is missing here");
    QFile readme(QStringLiteral(MICROCYCLE_DOCS) + u"/../README.md"_s);
    QVERIFY(readme.open(QIODevice::ReadOnly));
    const QStringList lines = blockBelow(QString::fromUtf8(readme.readAll()), u"From a terminal"_s);
    QVERIFY(lines.size() > 20);
    QTemporaryDir folder;
    QString script = u"cd '%1' || exit 9\ntrap 'kill $(jobs -p) 2> /dev/null' EXIT\n"_s.arg(folder.path());
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i);
        const bool inBackground = line.endsWith(u'&');
        script += line + u'\n';
        if (!inBackground) // the status is that of the last command of the line, also of one behind a pipe
            script += u"[ $? = 0 ] || { echo 'line %1 failed' >&2; exit 1; }\n"_s.arg(i + 1);
    }

    Program shell(bash);
    shell.setVariable(
        u"PATH"_s, QFileInfo(QStringLiteral(MICROCYCLE_CLI)).path() + u':' + shell.environment().value(u"PATH"_s));
    shell.setVariable(u"MICROCYCLE_DATA_DIR"_s, folder.filePath(u"data"_s));
    shell.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    shell.removeVariable(u"MICROCYCLE_API_KEY"_s);
    const auto outcome = shell.run({u"-o"_s, u"pipefail"_s, u"-c"_s, script});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QVERIFY(outcome.out.contains("Threshold, evening"));
    for (const auto &name : {u"streams.csv"_s,
             u"curve.csv"_s,
             u"threshold.zwo"_s,
             u"week.html"_s,
             u"backup/events.csv"_s,
             u"activity.json"_s})
        QVERIFY2(QFileInfo(folder.filePath(name)).size() > 0, qPrintable(name));
    QFile error(folder.filePath(u"error.json"_s));
    QVERIFY(error.open(QIODevice::ReadOnly));
    QVERIFY(error.readAll().contains("\"status\":404"));
}

MICROCYCLE_CORE_TEST(CliReadmeTest)
#include "tst_clireadme.moc"
