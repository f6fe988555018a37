// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/api/http/scriptedserver.h"
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// Calls the built program wrongly, and with servers that answer wrongly: one sentence on standard error, nothing on
/// standard output, and an exit code that says so.
class CliErrorsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void badCallsAreToldOnStderr_data();
    void badCallsAreToldOnStderr();
    void strangeAnswersAreTold_data();
    void strangeAnswersAreTold();
    void errorsAreJsonForMachines();

private:
    support::CliSession m_session;
};

void CliErrorsTest::badCallsAreToldOnStderr_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("told");
    const auto row
        = [](const char *name, const QString &arguments, const QByteArray &input, int code, const QByteArray &told) {
              QTest::newRow(name) << arguments.split(u' ') << input << code << told;
          };
    row("no command", u"--json"_s, {}, 2, "subcommand");
    row("an unknown command", u"events frobnicate"_s, {}, 2, "subcommand");
    row("an unknown option", u"whoami --frobnicate"_s, {}, 2, "frobnicate");
    row("a key among the arguments", u"whoami --api-key secretsecret"_s, {}, 2, "standard input");
    row("a server that is no web address", u"--server file:///x whoami"_s, {}, 2, "--server");
    row("a server without encryption", u"--server http://example.org whoami"_s, {}, 2, "--server");
    row("a port that does not exist", u"serve --port 65536"_s, {}, 2, "65536");
    row("an event that is not there", u"events get 999999999"_s, {}, 1, "not found");
    row("deleting an event that is not there", u"events delete 999999999"_s, {}, 1, "not found");
    row("an id that is no number", u"events get abc"_s, {}, 2, "id");
    row("an update without an id", u"events update"_s, R"({"name":"X"})", 1, "id is missing");
    row("an update that changes nothing", u"events update 5"_s, "{}", 1, "event 5");
    row("an update with another's id", u"events update 5"_s, R"({"id":6,"name":"X"})", 1, "event 6");
    row("an update that is a list", u"events update 5"_s, "[]", 1, "object");
    row("broken JSON", u"events create"_s, "{\"name\":", 1, "standard input");
    row("no input at all", u"events create"_s, {}, 1, "standard input");
    row("a file that is not there", u"events create nowhere.json"_s, {}, 1, "nowhere.json");
    row("a day that does not exist",
        u"events create"_s,
        R"({"category":"NOTE","name":"X","start_date_local":"2026-02-30"})",
        1,
        "start_date_local");
    row("a day that is missing", u"events create"_s, R"({"category":"NOTE","name":"X"})", 1, "start_date_local");
    row("a kind that is missing", u"events create"_s, R"({"name":"X","start_date_local":"2026-02-20"})", 1, "category");
    row("a kind that does not exist",
        u"events create"_s,
        R"({"category":"Note","name":"X","start_date_local":"2026-02-20"})",
        1,
        "Note");
    row("a list without --bulk", u"events create"_s, "[]", 1, "--bulk");
    row("an object with --bulk", u"events create --bulk"_s, "{}", 1, "list");
    row("an empty list", u"events create --bulk"_s, "[]", 1, "empty");
    row("the second entry has a wrong time",
        u"events create --bulk"_s,
        R"([{"category":"NOTE","name":"A","start_date_local":"2028-06-01"},{"category":"NOTE","name":"B","start_date_local":"2028-06-01","moving_time":"long"}])",
        1,
        "event 2 (B): moving_time");
    row("the second entry is no object",
        u"events create --bulk"_s,
        R"([{"category":"NOTE","name":"A","start_date_local":"2028-06-01"},7])",
        1,
        "event 2");
    row("a text without a day", u"events create --text - --type Ride"_s, "- 10m 50%", 1, "--date");
    row("a text on a day that does not exist",
        u"events create --text - --type Ride --date 2026-02-30"_s,
        "- 10m 50%",
        1,
        "start_date_local");
    row("an empty text", u"events create --text - --type Ride --date 2026-02-20"_s, " \n", 1, "empty");
    row("a text that is none", u"events create --text - --type Ride --date 2026-02-20"_s, "\xff\xfe\x80", 1, "no text");
    row("a text and JSON at once", u"events create --text - x.json"_s, {}, 2, "--text");
    row("an update to a day that does not exist",
        u"events update 5"_s,
        R"({"start_date_local":"2026-02-30"})",
        1,
        "start_date_local");
    row("days the wrong way round", u"events list --oldest 2026-03-02 --newest 2026-03-01"_s, {}, 1, "before");
    row("an unknown wellness field", u"wellness set 2026-03-10 wieght=70"_s, {}, 1, "wieght");
    row("a wellness field of the wrong kind", u"wellness set 2026-03-10 weight=heavy"_s, {}, 1, "weight");
    row("wellness without a value", u"wellness set 2026-03-10 weight"_s, {}, 1, "field=value");
    row("wellness of a day that does not exist", u"wellness set 2026-02-30 weight=70"_s, {}, 1, "2026-02-30");
    row("an activity that is not there", u"activities get i999999"_s, {}, 1, "not found");
    row("a session file that is not there", u"--session nowhere whoami"_s, {}, 1, "nowhere");
}

