// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/wellness/historypanel.h"
#include "ui/wellness/wellnessform.h"
#include "ui/wellness/wellnesspage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QJsonDocument>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 3, 12);

}

class WellnessPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aTypedWeightIsSavedWhenItsFieldIsLeft();
    void aTypedWeightIsSavedAfterAMomentOfRest();
    void aNumberKeyOnAScaleIsSaved();
    void anImpossibleWeightIsRefusedAndKept();
    void escapeTakesTypedTextBack();
    void anUnusualHeartRateIsSavedWithAHint();
    void clearingAFieldClearsIt();
    void undoRestoresTheForm();
    void undoKeysAreLeftToTheProgramOnceSaved();
    void daysAreWalkedWithKeysAndEndToday();
    void theDayStaysWhileAFieldIsRefused();
    void typingIsSavedBeforeTheDayChanges();
    void aLockedDayCanOnlyBeRead();
    void aCarriedOverWeightIsShownAsSuch();
    void anAnswerFromTheServiceKeepsWhatIsBeingTyped();
    void aCommentIsSavedWithoutControlCharacters();
    void theTableOpensADay();
    void hidingThePageSavesWhatWasTyped();

private:
    template<typename T>
    T *editor(QStringView key)
    {
        return qobject_cast<T *>(m_page->form().editor(key));
    }
    void type(QLineEdit *field, const QString &text);
    void fold(const QByteArray &json);

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<ui::WellnessPage> m_page;
};

void WellnessPageTest::init()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = *std::move(opened);
    m_theme = std::make_unique<ui::Theme>();
    m_page = std::make_unique<ui::WellnessPage>(*m_store, *m_theme, QLocale(u"en_GB"_s));
    m_page->resize(1280, 800);
    m_page->show();
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
}

void WellnessPageTest::cleanup()
{
    m_page.reset();
    m_theme.reset();
    m_store.reset();
}

void WellnessPageTest::type(QLineEdit *field, const QString &text)
{
    QVERIFY(field);
    field->setFocus();
    field->selectAll();
    QTest::keyClicks(field, text);
}

void WellnessPageTest::fold(const QByteArray &json)
{
    const auto folded = store::RemoteFold(*m_store).wellness({today, today}, {QJsonDocument::fromJson(json).object()});
    QVERIFY(folded.ok());
}

void WellnessPageTest::aTypedWeightIsSavedWhenItsFieldIsLeft()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"71.8"_s);
    QVERIFY(!m_store->wellness(today).weightKg);
    QTest::keyClick(weight, Qt::Key_Tab);
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(71.8));
    QVERIFY(editor<QLineEdit>(u"restingHR")->hasFocus());
    QVERIFY2(m_page->state().startsWith(u"Saved · "_s), qPrintable(m_page->state()));
}

void WellnessPageTest::aTypedWeightIsSavedAfterAMomentOfRest()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"72"_s);
    QTRY_COMPARE(m_store->wellness(today).weightKg, std::optional(72.0));
    QCOMPARE(weight->text(), u"72"_s); // not rewritten under the fingers
    QTest::keyClicks(weight, u".5"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(72.5));
    QCOMPARE(weight->text(), u"72.5"_s);
}

void WellnessPageTest::aNumberKeyOnAScaleIsSaved()
{
    auto *mood = editor<ui::SegmentedControl>(u"mood");
    QVERIFY(mood);
    mood->setFocus();
    QTest::keyClick(mood, Qt::Key_3);
    QCOMPARE(m_store->wellness(today).mood, std::optional(3));
    QCOMPARE(mood->text(mood->currentIndex()), u"3 Ok"_s);
    QTest::keyClick(mood, Qt::Key_Delete);
    QVERIFY(!m_store->wellness(today).mood);
}

