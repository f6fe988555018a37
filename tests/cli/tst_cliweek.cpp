// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using support::Outcome;

/// A plan of a week goes onto the calendar once, however often it is sent, and a week is looked back on.
class CliWeekTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void aPlanComesOnce();
    void aChangedRowChangesItsEventOnly();
    void aPlanInJsonHasItsWeekAndLists();
    void equalRowsAreToldApart();
    void badRowsAreNamedAndNothingIsSent_data();
    void badRowsAreNamedAndNothingIsSent();
    void aTargetThatIsThereIsChanged();
    void aWeekIsLookedBackOn();
    void thePageEscapesWhatIsFromOutside();

private:
    [[nodiscard]] Outcome create(const QStringList &options, const QByteArray &plan) const
    {
        return m_session.json(QStringList {u"week"_s, u"create"_s, u"-"_s} + options, plan);
    }

    support::CliSession m_session;
};

namespace {

const QByteArray csv = "day,name,type,text,duration,distance,load,category\n"
                       "Mon,Spin,Ride,\"- 45m 60%\",,,,\n"
                       "Tue,Threshold,ride,\"Warmup\n- 15m 55%\n\n4x\n- 8m 98%\n- 3m 50%\",,,,\n"
                       "Thu,Lanes,Swim,,50m,2.5km,45,\n"
                       "2028-05-13,Long,Run,,1:45,,90,\n"
                       "Sun,How was it?,,,,,,note\n"
                       ",,Ride,,8h,,400,TARGET\n";

/// How many were created, changed and kept.
QList<qsizetype> counts(const Outcome &outcome)
{
    const QJsonObject json = outcome.object();
    return {json.value("created"_L1).toArray().size(),
        json.value("changed"_L1).toArray().size(),
        json.value("kept"_L1).toArray().size()};
}

using Counts = QList<qsizetype>;

}

void CliWeekTest::aPlanComesOnce()
{
    const QStringList week {u"--week"_s, u"2028-05-10"_s};
    const auto tried = create(week + QStringList {u"--dry-run"_s}, csv);
    QCOMPARE(tried.err, QByteArray());
    QCOMPARE(counts(tried), (Counts {6, 0, 0}));
    QCOMPARE(m_session.eventsOn(u"2028-05-08"_s), 0);

    const auto made = create(week, csv);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(counts(made), (Counts {6, 0, 0}));
    const QJsonArray created = made.object().value("created"_L1).toArray();
    QCOMPARE(created.at(0).toObject().value("start_date_local"_L1).toString(), u"2028-05-08T00:00:00"_s);
    QCOMPARE(created.at(1).toObject().value("moving_time"_L1).toInt(), 15 * 60 + 4 * 11 * 60);
    QCOMPARE(created.at(1).toObject().value("type"_L1).toString(), u"Ride"_s);
    QCOMPARE(created.at(2).toObject().value("moving_time"_L1).toInt(), 3000);
    QCOMPARE(created.at(2).toObject().value("distance"_L1).toDouble(), 2500.0);
    QCOMPARE(created.at(3).toObject().value("moving_time"_L1).toInt(), 6300);
    QCOMPARE(created.at(4).toObject().value("category"_L1).toString(), u"NOTE"_s);
    QCOMPARE(created.at(5).toObject().value("load_target"_L1).toInt(), 400);
    QCOMPARE(created.at(5).toObject().value("time_target"_L1).toInt(), 8 * 3600);

    QCOMPARE(counts(create(week, csv)), (Counts {0, 0, 6}));
    QCOMPARE(m_session.eventsOn(u"2028-05-08"_s), 2);
}

void CliWeekTest::aChangedRowChangesItsEventOnly()
{
    const QStringList week {u"--week"_s, u"2028-06-05"_s};
    QByteArray plan = csv;
    plan.replace("2028-05-13", "Sat");
    QCOMPARE(counts(create(week, plan)), (Counts {6, 0, 0}));
    QByteArray other = plan;
    other.replace("50m,2.5km", "55m,2.5km");
    const auto tried = create(week + QStringList {u"--dry-run"_s}, other);
    QCOMPARE(counts(tried), (Counts {0, 1, 5}));
    const QJsonObject change = tried.object().value("changed"_L1).toArray().first().toObject();
    QCOMPARE(change.keys(), (QStringList {u"id"_s, u"moving_time"_s}));
    const auto changed = create(week, other);
    QCOMPARE(counts(changed), (Counts {0, 1, 5}));
    QCOMPARE(changed.object().value("changed"_L1).toArray().first().toObject().value("moving_time"_L1).toInt(), 3300);
    QCOMPARE(counts(create(week, other)), (Counts {0, 0, 6}));
}

