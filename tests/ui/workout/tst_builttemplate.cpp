// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workoutdrafts.h"
#include "tests/support/testmain.h"
#include "tests/ui/workout/builderstage.h"
#include "ui/workout/outlookcard.h"

using namespace Qt::StringLiterals;

/// The builder over a workout of the library.
class BuiltTemplateTest
    : public QObject
    , private BuilderStage
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        show();
    }
    void cleanup() { tearDown(); }

    void aTemplateIsSavedToo();
    void aDeletedTemplateIsKept_data();
    void aDeletedTemplateIsKept();
    void aTemplateChangedElsewhereIsShown();
};

void BuiltTemplateTest::aTemplateIsSavedToo()
{
    const domain::LocalId id = shelve(u"Template"_s, u"- 10m 70% Pace"_s, u"Run"_s);
    m_page->openTemplate(id);
    QVERIFY(!part<ui::OutlookCard>("workout-outlook")->isVisible());
    chart().setFocus();
    key(Qt::Key_Up, Qt::AltModifier);
    m_page->done();
    QCOMPARE(m_store->libraryWorkout(id)->description, u"- 10m 75% Pace"_s);
    QCOMPARE(m_store->libraryWorkout(id)->name, u"Template"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->libraryWorkout(id)->description, u"- 10m 70% Pace"_s);
}

void BuiltTemplateTest::aDeletedTemplateIsKept_data()
{
    QTest::addColumn<bool>("withItsFolder");
    QTest::newRow("alone") << false;
    QTest::newRow("with its folder") << true;
}

void BuiltTemplateTest::aDeletedTemplateIsKept()
{
    QFETCH(const bool, withItsFolder);
    const domain::LocalId id = shelve(u"Template"_s, u"- 10m 70%"_s);
    m_page->openTemplate(id);
    text().goToLine(0);
    type(u"\n- 1m 90%"_s);
    QVERIFY(commands::Librarian(*m_store).remove({withItsFolder ? m_store->folders().first().id : id}).ok());
    QVERIFY(!m_store->libraryWorkout(id).ok());
    m_page->done();
    const auto rows = m_store->libraryRows();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(m_store->libraryWorkout(rows.first().id)->description, u"- 10m 70%\n- 1m 90%"_s);
    QCOMPARE(m_store->folders().size(), 1);
    QCOMPARE(m_store->folders().first().name, u"Shelf"_s);
    QVERIFY(store::WorkoutDrafts(m_store->database()).all().isEmpty());
}

void BuiltTemplateTest::aTemplateChangedElsewhereIsShown()
{
    const domain::LocalId id = shelve(u"Template"_s, u"- 10m 70%"_s);
    m_page->openTemplate(id);
    auto theirs = *m_store->libraryWorkout(id);
    theirs.description = u"- 40m 70%"_s;
    QVERIFY(commands::Librarian(*m_store).edit(id, theirs).ok());
    QCOMPARE(text().workout(), u"- 40m 70%"_s);
}

MICROCYCLE_WIDGET_TEST(BuiltTemplateTest)
#include "tst_builttemplate.moc"
