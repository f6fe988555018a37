// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/library/librarystage.h"
#include "ui/library/filterchip.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace Qt::StringLiterals;
using ui::LibraryDock;

/// The library as a person uses it from the keyboard, and what it says.
class LibraryDockTest
    : public QObject
    , private LibraryStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_dock.reset(); }
    void anEmptyLibrarySaysWhatToDo();
    void keysOpenPlanAndEdit();
    void aPlanIsLaidOutFromTheFocusedDay();
    void aNameIsTypedIntoTheTree();
    void deletingIsOneStepAndSaysSo();
    void newWorkoutsGoWhereOneIs();
    void searchingOpensWhatIsFound();
    void chipsNarrowTheTree();
    void theMenuOffersWhatTheRowCan();
};

void LibraryDockTest::anEmptyLibrarySaysWhatToDo()
{
    open();
    auto *stack = m_dock->findChild<QStackedWidget *>();
    QCOMPARE(stack->currentIndex(), 1);
    QVERIFY(!m_dock->findChild<ui::SearchField *>()->isVisible());
    fill();
    QTRY_COMPARE(stack->currentIndex(), 0);
    QVERIFY(m_dock->findChild<ui::SearchField *>()->isVisible());
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Bike"_s, u"Shared"_s, u"Plans"_s, u"Base"_s}));
}