void CliWeekTest::aPlanInJsonHasItsWeekAndLists()
{
    const QByteArray plan = R"({"week":"2028-07-05",
        "workouts":[{"day":"Mon","time":"18:30","name":"Easy","type":"Run","duration":"40m","tags":["easy","z2"],
                     "external_id":"club-7"}],
        "targets":[{"type":"Run","load":250}], "notes":[{"day":"Wed","name":"Travel"}]})";
    const auto made = create({}, plan);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(counts(made), (Counts {3, 0, 0}));
    const QJsonObject easy = made.object().value("created"_L1).toArray().first().toObject();
    QCOMPARE(easy.value("start_date_local"_L1).toString(), u"2028-07-03T18:30:00"_s);
    QCOMPARE(easy.value("external_id"_L1).toString(), u"club-7"_s);
    QCOMPARE(easy.value("tags"_L1).toArray(), (QJsonArray {u"easy"_s, u"z2"_s}));
    QCOMPARE(counts(create({}, plan)), (Counts {0, 0, 3}));

    QByteArray later = plan; // the same key on another day is the same workout
    later.replace("\"Mon\"", "\"Tue\"");
    QCOMPARE(counts(create({}, later)), (Counts {0, 1, 2}));
    QCOMPARE(m_session.eventsOn(u"2028-07-04"_s), 1);
}

void CliWeekTest::equalRowsAreToldApart()
{
    const QByteArray twice = "day,name,type,duration\n2028-08-01,Double,Run,30m\n2028-08-01,Double,Run,30m\n";
    QCOMPARE(counts(create({}, twice)), (Counts {2, 0, 0}));
    QCOMPARE(counts(create({}, twice)), (Counts {0, 0, 2}));
}

void CliWeekTest::badRowsAreNamedAndNothingIsSent_data()
{
    QTest::addColumn<QByteArray>("plan");
    QTest::addColumn<QByteArray>("told");
    const auto row = [](const char *name, const QByteArray &rows, const QByteArray &told) {
        QTest::newRow(name) << "day,name,type,duration,load,category\n2028-09-01,Good,Ride,1h,,\n" + rows << told;
    };
    row("a duration that is none", "2028-09-01,B,Ride,soon,,\n", "line 3, duration");
    row("a load that is no number", "2028-09-01,B,Ride,1h,hard,\n", "line 3, load");
    row("a day that does not exist", "2028-02-30,B,Ride,1h,,\n", "line 3, day");
    row("a weekday of no week", "Mon,B,Ride,1h,,\n", "line 3, day");
    row("a workout without a sport", "2028-09-01,B,,1h,,\n", "line 3, type");
    row("a kind that there is not", "2028-09-01,B,Ride,1h,,PARTY\n", "line 3, category");
    row("a note without a name", "2028-09-01,,,,,NOTE\n", "line 3, name");
    row("a target without a goal", "2028-09-01,,Ride,,,TARGET\n", "line 3, load");
    QTest::newRow("an unknown column") << QByteArray("day,nme\n2028-09-01,A\n") << QByteArray("no column nme");
    QTest::newRow("an empty file") << QByteArray() << QByteArray("standard input");
    QTest::newRow("only a heading") << QByteArray("day,name\n") << QByteArray("nothing to plan");
    QTest::newRow("broken JSON") << QByteArray("{\n\"workouts\": [\n}") << QByteArray("line 3");
    QTest::newRow("an entry that is no object") << QByteArray("[7]") << QByteArray("event 1");
    QTest::newRow("an unknown list") << QByteArray(R"({"rides":[]})") << QByteArray("rides");
    QTest::newRow("a value that is an object")
        << QByteArray(R"([{"day":"2028-09-01","name":"A","type":"Ride","load":{}}])")
        << QByteArray("event 1 (A), load");
    QTest::newRow("two with one key") << QByteArray(
        R"([{"day":"2028-09-01","name":"A","type":"Ride","external_id":"k"},)"
        R"({"day":"2028-09-01","name":"B","type":"Ride","external_id":"k"}])")
                                      << QByteArray("event 2 (B), external_id");
}

