// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;
using support::Outcome;
using support::Program;

/// What the program says about itself: help, completion and manual, and that every command keeps to its exit codes.
class CliHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyCommandIsDescribed();
    void everyCommandHelpsAndRefuses_data();
    void everyCommandHelpsAndRefuses();
    void bashCompletes_data();
    void bashCompletes();
    void fishAndZshAreReadable_data();
    void fishAndZshAreReadable();
    void theManualIsSound();

private:
    Program m_program {QStringLiteral(MICROCYCLE_CLI)};
    QTemporaryDir m_folder;
    QByteArray m_manual;
    QMap<QString, QString> m_leaves; // a command and what the manual says it does
};

void CliHelpTest::initTestCase()
{
    m_program.setVariable(u"MICROCYCLE_DATA_DIR"_s, m_folder.path());
    m_program.setVariable(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_program.removeVariable(u"MICROCYCLE_API_KEY"_s);
    const Outcome manual = m_program.run({u"manual"_s});
    QCOMPARE(manual.code, 0);
    m_manual = manual.out;
    const QStringList lines = QString::fromUtf8(m_manual).split(u'\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines.at(i).startsWith(".SS \""_L1))
            m_leaves.insert(lines.at(i).mid(5).chopped(1).replace("\\-"_L1, "-"_L1), lines.at(i + 1));
    }
    QVERIFY2(m_leaves.size() >= 25, qPrintable(QStringList(m_leaves.keys()).join(u',')));
    QVERIFY(m_leaves.contains(u"events list"_s));
}

void CliHelpTest::everyCommandIsDescribed()
{
    for (auto leaf = m_leaves.cbegin(); leaf != m_leaves.cend(); ++leaf)
        QVERIFY2(leaf.value().size() > 5 && !leaf.value().startsWith(u'.'), qPrintable(leaf.key()));
}

void CliHelpTest::everyCommandHelpsAndRefuses_data()
{
    QTest::addColumn<QStringList>("words");
    for (auto leaf = m_leaves.cbegin(); leaf != m_leaves.cend(); ++leaf)
        QTest::newRow(qPrintable(leaf.key())) << leaf.key().split(u' ');
}

void CliHelpTest::everyCommandHelpsAndRefuses()
{
    QFETCH(QStringList, words);
    const Outcome help = m_program.run(words + QStringList {u"--help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains("--help"), help.out.constData());
    QCOMPARE(help.err, QByteArray());

    const Outcome refused = m_program.run(words + QStringList {u"--no-such-option"_s});
    QCOMPARE(refused.code, 2);
    QCOMPARE(refused.out, QByteArray());
    QVERIFY(!refused.err.isEmpty());

    const Outcome machine = m_program.run(words + QStringList {u"--no-such-option"_s, u"--json"_s});
    QCOMPARE(machine.code, 2);
    QCOMPARE(machine.out, QByteArray());
    const QJsonObject error = QJsonDocument::fromJson(machine.err).object().value("error"_L1).toObject();
    QCOMPARE(error.value("kind"_L1).toString(), u"usage"_s);
    QVERIFY2(!error.value("message"_L1).toString().isEmpty(), machine.err.constData());
}

void CliHelpTest::bashCompletes_data()
{
    QTest::addColumn<QStringList>("words"); // the last is being typed
    QTest::addColumn<QStringList>("offered");
    QTest::newRow("the beginning of a command") << QStringList {u"whoa"_s} << QStringList {u"whoami"_s};
    QTest::newRow("a command below another") << QStringList {u"events"_s, u"up"_s} << QStringList {u"update"_s};
    QTest::newRow("an option") << QStringList {u"events"_s, u"list"_s, u"--old"_s} << QStringList {u"--oldest"_s};
    QTest::newRow("an option of the program behind a command")
        << QStringList {u"events"_s, u"list"_s, u"--js"_s} << QStringList {u"--json"_s};
    QTest::newRow("the value of an option is no command")
        << QStringList {u"--server"_s, u"events"_s, u"whoa"_s} << QStringList {u"whoami"_s};
    QTest::newRow("the choices of an option")
        << QStringList {u"--auth-style"_s, u"b"_s} << QStringList {u"basic"_s, u"bearer"_s};
    QTest::newRow("the choices of an option of one command")
        << QStringList {u"events"_s, u"download"_s, u"7"_s, u"--format"_s, QString()}
        << QStringList {u"zwo"_s, u"mrc"_s, u"erg"_s, u"fit"_s};
    QTest::newRow("the choices of what stands without a dash")
        << QStringList {u"completion"_s, u"z"_s} << QStringList {u"zsh"_s};
    QTest::newRow("a file") << QStringList {u"events"_s, u"create"_s, u"pla"_s} << QStringList {u"plan.json"_s};
}

void CliHelpTest::bashCompletes()
{
    QFETCH(QStringList, words);
    QFETCH(QStringList, offered);
    const QString bash = QStandardPaths::findExecutable(u"bash"_s);
    if (bash.isEmpty())
        QSKIP("there is no bash here");
    const Outcome script = m_program.run({u"completion"_s, u"bash"_s});
    QFile file(m_folder.filePath(u"completion.bash"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script.out) == script.out.size());
    file.close();
    QFile plan(m_folder.filePath(u"plan.json"_s));
    QVERIFY(plan.open(QIODevice::WriteOnly));
    const QString body = u"cd \"$1\" && source completion.bash && shift && COMP_WORDS=(microcycle-cli \"$@\")"
                         " && COMP_CWORD=$# && _microcycle_cli && printf '%s\\n' \"${COMPREPLY[@]}\""_s;
    const Outcome completed = Program(bash).run(QStringList {u"-c"_s, body, u"bash"_s, m_folder.path()} + words);
    QCOMPARE(completed.err, QByteArray());
    QCOMPARE(QString::fromUtf8(completed.out).split(u'\n', Qt::SkipEmptyParts), offered);
}

void CliHelpTest::fishAndZshAreReadable_data()
{
    QTest::addColumn<QString>("shell");
    QTest::newRow("fish") << u"fish"_s;
    QTest::newRow("zsh") << u"zsh"_s;
}

void CliHelpTest::fishAndZshAreReadable()
{
    QFETCH(QString, shell);
    const Outcome script = m_program.run({u"completion"_s, shell});
    QCOMPARE(script.code, 0);
    for (auto leaf = m_leaves.cbegin(); leaf != m_leaves.cend(); ++leaf)
        QVERIFY2(script.out.contains("' " + leaf.key().toUtf8() + '\''), qPrintable(leaf.key()));
    const QString program = QStandardPaths::findExecutable(shell);
    if (program.isEmpty())
        QSKIP("this shell is not here");
    QFile file(m_folder.filePath(u"completion."_s + shell));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(script.out) == script.out.size());
    file.close();
    const Outcome read = Program(program).run({u"-n"_s, file.fileName()});
    QCOMPARE(read.err, QByteArray());
    QCOMPARE(read.code, 0);
}

void CliHelpTest::theManualIsSound()
{
    QVERIFY(m_manual.contains("\n.SH EXIT STATUS\n"));
    QVERIFY(m_manual.contains("\\fB\\-\\-session\\fR"));
    const QString groff = QStandardPaths::findExecutable(u"groff"_s);
    if (groff.isEmpty())
        QSKIP("there is no groff here");
    const Outcome set = Program(groff).run({u"-man"_s, u"-Tutf8"_s, u"-ww"_s, u"-z"_s}, m_manual);
    QCOMPARE(set.err, QByteArray());
    QCOMPARE(set.code, 0);
}

MICROCYCLE_CORE_TEST(CliHelpTest)
#include "tst_clihelp.moc"
