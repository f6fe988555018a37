// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// The command lines between "```sh" and "```" of the manual of the server that start with this word.
QStringList examplesOf(const QString &word)
{
    QFile manual(QStringLiteral(MICROCYCLE_DOCS "/server.md"));
    if (!manual.open(QIODevice::ReadOnly))
        return {};
    QStringList found;
    static const QRegularExpression block(u"```sh\n(.*?)```"_s, QRegularExpression::DotMatchesEverythingOption);
    auto blocks = block.globalMatch(QString::fromUtf8(manual.readAll()));
    while (blocks.hasNext()) {
        const QStringList lines = blocks.next().captured(1).split(u'\n', Qt::SkipEmptyParts);
        for (const auto &line : lines) {
            if (line.startsWith(word))
                found.append(line);
        }
    }
    return found;
}

}

/// The server that "serve" starts: how it behaves on demand, and that what its manual shows works.
class CliServeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theManualsExamplesRun_data();
    void theManualsExamplesRun();
    void aScriptedFaultIsMet();
    void fewerDaysAreFewerActivities();
    void theLogHasALineForEachRequest();
    void aWrongFaultIsNamed();
};

void CliServeTest::theManualsExamplesRun_data()
{
    QTest::addColumn<QString>("line");
    const QStringList examples = examplesOf(u"microcycle-cli serve"_s);
    QVERIFY(examples.size() > 8);
    for (const auto &line : examples)
        QTest::newRow(qPrintable(line)) << line;
}

void CliServeTest::theManualsExamplesRun()
{
    QFETCH(QString, line);
    QStringList arguments = QProcess::splitCommand(line.replace(u'\'', u'"'));
    arguments.removeFirst();
    support::CliSession session;
    for (auto &argument : arguments) {
        if (argument.endsWith(".db"_L1))
            argument = session.path(argument);
    }
    QVERIFY(session.start(arguments));
    QVERIFY(session.stop());
}

void CliServeTest::aScriptedFaultIsMet()
{
    support::CliSession session;
    QVERIFY(session.start({u"serve"_s,
        u"--days"_s,
        u"28"_s,
        u"--latency"_s,
        u"5"_s,
        u"--fault"_s,
        u"429 at 2 on GET */athlete/0 retry-after 7"_s,
        u"--fault"_s,
        u"html on GET */wellness"_s}));
    QCOMPARE(session.json({u"whoami"_s}).code, 0);
    const auto second = session.json({u"whoami"_s});
    QCOMPARE(second.code, 1);
    QCOMPARE(QJsonDocument::fromJson(second.err)["error"_L1]["kind"_L1].toString(), u"rate-limited"_s);
    QCOMPARE(QJsonDocument::fromJson(second.err)["error"_L1]["retryAfter"_L1].toInt(), 7);
    QCOMPARE(session.json({u"whoami"_s}).code, 0);
    QCOMPARE(session.json({u"wellness"_s, u"list"_s}).code, 1);
}

void CliServeTest::fewerDaysAreFewerActivities()
{
    support::CliSession session;
    QVERIFY(session.start({u"serve"_s, u"--days"_s, u"28"_s, u"--date"_s, u"2026-03-12"_s}));
    const auto listed = [&session](const QString &oldest) {
        return session.json({u"activities"_s, u"list"_s, u"--oldest"_s, oldest, u"--newest"_s, u"2026-03-12"_s})
            .array()
            .size();
    };
    const auto month = listed(u"2026-02-09"_s);
    QVERIFY(month > 15);
    QCOMPARE(listed(u"2023-03-12"_s), month);
}

void CliServeTest::theLogHasALineForEachRequest()
{
    support::CliSession session;
    QVERIFY(session.start({u"serve"_s, u"--days"_s, u"7"_s, u"--log"_s, u"--fault"_s, u"reset from 2 to 20"_s}));
    QCOMPARE(session.json({u"whoami"_s}).code, 0);
    QCOMPARE(session.json({u"whoami"_s}).code, 1);
    const QByteArray log = session.log();
    QVERIFY2(log.startsWith("GET /api/v1/athlete/0 200\nGET /api/v1/athlete/0 0\n"), log.constData());
    QVERIFY(!log.contains(session.line().value("key"_L1).toString().toLatin1()));
}

void CliServeTest::aWrongFaultIsNamed()
{
    const support::CliSession session;
    const auto wrong = session.program().run({u"serve"_s, u"--fault"_s, u"429 evry 7"_s});
    QCOMPARE(wrong.code, 1);
    QCOMPARE(wrong.out, QByteArray());
    QVERIFY2(wrong.err.contains("“evry”"), wrong.err.constData());
}

MICROCYCLE_CORE_TEST(CliServeTest)
#include "tst_cliserve.moc"
