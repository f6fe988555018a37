// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workoutdrafts.h"
#include "tests/support/testmain.h"
#include "tests/ui/workout/builderstage.h"
#include "ui/widgets/messagebar.h"

#include <QDir>
#include <QPushButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// A sudden end of the program takes no more than the last second of what was typed.
class UnsavedTextTest
    : public QObject
    , private BuilderStage
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void whatWasTypedIsThereAfterASuddenEnd();
    void whatIsSavedCanBeTakenInstead();
    void leavingTheTextKeepsItAtOnce();
    void nothingIsKeptOfWhatWasSaved();
    void aWorkoutOfTheLibraryIsKeptToo();
    void whatWasTypedOutlivesItsWorkout();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"athlete.db"_s); }
    [[nodiscard]] QList<store::WorkoutDraft> kept() { return store::WorkoutDrafts(m_store->database()).all(); }
    /// The files as they stand at this moment, opened anew.
    void endSuddenly();

    std::unique_ptr<QTemporaryDir> m_folder;
};

void UnsavedTextTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    setUp(ui::Theme::Choice::Light, QLocale(QLocale::English, QLocale::UnitedKingdom), path());
    m_id = plan(u"Threshold"_s, session);
    m_page->open(m_id);
    show();
}

void UnsavedTextTest::cleanup()
{
    tearDown();
    m_folder.reset();
}

void UnsavedTextTest::endSuddenly()
{
    auto after = std::make_unique<QTemporaryDir>();
    const auto names = QDir(m_folder->path()).entryList(QDir::Files);
    for (const auto &name : names)
        QVERIFY(QFile::copy(m_folder->filePath(name), after->filePath(name)));
    tearDown();
    m_folder = std::move(after);
    setUp(ui::Theme::Choice::Light, QLocale(QLocale::English, QLocale::UnitedKingdom), path());
}

void UnsavedTextTest::whatWasTypedIsThereAfterASuddenEnd()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    part<QLineEdit>("workout-name")->setText(u"Threshold and more"_s);
    QTRY_COMPARE(kept().size(), 1);
    endSuddenly();
    QCOMPARE(kept().first().name, u"Threshold"_s);
    QCOMPARE(storedText(), session);
    m_page->open(m_id);
    show();
    QCOMPARE(text().workout(), session + u"\n- 1m 90%"_s);
    QVERIFY(builder().isChanged());
    m_page->done();
    QCOMPARE(storedText(), session + u"\n- 1m 90%"_s);
    QCOMPARE(m_store->event(m_id)->name, u"Threshold and more"_s);
    QVERIFY(kept().isEmpty());
}

void UnsavedTextTest::whatIsSavedCanBeTakenInstead()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    QTRY_COMPARE(kept().size(), 1);
    endSuddenly();
    m_page->open(m_id);
    show();
    auto *bar = m_page->findChild<ui::MessageBar *>();
    QVERIFY2(bar->currentText().contains(u"10:00"_s), qPrintable(bar->currentText()));
    for (auto *button : bar->findChildren<QPushButton *>()) {
        if (button->text() == u"Take what is saved"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(text().workout(), session);
    m_page->done();
    QVERIFY(kept().isEmpty());
    QVERIFY(!m_store->undoable());
}

void UnsavedTextTest::leavingTheTextKeepsItAtOnce()
{
    QLineEdit elsewhere;
    elsewhere.show();
    text().setFocus();
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    QVERIFY(kept().isEmpty());
    elsewhere.activateWindow();
    elsewhere.setFocus();
    QTRY_VERIFY_WITH_TIMEOUT(elsewhere.hasFocus(), 900);
    QCOMPARE(kept().size(), 1);
}

void UnsavedTextTest::nothingIsKeptOfWhatWasSaved()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    QTRY_COMPARE(kept().size(), 1);
    QVERIFY(m_page->commit());
    QVERIFY(kept().isEmpty());
    for (int i = 0; i < 3; ++i)
        type(u"5"_s);
    QTRY_COMPARE(kept().size(), 1);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&text(), Qt::Key_Backspace);
    QTRY_VERIFY(kept().isEmpty()); // it is again what is saved
}

void UnsavedTextTest::aWorkoutOfTheLibraryIsKeptToo()
{
    const domain::LocalId shelved = shelve(u"Template"_s, u"- 10m 70% Pace"_s, u"Run"_s);
    m_page->openTemplate(shelved);
    text().goToLine(0);
    type(u"\n- 1m 90% Pace"_s);
    QTRY_COMPARE(kept().size(), 1);
    QCOMPARE(kept().first().kind, store::Kind::Workout);
    endSuddenly();
    m_page->openTemplate(shelved);
    QCOMPARE(text().workout(), u"- 10m 70% Pace\n- 1m 90% Pace"_s);
}

void UnsavedTextTest::whatWasTypedOutlivesItsWorkout()
{
    text().goToLine(7);
    type(u"\n- 1m 90%"_s);
    QTRY_COMPARE(kept().size(), 1);
    endSuddenly();
    QVERIFY(commands::Planner(*m_store).remove({m_id}).ok());
    QVERIFY(kept().first().typed.changes.value(u"description"_s).after.toString().endsWith(u"- 1m 90%"_s));
}

MICROCYCLE_WIDGET_TEST(UnsavedTextTest)
#include "tst_unsavedtext.moc"