void WellnessPageTest::anImpossibleWeightIsRefusedAndKept()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"700"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QCOMPARE(m_page->form().noteText(u"weight"), u"Weight must be between 20 and 400 kg."_s);
    QCOMPARE(weight->text(), u"700"_s);
    QCOMPARE(m_page->state(), u"Not saved"_s);
    QVERIFY(!m_store->wellness(today).weightKg);
    QVERIFY(!m_store->undoable());
    QTest::keyClick(weight, Qt::Key_Tab);
    QTRY_VERIFY(weight->hasFocus()); // the focus comes back
    type(weight, u"7,1"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QCOMPARE(m_page->form().noteText(u"weight"), u"Weight cannot be read: write it like 108.5."_s);
    QVERIFY(!m_store->wellness(today).weightKg);
}

void WellnessPageTest::escapeTakesTypedTextBack()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"700"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QTest::keyClick(weight, Qt::Key_Escape);
    QCOMPARE(weight->text(), QString());
    QCOMPARE(m_page->form().noteText(u"weight"), QString());
    QVERIFY(m_page->form().isSettled());
}

void WellnessPageTest::anUnusualHeartRateIsSavedWithAHint()
{
    auto *heart = editor<QLineEdit>(u"restingHR");
    type(heart, u"28"_s);
    QTest::keyClick(heart, Qt::Key_Tab);
    QCOMPARE(m_store->wellness(today).restingHrBpm, std::optional(28));
    QCOMPARE(m_page->form().noteText(u"restingHR"), u"Saved. 28 bpm is unusual: is it right?"_s);
}

void WellnessPageTest::clearingAFieldClearsIt()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"71.8"_s);
    QTest::keyClick(weight, Qt::Key_Tab);
    weight->setFocus();
    weight->selectAll();
    QTest::keyClick(weight, Qt::Key_Delete);
    QTest::keyClick(weight, Qt::Key_Tab);
    QVERIFY(!m_store->wellness(today).weightKg);
}

void WellnessPageTest::undoRestoresTheForm()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"71.8"_s);
    QTest::keyClick(weight, Qt::Key_Tab);
    m_clock.setNow(m_clock.now().addSecs(10)); // successive saves within a moment are one step
    type(weight, u"72.6"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(weight->text(), u"71.8"_s);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(weight->text(), QString());
    QCOMPARE(m_page->state(), u"Saved as you type"_s);
    QVERIFY(m_store->redo().ok());
    QCOMPARE(weight->text(), u"71.8"_s);
}

void WellnessPageTest::undoKeysAreLeftToTheProgramOnceSaved()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"71.8"_s);
    QKeyEvent typed(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    QCoreApplication::sendEvent(weight, &typed);
    QVERIFY(typed.isAccepted());
    QTest::keyClick(weight, Qt::Key_Return);
    weight->setFocus();
    QKeyEvent saved(QEvent::ShortcutOverride, Qt::Key_Z, Qt::ControlModifier);
    saved.ignore();
    QCoreApplication::sendEvent(weight, &saved);
    QVERIFY(!saved.isAccepted());
}

void WellnessPageTest::daysAreWalkedWithKeysAndEndToday()
{
    const QSignalSpy shown(m_page.get(), &ui::WellnessPage::dayShown);
    auto *weight = editor<QLineEdit>(u"weight");
    weight->setFocus();
    QTest::keyClick(weight, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_page->day(), today.addDays(-1));
    QTest::keyClick(weight, Qt::Key_PageUp);
    QCOMPARE(m_page->day(), today.addDays(-2));
    QCOMPARE(
        shown.last().at(0).value<domain::DateRange>(), (domain::DateRange {today.addDays(-61), today.addDays(-2)}));
    QTest::keyClick(weight, Qt::Key_PageDown);
    QTest::keyClick(weight, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_page->day(), today);
    const QSignalSpy said(m_page.get(), &ui::WellnessPage::sentence);
    QTest::keyClick(weight, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(m_page->day(), today);
    QCOMPARE(said.size(), 1);
    m_page->showDay(today.addDays(30));
    QCOMPARE(m_page->day(), today);
    m_page->showDay(today.addDays(-100));
    QTest::keyClick(weight, Qt::Key_Home, Qt::AltModifier);
    QCOMPARE(m_page->day(), today);
}

void WellnessPageTest::theDayStaysWhileAFieldIsRefused()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"5"_s);
    m_page->step(-1);
    QCOMPARE(m_page->day(), today);
    QCOMPARE(weight->text(), u"5"_s);
    QVERIFY(weight->hasFocus());
}

