// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/librarymime.h"
#include "tests/support/testmain.h"
#include "tests/ui/library/librarystage.h"
#include "ui/library/librarylayout.h"

#include <QAccessible>
#include <QDropEvent>
#include <QJsonDocument>
#include <QLineEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using ui::LibraryDock;

/// What mouse and drag do to the library, and how its rows lie and sound.
class LibraryDropsTest
    : public QObject
    , private LibraryStage
{
    Q_OBJECT

private Q_SLOTS:
    void init() { setUp(); }
    void cleanup() { m_dock.reset(); }
    void aCardDroppedOnAFolderIsKept();
    void aWorkoutDroppedOnAFolderMoves();
    void foldersOfOthersTakeNothing();
    void theTriangleOpensAFolder();
    void rowsAreLaidOutWithoutOverlap_data();
    void rowsAreLaidOutWithoutOverlap();
    void aScreenReaderHearsTheRows();

private:
    /// Holds the data over the row and lets go; whether it was taken.
    bool drop(const QModelIndex &index, const QMimeData &data);
};

bool LibraryDropsTest::drop(const QModelIndex &index, const QMimeData &data)
{
    const QPoint point = tree().visualRect(index).center();
    QDragEnterEvent enter(point, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tree().viewport(), &enter);
    if (!enter.isAccepted())
        return false;
    QDragMoveEvent move(point, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tree().viewport(), &move);
    if (!move.isAccepted())
        return false;
    QDropEvent drop(point, Qt::CopyAction | Qt::MoveAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(tree().viewport(), &drop);
    return drop.isAccepted();
}

void LibraryDropsTest::aCardDroppedOnAFolderIsKept()
{
    fill();
    open();
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"From the calendar"_s;
    event.description = u"- 1h 200w"_s;
    event.start = {thursday, {}};
    QMimeData data;
    data.setData(u"application/x-microcycle-events+json"_s, QJsonDocument(QJsonArray {domain::toJson(event)}).toJson());
    QSignalSpy said(m_dock.get(), &LibraryDock::sentence);
    QVERIFY(drop(at(store::Kind::Folder, 10), data));
    QCOMPARE(said.last().at(0).toString(), u"Kept From the calendar in Bike."_s);
    QCOMPARE(tree().currentIndex().data().toString(), u"From the calendar"_s);
    QVERIFY(drop(at(store::Kind::Workout, 301), data)); // onto a workout: into its plan
    QCOMPARE(m_store->libraryRows().size(), 6);
    QVERIFY(!drop(at(store::Kind::Folder, 10).parent(), data));
    QMimeData text;
    text.setText(u"- 1h 200w"_s);
    QVERIFY(!drop(at(store::Kind::Folder, 10), text));
    QCOMPARE(m_store->libraryRows().size(), 6);
}

void LibraryDropsTest::aWorkoutDroppedOnAFolderMoves()
{
    fill();
    open();
    QSignalSpy said(m_dock.get(), &LibraryDock::sentence);
    const auto data
        = items::librarymime::write({{idOf(store::Kind::Workout, 101), idOf(store::Kind::Workout, 102)}, {}}, *m_store);
    QVERIFY(drop(at(store::Kind::Folder, 30), *data));
    QCOMPARE(said.last().at(0).toString(), u"Moved 2 workouts to Base."_s);
    QCOMPARE(m_store->libraryWorkout(idOf(store::Kind::Workout, 101))->folder->value, u"30"_s);
    QVERIFY(drop(at(store::Kind::Folder, 30), *data)); // already there: nothing to tell
    QCOMPARE(said.size(), 1);
    QVERIFY(m_store->undo().ok());
    QVERIFY(!m_store->undoable());
    const auto plan = items::librarymime::write({{}, idOf(store::Kind::Folder, 30)}, *m_store);
    QVERIFY(!drop(at(store::Kind::Folder, 10), *plan));
}

void LibraryDropsTest::foldersOfOthersTakeNothing()
{
    fill();
    open();
    const auto data = items::librarymime::write({{idOf(store::Kind::Workout, 101)}, {}}, *m_store);
    QVERIFY(!drop(at(store::Kind::Folder, 20), *data));
    m_dock->reveal(idOf(store::Kind::Folder, 20));
    key(Qt::Key_F2);
    QVERIFY(!tree().findChild<QLineEdit *>());
    QSignalSpy edited(m_dock.get(), &LibraryDock::editRequested);
    key(Qt::Key_N); // goes to the first that is one's own
    QCOMPARE(m_store->libraryWorkout(edited.last().at(0).value<domain::LocalId>())->folder->value, u"10"_s);
}

void LibraryDropsTest::theTriangleOpensAFolder()
{
    fill();
    open();
    const QModelIndex bike = at(store::Kind::Folder, 10);
    const QRect row = tree().visualRect(bike);
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, QPoint(row.left() + 16, row.center().y()));
    QVERIFY(tree().isExpanded(bike));
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, QPoint(row.left() + 16, row.center().y()));
    QVERIFY(!tree().isExpanded(bike));
    QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, row.center());
    QVERIFY(!tree().isExpanded(bike));
}

void LibraryDropsTest::rowsAreLaidOutWithoutOverlap_data()
{
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("mirrored");
    for (const int width : {220, 300, 480}) {
        QTest::addRow("%d wide", width) << width << false;
        QTest::addRow("%d wide, right to left", width) << width << true;
    }
}

void LibraryDropsTest::rowsAreLaidOutWithoutOverlap()
{
    QFETCH(int, width);
    QFETCH(bool, mirrored);
    const ui::LibraryMetrics metrics(m_theme);
    const QRect row(0, 100, width, metrics.workoutHeight());
    const auto at = ui::layoutWorkout(row, metrics, 50, true, mirrored);
    const QList<QRect> parts {at.icon, at.name, at.note, at.mark, at.profile, at.time, at.load};
    for (int i = 0; i < parts.size(); ++i) {
        QVERIFY2(row.contains(parts.at(i)), qPrintable(QString::number(i)));
        for (int other = 0; other < i; ++other)
            QVERIFY2(!parts.at(i).intersects(parts.at(other)), qPrintable(u"%1 and %2"_s.arg(i).arg(other)));
    }
    QCOMPARE(at.icon.left() > at.name.left(), mirrored);
    QVERIFY(at.name.width() > 60 && at.profile.width() > 60);
    const QRect folder(0, 0, width, metrics.folderHeight());
    const auto there = ui::layoutFolder(folder, metrics, 40, false, mirrored);
    QVERIFY(folder.contains(there.name) && folder.contains(there.count) && !there.name.intersects(there.count)
        && !there.name.intersects(there.icon));
}

void LibraryDropsTest::aScreenReaderHearsTheRows()
{
    fill();
    open();
    QCOMPARE(
        at(store::Kind::Workout, 101).data(Qt::AccessibleTextRole).toString(), u"Endurance, <Ride>, 1h00, load 60"_s);
    QCOMPARE(at(store::Kind::Workout, 301).data(Qt::AccessibleTextRole).toString(),
        u"In plan, <Ride>, W2 Tue, 1h00, load 60"_s);
    QCOMPARE(at(store::Kind::Folder, 30).data(Qt::AccessibleTextRole).toString(), u"Base, Plan, 2 weeks, 1 workout"_s);
    for (const auto *widget : m_dock->findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || widget == tree().viewport())
            continue;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(const_cast<QWidget *>(widget));
        QVERIFY2(interface && !interface->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
}

MICROCYCLE_WIDGET_TEST(LibraryDropsTest)
#include "tst_librarydrops.moc"
