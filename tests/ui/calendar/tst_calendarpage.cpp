// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/calendar/inspector.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ui::CalendarGrid;
using ui::CalendarPage;

namespace {

const QDate today(2026, 3, 11); // a Wednesday

/// A session of the sample season: day counted from the Monday of the week before today.
struct Sample {
    int day;
    const char *type;
    const char *name;
    int minutes;
    int load;
    const char *text;
    int doneLoad; ///< 0: not done
};

constexpr auto spin = "- 45m 55%";
constexpr auto sweet = "- 15m 60%\n\n3x\n- 12m 92%\n- 4m 55%\n\n- 10m 50%";
constexpr auto vo2 = "- 15m 60%\n\n5x\n- 4m 115%\n- 3m 50%\n\n- 10m 50%";
constexpr auto run = "- 10m 65% Pace\n- 30m 80% Pace\n- 10m 65% Pace";
constexpr auto endurance = "- 10m 55%\n- 90m 70%\n- 10m 55%";
constexpr auto longRide = "- 15m 55%\n- 2h40m 68%\n- 30m 85%\n- 15m 50%";

constexpr Sample samples[] {
    {0, "Ride", "Recovery spin", 45, 22, spin, 22}, {1, "Ride", "Sweet spot 3×12", 73, 82, sweet, 84},
    {2, "Run", "Easy run", 50, 41, run, 39}, {2, "WeightTraining", "Strength A", 40, 0, "", 0},
    {3, "Ride", "VO2 5×4", 60, 78, vo2, 51}, {5, "Ride", "Long with tempo", 220, 178, longRide, 186},
    {6, "Ride", "Endurance 110", 110, 74, endurance, 0}, {7, "Run", "Easy run", 50, 41, run, 39},
    {8, "Ride", "Endurance 110", 110, 74, endurance, 76}, {9, "Ride", "VO2 5×4", 60, 78, vo2, 0},
    {9, "Swim", "Swim CSS", 45, 38, "", 0}, {10, "WeightTraining", "Strength A", 40, 0, "", 0},
    {11, "Run", "Easy run", 50, 41, run, 0}, {12, "Ride", "Long with tempo", 220, 178, longRide, 0},
    {13, "Ride", "Recovery spin", 45, 22, spin, 0}, {14, "Swim", "Swim CSS", 45, 38, "", 0},
    {15, "Ride", "Sweet spot 3×12", 73, 82, sweet, 0}, {16, "Run", "30/30 ×8", 41, 52, "- 10m 65% Pace\n\n8x\n- 30s 115% Pace\n- 30s 60% Pace\n\n- 10m 65% Pace", 0},
    {18, "Ride", "VO2 5×4", 60, 78, vo2, 0}, {19, "Ride", "Long with tempo", 220, 178, longRide, 0},
    {20, "Run", "Long run", 90, 84, "- 15m 65% Pace\n- 60m 75% Pace\n- 15m 65% Pace", 0},
    {22, "Ride", "Recovery spin", 45, 22, spin, 0}, {23, "Run", "Easy run", 50, 41, run, 0},
    {24, "Ride", "Tempo 40", 65, 66, "- 15m 60%\n- 40m 85%\n- 10m 50%", 0}, {27, "Ride", "Recovery spin", 45, 22, spin, 0},
};

}

class CalendarPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void draggingACardMovesItAndUndoBringsItBack();
    void escapeEndsADragWithoutAChange();
    void controlMakesADragACopy();
    void aSelectionMovesTogether();
    void whatIsDoneStaysWhereItIs();
    void aDragRepaintsOnlyItsSurroundings();
    void altAndArrowsMoveWhatIsSelected();
    void theKeyboardWalksDaysAndCards();
    void copyAndPasteKeepDistances();
    void deletingIsUndoable();
    void aDoubleClickOnAnEmptyDayPlansAWorkout();
    void escapeDropsADraft();
    void theInspectorSavesFieldsAndKeepsWhatItCannotRead();
    void anActivityOpensItsOwnPage();
    void theFocusedDayIsToldToAssistants();
    void pictures();

private:
    domain::LocalId plan(const QString &name, QDate day, int load = 60);
    void sampleSeason();
    void show(QSize size = {1178, 860});
    [[nodiscard]] QPoint middleOf(const domain::LocalId &id) { return grid().cardRect(m_store->summary(id)->day, id).center(); }
    [[nodiscard]] QDate dayOf(const domain::LocalId &id) const { return m_store->summary(id)->day; }
    void dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {});
    [[nodiscard]] CalendarGrid &grid() { return m_page->grid(); }
    void key(Qt::Key which, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&grid(), which, modifiers); }
    [[nodiscard]] QLineEdit *field(const char *name) { return m_page->findChild<QLineEdit *>(QLatin1StringView(name)); }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<CalendarPage> m_page;
};

void CalendarPageTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setChoice(ui::Theme::Choice::Light);
    m_theme->applyTo(*qApp);
}

void CalendarPageTest::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_store.reset();
}

void CalendarPageTest::show(QSize size)
{
    m_page = std::make_unique<CalendarPage>(*m_store, *m_theme, m_locale);
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    grid().setFocus();
}

domain::LocalId CalendarPageTest::plan(const QString &name, QDate day, int load)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = name;
    event.start.day = day;
    event.load = load;
    event.movingTime = std::chrono::hours(1);
    const auto id = commands::Planner(*m_store).create(event);
    return id.ok() ? *id : domain::LocalId {};
}

void CalendarPageTest::dragTo(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers)
{
    QWidget *area = grid().viewport();
    QTest::mousePress(area, Qt::LeftButton, {}, from);
    const auto moveTo = [&](QPoint at) {
        QMouseEvent event(QEvent::MouseMove, at, area->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, modifiers);
        QApplication::sendEvent(area, &event);
    };
    for (int step = 1; step <= 4; ++step)
        moveTo(from + (to - from) * step / 4);
}

void CalendarPageTest::draggingACardMovesItAndUndoBringsItBack()
{
    const domain::LocalId id = plan(u"VO2 5×4"_s, today);
    show();
    QSignalSpy said(m_page.get(), &CalendarPage::sentence);
    const QPoint target = grid().dayRect(today.addDays(3)).center();
    dragTo(middleOf(id), target);
    QVERIFY(grid().isDragging());
    QCOMPARE(grid().drag().target(), today.addDays(3));
    QCOMPARE(dayOf(id), today);
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, target);
    QVERIFY(!grid().isDragging());
    QCOMPARE(dayOf(id), today.addDays(3));
    QCOMPARE(said.count(), 1);
    QCOMPARE(said.constFirst().constFirst().toString(), u"Moved VO2 5×4 to Sat 14."_s);
    QVERIFY(said.constFirst().at(1).toBool());
    QCOMPARE(grid().selection().keys(), QList<domain::LocalId> {id});
    QVERIFY(m_store->undo().ok());
    QCOMPARE(dayOf(id), today);
    QVERIFY(!grid().cardRect(today, id).isEmpty());
}

void CalendarPageTest::escapeEndsADragWithoutAChange()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    dragTo(middleOf(id), grid().dayRect(today.addDays(1)).center());
    QVERIFY(grid().isDragging());
    key(Qt::Key_Escape);
    QVERIFY(!grid().isDragging());
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, grid().dayRect(today.addDays(1)).center());
    QCOMPARE(dayOf(id), today);
}

void CalendarPageTest::controlMakesADragACopy()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    const QPoint target = grid().dayRect(today.addDays(8)).center();
    dragTo(middleOf(id), target, Qt::ControlModifier);
    QVERIFY(grid().drag().copies());
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, Qt::ControlModifier, target);
    QCOMPARE(dayOf(id), today);
    const auto copies = m_store->events({today.addDays(8), today.addDays(8)});
    QCOMPARE(copies.size(), 1);
    QCOMPARE(copies.constFirst().name, u"Tempo"_s);
}

void CalendarPageTest::aSelectionMovesTogether()
{
    const domain::LocalId first = plan(u"Tempo"_s, today);
    const domain::LocalId second = plan(u"Long"_s, today.addDays(2));
    show();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {}, middleOf(first));
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, Qt::ControlModifier, middleOf(second));
    QCOMPARE(grid().selection().size(), 2);
    const QPoint target = grid().dayRect(today.addDays(7)).center();
    dragTo(middleOf(first), target);
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, target);
    QCOMPARE(dayOf(first), today.addDays(7));
    QCOMPARE(dayOf(second), today.addDays(9));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(dayOf(second), today.addDays(2));
}

void CalendarPageTest::whatIsDoneStaysWhereItIs()
{
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, {{u"id"_s, u"i7"_s}, {u"type"_s, u"Run"_s}, {u"name"_s, u"Parkrun"_s},
        {u"start_date_local"_s, u"2026-03-10T09:00:00"_s}, {u"icu_training_load"_s, 40}, {u"moving_time"_s, 1500}}).ok());
    show();
    const domain::LocalId id = m_store->activities({today.addDays(-1), today.addDays(-1)}).constFirst().id;
    dragTo(middleOf(id), grid().dayRect(today.addDays(2)).center());
    QVERIFY(!grid().isDragging());
}

