// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/fitness.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "ui/calendar/calendargrid.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QMouseEvent>

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
    {0, "Ride", "Recovery spin", 45, 22, spin, 22},
    {1, "Ride", "Sweet spot 3×12", 73, 82, sweet, 84},
    {2, "Run", "Easy run", 50, 41, run, 39},
    {2, "WeightTraining", "Strength A", 40, 0, "", 0},
    {3, "Ride", "VO2 5×4", 60, 78, vo2, 51},
    {5, "Ride", "Long with tempo", 220, 178, longRide, 186},
    {6, "Ride", "Endurance 110", 110, 74, endurance, 0},
    {7, "Run", "Easy run", 50, 41, run, 39},
    {8, "Ride", "Endurance 110", 110, 74, endurance, 76},
    {9, "Ride", "VO2 5×4", 60, 78, vo2, 0},
    {9, "Swim", "Swim CSS", 45, 38, "", 0},
    {10, "WeightTraining", "Strength A", 40, 0, "", 0},
    {11, "Run", "Easy run", 50, 41, run, 0},
    {12, "Ride", "Long with tempo", 220, 178, longRide, 0},
    {13, "Ride", "Recovery spin", 45, 22, spin, 0},
    {14, "Swim", "Swim CSS", 45, 38, "", 0},
    {15, "Ride", "Sweet spot 3×12", 73, 82, sweet, 0},
    {16, "Run", "30/30 ×8", 41, 52, "- 10m 65% Pace\n\n8x\n- 30s 115% Pace\n- 30s 60% Pace\n\n- 10m 65% Pace", 0},
    {18, "Ride", "VO2 5×4", 60, 78, vo2, 0},
    {19, "Ride", "Long with tempo", 220, 178, longRide, 0},
    {20, "Run", "Long run", 90, 84, "- 15m 65% Pace\n- 60m 75% Pace\n- 15m 65% Pace", 0},
    {22, "Ride", "Recovery spin", 45, 22, spin, 0},
    {23, "Run", "Easy run", 50, 41, run, 0},
    {24, "Ride", "Tempo 40", 65, 66, "- 15m 60%\n- 40m 85%\n- 10m 50%", 0},
    {27, "Ride", "Recovery spin", 45, 22, spin, 0},
};

}

/// Draws the calendar of a sample season in both themes, at rest, while dragging and with an entry open. With
/// MICROCYCLE_PICTURES set to a folder it also writes the pictures there.
class CalendarPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aDragChangesThePicture_data();
    void aDragChangesThePicture();

private:
    void sampleSeason();
    [[nodiscard]] CalendarGrid &grid() { return m_page->grid(); }
    [[nodiscard]] QPoint middleOf(const domain::LocalId &id)
    {
        return grid().cardRect(m_store->summary(id)->day, id).center();
    }
    void pointTo(QPoint at);
    void save(const QImage &image, const QString &name) const;

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<CalendarPage> m_page;
};

void CalendarPicturesTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = std::move(opened).value();
    m_theme = std::make_unique<ui::Theme>();
    m_actions = std::make_unique<ui::Actions>(*m_theme);
    sampleSeason();
}

void CalendarPicturesTest::cleanup()
{
    m_page.reset();
    m_actions.reset();
    m_theme.reset();
    m_store.reset();
}

void CalendarPicturesTest::pointTo(QPoint at)
{
    QMouseEvent event(QEvent::MouseMove, at, grid().viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(grid().viewport(), &event);
}

void CalendarPicturesTest::save(const QImage &image, const QString &name) const
{
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))));
}

