// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/calendar/calendarwords.h"
#include "ui/calendar/cardlayout.h"
#include "ui/calendar/dragplan.h"
#include "ui/calendar/durationtext.h"
#include "ui/calendar/eventclipboard.h"

using namespace Qt::StringLiterals;
using namespace ui;

namespace {

const QDate thursday(2026, 3, 12);

items::Card card(const QString &id, int load = 50)
{
    items::Card card;
    card.id = {id};
    card.name = id;
    card.load = load;
    card.movingSeconds = 3600;
    card.movable = true;
    return card;
}

}

class CardLayoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePartsOfACardLieInsideIt_data();
    void thePartsOfACardLieInsideIt();
    void aWeekIsAsHighAsItsFullestDay();
    void barsComeBeforeCards();
    void columnsFillTheWidth_data();
    void columnsFillTheWidth();
    void aDragKeepsTheDistances();
    void aDragTellsBothWeeksSums();
    void aDragAdvises();
    void durationsAreReadAsPeopleWriteThem_data();
    void durationsAreReadAsPeopleWriteThem();
    void figuresUseTrueMinusSigns();
    void theClipboardKeepsEvents();
};

void CardLayoutTest::thePartsOfACardLieInsideIt_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("profile");
    QTest::addColumn<int>("mark");
    QTest::addColumn<int>("width");
    QTest::newRow("a plan") << int(items::CardState::Planned) << false << int(store::Mark::Synced) << 100;
    QTest::newRow("a plan with steps that waits")
        << int(items::CardState::Planned) << true << int(store::Mark::Waiting) << 160;
    QTest::newRow("done with steps") << int(items::CardState::Done) << true << int(store::Mark::Synced) << 160;
    QTest::newRow("missed and refused") << int(items::CardState::Missed) << false << int(store::Mark::Refused) << 90;
}

void CardLayoutTest::thePartsOfACardLieInsideIt()
{
    QFETCH(int, state);
    QFETCH(bool, profile);
    QFETCH(int, mark);
    QFETCH(int, width);
    const CardMetrics metrics;
    items::Card shown = card(u"a"_s);
    shown.state = items::CardState(state);
    shown.mark = store::Mark(mark);
    if (profile)
        shown.profile = "x";
    const QRect rect(7, 11, width, metrics.cardHeight(profile));
    const CardLayout layout = CardLayout::of(shown, rect, metrics);
    QList<QRect> parts {layout.name, layout.figures};
    if (!layout.icon.isEmpty())
        parts << layout.icon;
    if (!layout.glyph.isEmpty())
        parts << layout.glyph;
    if (!layout.mark.isEmpty())
        parts << layout.mark;
    if (!layout.profile.isEmpty())
        parts << layout.profile;
    QCOMPARE(parts.size(),
        2 + (width > metrics.narrow + 20) + (shown.state != items::CardState::Planned)
            + (shown.mark != store::Mark::Synced) + profile);
    for (int i = 0; i < parts.size(); ++i) {
        QVERIFY(rect.adjusted(metrics.edge, 1, -1, -1).contains(parts.at(i)));
        for (int k = 0; k < i; ++k)
            QVERIFY(!parts.at(i).intersects(parts.at(k)));
    }
}

void CardLayoutTest::aWeekIsAsHighAsItsFullestDay()
{
    const CardMetrics metrics;
    items::WeekRow row;
    const int least = weekHeight(row, metrics);
    QVERIFY(least >= metrics.headHeight + 2 * metrics.cardHeight(true));
    row.days[2].cards = {card(u"a"_s), card(u"b"_s)};
    QCOMPARE(weekHeight(row, metrics), least);
    for (const QString &id : {u"c"_s, u"d"_s, u"e"_s, u"f"_s})
        row.days[2].cards.append(card(id));
    QVERIFY(weekHeight(row, metrics) > least);
    const CellLayout layout = CellLayout::of(row.days[2], {0, 0, 100, 0}, metrics);
    QVERIFY(layout.cards.constLast().bottom() < weekHeight(row, metrics));
    for (int i = 1; i < layout.cards.size(); ++i)
        QVERIFY(layout.cards.at(i).top() > layout.cards.at(i - 1).bottom());
}

