// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/fitnesstimeline.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <cmath>

using namespace Qt::StringLiterals;
using items::FitnessTimeline;

namespace {

const QDate today(2026, 3, 12); // a Thursday

domain::Event ride(QDate day, int load)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Tempo"_s;
    event.start.day = day;
    event.load = load;
    event.movingTime = std::chrono::hours(1);
    return event;
}

}

class FitnessTimelineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_store.reset(); }
    void thePastIsTheServicesAndTheFutureFollowsFromIt();
    void whatIsStillPlannedTodayComesOnTopOfTheServicesFigure();
    void todayIsReckonedFromYesterdayWhateverTheServiceSaysOfIt();
    void missedSessionsDoNotCount();
    void strengthDoesNotCountUnlessTheAthleteSaysSo();
    void aPreviewEqualsWhatTheMoveBrings();
    void aCopyOnlyAddsAndARemovalOnlyTakesAway();
    void aChangeTellsFromWhichDayOn();
    void aYearsPreviewTakesMicroseconds();

private:
    [[nodiscard]] double ctl(const FitnessTimeline &timeline, QDate day) const
    {
        return timeline.points()[size_t(timeline.indexOf(day))].ctl;
    }
    domain::LocalId plan(QDate day, int load);
    void serve(QDate day, double ctl, double atl);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
};

void FitnessTimelineTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
}

domain::LocalId FitnessTimelineTest::plan(QDate day, int load)
{
    const auto id = commands::Planner(*m_store).create(ride(day, load));
    return id.ok() ? *id : domain::LocalId {};
}

void FitnessTimelineTest::serve(QDate day, double ctl, double atl)
{
    const QString key = day.toString(Qt::ISODate);
    const auto done = store::RemoteFold(*m_store).wellness(
        {day, day}, {QJsonObject {{u"id"_s, key}, {u"ctl"_s, ctl}, {u"atl"_s, atl}}});
    QVERIFY(done.ok());
}

void FitnessTimelineTest::thePastIsTheServicesAndTheFutureFollowsFromIt()
{
    serve(today.addDays(-1), 50, 50);
    plan(today, 100);
    const FitnessTimeline timeline(*m_store);
    QCOMPARE(ctl(timeline, today.addDays(-1)), 50.0);
    QVERIFY(std::abs(ctl(timeline, today) - 51.1764) < 5e-5);
    QVERIFY(std::abs(timeline.form(timeline.indexOf(today)) - -5.4797) < 5e-5);
    QCOMPARE(ctl(timeline, today.addDays(1)), ctl(timeline, today) * (1 - analysis::fitnessGain));
    QCOMPARE(timeline.planned()[size_t(timeline.indexOf(today))], 100.0F);
    QVERIFY(!timeline.known(timeline.indexOf(today.addDays(-2))));
}

void FitnessTimelineTest::whatIsStillPlannedTodayComesOnTopOfTheServicesFigure()
{
    serve(today, 60, 65);
    plan(today, 100);
    const FitnessTimeline timeline(*m_store);
    QVERIFY(std::abs(ctl(timeline, today) - (60 + 100 * analysis::fitnessGain)) < 1e-9);
}

void FitnessTimelineTest::todayIsReckonedFromYesterdayWhateverTheServiceSaysOfIt()
{
    serve(today.addDays(-1), 50, 50);
    serve(today, 51.1764, 56.6561); // already with the plan
    plan(today, 100);
    const FitnessTimeline timeline(*m_store);
    QVERIFY(std::abs(ctl(timeline, today) - 51.1764) < 5e-5);
}

void FitnessTimelineTest::missedSessionsDoNotCount()
{
    serve(today.addDays(-3), 50, 50);
    plan(today.addDays(-2), 100);
    const FitnessTimeline timeline(*m_store);
    QVERIFY(std::abs(ctl(timeline, today) - 50 * std::pow(1 - analysis::fitnessGain, 3)) < 1e-9);
}

void FitnessTimelineTest::strengthDoesNotCountUnlessTheAthleteSaysSo()
{
    serve(today.addDays(-1), 50, 50);
    domain::Event gym = ride(today, 100);
    gym.type = u"WeightTraining"_s;
    QVERIFY(commands::Planner(*m_store).create(gym).ok());
    FitnessTimeline timeline(*m_store);
    QVERIFY(ctl(timeline, today) < 50);
    const QJsonArray settings {
        QJsonObject {{u"type"_s, u"WeightTraining"_s}, {u"ctlFactor"_s, 1}, {u"atlFactor"_s, 1}}};
    QVERIFY(store::RemoteFold(*m_store).athlete({{u"id"_s, u"i1"_s}, {u"icu_type_settings"_s, settings}}).ok());
    QVERIFY(ctl(timeline, today) > 51);
}

void FitnessTimelineTest::aPreviewEqualsWhatTheMoveBrings()
{
    serve(today.addDays(-1), 50, 40);
    const domain::LocalId first = plan(today, 90);
    const domain::LocalId second = plan(today.addDays(2), 120);
    plan(today.addDays(5), 60);
    FitnessTimeline timeline(*m_store);
    timeline.preview({{first, today, today.addDays(4)}, {second, today.addDays(2), today.addDays(6)}});
    QVERIFY(timeline.hasPreview());
    const std::vector<analysis::FitnessPoint> expected(
        timeline.previewPoints().begin(), timeline.previewPoints().end());
    QVERIFY(commands::Planner(*m_store).move({first, second}, 4).ok());
    QVERIFY(!timeline.hasPreview());
    for (size_t i = 0; i < expected.size(); ++i) {
        QVERIFY(std::abs(expected[i].ctl - timeline.points()[i].ctl) < 1e-9);
        QVERIFY(std::abs(expected[i].atl - timeline.points()[i].atl) < 1e-9);
    }
}

void FitnessTimelineTest::aCopyOnlyAddsAndARemovalOnlyTakesAway()
{
    const domain::LocalId id = plan(today.addDays(1), 100);
    FitnessTimeline timeline(*m_store);
    const int last = timeline.indexOf(today.addDays(10));
    const double before = timeline.points()[size_t(last)].ctl;
    timeline.preview({{id, {}, today.addDays(3)}});
    QVERIFY(timeline.previewPoints()[size_t(last)].ctl > before);
    timeline.preview({{id, today.addDays(1), {}}});
    QVERIFY(std::abs(timeline.previewPoints()[size_t(last)].ctl) < 1e-9);
}

void FitnessTimelineTest::aChangeTellsFromWhichDayOn()
{
    const domain::LocalId id = plan(today.addDays(9), 100);
    FitnessTimeline timeline(*m_store);
    QSignalSpy changed(&timeline, &FitnessTimeline::changed);
    QVERIFY(commands::Planner(*m_store).move({id}, -5).ok());
    QCOMPARE(changed.count(), 1);
    QCOMPARE(changed.constFirst().constFirst().toDate(), today.addDays(4));
    QCOMPARE(timeline.planned()[size_t(timeline.indexOf(today.addDays(9)))], 0.0F);
}

void FitnessTimelineTest::aYearsPreviewTakesMicroseconds()
{
    const domain::LocalId id = plan(today.addDays(1), 100);
    FitnessTimeline timeline(*m_store);
    QBENCHMARK
    {
        timeline.preview({{id, today.addDays(1), today.addDays(3)}});
    }
    QVERIFY(timeline.hasPreview());
}

MICROCYCLE_CORE_TEST(FitnessTimelineTest)
#include "tst_fitnesstimeline.moc"
