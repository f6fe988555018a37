// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// Many events at once, and targets, from a shell.
class CliEventsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void daysAreHiddenAndCleared();
    void aRangeMustBeSaidInFull();
    void sessionsAreDoneAndCopied();
    void thereIsATable();
    void aTargetIsSetOnce();
    void wrongTargetsAreNamed();

private:
    [[nodiscard]] QString made(const QString &day, const QString &name) const
    {
        const auto outcome = m_session.json({u"events"_s, u"create"_s},
            R"({"category":"WORKOUT","type":"Ride","moving_time":3600,"icu_training_load":50,"start_date_local":")"
                + day.toUtf8() + R"(","name":")" + name.toUtf8() + R"("})");
        return QString::number(outcome.object().value("id"_L1).toInteger());
    }
    support::CliSession m_session;
};

void CliEventsTest::daysAreHiddenAndCleared()
{
    const QString id = made(u"2028-02-01"_s, u"A"_s);
    const QStringList days {u"--oldest"_s, u"2028-02-01"_s, u"--newest"_s, u"2028-02-02"_s};
    const auto hidden
        = m_session.json(QStringList {u"events"_s, u"update"_s, u"--range"_s} + days, R"({"hide_from_athlete":true})");
    QCOMPARE(hidden.err, QByteArray());
    QCOMPARE(hidden.array().first().toObject().value("hide_from_athlete"_L1).toBool(), true);
    const auto refused = m_session.cli(QStringList {u"events"_s, u"update"_s, u"--range"_s} + days, R"({"name":"B"})");
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.startsWith("name: "), refused.err.constData());
    const auto cleared
        = m_session.cli(QStringList {u"events"_s, u"delete"_s, u"--range"_s, u"--category"_s, u"WORKOUT"_s} + days);
    QCOMPARE(cleared.err, QByteArray());
    QCOMPARE(m_session.cli({u"events"_s, u"get"_s, id}).code, 1);
}

void CliEventsTest::aRangeMustBeSaidInFull()
{
    const QString id = made(u"2028-02-08"_s, u"A"_s);
    for (const auto &words : {QStringList {u"--range"_s, u"--oldest"_s, u"2028-02-01"_s, u"--category"_s, u"WORKOUT"_s},
             QStringList {u"--range"_s, u"--oldest"_s, u"2028-02-01"_s, u"--newest"_s, u"2028-02-20"_s}}) {
        const auto refused = m_session.cli(QStringList {u"events"_s, u"delete"_s} + words);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("--range"), refused.err.constData());
    }
    QCOMPARE(m_session.cli({u"events"_s, u"delete"_s}).code, 2);
    QCOMPARE(m_session.cli({u"events"_s, u"delete"_s, u"1"_s, u"2"_s, u"--others"_s}).code, 2);
    const QString second = made(u"2028-02-09"_s, u"B"_s);
    const auto both = m_session.cli({u"events"_s, u"delete"_s, id, second, u"999999"_s});
    QCOMPARE(both.out, QByteArray("Deleted 2 events.\n"));
}

void CliEventsTest::sessionsAreDoneAndCopied()
{
    const QString id = made(u"2026-03-14"_s, u"A"_s);
    const auto done = m_session.json({u"events"_s, u"done"_s, id});
    QCOMPARE(done.object().value("paired_event_id"_L1).toInteger(), id.toLongLong());
    QCOMPARE(m_session.cli({u"events"_s, u"done"_s, id}).code, 1);
    const auto copies = m_session.cli({u"events"_s, u"duplicate"_s, id, u"--copies"_s, u"2"_s, u"--weeks"_s, u"52"_s});
    QVERIFY2(copies.out.contains("2027-03-13") && copies.out.contains("2028-03-11"), copies.out.constData());
    QCOMPARE(m_session.cli({u"events"_s, u"duplicate"_s, u"999999"_s}).code, 1);
    QVERIFY(m_session.cli({u"events"_s, u"fitness"_s}).out.contains("SET_FITNESS"));
    QVERIFY(m_session.cli({u"events"_s, u"calendars"_s}).out.startsWith("Id"));
    QCOMPARE(m_session.cli({u"events"_s, u"tags"_s}).code, 0);
}

void CliEventsTest::thereIsATable()
{
    const QStringList march {u"events"_s, u"list"_s, u"--oldest"_s, u"2026-03-09"_s, u"--newest"_s, u"2026-03-22"_s};
    const auto table = m_session.cli(march + QStringList {u"--csv"_s});
    QCOMPARE(table.err, QByteArray());
    QVERIFY2(table.out.contains("start_date_local"), table.out.left(300).constData());
    QCOMPARE(m_session.json(march + QStringList {u"--limit"_s, u"2"_s}).array().size(), 2);
    const auto wrong = m_session.cli({u"events"_s, u"list"_s, u"--category"_s, u"Workout"_s});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.err.contains("Invalid category [Workout]"), wrong.err.constData());
}

void CliEventsTest::aTargetIsSetOnce()
{
    const QStringList ride {u"targets"_s, u"set"_s, u"2028-03-08"_s, u"--type"_s, u"Ride"_s};
    const auto first
        = m_session.json(ride + QStringList {u"--load"_s, u"400"_s, u"--time"_s, u"6:30"_s, u"--distance"_s, u"180"_s});
    QCOMPARE(first.err, QByteArray());
    const QJsonObject target = first.array().first().toObject();
    QCOMPARE(target.value("start_date_local"_L1).toString(), u"2028-03-06T00:00:00"_s); // the week's Monday
    QCOMPARE(target.value("time_target"_L1).toInt(), 23400);
    QCOMPARE(target.value("distance_target"_L1).toDouble(), 180000.0);
    QCOMPARE(target.value("for_week"_L1).toBool(), true);
    const auto second = m_session.json(ride + QStringList {u"--load"_s, u"420"_s});
    QCOMPARE(second.array().first().toObject().value("id"_L1), target.value("id"_L1));
    const auto listed
        = m_session.cli({u"targets"_s, u"list"_s, u"--oldest"_s, u"2028-03-08"_s, u"--newest"_s, u"2028-03-12"_s});
    QVERIFY2(listed.out.contains("420") && listed.out.contains("180.0"), listed.out.constData());
}

void CliEventsTest::wrongTargetsAreNamed()
{
    const QStringList ride {u"targets"_s, u"set"_s, u"2028-03-08"_s, u"--type"_s, u"Ride"_s};
    const auto time = m_session.cli(ride + QStringList {u"--time"_s, u"long"_s});
    QCOMPARE(time.code, 1);
    QVERIFY2(time.err.contains("--time"), time.err.constData());
    QCOMPARE(m_session.cli(ride).code, 1);
    QCOMPARE(m_session.cli({u"targets"_s, u"set"_s, u"2028-03-08"_s}).code, 2);
}

MICROCYCLE_CORE_TEST(CliEventsTest)
#include "tst_clievents.moc"
