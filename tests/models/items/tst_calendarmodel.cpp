// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/items/calendarmodel.h"
#include "models/items/calendarroles.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using items::CalendarModel;

namespace {

const QDate thursday(2026, 3, 12);

domain::Event session(const QString &type, const QString &name, QDate day, int load)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = type;
    event.name = name;
    event.start.day = day;
    event.load = load;
    event.movingTime = std::chrono::hours(1);
    return event;
}

/// One week as text: "Tue: Ride Tempo 75 planned | Wed: [Travel] Run Easy 30 done".
QString printed(const CalendarModel &model, QDate inWeek)
{
    QStringList days;
    for (const items::DayCell &day : model.week(model.rowOf(inWeek)).days) {
        QStringList parts;
        for (const items::Bar &bar : day.bars)
            parts << u"[%1%2%3]"_s.arg(bar.fromBefore ? u"-"_s : QString(), bar.text, bar.goesOn ? u"-"_s : QString());
        for (const items::Card &card : day.cards) {
            static const QStringList states {u"planned"_s, u"done"_s, u"missed"_s};
            QString text = u"%1 %2 %3 %4"_s.arg(card.sport, card.name)
                               .arg(card.load.value_or(-1))
                               .arg(states.at(int(card.state)));
            if (card.compliancePercent)
                text += u" %1%"_s.arg(qRound(*card.compliancePercent));
            parts << text;
        }
        if (!parts.isEmpty())
            days << QLocale::c().dayName(day.date.dayOfWeek(), QLocale::ShortFormat) + u": "_s + parts.join(u", "_s);
    }
    return days.join(u" | "_s);
}

}

class CalendarModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aWeekShowsWhatIsPlannedDoneAndMissed();
    void planAndActivityBecomeOneCard();
    void spansKeepTheirLaneThroughTheWeek();
    void movingAWorkoutTellsOnlyItsDays();
    void aReadingOfTheDayIsASentence();
    void weeksBeginWhereTheLocaleSays();
    void theWeekAddsUp();
    void targetsStandInTheirWeek();
    void phasesNameTheirWeeks();

private:
    domain::LocalId plan(const domain::Event &event) { return *commands::Planner(*m_store).create(event); }
    void serve(const QJsonObject &activity);

    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<items::FitnessTimeline> m_timeline;
    std::unique_ptr<CalendarModel> m_model;
};

void CalendarModelTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    m_timeline = std::make_unique<items::FitnessTimeline>(*m_store);
    m_model = std::make_unique<CalendarModel>(*m_store, *m_timeline, m_locale);
}

void CalendarModelTest::cleanup()
{
    m_model.reset();
    m_timeline.reset();
    m_store.reset();
}

void CalendarModelTest::serve(const QJsonObject &activity)
{
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, activity).ok());
}

void CalendarModelTest::aWeekShowsWhatIsPlannedDoneAndMissed()
{
    const QAbstractItemModelTester tester(m_model.get());
    plan(session(u"Ride"_s, u"Tempo"_s, thursday.addDays(-2), 75));
    plan(session(u"Run"_s, u"Easy"_s, thursday, 30));
    domain::Event early = session(u"Swim"_s, u"Drills"_s, thursday, 20);
    early.start.time = QTime(6, 30);
    plan(early);
    serve({{u"id"_s, u"i7"_s},
        {u"type"_s, u"Run"_s},
        {u"name"_s, u"Parkrun"_s},
        {u"start_date_local"_s, u"2026-03-09T09:00:00"_s},
        {u"icu_training_load"_s, 40},
        {u"moving_time"_s, 1500}});
    QCOMPARE(printed(*m_model, thursday),
        u"Mon: Run Parkrun 40 done | Tue: Ride Tempo 75 missed | Thu: Swim Drills 20 planned, Run Easy 30 planned"_s);
}

void CalendarModelTest::planAndActivityBecomeOneCard()
{
    QVERIFY(store::RemoteFold(*m_store)
                .record(store::Kind::Event,
                    {{u"id"_s, 120000001},
                        {u"category"_s, u"WORKOUT"_s},
                        {u"type"_s, u"Ride"_s},
                        {u"name"_s, u"Sweet spot"_s},
                        {u"start_date_local"_s, u"2026-03-10T00:00:00"_s},
                        {u"icu_training_load"_s, 80},
                        {u"moving_time"_s, 3600},
                        {u"paired_activity_id"_s, u"i7"_s}})
                .ok());
    serve({{u"id"_s, u"i7"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"Morning ride"_s},
        {u"start_date_local"_s, u"2026-03-10T07:00:00"_s},
        {u"icu_training_load"_s, 60},
        {u"moving_time"_s, 3500},
        {u"paired_event_id"_s, 120000001}});
    QCOMPARE(printed(*m_model, thursday), u"Tue: Ride Morning ride 60 done 75%"_s);
    const items::Card &card = m_model->day(thursday.addDays(-2)).cards.constFirst();
    QVERIFY(!card.planId.value.isEmpty());
    QVERIFY(!card.movable);
    QCOMPARE(card.plannedLoad, 80);
}

