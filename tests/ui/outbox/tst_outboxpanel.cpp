// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/entitytable.h"
#include "models/store/remotefold.h"
#include "models/store/waitingedits.h"
#include "tests/support/accessible.h"
#include "tests/support/testmain.h"
#include "ui/outbox/outboxpanel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/placedlist.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;
using items::OutboxSubject;
using store::Operation;
using store::Outbox;
using store::Store;

/// The panel of what waits, worked by keyboard and mouse over a page.
class OutboxPanelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void itStandsBesideThePageAndEscapeGoesBack();
    void aNarrowWindowIsLaidOver();
    void anotherPanelTakesItsPlace();
    void theMarkedRowHasItsButtons();
    void buttonsAreReachedByTab();
    void aScreenReaderFindsTheButtons();
    void buttonsGoWithTheirRow();
    void enterOpensTheItem();
    void deleteTakesBackAndTells();
    void retryFreesAndAsksForSending();
    void aConflictIsAnsweredInItsRow();
    void revealingMarksTheRefusedRow();
    void filesAreAskedFor();
    void nothingWaitsIsSaidCalmly();

private:
    const QDate m_day {2026, 3, 12};
    domain::FixedClock m_clock {QDateTime(m_day, QTime(9, 0), Qt::UTC)};
    ui::Theme m_theme;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QWidget> m_window;
    QPushButton *m_page = nullptr;
    ui::OutboxPanel *m_panel = nullptr;
    QList<domain::LocalId> m_kept;

    [[nodiscard]] QPushButton *button(const QString &name) const;
    void refuse(const domain::LocalId &id);
    [[nodiscard]] qsizetype waiting() { return store::waitingEdits(m_store->database()).size(); }
};

