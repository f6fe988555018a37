// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/start/startpage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

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
    void everythingIsReachedByTab();
    void nothingIsCutOff_data();
    void nothingIsCutOff();

private:
    template<typename Widget> Widget *child(const QString &name) { return m_page->findChild<Widget *>(name); }

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

void StartPageTest::everythingIsReachedByTab()
{
    QStringList reached;
    QTest::keyClicks(child<QLineEdit>(u"api-key"_s), u"k"_s);
    QWidget *first = child<QLineEdit>(u"api-key"_s);
    for (QWidget *next = first; next; next = next->nextInFocusChain() == first ? nullptr : next->nextInFocusChain()) {
        if (next->focusPolicy() & Qt::TabFocus && next->isVisible() && next->isEnabled())
            reached.append(next->objectName());
    }
    for (const QString &name : {u"api-key"_s, u"connect"_s, u"demo"_s, u"open-settings"_s})
        QVERIFY2(reached.contains(name), qPrintable(name));
}

void StartPageTest::nothingIsCutOff_data()
{
    QTest::addColumn<int>("width");
    QTest::newRow("two cards side by side") << 1200;
    QTest::newRow("cards below each other") << 500;
}

void StartPageTest::nothingIsCutOff()
{
    QFETCH(int, width);
    m_page->resize(width, 900);
    QCoreApplication::processEvents();
    for (const auto *label : m_page->findChildren<QLabel *>()) {
        if (!label->isVisible())
            continue;
        QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
        if (label->hasHeightForWidth())
            QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
    }
    for (const auto *button : m_page->findChildren<QPushButton *>())
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
}

MICROCYCLE_WIDGET_TEST(StartPageTest)
#include "tst_startpage.moc"
