// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/accounts/accountcard.h"
#include "ui/accounts/accountspage.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using Question = ui::AccountCard::Question;

/// The page of accounts: what each offers, and what is asked before anything is lost.
class AccountsPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void eachAccountOffersWhatItCan();
    void deletingWithoutLossTakesTwoSteps();
    void deletingWhatWasNotSentTakesTheId();
    void aBackupIsConfirmedBeforeItIsRestored();
    void escapeTakesAQuestionBack();
    void factsAreAskedForWhenShown();

private:
    [[nodiscard]] ui::AccountCard *card(int i) const { return m_page->cards().at(i); }
    [[nodiscard]] static QPushButton *button(ui::AccountCard *card, const QString &name)
    {
        auto *found = card->findChild<QPushButton *>(name);
        return found && found->isVisibleTo(card) ? found : nullptr;
    }

    const QDate m_day {2026, 3, 12};
    ui::Theme m_theme;
    std::unique_ptr<items::AccountsModel> m_model;
    std::unique_ptr<ui::AccountsPage> m_page;
};

void AccountsPageTest::init()
{
    m_theme.applyTo(*qApp);
    m_model = std::make_unique<items::AccountsModel>(QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_page = std::make_unique<ui::AccountsPage>(m_theme, *m_model);
    m_model->setAccounts(
        {{u"Ada"_s, u"i7"_s, u"intervals.icu"_s, true, false, {u"a.db"_s, {}, {}, {}, {}, 1000, 2, true}},
            {u"Bea"_s, u"i8"_s, u"intervals.icu"_s, false, false, {u"b.db"_s, {}, {}, {}, {}, 1000, 0, true}},
            {u"Demo"_s, u"i1"_s, u"the demo server"_s, true, true, {u"d.db"_s, {}, {}, {}, {}, 1000, 0, true}}},
        m_day);
    m_page->resize(900, 700);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
}

void AccountsPageTest::eachAccountOffersWhatItCan()
{
    QCOMPARE(m_page->cards().size(), 3);
    for (const auto &name :
        {u"account-export"_s, u"account-backup"_s, u"account-restore"_s, u"account-delete"_s, u"account-sign-out"_s})
        QVERIFY(button(card(0), name));
    QVERIFY2(!button(card(1), u"account-sign-out"_s), "only who is signed in can sign out");
    QVERIFY2(!button(card(2), u"account-delete"_s), "a demo goes by itself");
    for (const ui::AccountCard *each : m_page->cards()) {
        const auto all = each->findChildren<QPushButton *>();
        for (const QPushButton *verb : all)
            QVERIFY(verb->objectName() == "account-confirm"_L1 || !verb->text().isEmpty());
    }
}

void AccountsPageTest::deletingWithoutLossTakesTwoSteps()
{
    QSignalSpy deleted(m_page.get(), &ui::AccountsPage::deleteRequested);
    QTest::mouseClick(button(card(1), u"account-delete"_s), Qt::LeftButton);
    QCOMPARE(deleted.count(), 0);
    QVERIFY(!card(1)->findChild<QLineEdit *>()->isVisibleTo(card(1)));
    QVERIFY(button(card(1), u"account-confirm"_s)->isEnabled());
    QTest::mouseClick(button(card(1), u"account-confirm"_s), Qt::LeftButton);
    QCOMPARE(deleted.count(), 1);
    QCOMPARE(deleted.first().first().toString(), u"b.db"_s);
}

void AccountsPageTest::deletingWhatWasNotSentTakesTheId()
{
    QSignalSpy deleted(m_page.get(), &ui::AccountsPage::deleteRequested);
    QTest::mouseClick(button(card(0), u"account-delete"_s), Qt::LeftButton);
    QPushButton *confirm = button(card(0), u"account-confirm"_s);
    auto *typed = card(0)->findChild<QLineEdit *>();
    QVERIFY(typed->isVisibleTo(card(0)));
    QVERIFY(!confirm->isEnabled());
    typed->setText(u"i8"_s);
    QVERIFY(!confirm->isEnabled());
    typed->setText(u" i7 "_s);
    QVERIFY(confirm->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton);
    QCOMPARE(deleted.first().first().toString(), u"a.db"_s);
}

void AccountsPageTest::aBackupIsConfirmedBeforeItIsRestored()
{
    QSignalSpy restored(m_page.get(), &ui::AccountsPage::restoreRequested);
    card(1)->ask(Question::Restore, u"/tmp/x.backup"_s);
    QCOMPARE(restored.count(), 0);
    QTest::mouseClick(button(card(1), u"account-confirm"_s), Qt::LeftButton);
    QCOMPARE(restored.first(), (QVariantList {u"b.db"_s, u"/tmp/x.backup"_s}));
}

void AccountsPageTest::escapeTakesAQuestionBack()
{
    card(0)->ask(Question::SignOut);
    QVERIFY(button(card(0), u"account-confirm"_s));
    QTest::keyClick(m_page.get(), Qt::Key_Escape);
    QVERIFY(!button(card(0), u"account-confirm"_s));
}

void AccountsPageTest::factsAreAskedForWhenShown()
{
    QSignalSpy shown(m_page.get(), &ui::AccountsPage::shown);
    m_page->activated();
    QCOMPARE(shown.count(), 1);
}

MICROCYCLE_WIDGET_TEST(AccountsPageTest)
#include "tst_accountspage.moc"