void OutboxPanelTest::init()
{
    m_theme.applyTo(*qApp);
    m_store = *Store::open(u":memory:"_s, m_clock);
    QList<QJsonObject> records;
    for (const QString &name : {u"Easy"_s, u"Tempo"_s}) {
        records.append({{u"id"_s, int(records.size()) + 7},
            {u"name"_s, name},
            {u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Run"_s},
            {u"start_date_local"_s, u"2026-03-12T00:00:00"_s}});
    }
    QVERIFY(store::RemoteFold(*m_store).events({m_day, m_day}, records).ok());
    m_kept.clear();
    for (const auto &event : m_store->events({m_day, m_day}))
        m_kept.append(event.id);
    commands::Planner planner(*m_store);
    QVERIFY(planner.move({m_kept.first()}, 1).ok() && planner.move({m_kept.last()}, 2).ok());

    m_window = std::make_unique<QWidget>();
    m_page = new QPushButton(u"page"_s);
    m_page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    (new QHBoxLayout(m_window.get()))->addWidget(m_page);
    m_window->layout()->setContentsMargins({});
    m_panel = new ui::OutboxPanel(*m_store, m_theme, items::OutboxWords(QLocale(u"en_GB"_s), {}));
    m_panel->placeIn(m_window.get());
    m_window->resize(1000, 600);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_page->setFocus();
    m_panel->open();
}

void OutboxPanelTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

QPushButton *OutboxPanelTest::button(const QString &name) const
{
    for (auto *each : m_panel->findChildren<QPushButton *>(name)) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

void OutboxPanelTest::refuse(const domain::LocalId &id)
{
    for (const auto &edit : store::waitingEdits(m_store->database())) {
        if (edit.operation.id == id)
            QVERIFY(Outbox(m_store->database())
                        .setState(edit.operation, Operation::State::Rejected, 422, u"too far away"_s));
    }
    m_store->announceOutbox();
    QCoreApplication::processEvents();
}

void OutboxPanelTest::itStandsBesideThePageAndEscapeGoesBack()
{
    QCoreApplication::processEvents();
    QCOMPARE(m_panel->geometry(), QRect(1000 - m_panel->width(), 0, m_panel->width(), 600));
    QCOMPARE(m_page->geometry(), QRect(0, 0, 1000 - m_panel->width(), 600));
    QVERIFY(m_panel->list().hasFocus());
    m_window->resize(1100, 500);
    QTRY_COMPARE(m_panel->geometry().right(), 1099);
    QTRY_COMPARE(m_page->width(), 1100 - m_panel->width());
    QSignalSpy closed(m_panel, &ui::OutboxPanel::closed);
    QTest::keyClick(&m_panel->list(), Qt::Key_Escape);
    QVERIFY(m_panel->isHidden());
    QVERIFY(m_page->hasFocus());
    QCOMPARE(closed.count(), 1);
    QTRY_COMPARE(m_page->width(), 1100);
}

void OutboxPanelTest::aNarrowWindowIsLaidOver()
{
    m_window->resize(700, 600);
    QTRY_COMPARE(m_page->width(), 700);
    QTRY_COMPARE(m_panel->geometry().right(), 699);
}

void OutboxPanelTest::anotherPanelTakesItsPlace()
{
    auto *other = new ui::OutboxPanel(*m_store, m_theme, items::OutboxWords(QLocale(u"en_GB"_s), {}));
    other->placeIn(m_window.get());
    other->open();
    QVERIFY(m_panel->isHidden());
    QVERIFY(!other->isHidden());
    QTRY_COMPARE(m_page->width(), 1000 - other->width());
}

void OutboxPanelTest::theMarkedRowHasItsButtons()
{
    QCOMPARE(m_panel->list().currentIndex().row(), 0);
    const int marked = m_panel->list().visualRect(m_panel->list().model()->index(0, 0)).height();
    const int other = m_panel->list().visualRect(m_panel->list().model()->index(1, 0)).height();
    QVERIFY(marked > other);
    QVERIFY(button(u"outbox-retry"_s)->accessibleName().contains(u"“Easy”"_s));
    QTest::keyClick(&m_panel->list(), Qt::Key_Down);
    QTRY_VERIFY(button(u"outbox-retry"_s) && button(u"outbox-retry"_s)->accessibleName().contains(u"“Tempo”"_s));
    const auto *buttons = button(u"outbox-retry"_s)->parentWidget();
    const QWidget *rows = m_panel->list().viewport();
    QTRY_COMPARE(buttons->mapTo(m_panel, buttons->rect().bottomLeft()).y() - rows->mapTo(m_panel, QPoint()).y(),
        m_panel->list().visualRect(m_panel->list().currentIndex()).bottom());
}

void OutboxPanelTest::buttonsAreReachedByTab()
{
    QStringList seen;
    for (int i = 0; i < 8; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        seen.append(QApplication::focusWidget()->objectName());
    }
    for (const QString &name : {u"outbox-retry"_s, u"outbox-edit"_s, u"outbox-discard"_s, u"outbox-retry-all"_s})
        QVERIFY2(seen.contains(name), qPrintable(seen.join(u' ')));
}

void OutboxPanelTest::enterOpensTheItem()
{
    QSignalSpy edited(m_panel, &ui::OutboxPanel::editRequested);
    QTest::keyClick(&m_panel->list(), Qt::Key_Return);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(edited.first().first().value<domain::LocalId>(), m_kept.first());
    QVERIFY(m_panel->isHidden());
}

void OutboxPanelTest::deleteTakesBackAndTells()
{
    QSignalSpy told(m_panel, &ui::OutboxPanel::sentence);
    QTest::keyClick(&m_panel->list(), Qt::Key_Delete);
    QCOMPARE(told.count(), 1);
    QVERIFY(told.first().first().toString().contains(u"“Easy”"_s));
    QCOMPARE(told.first().last().toBool(), true);
    QTRY_COMPARE(m_panel->list().model()->rowCount(), 1);
    QCOMPARE(m_store->summary(m_kept.first())->day, m_day);
    QTest::mouseClick(button(u"outbox-discard"_s), Qt::LeftButton);
    QTRY_COMPARE(m_panel->list().model()->rowCount(), 0);
    QVERIFY(m_store->undo().ok());
    QTRY_COMPARE(m_panel->list().model()->rowCount(), 1);
}

void OutboxPanelTest::retryFreesAndAsksForSending()
{
    refuse(m_kept.first());
    refuse(m_kept.last());
    QSignalSpy asked(m_panel, &ui::OutboxPanel::sendRequested);
    QTest::mouseClick(button(u"outbox-retry"_s), Qt::LeftButton);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(Outbox(m_store->database()).refused().size(), 1);
    QTest::mouseClick(&m_panel->retryAllButton(), Qt::LeftButton);
    QCOMPARE(asked.count(), 2);
    QVERIFY(Outbox(m_store->database()).refused().isEmpty());
}

void OutboxPanelTest::aConflictIsAnsweredInItsRow()
{
    const domain::LocalId id = m_kept.last();
    QJsonObject theirs = store::EntityTable(m_store->database()).find(id)->base;
    theirs.insert(u"start_date_local"_s, u"2026-03-16T00:00:00"_s);
    theirs.insert(u"updated"_s, u"later"_s);
    QVERIFY(store::RemoteFold(*m_store).events({m_day, m_day.addDays(7)}, {theirs}).ok());
    QCoreApplication::processEvents();
    m_panel->reveal(id);
    QVERIFY(!button(u"outbox-retry"_s) && !button(u"outbox-discard"_s) && button(u"outbox-both"_s));
    QTest::keyClick(&m_panel->list(), Qt::Key_Delete);
    QCOMPARE(m_store->conflicts().size(), 1);
    QSignalSpy asked(m_panel, &ui::OutboxPanel::sendRequested);
    QTest::mouseClick(button(u"outbox-theirs"_s), Qt::LeftButton);
    QVERIFY(m_store->conflicts().isEmpty());
    QCOMPARE(m_store->event(id)->start.day, QDate(2026, 3, 16));
    QCOMPARE(asked.count(), 1);
    QTRY_VERIFY(!button(u"outbox-mine"_s));
}

void OutboxPanelTest::revealingMarksTheRefusedRow()
{
    m_panel->dismiss();
    refuse(m_kept.last());
    m_panel->reveal(m_kept.last());
    QCOMPARE(m_panel->list().currentIndex().row(), 1);
    QVERIFY(
        m_panel->list().currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u"Refused: too far away"_s));
}

void OutboxPanelTest::filesAreAskedFor()
{
    m_panel->setFiles({{u"f1"_s, u"ride.fit"_s, m_clock.now().addSecs(60), false, true, u"no activity"_s}});
    m_panel->list().setCurrentIndex(m_panel->list().model()->index(2, 0));
    QVERIFY(!button(u"outbox-edit"_s));
    QSignalSpy sent(m_panel, &ui::OutboxPanel::fileSendRequested);
    QSignalSpy dropped(m_panel, &ui::OutboxPanel::fileDiscardRequested);
    QTest::mouseClick(button(u"outbox-retry"_s), Qt::LeftButton);
    QTest::mouseClick(button(u"outbox-discard"_s), Qt::LeftButton);
    QCOMPARE(sent.first().first().toString(), u"f1"_s);
    QCOMPARE(dropped.first().first().toString(), u"f1"_s);
    QCOMPARE(m_panel->list().model()->rowCount(), 3);
}

void OutboxPanelTest::nothingWaitsIsSaidCalmly()
{
    QVERIFY(!m_panel->findChild<ui::EmptyState *>()->isVisible());
    QVERIFY(m_store->undo().ok() && m_store->undo().ok());
    QTRY_VERIFY(m_panel->findChild<ui::EmptyState *>()->isVisible());
    QVERIFY(!m_panel->retryAllButton().isVisible());
    QCOMPARE(waiting(), 0);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(m_panel->isHidden());
}

void OutboxPanelTest::aScreenReaderFindsTheButtons()
{
    QAccessibleInterface *panel = QAccessible::queryAccessibleInterface(m_panel);
    for (const QString &verb : {u"Retry: "_s, u"Edit: "_s, u"Discard: "_s}) {
        QAccessibleInterface *found = support::accessibleNamed(panel, verb);
        QVERIFY2(found, qPrintable(verb));
        QCOMPARE(found->role(), QAccessible::Button);
        QVERIFY(!found->state().invisible);
    }
    QVERIFY2(!support::accessibleNamed(panel, u"Keep mine: "_s), "there is no conflict");
    support::accessibleNamed(panel, u"Discard: "_s)
        ->actionInterface()
        ->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(waiting(), 1); // it is pressed for a moment
}

void OutboxPanelTest::buttonsGoWithTheirRow()
{
    auto *list = m_panel->findChild<ui::PlacedList *>();
    const auto place = [&](const QWidget *widget) { return QRect(widget->mapTo(m_panel, QPoint()), widget->size()); };
    for (const int row : {0, 1}) {
        list->setCurrentIndex(list->model()->index(row, 0));
        const QRect shown
            = list->visualRect(list->currentIndex()).translated(list->viewport()->mapTo(m_panel, QPoint()));
        QVERIFY(shown.contains(place(button(u"outbox-discard"_s))));
    }
}

MICROCYCLE_WIDGET_TEST(OutboxPanelTest)
#include "tst_outboxpanel.moc"