void CalendarPageTest::aDragRepaintsOnlyItsSurroundings()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    const QPoint from = middleOf(id);
    dragTo(from, from + QPoint(60, 0));
    QVERIFY(grid().isDragging());
    QCoreApplication::processEvents();

    /// Measures what the viewport was asked to paint.
    class PaintWatch : public QObject
    {
    public:
        bool eventFilter(QObject *, QEvent *event) override
        {
            if (event->type() == QEvent::Paint)
                painted += static_cast<QPaintEvent *>(event)->region();
            return false;
        }
        QRegion painted;
    } watch;
    grid().viewport()->installEventFilter(&watch);
    const QPoint next = from + QPoint(64, 2);
    QMouseEvent event(QEvent::MouseMove, next, grid().viewport()->mapToGlobal(next), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(grid().viewport(), &event);
    QCoreApplication::processEvents();
    qint64 pixels = 0;
    for (const QRect &rect : watch.painted)
        pixels += qint64(rect.width()) * rect.height();
    QVERIFY(pixels > 0);
    QVERIFY(pixels < qint64(grid().viewport()->width()) * grid().viewport()->height() / 8);
}

void CalendarPageTest::altAndArrowsMoveWhatIsSelected()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    QCOMPARE(grid().focusDay(), today);
    key(Qt::Key_Space);
    key(Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(dayOf(id), today.addDays(1));
    QCOMPARE(grid().focusDay(), today.addDays(1));
    key(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(dayOf(id), today.addDays(8));
    key(Qt::Key_Up, Qt::AltModifier | Qt::ControlModifier);
    QCOMPARE(dayOf(id), today.addDays(8));
    QCOMPARE(m_store->events({today.addDays(1), today.addDays(1)}).size(), 1);
}

void CalendarPageTest::theKeyboardWalksDaysAndCards()
{
    plan(u"Tempo"_s, today);
    plan(u"Gym"_s, today);
    show();
    key(Qt::Key_Home);
    QCOMPARE(grid().focusDay(), QDate(2026, 3, 9));
    key(Qt::Key_End);
    QCOMPARE(grid().focusDay(), QDate(2026, 3, 15));
    key(Qt::Key_PageDown);
    QCOMPARE(grid().focusDay(), QDate(2026, 4, 12));
    QVERIFY(grid().visibleDays().contains(QDate(2026, 4, 12)));
    for (int i = 0; i < 40; ++i)
        key(Qt::Key_Down);
    QVERIFY(grid().visibleDays().contains(grid().focusDay()));
    key(Qt::Key_T);
    QCOMPARE(grid().focusDay(), today);
    key(Qt::Key_Tab);
    QVERIFY(grid().hasFocus());
    QVERIFY(grid().accessibleDescription().startsWith("Gym"_L1));
    key(Qt::Key_Tab);
    QVERIFY(grid().accessibleDescription().startsWith("Tempo"_L1));
    key(Qt::Key_Space);
    QCOMPARE(grid().selectedItems().constFirst().card.name, u"Tempo"_s);
}

void CalendarPageTest::copyAndPasteKeepDistances()
{
    plan(u"Tempo"_s, today);
    plan(u"Long"_s, today.addDays(2));
    show();
    key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(grid().selection().size(), 2);
    key(Qt::Key_C, Qt::ControlModifier);
    key(Qt::Key_Down);
    key(Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_store->events({today.addDays(7), today.addDays(7)}).constFirst().name, u"Tempo"_s);
    QCOMPARE(m_store->events({today.addDays(9), today.addDays(9)}).constFirst().name, u"Long"_s);
}

void CalendarPageTest::deletingIsUndoable()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    key(Qt::Key_Space);
    key(Qt::Key_Delete);
    QVERIFY(m_store->events({today, today}).isEmpty());
    QVERIFY(m_store->undo().ok());
    QVERIFY(!grid().cardRect(today, id).isEmpty());
}

void CalendarPageTest::aDoubleClickOnAnEmptyDayPlansAWorkout()
{
    show();
    const QRect cell = grid().dayRect(today.addDays(2));
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, cell.center());
    QVERIFY(m_page->inspector().isVisible());
    QVERIFY(m_page->inspector().isDraft());
    QVERIFY(m_store->events({today, today.addDays(7)}).isEmpty());
    QTest::keyClicks(field("inspector-name"), u"Hill repeats"_s);
    QTest::keyClick(field("inspector-name"), Qt::Key_Return);
    const auto planned = m_store->events({today.addDays(2), today.addDays(2)});
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned.constFirst().name, u"Hill repeats"_s);
    QCOMPARE(planned.constFirst().type, u"Ride"_s);
    QVERIFY(!m_page->inspector().isDraft());
}