void LibraryDockTest::keysOpenPlanAndEdit()
{
    fill();
    open();
    QSignalSpy planned(m_dock.get(), &LibraryDock::planRequested);
    QSignalSpy edited(m_dock.get(), &LibraryDock::editRequested);
    m_dock->reveal(idOf(store::Kind::Folder, 10));
    key(Qt::Key_Right);
    key(Qt::Key_Down);
    QCOMPARE(tree().currentIndex().data().toString(), u"Endurance"_s);
    key(Qt::Key_Return);
    QCOMPARE(planned.size(), 1);
    QCOMPARE(planned.last().at(0).value<QList<domain::LocalId>>(), QList {idOf(store::Kind::Workout, 101)});
    QCOMPARE(planned.last().at(1).toDate(), thursday);
    key(Qt::Key_Down, Qt::ShiftModifier);
    m_dock->setFocusedDay(thursday.addDays(1));
    key(Qt::Key_Return);
    QCOMPARE(planned.last().at(0).value<QList<domain::LocalId>>().size(), 2);
    QCOMPARE(planned.last().at(1).toDate(), thursday.addDays(1));
    key(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(edited.size(), 1);
    QCOMPARE(edited.last().at(0).value<domain::LocalId>(), idOf(store::Kind::Workout, 102));
    QTest::mouseDClick(
        tree().viewport(), Qt::LeftButton, {}, tree().visualRect(at(store::Kind::Workout, 101)).center());
    QCOMPARE(edited.last().at(0).value<domain::LocalId>(), idOf(store::Kind::Workout, 101));
    QCOMPARE(m_store->waitingEdits(), 0); // the calendar is somebody else's
}

void LibraryDockTest::aPlanIsLaidOutFromTheFocusedDay()
{
    fill();
    open();
    QSignalSpy laidOut(m_dock.get(), &LibraryDock::planFolderRequested);
    m_dock->reveal(idOf(store::Kind::Folder, 30));
    key(Qt::Key_Return);
    QCOMPARE(laidOut.size(), 1);
    QCOMPARE(laidOut.last().at(0).value<domain::LocalId>(), idOf(store::Kind::Folder, 30));
    m_dock->reveal(idOf(store::Kind::Folder, 10)); // a shelf has no days: Enter opens it
    key(Qt::Key_Return);
    QCOMPARE(laidOut.size(), 1);
    QVERIFY(tree().isExpanded(tree().currentIndex()));
}

void LibraryDockTest::aNameIsTypedIntoTheTree()
{
    fill();
    open();
    QSignalSpy failed(m_dock.get(), &LibraryDock::failed);
    m_dock->reveal(idOf(store::Kind::Workout, 101));
    key(Qt::Key_F2);
    auto *field = tree().findChild<QLineEdit *>();
    QVERIFY(field);
    QCOMPARE(field->text(), u"Endurance"_s);
    QCOMPARE(field->maxLength(), 80);
    field->selectAll();
    QTest::keyClicks(field, u"New n"_s); // the letter is a letter here, no command
    QTest::keyClick(field, Qt::Key_Return); // taken once the field has done with the key
    QTRY_COMPARE(m_store->libraryWorkout(idOf(store::Kind::Workout, 101))->name, u"New n"_s);
    QCOMPARE(tree().currentIndex().data().toString(), u"New n"_s);
    key(Qt::Key_F2);
    field = tree().findChild<QLineEdit *>();
    field->clear();
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(tree().currentIndex().data().toString(), u"New n"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(tree().currentIndex().data().toString(), u"Endurance"_s);
}

void LibraryDockTest::deletingIsOneStepAndSaysSo()
{
    fill();
    open();
    QSignalSpy said(m_dock.get(), &LibraryDock::sentence);
    QAction elsewhere; // the window has actions on the same keys
    elsewhere.setShortcut(Qt::Key_Delete);
    m_dock->addAction(&elsewhere);
    QSignalSpy taken(&elsewhere, &QAction::triggered);
    m_dock->reveal(idOf(store::Kind::Workout, 101));
    key(Qt::Key_Down, Qt::ShiftModifier);
    key(Qt::Key_Delete);
    QCOMPARE(said.last().at(0).toString(), u"Deleted 2 workouts."_s);
    QVERIFY(taken.isEmpty());
    QVERIFY(said.last().at(1).toBool());
    QCOMPARE(m_store->libraryRows().size(), 2);
    QVERIFY(m_store->undo().ok());
    m_dock->reveal(idOf(store::Kind::Folder, 10));
    key(Qt::Key_Delete);
    QCOMPARE(said.last().at(0).toString(), u"Deleted Bike and its 2 workouts."_s);
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Shared"_s, u"Plans"_s, u"Base"_s}));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->libraryRows().size(), 4);
    QSignalSpy failed(m_dock.get(), &LibraryDock::failed);
    m_dock->reveal(idOf(store::Kind::Folder, 20));
    key(Qt::Key_Delete);
    QCOMPARE(failed.size(), 1);
}

void LibraryDockTest::newWorkoutsGoWhereOneIs()
{
    open();
    QSignalSpy edited(m_dock.get(), &LibraryDock::editRequested);
    key(Qt::Key_N); // into a folder made for it
    QCOMPARE(m_store->folders().size(), 1);
    QCOMPARE(edited.size(), 1);
    fill();
    m_dock->reveal(idOf(store::Kind::Workout, 301));
    key(Qt::Key_N);
    const auto made = edited.last().at(0).value<domain::LocalId>();
    QCOMPARE(m_store->libraryWorkout(made)->folder->value, u"30"_s);
    QCOMPARE(*m_store->libraryWorkout(made)->day, 8);
    QCOMPARE(tree().currentId(), made);
    m_dock->reveal(idOf(store::Kind::Workout, 102));
    key(Qt::Key_N);
    QCOMPARE(m_store->libraryWorkout(edited.last().at(0).value<domain::LocalId>())->type, u"Run"_s);
}

void LibraryDockTest::searchingOpensWhatIsFound()
{
    fill();
    open();
    m_dock->focusSearch();
    auto *field = m_dock->findChild<ui::SearchField *>();
    QCOMPARE(QApplication::focusWidget(), field);
    QTest::keyClicks(field, u"run"_s);
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Bike"_s, u"Long run"_s}));
    QTest::keyClick(field, Qt::Key_Down);
    QCOMPARE(QApplication::focusWidget(), &tree());
    QCOMPARE(tree().currentIndex().data().toString(), u"Long run"_s);
    field->setText(u"nothing like it"_s);
    QCOMPARE(m_dock->findChild<QStackedWidget *>()->currentIndex(), 2);
    field->clear();
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Bike"_s, u"Shared"_s, u"Plans"_s, u"Base"_s})); // as it was before
}

void LibraryDockTest::chipsNarrowTheTree()
{
    fill();
    open();
    const auto chips = m_dock->findChildren<ui::FilterChip *>();
    QCOMPARE(chips.size(), 5);
    QCOMPARE(chips.at(4)->choices().size(), 2); // tags come from the library
    chips.at(0)->choose({int(domain::SportFamily::Run)});
    QCOMPARE(chips.at(0)->text(), u"Run"_s);
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Bike"_s, u"Long run"_s}));
    chips.at(1)->choose({0});
    QCOMPARE(m_dock->findChild<QStackedWidget *>()->currentIndex(), 2);
    chips.at(0)->choose({});
    chips.at(1)->choose({});
    chips.at(4)->choose({u"race & test"_s});
    QCOMPARE(seen(), (QStringList {u"Folders"_s, u"Bike"_s, u"Long run"_s}));
    // What the menu offers is what can be chosen, and a tag is no markup.
    QTest::keyClick(chips.at(4), Qt::Key_Return);
    auto *menu = chips.at(4)->findChild<QMenu *>();
    QVERIFY(menu && menu->isVisible());
    QCOMPARE(menu->actions().at(1)->text(), u"race && test"_s);
    QVERIFY(menu->actions().at(1)->isChecked());
    menu->actions().at(1)->trigger();
    QVERIFY(chips.at(4)->chosen().isEmpty());
    menu->close();
}

void LibraryDockTest::theMenuOffersWhatTheRowCan()
{
    fill();
    open();
    const auto offered = [this] {
        QStringList words;
        Q_EMIT tree().menuAsked(QPoint(10, 10));
        const auto menus = m_dock->findChildren<QMenu *>(u"libraryMenu"_s);
        for (const auto *action : menus.last()->actions()) {
            if (!action->isSeparator())
                words.append((action->isEnabled() ? QString() : u"-"_s) + action->text());
        }
        menus.last()->close();
        return words.join(u' ');
    };
    m_dock->reveal(idOf(store::Kind::Workout, 101));
    QCOMPARE(offered(), u"Plan on Thu 12 March Edit Rename Duplicate Move to Delete"_s);
    m_dock->reveal(idOf(store::Kind::Workout, 201));
    QCOMPARE(offered(), u"Plan on Thu 12 March -Edit -Rename -Duplicate -Move to -Delete"_s);
    m_dock->reveal(idOf(store::Kind::Folder, 30));
    QCOMPARE(offered(), u"Lay out from Thu 12 March New workout Rename Delete"_s);
    m_dock->reveal(idOf(store::Kind::Folder, 10));
    QCOMPARE(offered(), u"New workout Rename Delete"_s);
    tree().setCurrentIndex({});
    QCOMPARE(offered(), u"New workout New folder New plan"_s);
}

MICROCYCLE_WIDGET_TEST(LibraryDockTest)
#include "tst_librarydock.moc"
