// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/calendar/calendarstage.h"
#include "ui/calendar/targetwords.h"
#include "ui/calendar/weektargets.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

/// What a week shall come to: set beside the grid, seen in the week's column.
class WeekTargetsTest
    : public QObject
    , private CalendarStage
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        show();
    }
    void cleanup() { tearDown(); }
    void aTargetIsSetByKeyboardAlone();
    void aSecondPressOnTheSumsOpensTheirWeek();
    void aFigureIsChangedAndUndone();
    void anEmptiedTargetIsRemoved();
    void twoTargetsOfOneSportAreTwoRows();
    void whatCannotBeReadStaysWithItsReason_data();
    void whatCannotBeReadStaysWithItsReason();
    void theWeekBeforeIsRepeatedAsOneStep();
    void escapeSavesAndGoesBackToTheGrid();
    void targetsAreSaidInWords();

private:
    [[nodiscard]] ui::WeekTargets &panel() { return m_page->targets(); }
    [[nodiscard]] QLineEdit *figure(const char *name, int row = 0)
    {
        return panel().rows().value(row)->findChild<QLineEdit *>(QLatin1StringView(name));
    }
    [[nodiscard]] QList<domain::Event> stored(QDate inWeek)
    {
        const QDate first = inWeek.addDays(1 - inWeek.dayOfWeek());
        QList<domain::Event> targets;
        for (const store::Summary &summary : m_store->events({first, first.addDays(6)})) {
            if (summary.category == domain::Category::Target)
                targets.append(*m_store->event(summary.id));
        }
        return targets;
    }
    domain::LocalId target(const QString &sport, QDate day, int load)
    {
        domain::Event event;
        event.category = domain::Category::Target;
        event.type = sport;
        event.name = sport + u" target"_s;
        event.start.day = day;
        event.forWeek = true;
        event.loadTarget = load;
        const auto id = commands::Planner(*m_store).create(event);
        return id.ok() ? *id : domain::LocalId {};
    }
    void type(QLineEdit *into, const QString &text)
    {
        into->setFocus();
        into->selectAll();
        QTest::keyClick(into, Qt::Key_Delete);
        QTest::keyClicks(into, text);
        QTest::keyClick(into, Qt::Key_Tab);
    }

    const QDate monday {2026, 3, 9};
};

void WeekTargetsTest::aTargetIsSetByKeyboardAlone()
{
    m_actions->action(u"calendar.targets"_s)->trigger();
    QVERIFY(panel().isVisible());
    QCOMPARE(panel().week(), monday);
    QVERIFY(panel().sports().hasFocus());
    QCOMPARE(panel().sports().currentData().toString(), u"Ride"_s);
    QTest::keyClick(&panel().sports(), Qt::Key_Tab);
    QVERIFY(panel().addButton().hasFocus());
    QTest::keyClick(&panel().addButton(), Qt::Key_Space);
    QVERIFY(figure("target-load")->hasFocus());
    QVERIFY(stored(today).isEmpty());
    type(figure("target-load"), u"400"_s);
    QVERIFY2(figure("target-time")->hasFocus(),
        QApplication::focusWidget() ? QApplication::focusWidget()->metaObject()->className() : "nobody");
    QCOMPARE(stored(today).size(), 1);
    type(figure("target-time"), u"8"_s); // of a week a bare number means hours
    QVERIFY(figure("target-distance")->hasFocus());
    type(figure("target-distance"), u"210.5"_s);
    const domain::Event made = stored(today).constFirst();
    QCOMPARE(made.type, u"Ride"_s);
    QCOMPARE(made.start.day, monday);
    QVERIFY(made.forWeek);
    QCOMPARE(made.loadTarget, std::optional<int>(400));
    QCOMPARE(made.timeTarget, std::optional<std::chrono::seconds>(8 * 3600));
    QCOMPARE(made.distanceTargetMetres, std::optional<double>(210'500));
    QVERIFY(panel().sports().findData(u"Ride"_s) < 0); // one target for each sport
}

void WeekTargetsTest::twoTargetsOfOneSportAreTwoRows()
{
    const domain::LocalId first = target(u"Ride"_s, monday, 300);
    const domain::LocalId second = target(u"Ride"_s, monday, 90);
    domain::Event named = *m_store->event(second);
    named.name = u"On the trainer"_s;
    QVERIFY(commands::Planner(*m_store).edit(second, named).ok());
    m_page->setTargets(monday);
    QCOMPARE(panel().rows().size(), 2);
    const int row = panel().rows().at(0)->id() == second ? 0 : 1;
    QCOMPARE(figure("target-load", row)->text(), u"90"_s);
    QCOMPARE(figure("target-load", 1 - row)->text(), u"300"_s);
    QCOMPARE(panel().rows().at(row)->findChild<QLabel *>()->text(), u"Ride · On the trainer"_s);
    type(figure("target-load", row), u"120"_s);
    QCOMPARE(m_store->event(first)->loadTarget, 300);
    QCOMPARE(m_store->event(second)->loadTarget, 120);
    type(figure("target-load", row), QString());
    QVERIFY(!m_store->event(second).ok());
    QCOMPARE(panel().rows().size(), 1);
    QCOMPARE(panel().rows().constFirst()->id(), first);
    QCOMPARE(panel().rows().constFirst()->findChild<QLabel *>()->text(), u"Ride"_s);
}

void WeekTargetsTest::aSecondPressOnTheSumsOpensTheirWeek()
{
    const QRect sunday = grid().dayRect(monday.addDays(13));
    QTest::mouseDClick(grid().viewport(), Qt::LeftButton, {}, {sunday.right() + 30, sunday.center().y()});
    QVERIFY(panel().isVisible());
    QCOMPARE(panel().week(), monday.addDays(7));
    QCOMPARE(grid().focusDay(), today.addDays(7));
}

void WeekTargetsTest::aFigureIsChangedAndUndone()
{
    const domain::LocalId id = target(u"Run"_s, monday, 200);
    m_page->open(id); // as from what waits to be sent
    QVERIFY(panel().isVisible());
    QCOMPARE(figure("target-load")->text(), u"200"_s);
    type(figure("target-load"), u"230"_s);
    QCOMPARE(m_store->event(id)->loadTarget, std::optional<int>(230));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->event(id)->loadTarget, std::optional<int>(200));
    QCOMPARE(figure("target-load")->text(), u"200"_s);
}

void WeekTargetsTest::anEmptiedTargetIsRemoved()
{
    target(u"Run"_s, monday, 200);
    target(u"Swim"_s, monday, 100);
    m_page->setTargets(today);
    QCOMPARE(panel().rows().size(), 2);
    type(figure("target-load"), {});
    QCOMPARE(stored(today).size(), 1);
    QCOMPARE(panel().rows().size(), 1);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(panel().rows().size(), 2);
    Q_EMIT panel().rows().constFirst()->removeRequested();
    QCOMPARE(stored(today).size(), 1);
}

void WeekTargetsTest::whatCannotBeReadStaysWithItsReason_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("word");
    QTest::newRow("a load of words") << QByteArray("target-load") << u"much"_s << u"1 to 5000"_s;
    QTest::newRow("a load below one") << QByteArray("target-load") << u"0"_s << u"1 to 5000"_s;
    QTest::newRow("more hours than a week has") << QByteArray("target-time") << u"169"_s << u"6:30"_s;
    QTest::newRow("a time of words") << QByteArray("target-time") << u"long"_s << u"6:30"_s;
    QTest::newRow("a distance below nothing") << QByteArray("target-distance") << u"-3"_s << u"km"_s;
}