void CardLayoutTest::barsComeBeforeCards()
{
    const CardMetrics metrics;
    items::DayCell day;
    day.bars = {{{u"h"_s}, domain::Category::Holiday, u"Alps"_s, {}, 0, false, false, true},
        {{u"n"_s}, domain::Category::Note, u"Note"_s, {}, 1, false, false, true}};
    day.cards = {card(u"a"_s)};
    const CellLayout layout = CellLayout::of(day, {0, 0, 100, 300}, metrics);
    QVERIFY(layout.bars.at(0).top() > layout.head.bottom());
    QVERIFY(layout.bars.at(1).top() > layout.bars.at(0).bottom());
    QVERIFY(layout.cards.at(0).top() > layout.bars.at(1).bottom());
}

void CardLayoutTest::columnsFillTheWidth_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("a wide window") << 1178;
    QTest::newRow("a width that seven does not divide") << 1181;
    QTest::newRow("a narrow window") << 500;
}

void CardLayoutTest::columnsFillTheWidth()
{
    QFETCH(int, width);
    const Columns columns(width, 32, 176);
    QCOMPARE(columns.left(0), 32);
    QCOMPARE(columns.left(8), width);
    for (int column = 0; column < 7; ++column) {
        QVERIFY(std::abs(columns.width(column) - columns.width(0)) <= 1);
        QCOMPARE(columns.at(columns.left(column)), column);
        QCOMPARE(columns.at(columns.left(column + 1) - 1), column);
    }
    QCOMPARE(columns.at(width - 1), 7);
    QCOMPARE(columns.at(3), -1);
}

void CardLayoutTest::aDragKeepsTheDistances()
{
    DragPlan drag({{card(u"late"_s), thursday.addDays(3)}, {card(u"early"_s), thursday}}, 0);
    QCOMPARE(drag.grabbed().card.name, u"late"_s);
    QVERIFY(!drag.changesAnything());
    drag.setTarget(thursday.addDays(5));
    QCOMPARE(drag.offset(), 2);
    QCOMPARE(drag.ids().constFirst().value, u"early"_s);
    QCOMPARE(drag.landingOn(thursday.addDays(2)).size(), 1);
    QCOMPARE(drag.shifts().constFirst().to, thursday.addDays(2));
    drag.setCopies(true);
    QVERIFY(!drag.shifts().constFirst().from.isValid());
}

void CardLayoutTest::aDragTellsBothWeeksSums()
{
    const QDate monday(2026, 3, 9);
    DragPlan drag({{card(u"a"_s, 88), thursday}}, 0);
    drag.setTarget(thursday.addDays(6));
    QCOMPARE(drag.deltaOf(monday).load, -88);
    QCOMPARE(drag.deltaOf(monday.addDays(7)).load, 88);
    QCOMPARE(drag.deltaOf(monday.addDays(7)).seconds, 3600);
    QCOMPARE(drag.deltaOf(monday.addDays(14)).load, 0);
    drag.setTarget(thursday.addDays(1));
    QCOMPARE(drag.deltaOf(monday).load, 0);
    drag.setCopies(true);
    QCOMPARE(drag.deltaOf(monday).load, 88);
}