void CalendarModelTest::spansKeepTheirLaneThroughTheWeek()
{
    domain::Event holiday;
    holiday.category = domain::Category::Holiday;
    holiday.name = u"Alps"_s;
    holiday.start.day = thursday.addDays(1);
    holiday.end = domain::LocalDateTime {thursday.addDays(6), {}};
    plan(holiday);
    domain::Event note;
    note.category = domain::Category::Note;
    note.name = u"Dentist"_s;
    note.start.day = thursday.addDays(2);
    plan(note);
    QCOMPARE(printed(*m_model, thursday), u"Fri: [Alps-] | Sat: [-Alps-], [Dentist] | Sun: [-Alps-]"_s);
    QCOMPARE(printed(*m_model, thursday.addDays(7)), u"Mon: [-Alps-] | Tue: [-Alps]"_s);
    const items::DayCell &saturday = m_model->day(thursday.addDays(2));
    QCOMPARE(saturday.lanes(), 2);
    QVERIFY(saturday.bars.at(0).lane != saturday.bars.at(1).lane);
}

void CalendarModelTest::movingAWorkoutTellsOnlyItsDays()
{
    const domain::LocalId id = plan(session(u"Ride"_s, u"Tempo"_s, thursday, 75));
    plan(session(u"Run"_s, u"Easy"_s, thursday.addDays(1), 30));
    QCOMPARE(printed(*m_model, thursday), u"Thu: Ride Tempo 75 planned | Fri: Run Easy 30 planned"_s);
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    QVERIFY(commands::Planner(*m_store).move({id}, 2).ok());
    QCOMPARE(printed(*m_model, thursday), u"Fri: Run Easy 30 planned | Sat: Ride Tempo 75 planned"_s);
    QSet<int> columns; // by the content; form is told apart with its role
    for (const QList<QVariant> &signal : changed) {
        if (!signal.at(2).value<QList<int>>().contains(items::FormRole)) {
            QCOMPARE(signal.at(0).toModelIndex(), signal.at(1).toModelIndex());
            columns.insert(signal.at(0).toModelIndex().column());
        }
    }
    QVERIFY(columns.contains(3));
    QVERIFY(columns.contains(5));
    QVERIFY(!columns.contains(0));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(printed(*m_model, thursday), u"Thu: Ride Tempo 75 planned | Fri: Run Easy 30 planned"_s);
}

void CalendarModelTest::aReadingOfTheDayIsASentence()
{
    plan(session(u"Ride"_s, u"Tempo"_s, QDate(2026, 3, 17), 80));
    plan(session(u"Run"_s, u"Easy"_s, QDate(2026, 3, 17), 30));
    QCOMPARE(m_model->indexOf(QDate(2026, 3, 17)).data().toString(),
        u"Tuesday 17 March, 2 planned, load 110, form minus 12 optimal"_s);
    QCOMPARE(m_model->indexOf(QDate(2026, 3, 17)).data(items::LoadRole).toInt(), 110);
    QCOMPARE(m_model->indexOf(thursday).data().toString(), u"Thursday 12 March, today"_s);
}

void CalendarModelTest::weeksBeginWhereTheLocaleSays()
{
    const CalendarModel american(*m_store, *m_timeline, QLocale(QLocale::English, QLocale::UnitedStates));
    QCOMPARE(american.dayAt(american.rowOf(thursday), 0).dayOfWeek(), int(Qt::Sunday));
    QCOMPARE(american.headerData(0, Qt::Horizontal).toString(), u"Sun"_s);
    QCOMPARE(m_model->dayAt(m_model->rowOf(thursday), 0), QDate(2026, 3, 9));
    QCOMPARE(m_model->headerData(m_model->rowOf(thursday), Qt::Vertical).toInt(), 11);
}

