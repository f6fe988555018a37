// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/start/signintext.h"
#include "ui/start/startpage.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

/// The way by browser on the start page, without a browser.
class BrowserFormTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void theWayByBrowserIsClosedUntilAskedFor();
    void theSecretIsHandedOverOnceAndForgotten();
    void waitingForTheBrowserCanBeCancelled();
    void everyBrowserFailureHasItsSentence_data();
    void everyBrowserFailureHasItsSentence();
    void whatIsMissingIsNamed();

private:
    template<typename T>
    [[nodiscard]] T *child(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }

    ui::Theme m_theme;
    std::unique_ptr<ui::StartPage> m_page;
};

void BrowserFormTest::init()
{
    m_page = std::make_unique<ui::StartPage>(m_theme);
    m_page->resize(1000, 900);
    m_page->show();
}

void BrowserFormTest::theWayByBrowserIsClosedUntilAskedFor()
{
    QVERIFY(!child<QLineEdit>(u"client-id"_s)->isVisible());
    child<QPushButton>(u"browser"_s)->click();
    QVERIFY(child<QLineEdit>(u"client-id"_s)->isVisible());
    QTRY_VERIFY(!child<QPushButton>(u"browser-cancel"_s)->isVisible());
    QVERIFY(!child<QPushButton>(u"browser-sign-in"_s)->isEnabled());
    child<QPushButton>(u"browser"_s)->click();
    QVERIFY(!child<QLineEdit>(u"client-id"_s)->isVisible());
}

void BrowserFormTest::theSecretIsHandedOverOnceAndForgotten()
{
    QSignalSpy asked(m_page.get(), &ui::StartPage::browserRequested);
    child<QPushButton>(u"browser"_s)->click();
    QTest::keyClicks(child<QLineEdit>(u"client-id"_s), u"42"_s);
    auto *secret = child<QLineEdit>(u"client-secret"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QCOMPARE(asked.count(), 0);
    QTest::keyClicks(secret, u"s3cret"_s);
    QTest::keyClick(secret, Qt::Key_Return);
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.first(), (QVariantList {u"42"_s, u"s3cret"_s}));
    QCOMPARE(secret->text(), QString());
    QCOMPARE(secret->echoMode(), QLineEdit::Password);
    secret->undo();
    QCOMPARE(secret->text(), QString());
}

void BrowserFormTest::waitingForTheBrowserCanBeCancelled()
{
    QSignalSpy cancelled(m_page.get(), &ui::StartPage::browserCancelled);
    child<QPushButton>(u"browser"_s)->click();
    m_page->setWaiting(true);
    QVERIFY(!child<QPushButton>(u"browser-sign-in"_s)->isEnabled());
    QVERIFY(!child<QPushButton>(u"demo"_s)->isEnabled());
    child<QPushButton>(u"browser-cancel"_s)->click();
    QCOMPARE(cancelled.count(), 1);
    m_page->setWaiting(false);
    QVERIFY(child<QPushButton>(u"demo"_s)->isEnabled());
}

void BrowserFormTest::everyBrowserFailureHasItsSentence_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("item");
    QTest::addColumn<QString>("words");
    using Kind = domain::Error::Kind;
    const auto row = [](const char *name, Kind kind, const QString &item, const QString &words) {
        QTest::newRow(name) << int(kind) << item << words;
    };
    row("refused", Kind::Forbidden, u"sign-in"_s, u"You refused"_s);
    row("nobody came back", Kind::Timeout, u"sign-in"_s, u"Nobody came back"_s);
    row("the service is slow", Kind::Timeout, {}, u"took too long"_s);
    row("another sign-in's answer", Kind::Insecure, u"sign-in"_s, u"another sign-in"_s);
    row("a service that cannot prove itself", Kind::Insecure, {}, u"is not safe"_s);
    row("an unknown client", Kind::Unauthorised, {}, u"does not know this client id"_s);
    row("a late code", Kind::Rejected, {}, u"two minutes"_s);
    row("no client id", Kind::Parse, u"client id"_s, u"cannot be the client id"_s);
    row("no network", Kind::Offline, {}, u"No connection"_s);
}

void BrowserFormTest::everyBrowserFailureHasItsSentence()
{
    QFETCH(int, kind);
    QFETCH(QString, item);
    QFETCH(QString, words);
    const domain::Error error {
        .kind = domain::Error::Kind(kind), .httpStatus = 0, .item = item, .detail = {}, .retryAfter = {}};
    const QString sentence = ui::browserSignInText(error, u"Intervals.icu"_s);
    QVERIFY2(sentence.contains(words), qPrintable(sentence));
}

void BrowserFormTest::whatIsMissingIsNamed()
{
    const QString sentence = ui::missingScopesText({u"WELLNESS:WRITE"_s, u"CALENDAR:READ"_s}, u"Intervals.icu"_s);
    QVERIFY2(sentence.endsWith(u"wellness, calendar."_s), qPrintable(sentence));
}

MICROCYCLE_WIDGET_TEST(BrowserFormTest)
#include "tst_browserform.moc"
