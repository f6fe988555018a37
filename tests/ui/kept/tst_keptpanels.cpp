// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/support/accessible.h"
#include "tests/support/testmain.h"
#include "ui/kept/trashpanel.h"
#include "ui/kept/versionspanel.h"
#include "ui/widgets/emptystate.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QListView>
#include <QPushButton>

using namespace Qt::StringLiterals;
using store::Store;

/// History and trash beside a page, worked by keyboard and mouse.
class KeptPanelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void historyRestoresTheMarkedVersion();
    void whatIsThereNowHasNoButton();
    void enterRestoresFromTheTrash();
    void anEmptyTrashSaysWhatBelongsThere();
    void aRefusalIsTold();
    void aScreenReaderFindsTheButton();

private:
    template<typename Panel>
    Panel *placed(Panel *panel);
    [[nodiscard]] QString shown() const { return m_store->event(m_id).valueOr({}).name; }

    const QDate m_day {2026, 3, 12};
    domain::FixedClock m_clock {QDateTime(m_day, QTime(9, 0), Qt::UTC)};
    const QLocale m_locale {QLocale::English, QLocale::UnitedKingdom};
    ui::Theme m_theme;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<QWidget> m_window;
    domain::LocalId m_id;
};

void KeptPanelsTest::init()
{
    m_theme.applyTo(*qApp);
    m_store = *Store::open(u":memory:"_s, m_clock);
    const QJsonObject record {{u"id"_s, 7},
        {u"name"_s, u"Easy"_s},
        {u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Run"_s},
        {u"start_date_local"_s, u"2026-03-12T00:00:00"_s},
        {u"updated"_s, u"1"_s}};
    QVERIFY(store::RemoteFold(*m_store).events({m_day, m_day}, {record}).ok());
    m_id = *m_store->findRemote(store::Kind::Event, u"7"_s);
    m_window = std::make_unique<QWidget>();
    (new QHBoxLayout(m_window.get()))->addWidget(new QWidget);
    m_window->resize(1000, 600);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void KeptPanelsTest::cleanup()
{
    m_window.reset();
    m_store.reset();
}

template<typename Panel>
Panel *KeptPanelsTest::placed(Panel *panel)
{
    panel->placeIn(m_window.get());
    return panel;
}

void KeptPanelsTest::historyRestoresTheMarkedVersion()
{
    auto event = *m_store->event(m_id);
    event.name = u"Hard"_s;
    QVERIFY(commands::Planner(*m_store).edit(m_id, event).ok());
    auto *panel = placed(new ui::VersionsPanel(*m_store, m_theme, items::FieldWords(m_locale, {})));
    panel->openFor(m_id);
    QVERIFY(panel->list().hasFocus());
    QCOMPARE(panel->list().model()->rowCount(), 2);
    QCOMPARE(panel->list().currentIndex().row(), 1); // the one to come back to
    QVERIFY(panel->restoreButton().isVisible());
    const QRect restore(panel->list().viewport()->mapFromGlobal(panel->restoreButton().mapToGlobal(QPoint())),
        panel->restoreButton().size());
    QVERIFY(panel->list().visualRect(panel->list().currentIndex()).contains(restore));
    QSignalSpy said(panel, &ui::VersionsPanel::sentence);
    QTest::mouseClick(&panel->restoreButton(), Qt::LeftButton);
    QCOMPARE(shown(), u"Easy"_s);
    QCOMPARE(said.count(), 1);
    QVERIFY(said.first().at(1).toBool());
    QCOMPARE(m_store->undoable()->verb, store::Verb::Restore);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(shown(), u"Hard"_s);
}

void KeptPanelsTest::whatIsThereNowHasNoButton()
{
    auto *panel = placed(new ui::VersionsPanel(*m_store, m_theme, items::FieldWords(m_locale, {})));
    panel->openFor(m_id);
    QCOMPARE(panel->list().model()->rowCount(), 1);
    QVERIFY(!panel->restoreButton().isVisible());
    QSignalSpy said(panel, &ui::VersionsPanel::sentence);
    QTest::keyClick(&panel->list(), Qt::Key_Return);
    QCOMPARE(said.count(), 0);
    QTest::keyClick(&panel->list(), Qt::Key_Escape);
    QVERIFY(panel->isHidden());
}

void KeptPanelsTest::enterRestoresFromTheTrash()
{
    auto *panel = placed(new ui::TrashPanel(*m_store, m_theme, m_locale));
    panel->open();
    QVERIFY(commands::Planner(*m_store).remove({m_id}).ok());
    QCOMPARE(panel->list().model()->rowCount(), 1);
    QVERIFY(panel->list().isVisible());
    QVERIFY(panel->restoreButton().isVisible());
    QCOMPARE(panel->restoreButton().accessibleName().section(u'.', 0, 0), u"Restore: Easy"_s);
    QSignalSpy said(panel, &ui::TrashPanel::sentence);
    QTest::keyClick(&panel->list(), Qt::Key_Return);
    QCOMPARE(shown(), u"Easy"_s);
    QCOMPARE(said.first().first().toString(), u"Restored \u201cEasy\u201d."_s);
    QCOMPARE(panel->list().model()->rowCount(), 0);
}

void KeptPanelsTest::anEmptyTrashSaysWhatBelongsThere()
{
    auto *panel = placed(new ui::TrashPanel(*m_store, m_theme, m_locale));
    panel->open();
    QVERIFY(!panel->list().isVisible());
    QVERIFY(panel->findChild<ui::EmptyState *>()->isVisible());
}

void KeptPanelsTest::aRefusalIsTold()
{
    const QJsonObject locked {{u"id"_s, 7},
        {u"name"_s, u"Hard"_s},
        {u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Run"_s},
        {u"start_date_local"_s, u"2026-03-12T00:00:00"_s},
        {u"updated"_s, u"2"_s},
        {u"athlete_cannot_edit"_s, true}};
    QVERIFY(store::RemoteFold(*m_store).record(store::Kind::Event, locked).ok());
    auto *panel = placed(new ui::VersionsPanel(*m_store, m_theme, items::FieldWords(m_locale, {})));
    panel->openFor(m_id);
    QSignalSpy failed(panel, &ui::VersionsPanel::failed);
    QTest::keyClick(&panel->list(), Qt::Key_Return);
    QCOMPARE(failed.count(), 1);
    QCOMPARE(shown(), u"Hard"_s);
}

void KeptPanelsTest::aScreenReaderFindsTheButton()
{
    QVERIFY(commands::Planner(*m_store).remove({m_id}).ok());
    auto *panel = placed(new ui::TrashPanel(*m_store, m_theme, m_locale));
    panel->open();
    QAccessibleInterface *found
        = support::accessibleNamed(QAccessible::queryAccessibleInterface(panel), u"Restore: "_s);
    QVERIFY(found);
    QCOMPARE(found->role(), QAccessible::Button);
    QVERIFY(found->rect().isValid());
    QCOMPARE(found->rect().topLeft(), panel->restoreButton().mapToGlobal(QPoint()));
    found->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    QTRY_COMPARE(shown(), u"Easy"_s); // it is pressed for a moment
    QVERIFY(!panel->restoreButton().isVisible());
}

MICROCYCLE_WIDGET_TEST(KeptPanelsTest)
#include "tst_keptpanels.moc"
