// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/start/signintext.h"
#include "ui/start/startpage.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>
#include <QTranslator>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *german[][2] = {
    {"Plan your training and see today what it does to your form.",
        "Plane dein Training und sieh schon heute, was es aus deiner Form macht."},
    {"Connect %1", "Mit %1 verbinden"},
    {"Open your settings at intervals.icu.", "Öffne deine Einstellungen bei intervals.icu."},
    {"Under “Developer settings”, create or copy the API key.",
        "Erzeuge oder kopiere unter „Entwicklereinstellungen“ den API-Schlüssel."},
    {"Paste it here.", "Füge ihn hier ein."},
    {"Open intervals.icu/settings", "intervals.icu/settings im Browser öffnen"},
    {"API key", "API-Schlüssel"},
    {"Connect", "Verbinden"},
    {"The key stays in the key store of this computer and is sent to %1 only.",
        "Der Schlüssel bleibt im Schlüsselspeicher dieses Rechners und wird nur an %1 gesendet."},
    {"Look around first", "Erst einmal umsehen"},
    {"A made-up athlete with years of training, a plan and a race. "
     "Change whatever you like: nothing leaves this computer.",
        "Eine erfundene Sportlerin mit Jahren voller Training, einem Plan und einem Wettkampf. "
        "Ändere, was du willst: Nichts verlässt diesen Rechner."},
    {"Open the demo athlete", "Die Beispielsportlerin öffnen"},
};

/// The page in German, whose words are long.
class German : public QTranslator
{
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        for (const auto &[english, translated] : german) {
            if (qstrcmp(source, english) == 0)
                return QString::fromUtf8(translated);
        }
        return {};
    }
};

}

class StartPageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_page.reset(); }
    void keyIsHandedOverOnceAndForgotten();
    void keyCannotBeCopied();
    void emptyKeyIsNotSent();
    void busyPageWaits();
    void errorIsSaidInline();
    void typingAgainTakesTheErrorAway();
    void escapeTakesTheErrorAwayThenAsksToLeave();
    void theKeyCanBeLookedAt();
    void theSameKeyCanBeSentAgain();
    void aNewKeyIsAskedForAlone();
    void everythingIsReachedByTab();
    void tabGoesInReadingOrder();
    void everyFailureHasItsSentence_data();
    void everyFailureHasItsSentence();
    void pictures_data();
    void pictures();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    template<typename Widget>
    Widget *child(const QString &name)
    {
        return m_page->findChild<Widget *>(name);
    }

    ui::Theme m_theme;
    std::unique_ptr<ui::StartPage> m_page;
};

void StartPageTest::init()
{
    m_page = std::make_unique<ui::StartPage>(m_theme);
    m_page->resize(1000, 700);
    m_page->show();
}

void StartPageTest::keyIsHandedOverOnceAndForgotten()
{
    QSignalSpy spy(m_page.get(), &ui::StartPage::connectRequested);
    auto *field = child<QLineEdit>(u"api-key"_s);
    QTest::keyClicks(field, u" secret-key "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toString(), u"secret-key"_s);
    QVERIFY(field->text().isEmpty());
    field->undo();
    QVERIFY(field->text().isEmpty());
}

void StartPageTest::keyCannotBeCopied()
{
    QGuiApplication::clipboard()->setText(u"before"_s);
    auto *field = child<QLineEdit>(u"api-key"_s);
    QTest::keyClicks(field, u"secret"_s);
    QCOMPARE(field->displayText().contains(u"secret"_s), false);
    field->selectAll();
    field->copy();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
}

void StartPageTest::emptyKeyIsNotSent()
{
    QSignalSpy spy(m_page.get(), &ui::StartPage::connectRequested);
    auto *field = child<QLineEdit>(u"api-key"_s);
    QTest::keyClicks(field, u"   "_s);
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(!child<QPushButton>(u"connect"_s)->isEnabled());
    QCOMPARE(spy.count(), 0);
}

