// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using support::Outcome;

/// Calls the built program as a shell does, against its own "serve".
class CliTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void servePrintsOneLineAndEndsWell();
    void serveComesBackWithItsKeyAndState();
    void anEventLivesFromCreateToDelete();
    void aPlainTextBecomesAWorkout();
    void aListSentTwiceIsThereOnce();
    void keysOfTheCallerAreKept();
    void tablesAreForPeople();
    void activitiesAndSportsAreRead();
    void wellnessIsSetAndCleared();
    void theKeyMayComeFromTheEnvironment();

private:
    support::CliSession m_session;
};

void CliTest::servePrintsOneLineAndEndsWell()
{
    const QJsonObject object = m_session.line();
    for (const QString &key : {u"athlete"_s, u"clientId"_s, u"clientSecret"_s, u"key"_s, u"url"_s})
        QVERIFY2(!object.value(key).toString().isEmpty(), qPrintable(key));
    QVERIFY(object.value("url"_L1).toString().startsWith("http://127.0.0.1:"_L1));

    QProcess people;
    people.setProcessEnvironment(m_session.program().environment());
    people.start(m_session.program().path(), {u"serve"_s, u"--port"_s, u"0"_s});
    QByteArray told;
    const auto tellsAll = [&] {
        told += people.readAllStandardOutput();
        return told.count('\n') == 5;
    };
    QTRY_VERIFY_WITH_TIMEOUT(tellsAll(), 30'000);
    QVERIFY(told.startsWith("URL "));
    QVERIFY(told.contains("\nKey "));
    QVERIFY(told.contains("\nAthlete "));
    QVERIFY(told.contains("\nClient id "));
    people.terminate();
    QVERIFY(people.waitForFinished());
    QCOMPARE(people.exitCode(), 0);
}

void CliTest::serveComesBackWithItsKeyAndState()
{
    const QStringList arguments {u"--json"_s, u"serve"_s, u"--database"_s, m_session.path(u"kept.db"_s)};
    QProcess first;
    first.setProcessEnvironment(m_session.program().environment());
    first.start(m_session.program().path(), arguments + QStringList {u"--port"_s, u"0"_s});
    QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine(), 30'000);
    const QByteArray line = first.readLine();
    const QString session = m_session.file(u"kept.json"_s, line);
    const QStringList target {u"--session"_s, session, u"--json"_s, u"events"_s};
    const auto made = m_session.program().run(target + QStringList {u"create"_s},
        R"({"category":"NOTE","start_date_local":"2028-03-20","name":"Still here"})");
    QCOMPARE(made.err, QByteArray());
    const QString id = QString::number(made.object().value("id"_L1).toInteger());
    first.kill();
    QVERIFY(first.waitForFinished());
    QCOMPARE(m_session.program().run(target + QStringList {u"get"_s, id}).code, 1);

    QProcess second;
    second.setProcessEnvironment(m_session.program().environment());
    second.start(m_session.program().path(), QStringList {u"--session"_s, session} + arguments);
    QTRY_VERIFY_WITH_TIMEOUT(second.canReadLine(), 30'000);
    QCOMPARE(second.readLine(), line);
    QCOMPARE(m_session.program().run(target + QStringList {u"get"_s, id}).object().value("name"_L1).toString(),
        u"Still here"_s);
    second.terminate();
    QVERIFY(second.waitForFinished());
}

void CliTest::anEventLivesFromCreateToDelete()
{
    const auto made = m_session.json({u"events"_s, u"create"_s},
        R"({"category":"WORKOUT","type":"Ride","name":"Tempo","start_date_local":"2028-04-02","moving_time":3600})");
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.code, 0);
    QCOMPARE(made.object().value("start_date_local"_L1).toString(), u"2028-04-02T00:00:00"_s);
    QVERIFY(!made.object().value("uid"_L1).toString().isEmpty());
    const QString id = QString::number(made.object().value("id"_L1).toInteger());

    const auto changed = m_session.json(
        {u"events"_s, u"update"_s, id}, R"({"name":"Tempo 2","start_date_local":"2028-04-03T07:30:00"})");
    QCOMPARE(changed.code, 0);
    const QJsonObject got = m_session.json({u"events"_s, u"get"_s, id}).object();
    QCOMPARE(got.value("name"_L1).toString(), u"Tempo 2"_s);
    QCOMPARE(got.value("start_date_local"_L1).toString(), u"2028-04-03T07:30:00"_s);
    QCOMPARE(got.value("moving_time"_L1).toInt(), 3600);

    // What was read can be written back as it is.
    QJsonObject whole = got;
    whole.insert(u"name"_s, u"Tempo 3"_s);
    QCOMPARE(
        m_session.json({u"events"_s, u"update"_s}, QJsonDocument(whole).toJson()).object().value("name"_L1).toString(),
        u"Tempo 3"_s);

    QCOMPARE(m_session.cli({u"events"_s, u"delete"_s, id}).code, 0);
    const auto gone = m_session.cli({u"events"_s, u"get"_s, id});
    QCOMPARE(gone.code, 1);
    QCOMPARE(gone.out, QByteArray());
    QVERIFY2(gone.err.contains("not found"), gone.err.constData());
}

void CliTest::aPlainTextBecomesAWorkout()
{
    const QByteArray text = "- 10m 50%\n\n4x\n- 4m 110%\n- 4m 50%\n";
    const QStringList words {u"events"_s,
        u"create"_s,
        u"--date"_s,
        u"2028-04-04"_s,
        u"--time"_s,
        u"18:00"_s,
        u"--type"_s,
        u"Ride"_s,
        u"--name"_s,
        u"VO2"_s};
    const auto fromFile = m_session.json(words + QStringList {u"--text"_s, m_session.file(u"vo2.txt"_s, text)});
    QCOMPARE(fromFile.err, QByteArray());
    QCOMPARE(fromFile.object().value("description"_L1).toString(), QString::fromUtf8(text));
    QCOMPARE(fromFile.object().value("moving_time"_L1).toInt(), (10 + 4 * 8) * 60);
    QCOMPARE(fromFile.object().value("start_date_local"_L1).toString(), u"2028-04-04T18:00:00"_s);
    QCOMPARE(fromFile.object().value("name"_L1).toString(), u"VO2"_s);
    QCOMPARE(
        m_session.json(words + QStringList {u"--text"_s, u"-"_s}, text).object().value("description"_L1).toString(),
        QString::fromUtf8(text));
}

void CliTest::aListSentTwiceIsThereOnce()
{
    const QByteArray list = R"([{"category":"NOTE","name":"A","start_date_local":"2028-05-01","external_id":"trip-a"},
        {"category":"NOTE","name":"B","start_date_local":"2028-05-01","external_id":"trip-b"}])";
    for (int i = 0; i < 2; ++i) {
        const auto made = m_session.json({u"events"_s, u"create"_s, u"--bulk"_s}, list);
        QCOMPARE(made.code, 0);
        QCOMPARE(made.array().size(), 2);
        QCOMPARE(m_session.eventsOn(u"2028-05-01"_s), 2);
    }
    // Entries without any key get one each.
    const auto keyless = m_session.json({u"events"_s,
        u"create"_s,
        u"--bulk"_s,
        m_session.file(u"list.json"_s, R"([{"category":"NOTE","name":"C","start_date_local":"2028-05-02"},
        {"category":"NOTE","name":"D","start_date_local":"2028-05-02"}])")});
    QCOMPARE(keyless.code, 0);
    QCOMPARE(m_session.eventsOn(u"2028-05-02"_s), 2);
    const QJsonArray made = keyless.array();
    QVERIFY(made.at(0).toObject().value("external_id"_L1) != made.at(1).toObject().value("external_id"_L1));
}