void CalendarModelTest::theWeekAddsUp()
{
    plan(session(u"Ride"_s, u"Tempo"_s, thursday, 75));
    plan(session(u"Run"_s, u"Easy"_s, thursday.addDays(1), 30));
    serve({{u"id"_s, u"i7"_s},
        {u"type"_s, u"Run"_s},
        {u"start_date_local"_s, u"2026-03-09T09:00:00"_s},
        {u"icu_training_load"_s, 40},
        {u"moving_time"_s, 1500},
        {u"distance"_s, 5000}});
    const items::WeekCell &week = m_model->week(m_model->rowOf(thursday)).week;
    QCOMPARE(week.plannedLoad, 105);
    QCOMPARE(week.plannedSeconds, 7200);
    QCOMPARE(week.doneLoad, 40);
    QCOMPARE(week.doneSeconds, 1500);
    QCOMPARE(week.doneMetres, 5000.0);
    QVERIFY(week.end.has_value());
    QCOMPARE(week.ramp, week.end->ctl);
}

void CalendarModelTest::targetsStandInTheirWeek()
{
    const QAbstractItemModelTester tester(m_model.get());
    const auto target = [](const QString &sport, const QString &name) {
        domain::Event event;
        event.category = domain::Category::Target;
        event.type = sport;
        event.name = name;
        event.start.day = QDate(2026, 3, 9);
        event.forWeek = true;
        return event;
    };
    domain::Event swim = target(u"Swim"_s, u"In the water"_s);
    swim.distanceTargetMetres = 4000;
    domain::Event ride = target(u"Ride"_s, {});
    ride.loadTarget = 400;
    ride.timeTarget = std::chrono::hours(8);
    plan(swim);
    const domain::LocalId id = plan(ride);
    const auto done = [this](const QString &key, const QString &sport, int load) {
        serve({{u"id"_s, key},
            {u"type"_s, sport},
            {u"start_date_local"_s, u"2026-03-10T09:00:00"_s},
            {u"icu_training_load"_s, load},
            {u"moving_time"_s, 3600},
            {u"distance"_s, 1500}});
    };
    done(u"i1"_s, u"VirtualRide"_s, 70);
    done(u"i2"_s, u"GravelRide"_s, 30);
    done(u"i3"_s, u"Run"_s, 50);
    done(u"i4"_s, u"OpenWaterSwim"_s, 20);
    const auto week = [this]() -> const items::WeekCell & { return m_model->week(m_model->rowOf(thursday)).week; };
    QCOMPARE(week().targets.size(), 2);
    const items::WeekTarget &first = week().targets.constFirst(); // rides come before swims
    QCOMPARE(first.id, id);
    QCOMPARE(first.load, std::optional<int>(400));
    QCOMPARE(first.seconds, std::optional<int>(8 * 3600));
    QVERIFY(!first.metres);
    QCOMPARE(first.doneLoad, 100); // indoor and gravel rides are rides, runs are not
    QCOMPARE(first.doneSeconds, 7200);
    QCOMPARE(week().targets.constLast().doneMetres, 1500.0);
    QVERIFY(week().notes.isEmpty());
    const QString read = m_model->index(m_model->rowOf(thursday), items::weekColumn).data().toString();
    QVERIFY2(read.contains(u"Ride target: load 100 of 400, 2.0 of 8.0 hours"_s)
            && read.contains(u"In the water: 2 of 4 km"_s),
        qPrintable(read));
    // A change tells only the week's column.
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    domain::Event more = *m_store->event(id);
    more.loadTarget = 450;
    QVERIFY(commands::Planner(*m_store).edit(id, more).ok());
    QCOMPARE(week().targets.constFirst().load, std::optional<int>(450));
    for (const QList<QVariant> &signal : changed)
        QVERIFY(signal.at(0).toModelIndex().column() == items::weekColumn
            || signal.at(2).value<QList<int>>().contains(items::FormRole));
    QVERIFY(!changed.isEmpty());
    QVERIFY(commands::Planner(*m_store).remove({id}).ok());
    QCOMPARE(week().targets.size(), 1);
}

void CalendarModelTest::phasesNameTheirWeeks()
{
    domain::Event phase;
    phase.category = domain::Category::Plan;
    phase.name = u"Build 2"_s;
    phase.start.day = QDate(2026, 3, 9);
    phase.end = domain::LocalDateTime {QDate(2026, 3, 23), {}};
    plan(phase);
    QCOMPARE(m_model->week(m_model->rowOf(QDate(2026, 3, 9))).week.phase, u"Build 2"_s);
    QCOMPARE(m_model->week(m_model->rowOf(QDate(2026, 3, 16))).week.phase, u"Build 2"_s);
    QCOMPARE(m_model->week(m_model->rowOf(QDate(2026, 3, 23))).week.phase, QString());
}

MICROCYCLE_CORE_TEST(CalendarModelTest)
#include "tst_calendarmodel.moc"