void StartPageTest::busyPageWaits()
{
    QSignalSpy spy(m_page.get(), &ui::StartPage::demoRequested);
    m_page->setBusy(true);
    QTest::mouseClick(child<QPushButton>(u"demo"_s), Qt::LeftButton);
    QCOMPARE(spy.count(), 0);
    m_page->setBusy(false);
    QTest::mouseClick(child<QPushButton>(u"demo"_s), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
}

void StartPageTest::errorIsSaidInline()
{
    m_page->showError(u"Intervals.icu does not accept this key."_s);
    bool shown = false;
    for (const auto *label : m_page->findChildren<QLabel *>())
        shown = shown || (label->isVisible() && label->text().contains(u"does not accept"_s));
    QVERIFY(shown);
    m_page->showError({});
    for (const auto *label : m_page->findChildren<QLabel *>())
        QVERIFY(!label->isVisible() || !label->text().contains(u"does not accept"_s));
}

void StartPageTest::typingAgainTakesTheErrorAway()
{
    m_page->showError(u"Intervals.icu does not accept this key."_s);
    QVERIFY(child<QLabel>(u"error"_s)->isVisible());
    QTest::keyClicks(child<QLineEdit>(u"api-key"_s), u"a"_s);
    QVERIFY(!child<QLabel>(u"error"_s)->isVisible());
}

void StartPageTest::escapeTakesTheErrorAwayThenAsksToLeave()
{
    QSignalSpy spy(m_page.get(), &ui::StartPage::dismissed);
    m_page->showError(u"Intervals.icu does not accept this key."_s);
    auto *field = child<QLineEdit>(u"api-key"_s);
    QCOMPARE(field->accessibleDescription(), u"Intervals.icu does not accept this key."_s);
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(!child<QLabel>(u"error"_s)->isVisible());
    QCOMPARE(field->accessibleDescription(), QString());
    QCOMPARE(spy.count(), 0);
    QTest::keyClick(field, Qt::Key_Escape);
    QCOMPARE(spy.count(), 1);
}

void StartPageTest::theKeyCanBeLookedAt()
{
    auto *field = child<QLineEdit>(u"api-key"_s);
    auto *reveal = child<QToolButton>(u"reveal"_s);
    QTest::keyClicks(field, u"secret-key"_s);
    QCOMPARE(reveal->accessibleName(), u"Show the key"_s);
    QTest::keyClick(reveal, Qt::Key_Space);
    QCOMPARE(field->displayText(), u"secret-key"_s);
    QCOMPARE(reveal->accessibleName(), u"Hide the key"_s);
    // The next key is hidden again.
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
}

void StartPageTest::theSameKeyCanBeSentAgain()
{
    QSignalSpy again(m_page.get(), &ui::StartPage::retryRequested);
    QSignalSpy another(m_page.get(), &ui::StartPage::connectRequested);
    auto *field = child<QLineEdit>(u"api-key"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(again.count(), 0);
    m_page->setRetry(true);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(again.count(), 1);
    QTest::keyClicks(field, u"another-key"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(again.count(), 1);
    QCOMPARE(another.count(), 1);
}

void StartPageTest::aNewKeyIsAskedForAlone()
{
    m_page->askForKeyOf(u"<b>Anna</b> & Co"_s);
    QVERIFY(!child<QPushButton>(u"demo"_s)->isVisible());
    bool named = false;
    for (const auto *label : m_page->findChildren<QLabel *>())
        named = named || (label->isVisible() && label->text().contains(u"<b>Anna</b> & Co"_s));
    QVERIFY(named);
}

void StartPageTest::everyFailureHasItsSentence_data()
{
    using Kind = domain::Error::Kind;
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("again");
    QTest::newRow("no network") << Kind::Offline << true;
    QTest::newRow("no answer") << Kind::Timeout << true;
    QTest::newRow("a wrong key") << Kind::Unauthorised << false;
    QTest::newRow("a key without the right") << Kind::Forbidden << false;
    QTest::newRow("not found") << Kind::NotFound << true;
    QTest::newRow("too many requests") << Kind::RateLimited << true;
    QTest::newRow("trouble at the server") << Kind::Server << true;
    QTest::newRow("sent elsewhere") << Kind::Redirected << true;
    QTest::newRow("no safe connection") << Kind::Insecure << true;
    QTest::newRow("a web page") << Kind::Malformed << true;
}

void StartPageTest::everyFailureHasItsSentence()
{
    QFETCH(domain::Error::Kind, kind);
    QFETCH(bool, again);
    const domain::Error error {
        .kind = kind, .httpStatus = 0, .item = u"x"_s, .detail = u"<b>y</b>"_s, .retryAfter = {}};
    const auto text = ui::signInText(error, u"Intervals.icu"_s);
    QVERIFY(text.sentence.contains(u"Intervals.icu"_s));
    QVERIFY(text.sentence.endsWith(u'.'));
    QVERIFY(!text.sentence.contains(u"<b>"_s));
    QCOMPARE(text.keyMayBeGood, again);
}

void StartPageTest::pictures_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("inGerman");
    QTest::newRow("start-light") << false << false;
    QTest::newRow("start-dark") << true << false;
    QTest::newRow("start-german-light") << false << true;
    QTest::newRow("start-german-dark") << true << true;
}

/// With MICROCYCLE_PICTURES set to a folder the pictures are kept there.
void StartPageTest::pictures()
{
    QFETCH(bool, dark);
    QFETCH(bool, inGerman);
    German translator;
    if (inGerman)
        qApp->installTranslator(&translator);
    ui::Theme theme;
    theme.setChoice(dark ? ui::Theme::Choice::Dark : ui::Theme::Choice::Light);
    theme.applyTo(*qApp);
    ui::StartPage page(theme);
    page.resize(1280, 800);
    page.show();
    if (inGerman)
        page.showError(u"Intervals.icu nimmt diesen Schlüssel nicht an. Kopiere ihn dort noch einmal aus den "
                       "Einstellungen."_s);
    else
        QTest::keyClicks(page.findChild<QLineEdit *>(u"api-key"_s), u"0123456789abcdef"_s);
    QCoreApplication::processEvents();
    for (const auto *button : page.findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(button->text()));
    for (const auto *label : page.findChildren<QLabel *>())
        QVERIFY2(!label->isVisible() || label->rect().height() >= label->heightForWidth(label->width()),
            qPrintable(label->text()));
    const QImage image = page.grab().toImage();
    QVERIFY((image.pixelColor(4, 4).lightness() < 100) == dark);
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(QDir(folder).filePath(QString::fromLatin1(QTest::currentDataTag()) + u".png"_s)));
}

void StartPageTest::everythingIsReachedByTab()
{
    QStringList reached;
    QTest::keyClicks(child<QLineEdit>(u"api-key"_s), u"k"_s);
    QWidget *first = child<QLineEdit>(u"api-key"_s);
    for (QWidget *next = first; next; next = next->nextInFocusChain() == first ? nullptr : next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus && next->isVisible() && next->isEnabled())
            reached.append(next->objectName());
    }
    for (const QString &name : {u"api-key"_s, u"reveal"_s, u"connect"_s, u"browser"_s, u"demo"_s, u"open-settings"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void StartPageTest::tabGoesInReadingOrder()
{
    m_page->activateWindow();
    QTRY_VERIFY(m_page->isActiveWindow());
    auto *field = child<QLineEdit>(u"api-key"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"k"_s);
    QStringList order;
    for (int i = 0; i < 6; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        order << QApplication::focusWidget()->objectName();
    }
    QCOMPARE(
        order, QStringList({u"reveal"_s, u"connect"_s, u"browser"_s, u"demo"_s, u"open-settings"_s, u"api-key"_s}));
}

void StartPageTest::nothingIsCutOff_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("two cards side by side") << 1200;
    QTest::newRow("cards below each other") << 500;
    QTest::newRow("cards below each other with room") << 700;
    QTest::newRow("a small window") << 420;
}

void StartPageTest::nothingIsCutOff()
{
    QFETCH(int, width);
    m_page->resize(width, 900);
    child<QPushButton>(u"browser"_s)->click();
    QCoreApplication::processEvents();
    for (const auto *label : m_page->findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
        if (label->hasHeightForWidth())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    for (const auto *button : m_page->findChildren<QPushButton *>())
        QVERIFY2(!button->isVisible() || button->width() >= button->sizeHint().width(), qPrintable(button->text()));
}

MICROCYCLE_WIDGET_TEST(StartPageTest)
#include "tst_startpage.moc"