void WellnessPageTest::typingIsSavedBeforeTheDayChanges()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"71.8"_s);
    m_page->step(-1);
    QCOMPARE(m_page->day(), today.addDays(-1));
    QCOMPARE(weight->text(), QString());
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(71.8));
    QVERIFY(!m_store->wellness(today.addDays(-1)).weightKg);
}

void WellnessPageTest::aLockedDayCanOnlyBeRead()
{
    fold(R"({"id":"2026-03-12","weight":71.8,"mood":2,"locked":true})");
    auto *weight = editor<QLineEdit>(u"weight");
    QCOMPARE(weight->text(), u"71.8"_s);
    QVERIFY(weight->isReadOnly());
    QVERIFY(!editor<ui::SegmentedControl>(u"mood")->isEnabled());
    QCOMPARE(m_page->state(), u"Locked"_s);
    m_page->step(-1);
    QVERIFY(!weight->isReadOnly());
}

void WellnessPageTest::aCarriedOverWeightIsShownAsSuch()
{
    fold(R"({"id":"2026-03-12","weight":71.8,"tempWeight":true})");
    auto *weight = editor<QLineEdit>(u"weight");
    QCOMPARE(weight->text(), u"71.8"_s);
    QVERIFY(m_store->wellness(today).temporaryWeight);
    type(weight, u"72.1"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QVERIFY(!m_store->wellness(today).temporaryWeight);
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(72.1));
}

void WellnessPageTest::anAnswerFromTheServiceKeepsWhatIsBeingTyped()
{
    auto *weight = editor<QLineEdit>(u"weight");
    type(weight, u"72"_s);
    fold(R"({"id":"2026-03-12","restingHR":47})");
    QCOMPARE(weight->text(), u"72"_s);
    QCOMPARE(editor<QLineEdit>(u"restingHR")->text(), u"47"_s);
    QTest::keyClick(weight, Qt::Key_Return);
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(72.0));
    QCOMPARE(m_store->wellness(today).restingHrBpm, std::optional(47));
}

void WellnessPageTest::aCommentIsSavedWithoutControlCharacters()
{
    auto *comment = editor<QPlainTextEdit>(u"comments");
    QVERIFY(comment);
    comment->setFocus();
    comment->insertPlainText(u"Legs <b>heavy</b>\u0007, %1 fine\nonce warm"_s);
    QTest::keyClick(comment, Qt::Key_Backtab);
    QCOMPARE(m_store->wellness(today).comments, u"Legs <b>heavy</b>, %1 fine\nonce warm"_s);
    comment->setPlainText(QString(200 * 1024, u'x'));
    QVERIFY(!m_page->form().commit());
    QCOMPARE(m_page->form().noteText(u"comments"), u"Comment is too long to be saved."_s);
}

void WellnessPageTest::theTableOpensADay()
{
    auto *table = m_page->findChild<QTableView *>(u"wellness-days"_s);
    QVERIFY(table);
    Q_EMIT table->activated(table->model()->index(3, 1));
    QCOMPARE(m_page->day(), today.addDays(-3));
}

void WellnessPageTest::hidingThePageSavesWhatWasTyped()
{
    type(editor<QLineEdit>(u"weight"), u"71.8"_s);
    m_page->hide();
    QCOMPARE(m_store->wellness(today).weightKg, std::optional(71.8));
}

MICROCYCLE_WIDGET_TEST(WellnessPageTest)
#include "tst_wellnesspage.moc"
