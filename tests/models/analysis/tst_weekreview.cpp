// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/weekreview.h"
#include "tests/support/testmain.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace analysis;

/// A week from Monday 2 to Sunday 8 March 2026, looked at from several days.
class WeekReviewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plannedAndDoneMeetInASport();
    void complianceIsByLoadElseByTime_data();
    void complianceIsByLoadElseByTime();
    void onlyPastSessionsAreMissed();
    void zonesAddUp();
    void fitnessIsThatOfTheLastDayThatCame_data();
    void fitnessIsThatOfTheLastDayThatCame();
    void meansAreOverTheDaysThatHaveAValue();
    void whatIsOutsideCountsForNothing();
};

namespace {

const QDate monday(2026, 3, 2);

WeekFacts emptyWeek()
{
    return {{monday, monday.addDays(6)}, monday.addDays(9), {}, {}, {}};
}

domain::Event planned(qint64 id, int day, const QString &type, int load, std::chrono::seconds time)
{
    domain::Event event;
    event.id = domain::EventId {id};
    event.category = domain::Category::Workout;
    event.start = {monday.addDays(day), {}};
    event.type = type;
    event.load = load;
    event.movingTime = time;
    return event;
}

domain::Activity done(int day, const QString &type, int load, std::chrono::seconds time)
{
    domain::Activity activity;
    activity.id = domain::ActivityId {u"i%1"_s.arg(day)};
    activity.start = {monday.addDays(day), {}};
    activity.type = type;
    activity.load = load;
    activity.movingTime = time;
    activity.distanceMetres = 1000;
    return activity;
}

domain::Wellness fit(int day, double ctl, double atl)
{
    domain::Wellness wellness;
    wellness.day = monday.addDays(day);
    wellness.ctl = ctl;
    wellness.atl = atl;
    return wellness;
}

}

void WeekReviewTest::plannedAndDoneMeetInASport()
{
    WeekFacts facts = emptyWeek();
    facts.events
        = {planned(1, 0, u"Ride"_s, 60, 1h), planned(2, 2, u"Run"_s, 40, 40min), planned(3, 3, u"Ride"_s, 80, 2h)};
    facts.activities = {done(0, u"VirtualRide"_s, 66, 70min), done(5, u"Yoga"_s, 5, 30min)};
    facts.activities[0].pairedEvent = domain::EventId {1};
    domain::Event target;
    target.category = domain::Category::Target;
    target.start = {monday, {}};
    target.type = u"Run"_s;
    target.loadTarget = 150;
    facts.events.append(target);

    const WeekReview review = reviewOf(facts);
    QCOMPARE(review.sports.size(), 3);
    QCOMPARE(review.sports.at(0).sport, u"Ride"_s);
    QCOMPARE(review.sports.at(0).planned, (Amount {2, 3h, 0, 140}));
    QCOMPARE(review.sports.at(0).done, (Amount {1, 70min, 1000, 66}));
    QCOMPARE(review.sports.at(0).fulfilled, 1);
    QCOMPARE(review.sports.at(0).missed, 1);
    QCOMPARE(review.sports.at(1).sport, u"Run"_s);
    QCOMPARE(review.sports.at(1).loadTarget, std::optional(150));
    QCOMPARE(review.sports.at(2).sport, u"Yoga"_s);
    QCOMPARE(review.total.planned, (Amount {3, 3h + 40min, 0, 180}));
    QCOMPARE(review.total.done, (Amount {2, 100min, 2000, 71}));
    QCOMPARE(review.total.missed, 2);
}

void WeekReviewTest::complianceIsByLoadElseByTime_data()
{
    QTest::addColumn<int>("plannedLoad");
    QTest::addColumn<int>("plannedMinutes");
    QTest::addColumn<double>("percent"); // below 0: none
    QTest::newRow("by load") << 100 << 60 << 50.0;
    QTest::newRow("by time where no load was planned") << 0 << 60 << 75.0;
    QTest::newRow("none where nothing was planned") << 0 << 0 << -1.0;
}

void WeekReviewTest::complianceIsByLoadElseByTime()
{
    QFETCH(int, plannedLoad);
    QFETCH(int, plannedMinutes);
    QFETCH(double, percent);
    SportReview sport;
    sport.planned = {1, std::chrono::minutes(plannedMinutes), 0, plannedLoad};
    sport.done = {1, 45min, 0, 50};
    QCOMPARE(sport.compliancePercent().value_or(-1), percent);
}