void CardLayoutTest::aDragAdvises()
{
    DragPlan drag({{card(u"a"_s), thursday.addDays(1)}}, 0);
    items::DayCell target;
    target.date = thursday.addDays(1);
    QCOMPARE(drag.advice(target, thursday), DragPlan::Advice::Nothing);
    drag.setTarget(target.date = thursday.addDays(2));
    QCOMPARE(drag.advice(target, thursday), DragPlan::Advice::Fits);
    target.bars = {{{u"h"_s}, domain::Category::Holiday, u"Alps"_s, {}, 0, false, false, true}};
    QCOMPARE(drag.advice(target, thursday), DragPlan::Advice::OffDay);
    drag.setTarget(target.date = thursday.addDays(-1));
    QCOMPARE(drag.advice(target, thursday), DragPlan::Advice::Past);
}

void CardLayoutTest::durationsAreReadAsPeopleWriteThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("seconds"); // -1: refused
    QTest::newRow("hours and minutes with a colon") << u"1:30"_s << 5400;
    QTest::newRow("hours and minutes with an h") << u"1h30"_s << 5400;
    QTest::newRow("minutes") << u"90m"_s << 5400;
    QTest::newRow("minutes in words") << u"90 min"_s << 5400;
    QTest::newRow("a bare number is minutes") << u"45"_s << 2700;
    QTest::newRow("part of an hour") << u"1.5h"_s << 5400;
    QTest::newRow("part of an hour with a comma") << u"1,5 h"_s << 5400;
    QTest::newRow("with seconds") << u"0:45:30"_s << 2730;
    QTest::newRow("hours alone") << u"2h"_s << 7200;
    QTest::newRow("hours and minutes named") << u"1h 05m"_s << 3900;
    QTest::newRow("a word is refused") << u"long"_s << -1;
    QTest::newRow("nothing is refused") << QString() << -1;
    QTest::newRow("seventy minutes after the colon are refused") << u"1:70"_s << -1;
    QTest::newRow("more than a week is refused") << u"200h"_s << -1;
    QTest::newRow("a negative time is refused") << u"-20m"_s << -1;
}

void CardLayoutTest::durationsAreReadAsPeopleWriteThem()
{
    QFETCH(QString, text);
    QFETCH(int, seconds);
    QCOMPARE(parseDuration(text).value_or(-1), seconds);
    if (seconds >= 0)
        QCOMPARE(parseDuration(durationText(seconds)).value_or(-1), seconds);
}

void CardLayoutTest::figuresUseTrueMinusSigns()
{
    const CalendarWords words(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QCOMPARE(words.number(-12.4), QString(QChar(0x2212)) + u"12"_s);
    QCOMPARE(words.number(-0.2), u"0"_s);
    QCOMPARE(words.signedNumber(3.14, 1), u"+3.1"_s);
    QCOMPARE(words.duration(3900), u"1h05"_s);
    QCOMPARE(words.duration({}), u"–"_s);
    QCOMPARE(words.moveHint(1, thursday, 1, false), u"Move to Thu 12 · +1 day"_s);
    QCOMPARE(words.moveHint(3, thursday, -5, true), u"Copy 3 to Thu 12 · "_s + QChar(0x2212) + u"5 days"_s);
    QCOMPARE(words.moved(u"VO2 5×4"_s, 1, thursday), u"Moved VO2 5×4 to Thu 12."_s);
}

void CardLayoutTest::theClipboardKeepsEvents()
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.name = u"Openers"_s;
    event.type = u"Ride"_s;
    event.start.day = thursday;
    event.description = u"- 10m 60%"_s;
    const auto data = eventclipboard::write({event});
    QCOMPARE(data->text(), u"Openers\n- 10m 60%"_s);
    QCOMPARE(eventclipboard::read(data.get()), QList<domain::Event> {event});
    QMimeData foreign;
    foreign.setText(u"anything"_s);
    QVERIFY(eventclipboard::read(&foreign).isEmpty());
    foreign.setData(u"application/x-microcycle-events+json"_s, "[{\"start_date_local\":7}, null, \"x\"");
    QVERIFY(eventclipboard::read(&foreign).isEmpty());
}

MICROCYCLE_WIDGET_TEST(CardLayoutTest)
#include "tst_cardlayout.moc"