void WeekTargetsTest::whatCannotBeReadStaysWithItsReason()
{
    QFETCH(QByteArray, field);
    QFETCH(QString, typed);
    QFETCH(QString, word);
    const domain::LocalId id = target(u"Ride"_s, monday, 200);
    m_page->setTargets(today);
    const domain::Event before = *m_store->event(id);
    type(figure(field.constData()), typed);
    QCOMPARE(figure(field.constData())->text(), typed);
    QVERIFY2(figure(field.constData())->accessibleDescription().contains(word),
        qPrintable(figure(field.constData())->accessibleDescription()));
    QCOMPARE(*m_store->event(id), before);
    type(figure(field.constData()), u"3"_s);
    QVERIFY(figure(field.constData())->accessibleDescription().isEmpty());
    QVERIFY(*m_store->event(id) != before);
}

void WeekTargetsTest::theWeekBeforeIsRepeatedAsOneStep()
{
    target(u"Ride"_s, monday, 300);
    target(u"Run"_s, monday, 150);
    m_page->setTargets(today);
    QVERIFY(!panel().repeatButton().isVisible());
    m_page->setTargets(today.addDays(7));
    QVERIFY(panel().repeatButton().isVisible());
    panel().repeatButton().click();
    QCOMPARE(stored(today.addDays(7)).size(), 2);
    QCOMPARE(stored(today.addDays(7)).constFirst().start.day, monday.addDays(7));
    QCOMPARE(panel().rows().size(), 2);
    QVERIFY(m_store->undo().ok());
    QVERIFY(stored(today.addDays(7)).isEmpty());
    QVERIFY(panel().rows().isEmpty());
}

void WeekTargetsTest::escapeSavesAndGoesBackToTheGrid()
{
    const domain::LocalId id = target(u"Ride"_s, monday, 300);
    m_page->setTargets(today);
    QLineEdit *load = figure("target-load");
    load->selectAll();
    QTest::keyClicks(load, u"310"_s);
    QTest::keyClick(load, Qt::Key_Escape);
    QVERIFY(!panel().isVisible());
    QVERIFY(grid().hasFocus());
    QCOMPARE(m_store->event(id)->loadTarget, std::optional<int>(310));
}

void WeekTargetsTest::targetsAreSaidInWords()
{
    const ui::CalendarWords words(m_locale);
    const ui::TargetWords said(words);
    items::WeekTarget ride {
        .sport = u"Ride"_s, .load = 400, .seconds = 8 * 3600, .doneLoad = 420, .doneSeconds = 3 * 3600};
    QCOMPARE(said.sentence(ride), u"Ride target: 420 of 400, 3h00 of 8h00"_s);
    QVERIFY(said.main(ride)->reached);
    ride.load.reset();
    QCOMPARE(said.main(ride)->wanted, u"8h00"_s);
    QCOMPARE(said.main(ride)->share, 0.375);
    QVERIFY(!said.main({.sport = u"Run"_s}));
    QCOMPARE(said.sentence({.sport = u"Run"_s, .name = u"Easy"_s}), u"Easy"_s);
}

MICROCYCLE_WIDGET_TEST(WeekTargetsTest)
#include "tst_weektargets.moc"