void CalendarPicturesTest::sampleSeason()
{
    store::RemoteFold fold(*m_store);
    QVERIFY(fold.athlete({{u"id"_s, u"i1"_s}, {u"name"_s, u"Sample"_s}}).ok());
    QVERIFY(fold.sports({QJsonObject {
                             {u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 260}, {u"lthr"_s, 168}},
                            QJsonObject {{u"id"_s, 2},
                                {u"types"_s, QJsonArray {u"Run"_s}},
                                {u"threshold_pace"_s, 4.2},
                                {u"pace_units"_s, u"MINS_KM"_s}}})
                .ok());
    const QDate monday = today.addDays(-9);
    double ctl = 55;
    double atl = 60;
    for (QDate day = monday.addDays(-60); day < today; day = day.addDays(1)) {
        const int load = day.dayOfWeek() == 1 ? 0 : 45 + 35 * int(day.toJulianDay() * 7 % 4);
        ctl += (load - ctl) * analysis::fitnessGain;
        atl += (load - atl) * analysis::fatigueGain;
        QVERIFY(
            fold.record(store::Kind::Wellness, {{u"id"_s, day.toString(Qt::ISODate)}, {u"ctl"_s, ctl}, {u"atl"_s, atl}})
                .ok());
        if (day < monday && load > 0)
            QVERIFY(fold.record(store::Kind::Activity,
                            {{u"id"_s, u"h%1"_s.arg(day.toJulianDay())},
                                {u"type"_s, u"Ride"_s},
                                {u"name"_s, u"Ride"_s},
                                {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T08:00:00"_s},
                                {u"icu_training_load"_s, load},
                                {u"moving_time"_s, load * 50}})
                        .ok());
    }
    int number = 1000;
    for (const Sample &sample : samples) {
        const QDate day = monday.addDays(sample.day);
        const QString activity = u"i%1"_s.arg(++number);
        QJsonObject event {{u"id"_s, number},
            {u"category"_s, u"WORKOUT"_s},
            {u"type"_s, QLatin1StringView(sample.type)},
            {u"name"_s, QString::fromUtf8(sample.name)},
            {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"moving_time"_s, sample.minutes * 60},
            {u"description"_s, QLatin1StringView(sample.text)}};
        if (sample.load > 0)
            event.insert(u"icu_training_load"_s, sample.load);
        if (sample.doneLoad > 0) {
            event.insert(u"paired_activity_id"_s, activity);
            QVERIFY(fold.record(store::Kind::Activity,
                            {{u"id"_s, activity},
                                {u"type"_s, QLatin1StringView(sample.type)},
                                {u"name"_s, QString::fromUtf8(sample.name)},
                                {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T07:30:00"_s},
                                {u"icu_training_load"_s, sample.doneLoad},
                                {u"moving_time"_s, sample.minutes * 60 * sample.doneLoad / sample.load},
                                {u"paired_event_id"_s, number}})
                        .ok());
        }
        QVERIFY(fold.record(store::Kind::Event, event).ok());
    }
    const auto mark = [&](const char *category, const QString &name, QDate from, int days, const QString &color = {}) {
        QJsonObject event {{u"id"_s, ++number},
            {u"category"_s, QLatin1StringView(category)},
            {u"name"_s, name},
            {u"start_date_local"_s, from.toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"end_date_local"_s, from.addDays(days).toString(Qt::ISODate) + u"T00:00:00"_s},
            {u"color"_s, color}};
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

void CalendarPicturesTest::aDragChangesThePicture_data()
{
    QTest::addColumn<int>("choice");
    QTest::newRow("light") << int(ui::Theme::Choice::Light);
    QTest::newRow("dark") << int(ui::Theme::Choice::Dark);
}

void CalendarPicturesTest::aDragChangesThePicture()
{
    QFETCH(int, choice);
    m_theme->setChoice(ui::Theme::Choice(choice));
    m_theme->applyTo(*qApp);
    m_page = std::make_unique<CalendarPage>(*m_store, *m_theme, m_locale, *m_actions);
    m_page->resize(1380, 868);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    grid().setFocus();
    QCoreApplication::processEvents();
    const QImage still = m_page->grab().toImage();
    save(still, u"calendar"_s);

    domain::LocalId id;
    for (const store::Summary &event : m_store->events({today, today})) {
        if (event.name.startsWith("VO2"_L1))
            id = event.id;
    }
    const QPoint from = middleOf(id);
    QTest::mousePress(grid().viewport(), Qt::LeftButton, {}, from);
    pointTo(from + QPoint(30, 0));
    pointTo(grid().dayRect(today.addDays(1)).center() + QPoint(4, 22));
    QVERIFY(grid().isDragging());
    const QImage dragging = m_page->grab().toImage();
    save(dragging, u"calendar-dragging"_s);
    pointTo(grid().dayRect(today.addDays(8)).center() + QPoint(0, 40));
    const QImage across = m_page->grab().toImage();
    save(across, u"calendar-across"_s);
    // The sums of both weeks and the projection follow the hand.
    const qreal ratio = still.devicePixelRatio();
    const auto part = [this, ratio](const QImage &image, const QRect &rect) {
        const QRect inPage(grid().viewport()->mapTo(m_page.get(), rect.topLeft()), rect.size());
        return image.copy(QRect(inPage.topLeft() * ratio, inPage.size() * ratio));
    };
    const QRect days = grid().dayRect(today.addDays(4)); // the Sunday: right of it are the week's sums
    const QRect sums(days.right() + 2, days.top(), 100, days.height());
    QCOMPARE(part(dragging, sums).isNull(), false);
    QVERIFY(part(across, sums) != part(still, sums));
    const QRect strip(60, grid().viewport()->height() + 20, 700, 80);
    QVERIFY(part(across, strip) != part(still, strip));

    QTest::keyClick(&grid(), Qt::Key_Escape);
    QTest::mouseRelease(grid().viewport(), Qt::LeftButton, {}, middleOf(id));
    m_page->open(id);
    QCoreApplication::processEvents();
    save(m_page->grab().toImage(), u"calendar-inspector"_s);
}

MICROCYCLE_WIDGET_TEST(CalendarPicturesTest)
#include "tst_calendarpictures.moc"