void CliTest::keysOfTheCallerAreKept()
{
    const QByteArray byUid
        = R"({"category":"NOTE","name":"U","start_date_local":"2028-05-03","uid":"6a1f0e6e-0000-4000-8000-000000000001"})";
    const QByteArray byExternal
        = R"({"category":"NOTE","name":"E","start_date_local":"2028-05-03","external_id":"mine-7"})";
    for (int i = 0; i < 2; ++i) {
        QCOMPARE(m_session.json({u"events"_s, u"create"_s}, byUid).object().value("uid"_L1).toString(),
            u"6a1f0e6e-0000-4000-8000-000000000001"_s);
        QCOMPARE(m_session.json({u"events"_s, u"create"_s}, byExternal).object().value("external_id"_L1).toString(),
            u"mine-7"_s);
        QCOMPARE(m_session.eventsOn(u"2028-05-03"_s), 2);
    }
}

void CliTest::tablesAreForPeople()
{
    const auto made = m_session.cli({u"events"_s, u"create"_s},
        R"({"category":"WORKOUT","type":"Run","name":"Easy \u001b[31mred","start_date_local":"2028-05-04","moving_time":4500})");
    QCOMPARE(made.code, 0);
    const auto listed
        = m_session.cli({u"events"_s, u"list"_s, u"--oldest"_s, u"2028-05-04"_s, u"--newest"_s, u"2028-05-04"_s});
    const QByteArrayList lines = listed.out.trimmed().split('\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.at(0).simplified() == "Id Start Category Sport Time Load Name", lines.at(0).constData());
    QVERIFY2(lines.at(1).contains("2028-05-04T00:00:00  WORKOUT"), lines.at(1).constData());
    QVERIFY(lines.at(1).contains("1h15"));
    QVERIFY(!listed.out.contains('\x1b')); // what others wrote must not steer the terminal
    QCOMPARE(made.out.trimmed().split('\n').size(), 2);
    QVERIFY(m_session.cli({u"whoami"_s}).out.contains('('));
}

void CliTest::activitiesAndSportsAreRead()
{
    const QStringList days {u"--oldest"_s, u"2026-02-01"_s, u"--newest"_s, u"2026-03-12"_s};
    const auto listed = m_session.json(QStringList {u"activities"_s, u"list"_s} + days);
    QCOMPARE(listed.err, QByteArray());
    QVERIFY(listed.array().size() > 3);
    QCOMPARE(m_session.json(QStringList {u"activities"_s, u"list"_s, u"--limit"_s, u"2"_s} + days).array().size(), 2);
    const QString id = listed.array().first().toObject().value("id"_L1).toString();
    const auto got = m_session.json({u"activities"_s, u"get"_s, id, u"--intervals"_s});
    QCOMPARE(got.object().value("id"_L1).toString(), id);
    QVERIFY(m_session.cli({u"activities"_s, u"get"_s, id}).out.contains(id.toUtf8()));
    const auto streams = m_session.json({u"activities"_s, u"streams"_s, id, u"--types"_s, u"time,heartrate"_s});
    QCOMPARE(streams.code, 0);
    QVERIFY(!streams.array().isEmpty());
    QVERIFY(m_session.cli({u"activities"_s, u"streams"_s, id}).out.startsWith("Stream"));
    QVERIFY(m_session.json({u"sports"_s, u"list"_s}).array().size() >= 2);
    QVERIFY(m_session.cli({u"sports"_s, u"list"_s}).out.contains("Ride"));
}

void CliTest::wellnessIsSetAndCleared()
{
    const auto set = m_session.json(
        {u"wellness"_s, u"set"_s, u"2026-03-10"_s, u"weight=71.5"_s, u"sleepQuality=2"_s, u"comments=12"_s});
    QCOMPARE(set.err, QByteArray());
    QCOMPARE(set.code, 0);
    const auto day = [this] {
        return m_session
            .json({u"wellness"_s, u"list"_s, u"--oldest"_s, u"2026-03-10"_s, u"--newest"_s, u"2026-03-10"_s})
            .array()
            .first()
            .toObject();
    };
    QCOMPARE(day().value("weight"_L1).toDouble(), 71.5);
    QCOMPARE(day().value("sleepQuality"_L1).toInt(), 2);
    QCOMPARE(day().value("comments"_L1).toString(), u"12"_s);
    QCOMPARE(m_session.cli({u"wellness"_s, u"set"_s, u"2026-03-10"_s, u"weight="_s, u"comments="_s}).code, 0);
    QVERIFY(day().value("weight"_L1).isNull());
    QVERIFY(day().value("comments"_L1).toString().isEmpty());
    QCOMPARE(day().value("sleepQuality"_L1).toInt(), 2);
}

void CliTest::theKeyMayComeFromTheEnvironment()
{
    const QJsonObject line = m_session.line();
    support::Program program = m_session.program();
    program.setVariable(u"MICROCYCLE_API_KEY"_s, line.value("key"_L1).toString());
    const auto who = program.run({u"--server"_s, line.value("url"_L1).toString(), u"--json"_s, u"whoami"_s});
    QCOMPARE(who.err, QByteArray());
    QCOMPARE(who.object().value("id"_L1), line.value("athlete"_L1));
}

MICROCYCLE_CORE_TEST(CliTest)
#include "tst_cli.moc"