void WeekReviewTest::onlyPastSessionsAreMissed()
{
    WeekFacts facts = emptyWeek();
    facts.events
        = {planned(1, 0, u"Ride"_s, 60, 1h), planned(2, 3, u"Ride"_s, 60, 1h), planned(3, 5, u"Ride"_s, 60, 1h)};
    facts.today = monday.addDays(3);
    QCOMPARE(reviewOf(facts).total.missed, 1);
    facts.events[0].pairedActivity = domain::ActivityId {u"i1"_s};
    QCOMPARE(reviewOf(facts).total.missed, 0);
    QCOMPARE(reviewOf(facts).total.fulfilled, 1);
}

void WeekReviewTest::zonesAddUp()
{
    WeekFacts facts = emptyWeek();
    facts.activities = {done(0, u"Ride"_s, 60, 1h), done(1, u"Ride"_s, 60, 1h)};
    const auto zone = [](const QString &id, int secs) { return QJsonObject {{u"id"_s, id}, {u"secs"_s, secs}}; };
    facts.activities[0].zoneTimes = {zone(u"SS"_s, 50), zone(u"Z1"_s, 100), zone(u"Z2"_s, 200)};
    facts.activities[1].zoneTimes = {zone(u"Z2"_s, 30), zone(u"Z3"_s, 7)};
    facts.activities[1].heartrateZoneSeconds = {10, 0, 20};
    const WeekReview review = reviewOf(facts);
    QCOMPARE(review.powerZones, (QList<ZoneTime> {{u"Z1"_s, 100s}, {u"Z2"_s, 230s}, {u"Z3"_s, 7s}, {u"SS"_s, 50s}}));
    QCOMPARE(review.heartrateZones, (QList<ZoneTime> {{u"Z1"_s, 10s}, {u"Z2"_s, 0s}, {u"Z3"_s, 20s}}));
}

void WeekReviewTest::fitnessIsThatOfTheLastDayThatCame_data()
{
    QTest::addColumn<int>("today");
    QTest::addColumn<int>("day");
    QTest::newRow("a week that is over") << 20 << 6;
    QTest::newRow("a week that runs") << 2 << 2;
    QTest::newRow("a week to come") << -10 << 6;
}

void WeekReviewTest::fitnessIsThatOfTheLastDayThatCame()
{
    QFETCH(int, today);
    QFETCH(int, day);
    WeekFacts facts = emptyWeek();
    facts.today = monday.addDays(today);
    for (int i = -10; i < 10; ++i)
        facts.wellness.append(fit(i, 50 + i, 60 + 2 * i));
    const auto fitness = reviewOf(facts).fitness;
    QVERIFY(fitness);
    QCOMPARE(fitness->day, monday.addDays(day));
    QCOMPARE(fitness->fitness, 50.0 + day);
    QCOMPARE(fitness->form(), -10.0 - day);
    QCOMPARE(fitness->ramp.value_or(0), 7.0);
}

void WeekReviewTest::meansAreOverTheDaysThatHaveAValue()
{
    WeekFacts facts = emptyWeek();
    const auto weighed = [](int day, double kg, bool carried) {
        domain::Wellness wellness;
        wellness.day = monday.addDays(day);
        wellness.weightKg = kg;
        wellness.temporaryWeight = carried;
        return wellness;
    };
    facts.wellness = {weighed(-60, 90, false),
        weighed(-42, 74, false),
        weighed(-1, 72, false),
        weighed(0, 70, false),
        weighed(1, 99, true),
        weighed(3, 71, false),
        weighed(8, 90, false)};
    facts.wellness[3].mood = 2;
    const auto body = reviewOf(facts).body;
    QCOMPARE(body.size(), 2);
    QCOMPARE(body.at(0).measure, BodyMeasure::WeightKg);
    QCOMPARE(body.at(0).week.value_or(0), 70.5);
    QCOMPARE(body.at(0).before.value_or(0), 73.0);
    QCOMPARE(body.at(1).measure, BodyMeasure::Mood);
    QVERIFY(!body.at(1).before);
}

void WeekReviewTest::whatIsOutsideCountsForNothing()
{
    WeekFacts facts = emptyWeek();
    facts.events = {planned(1, -1, u"Ride"_s, 60, 1h), planned(2, 7, u"Ride"_s, 60, 1h)};
    domain::Activity stub;
    stub.source = u"STRAVA"_s;
    stub.start = {monday.addDays(2), {}};
    facts.activities = {done(-43, u"Ride"_s, 999, 1h), done(-42, u"Ride"_s, 300, 1h), done(7, u"Ride"_s, 60, 1h), stub};
    const WeekReview review = reviewOf(facts);
    QVERIFY(review.sports.isEmpty());
    QCOMPARE(review.withheld, 1);
    QCOMPARE(review.loadBefore.value_or(0), 50.0);
    QVERIFY(!review.fitness);
}

MICROCYCLE_CORE_TEST(WeekReviewTest)
#include "tst_weekreview.moc"