void CalendarPageTest::escapeDropsADraft()
{
    show();
    key(Qt::Key_N);
    QVERIFY(m_page->inspector().isVisible());
    QTest::keyClicks(field("inspector-name"), u"Never mind"_s);
    QTest::keyClick(field("inspector-name"), Qt::Key_Escape);
    QVERIFY(!m_page->inspector().isVisible());
    QVERIFY(m_store->events({today, today}).isEmpty());
}

void CalendarPageTest::theInspectorSavesFieldsAndKeepsWhatItCannotRead()
{
    const domain::LocalId id = plan(u"Tempo"_s, today);
    show();
    key(Qt::Key_Return);
    QCOMPARE(m_page->inspector().current(), id);
    QLineEdit *duration = field("inspector-duration");
    QCOMPARE(duration->text(), u"1:00"_s);
    duration->setText(u"quite long"_s);
    QTest::keyClick(duration, Qt::Key_Return);
    QCOMPARE(duration->text(), u"quite long"_s);
    QVERIFY(!duration->accessibleDescription().isEmpty());
    QCOMPARE(m_store->summary(id)->movingTime, std::chrono::seconds(3600));
    duration->setText(u"1h30"_s);
    QTest::keyClick(duration, Qt::Key_Return);
    QCOMPARE(m_store->summary(id)->movingTime, std::chrono::seconds(5400));
    QLineEdit *load = field("inspector-load");
    load->setText(u"95"_s);
    QTest::keyClick(load, Qt::Key_Return);
    QCOMPARE(m_store->summary(id)->load, 95);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->summary(id)->load, 60);
    QCOMPARE(load->text(), u"60"_s);
}

void CalendarPageTest::anActivityOpensItsOwnPage()
{
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Activity, {{u"id"_s, u"i7"_s}, {u"type"_s, u"Run"_s}, {u"name"_s, u"Parkrun"_s},
        {u"start_date_local"_s, u"2026-03-11T07:00:00"_s}, {u"moving_time"_s, 1500}}).ok());
    show();
    QSignalSpy opened(m_page.get(), &CalendarPage::activityOpenRequested);
    const domain::LocalId id = m_store->activities({today, today}).constFirst().id;
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, middleOf(id));
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.constFirst().constFirst().value<domain::LocalId>(), id);
}

void CalendarPageTest::theFocusedDayIsToldToAssistants()
{
    plan(u"Tempo"_s, today.addDays(1), 60);
    show();
    key(Qt::Key_Right);
    QVERIFY(grid().accessibleDescription().startsWith("Thursday 12 March, 1 planned, load 60"_L1));
}