void CliErrorsTest::badCallsAreToldOnStderr()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QByteArray, told);
    const auto outcome = arguments.contains(u"--session"_s) ? m_session.program().run(arguments, input)
                                                            : m_session.cli(arguments, input);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QVERIFY(!outcome.err.contains("secretsecret"));
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_session.eventsOn(u"2028-06-01"_s), 0); // no part of a bad list was sent
}

void CliErrorsTest::strangeAnswersAreTold_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("told");
    using Server = support::ScriptedServer;
    QTest::newRow("the key is refused") << Server::reply("401 Unauthorized", R"({"status":401,"error":"Unauthorized"})")
                                        << QByteArray("the key was refused");
    QTest::newRow("a web page instead of JSON")
        << Server::reply("200 OK", "<html><body>Wifi login</body></html>") << QByteArray("not what was expected");
    QTest::newRow("half a list") << Server::reply("200 OK", R"([{"id":1,)") << QByteArray("not what was expected");
    QTest::newRow("an entry without a day")
        << Server::reply("200 OK", R"([{"id":1}])") << QByteArray("start_date_local");
    QTest::newRow("too many calls") << Server::reply("429 Too Many Requests", "{}") << QByteArray("too many calls");
    QTest::newRow("the server fails") << Server::reply("500 Oops", "{}") << QByteArray("the service failed");
}

void CliErrorsTest::strangeAnswersAreTold()
{
    QFETCH(QByteArray, answer);
    QFETCH(QByteArray, told);
    support::ScriptedServer server({answer});
    const QString session = m_session.file(
        u"strange.json"_s, "{\"url\":\"" + server.origin().toUtf8() + R"(","key":"0123456789abcdef","athlete":"i1"})");
    const auto outcome = m_session.program().run({u"--session"_s, session, u"events"_s, u"list"_s});
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QCOMPARE(outcome.err.count('\n'), 1); // one sentence
    QCOMPARE(outcome.code, 1);
    QCOMPARE(server.requests().size(), 1);
}

void CliErrorsTest::errorsAreJsonForMachines()
{
    const auto outcome = m_session.json({u"events"_s, u"get"_s, u"999999999"_s});
    QCOMPARE(outcome.code, 1);
    QCOMPARE(outcome.out, QByteArray());
    const QJsonObject error = QJsonDocument::fromJson(outcome.err).object().value("error"_L1).toObject();
    QCOMPARE(error.value("kind"_L1).toString(), u"not-found"_s);
    QCOMPARE(error.value("status"_L1).toInt(), 404);

    QJsonObject line = m_session.line();
    line.insert(u"key"_s, u"wrongwrongwrong"_s);
    const auto refused = m_session.program().run({u"--session"_s,
        m_session.file(u"wrong.json"_s, QJsonDocument(line).toJson(QJsonDocument::Compact)),
        u"--json"_s,
        u"whoami"_s});
    QCOMPARE(refused.code, 1);
    QCOMPARE(
        QJsonDocument::fromJson(refused.err).object().value("error"_L1).toObject().value("status"_L1).toInt(), 401);
    QVERIFY(!refused.err.contains("wrongwrongwrong"));

    const auto nobody = m_session.program().run({u"whoami"_s});
    QCOMPARE(nobody.code, 1);
    QVERIFY2(nobody.err.contains("use login"), nobody.err.constData());
    QCOMPARE(m_session.program().run({u"logout"_s}).code, 0);
    const auto keyless = m_session.program().run({u"login"_s}, "short\n");
    QCOMPARE(keyless.code, 1);
    QVERIFY2(keyless.err.contains("API key"), keyless.err.constData());
}

MICROCYCLE_CORE_TEST(CliErrorsTest)
#include "tst_clierrors.moc"