void CliWeekTest::badRowsAreNamedAndNothingIsSent()
{
    QFETCH(QByteArray, plan);
    QFETCH(QByteArray, told);
    const auto outcome = m_session.cli({u"week"_s, u"create"_s, u"-"_s}, plan);
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
    QCOMPARE(m_session.eventsOn(u"2028-09-01"_s), 0);
}

void CliWeekTest::aTargetThatIsThereIsChanged()
{
    const auto made = m_session.json({u"events"_s, u"create"_s},
        R"({"category":"TARGET","type":"Ride","start_date_local":"2028-10-02","load_target":300,"for_week":true})");
    QCOMPARE(made.err, QByteArray());
    const auto changed = create({}, R"([{"category":"TARGET","day":"2028-10-04","type":"Ride","load":350}])");
    QCOMPARE(counts(changed), (Counts {0, 1, 0}));
    QCOMPARE(
        changed.object().value("changed"_L1).toArray().first().toObject().value("id"_L1), made.object().value("id"_L1));
    QCOMPARE(m_session.eventsOn(u"2028-10-02"_s), 1);
}

void CliWeekTest::aWeekIsLookedBackOn()
{
    const auto outcome = m_session.json({u"week"_s, u"analyze"_s, u"2026-03-04"_s});
    QCOMPARE(outcome.err, QByteArray());
    const QJsonObject review = outcome.object();
    QCOMPARE(review.value("first"_L1).toString(), u"2026-03-02"_s);
    QCOMPARE(review.value("last"_L1).toString(), u"2026-03-08"_s);

    int load = 0;
    const auto activities
        = m_session.json({u"activities"_s, u"list"_s, u"--oldest"_s, u"2026-03-02"_s, u"--newest"_s, u"2026-03-08"_s})
              .array();
    for (const auto &activity : activities)
        load += activity.toObject().value("icu_training_load"_L1).toInt();
    QVERIFY(load > 0);
    QCOMPARE(review.value("total"_L1).toObject().value("done"_L1).toObject().value("load"_L1).toInt(), load);

    const auto sunday
        = m_session.json({u"wellness"_s, u"list"_s, u"--oldest"_s, u"2026-03-08"_s, u"--newest"_s, u"2026-03-08"_s})
              .array();
    const QJsonObject fitness = review.value("fitness"_L1).toObject();
    QCOMPARE(fitness.value("fitness"_L1), sunday.first().toObject().value("ctl"_L1));
    QVERIFY(review.value("wellness"_L1).toObject().contains("weightKg"_L1));

    const auto people = m_session.cli({u"week"_s, u"analyze"_s, u"2026-03-04"_s});
    QVERIFY(people.out.startsWith("Week of 2026-03-02 to 2026-03-08\n"));
    QVERIFY(people.out.contains("\nTotal "));
    QCOMPARE(m_session.cli({u"week"_s, u"analyze"_s, u"2026-02-30"_s}).code, 1);
}

void CliWeekTest::thePageEscapesWhatIsFromOutside()
{
    const auto made = m_session.json({u"events"_s, u"create"_s},
        R"({"category":"WORKOUT","type":"<b>Ride</b>","name":"X","start_date_local":"2026-03-03","icu_training_load":9})");
    QCOMPARE(made.err, QByteArray());
    const QString path = m_session.path(u"week.html"_s);
    QCOMPARE(m_session.cli({u"week"_s, u"analyze"_s, u"2026-03-04"_s, u"--html"_s, path}).code, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray page = file.readAll();
    QVERIFY(page.startsWith("<!DOCTYPE html>"));
    QVERIFY(page.contains("&lt;b&gt;Ride&lt;/b&gt;"));
    QVERIFY(!page.contains("<b>"));
    QVERIFY(!page.contains("http"));
    const auto piped = m_session.cli({u"week"_s, u"analyze"_s, u"2026-03-04"_s, u"--html"_s, u"-"_s});
    QCOMPARE(piped.out, page);
}

MICROCYCLE_CORE_TEST(CliWeekTest)
#include "tst_cliweek.moc"