void CalendarPageTest::sampleSeason()
{
    store::RemoteFold fold(*m_store);
    QVERIFY(fold.athlete({{u"id"_s, u"i1"_s}, {u"name"_s, u"Sample"_s}}).ok());
    QVERIFY(fold.sports({QJsonObject {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 260}, {u"lthr"_s, 168}},
        QJsonObject {{u"id"_s, 2}, {u"types"_s, QJsonArray {u"Run"_s}}, {u"threshold_pace"_s, 4.2}, {u"pace_units"_s, u"MINS_KM"_s}}}).ok());
    const QDate monday = today.addDays(-9);
    double ctl = 55;
    double atl = 60;
    for (QDate day = monday.addDays(-60); day < today; day = day.addDays(1)) {
        const int load = day.dayOfWeek() == 1 ? 0 : 45 + 35 * int(day.toJulianDay() * 7 % 4);
        ctl += (load - ctl) * analysis::fitnessGain;
        atl += (load - atl) * analysis::fatigueGain;
        QVERIFY(fold.record(store::Kind::Wellness, {{u"id"_s, day.toString(Qt::ISODate)}, {u"ctl"_s, ctl}, {u"atl"_s, atl}}).ok());
        if (day < monday && load > 0)
            QVERIFY(fold.record(store::Kind::Activity, {{u"id"_s, u"h%1"_s.arg(day.toJulianDay())}, {u"type"_s, u"Ride"_s}, {u"name"_s, u"Ride"_s},
                {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T08:00:00"_s}, {u"icu_training_load"_s, load}, {u"moving_time"_s, load * 50}}).ok());
    }
    int number = 1000;
    for (const Sample &sample : samples) {
        const QDate day = monday.addDays(sample.day);
        const QString activity = u"i%1"_s.arg(++number);
        QJsonObject event {{u"id"_s, number}, {u"category"_s, u"WORKOUT"_s}, {u"type"_s, QLatin1StringView(sample.type)},
            {u"name"_s, QString::fromUtf8(sample.name)}, {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"moving_time"_s, sample.minutes * 60}, {u"description"_s, QLatin1StringView(sample.text)}};
        if (sample.load > 0)
            event.insert(u"icu_training_load"_s, sample.load);
        if (sample.doneLoad > 0) {
            event.insert(u"paired_activity_id"_s, activity);
            QVERIFY(fold.record(store::Kind::Activity, {{u"id"_s, activity}, {u"type"_s, QLatin1StringView(sample.type)},
                {u"name"_s, QString::fromUtf8(sample.name)}, {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T07:30:00"_s},
                {u"icu_training_load"_s, sample.doneLoad}, {u"moving_time"_s, sample.minutes * 60 * sample.doneLoad / sample.load},
                {u"paired_event_id"_s, number}}).ok());
        }
        QVERIFY(fold.record(store::Kind::Event, event).ok());
    }
    const auto mark = [&](const char *category, const QString &name, QDate from, int days, const QString &color = {}) {
        QJsonObject event {{u"id"_s, ++number}, {u"category"_s, QLatin1StringView(category)}, {u"name"_s, name},
            {u"start_date_local"_s, from.toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"end_date_local"_s, from.addDays(days).toString(Qt::ISODate) + u"T00:00:00"_s}, {u"color"_s, color}};
        if (QByteArray(category).startsWith("RACE")) {
            event.insert(u"type"_s, u"Ride"_s);
            event.insert(u"moving_time"_s, 9000);
            event.insert(u"icu_training_load"_s, 165);
        }
        QVERIFY(fold.record(store::Kind::Event, event).ok());
    };
    mark("NOTE", u"Travel · Lyon"_s, monday.addDays(4), 1);
    mark("HOLIDAY", u"Family weekend"_s, monday.addDays(17), 2);
    mark("RACE_B", u"Tour du Lac"_s, monday.addDays(26), 1);
    mark("RACE_A", u"Marmotte"_s, QDate(2026, 4, 26), 1);
    mark("PLAN", u"Build 2"_s, monday, 14, u"#3fb08f"_s);
    mark("PLAN", u"Build 3"_s, monday.addDays(14), 7, u"#e3b53a"_s);
    mark("PLAN", u"Recovery"_s, monday.addDays(21), 7, u"#a3adb9"_s);
}

void CalendarPageTest::pictures()
{
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    sampleSeason();
    for (const auto choice : {ui::Theme::Choice::Light, ui::Theme::Choice::Dark}) {
        m_theme->setChoice(choice);
        m_theme->applyTo(*qApp);
        show({1380, 868});
        const QString name = choice == ui::Theme::Choice::Dark ? u"dark"_s : u"light"_s;
        const QImage still = m_page->grab().toImage();
        QVERIFY(!still.isNull());
        domain::LocalId id;
        for (const store::Summary &event : m_store->events({today, today})) {
            if (event.name.startsWith("VO2"_L1))
                id = event.id;
        }
        dragTo(middleOf(id), grid().dayRect(today.addDays(1)).center() + QPoint(4, 22));
        QVERIFY(grid().isDragging());
        const QImage dragging = m_page->grab().toImage();
        QVERIFY(dragging != still);
        const QPoint nextWeek = grid().dayRect(today.addDays(8)).center() + QPoint(0, 40);
        QMouseEvent on(QEvent::MouseMove, nextWeek, grid().viewport()->mapToGlobal(nextWeek), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(grid().viewport(), &on);
        const QImage across = m_page->grab().toImage();
        key(Qt::Key_Escape);
        QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, middleOf(id));
        m_page->open(id);
        QCoreApplication::processEvents();
        const QImage inspecting = m_page->grab().toImage();
        if (!folder.isEmpty()) {
            QVERIFY(still.save(u"%1/calendar-%2.png"_s.arg(folder, name)));
            QVERIFY(dragging.save(u"%1/calendar-dragging-%2.png"_s.arg(folder, name)));
            QVERIFY(across.save(u"%1/calendar-across-%2.png"_s.arg(folder, name)));
            QVERIFY(inspecting.save(u"%1/calendar-inspector-%2.png"_s.arg(folder, name)));
        }
        m_page.reset();
    }
}

MICROCYCLE_WIDGET_TEST(CalendarPageTest)
#include "tst_calendarpage.moc"
