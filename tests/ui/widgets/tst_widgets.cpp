// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrictile.h"
#include "ui/widgets/plaintip.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"
#include "ui/widgets/weblink.h"

#include <QPushButton>

using namespace Qt::StringLiterals;
using ui::Message;

class WidgetsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void segmentsAreChosenByKeys_data();
    void segmentsAreChosenByKeys();
    void segmentsAreChosenByMouse();
    void segmentsFitTheirWords();
    void barShowsTheGravestFirst();
    void barReplacesTheSameKey();
    void barActionsRunAfterTheyLeave();
    void escapeDismissesTheBar();
    void labelsShowMarkupAsText();
    void tipsShowMarkupAsText();
    void longTextIsElided();
    void missingValuesAreDashes();
    void escapeEmptiesTheSearch();
    void emptyStateOffersOneStep();
    void toolButtonsSayWhatTheyAre();
    void onlySafeLinksOpen_data();
    void onlySafeLinksOpen();

private:
    ui::Theme m_theme;
};

void WidgetsTest::segmentsAreChosenByKeys_data()
{
    QTest::addColumn<int>("start");
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("result");
    QTest::newRow("a digit chooses its segment") << -1 << int(Qt::Key_3) << 2;
    QTest::newRow("a digit beyond the last does nothing") << 1 << int(Qt::Key_9) << 1;
    QTest::newRow("right goes on") << 1 << int(Qt::Key_Right) << 2;
    QTest::newRow("right stops at the end") << 3 << int(Qt::Key_Right) << 3;
    QTest::newRow("left goes back") << 1 << int(Qt::Key_Left) << 0;
    QTest::newRow("an arrow without a choice starts at the first") << -1 << int(Qt::Key_Right) << 0;
    QTest::newRow("home is the first") << 3 << int(Qt::Key_Home) << 0;
    QTest::newRow("end is the last") << 0 << int(Qt::Key_End) << 3;
    QTest::newRow("delete takes the choice back") << 2 << int(Qt::Key_Delete) << -1;
}

void WidgetsTest::segmentsAreChosenByKeys()
{
    QFETCH(int, start);
    QFETCH(int, key);
    QFETCH(int, result);
    ui::SegmentedControl control(m_theme, ui::SegmentedControl::Look::Answer);
    control.setSegments({u"Low"_s, u"Avg"_s, u"High"_s, u"Extreme"_s});
    control.setClearable(true);
    control.setCurrentIndex(start);
    QSignalSpy spy(&control, &ui::SegmentedControl::activated);
    QTest::keyClick(&control, Qt::Key(key));
    QCOMPARE(control.currentIndex(), result);
    QCOMPARE(spy.count(), start == result ? 0 : 1);
    QCOMPARE(control.accessibleDescription(), control.text(result));
}

void WidgetsTest::segmentsAreChosenByMouse()
{
    ui::SegmentedControl control(m_theme, ui::SegmentedControl::Look::Switch);
    control.setSegments({u"Week"_s, u"Month"_s});
    control.show();
    const auto segments = control.findChildren<QAbstractButton *>();
    QCOMPARE(segments.size(), 2);
    QTest::mouseClick(segments.at(1), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 1);
    QTest::mouseClick(segments.at(1), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), 1);
    control.setClearable(true);
    QTest::mouseClick(segments.at(1), Qt::LeftButton);
    QCOMPARE(control.currentIndex(), -1);
}

void WidgetsTest::segmentsFitTheirWords()
{
    ui::SegmentedControl control(m_theme, ui::SegmentedControl::Look::Answer);
    control.setSegments({u"Außerordentlich schlecht"_s, u"Ok"_s});
    control.adjustSize();
    const QFontMetrics metrics(m_theme.font(ui::TextRole::Body, QFont::DemiBold));
    for (const auto *segment : control.findChildren<QAbstractButton *>())
        QVERIFY(segment->minimumSizeHint().width() > metrics.horizontalAdvance(segment->text()));
}

void WidgetsTest::barShowsTheGravestFirst()
{
    ui::MessageBar bar(m_theme);
    QVERIFY(bar.isHidden());
    bar.post({.key = u"a"_s, .kind = Message::Kind::Info, .text = u"first"_s});
    bar.post({.key = u"b"_s, .kind = Message::Kind::Error, .text = u"second"_s});
    bar.post({.key = u"c"_s, .kind = Message::Kind::Warning, .text = u"third"_s});
    QVERIFY(!bar.isHidden());
    QCOMPARE(bar.currentText(), u"second"_s);
    bar.dismiss(u"b"_s);
    QCOMPARE(bar.currentText(), u"third"_s);
    bar.dismiss(u"c"_s);
    QCOMPARE(bar.currentText(), u"first"_s);
    bar.dismiss(u"a"_s);
    QVERIFY(bar.isHidden());
}

void WidgetsTest::barReplacesTheSameKey()
{
    ui::MessageBar bar(m_theme);
    bar.post({.key = u"sync"_s, .text = u"one"_s});
    bar.post({.key = u"sync"_s, .text = u"two"_s});
    QCOMPARE(bar.waiting(), 1);
    QCOMPARE(bar.currentText(), u"two"_s);
}

void WidgetsTest::barActionsRunAfterTheyLeave()
{
    ui::MessageBar bar(m_theme);
    int left = -1;
    bar.post({.key = u"x"_s,
        .text = u"Offline."_s,
        .actions = {{u"Retry"_s, [&] { left = bar.waiting(); }}, {u"Other"_s, {}}, {u"Too many"_s, {}}}});
    const auto buttons = bar.findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    QTest::mouseClick(buttons.first(), Qt::LeftButton);
    QCOMPARE(left, 0);
}

void WidgetsTest::escapeDismissesTheBar()
{
    ui::MessageBar bar(m_theme);
    QSignalSpy spy(&bar, &ui::MessageBar::dismissed);
    bar.post({.key = u"x"_s, .text = u"Something."_s});
    QTest::keyClick(&bar, Qt::Key_Escape);
    QVERIFY(bar.isHidden());
    QCOMPARE(spy.count(), 1);
    QCOMPARE(spy.first().first().toString(), u"x"_s);
}

void WidgetsTest::labelsShowMarkupAsText()
{
    ui::MessageBar bar(m_theme);
    bar.post({.key = u"x"_s, .text = u"<img src=x>"_s});
    for (const auto *label : bar.findChildren<QLabel *>())
        QVERIFY(label->pixmap(Qt::ReturnByValue).isNull() ? label->textFormat() == Qt::PlainText : true);
    const ui::TextLabel label(m_theme, ui::TextRole::Body, ui::Token::Text, u"<b>x</b>"_s);
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void WidgetsTest::tipsShowMarkupAsText()
{
    QCOMPARE(ui::plainTip(u"Ride & run < 2 h"_s), u"Ride & run < 2 h"_s);
    QCOMPARE(ui::plainTip(u"<b>x</b>"_s), u"<qt>&lt;b&gt;x&lt;/b&gt;</qt>"_s);
}

void WidgetsTest::longTextIsElided()
{
    ui::ElidedLabel label(m_theme, ui::TextRole::Body, ui::Token::Text, u"A very long\nname of a workout"_s);
    QCOMPARE(label.text(), u"A very long name of a workout"_s);
    label.resize(label.sizeHint());
    QVERIFY(!label.isElided());
    label.resize(40, 20);
    QVERIFY(label.isElided());
    QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
}

void WidgetsTest::missingValuesAreDashes()
{
    ui::MetricTile tile(m_theme);
    tile.setLabel(u"Load"_s);
    tile.setValue({}, u"W"_s);
    QCOMPARE(tile.accessibleName(), u"Load –"_s);
    tile.setValue(u"0"_s, u"W"_s);
    QCOMPARE(tile.accessibleName(), u"Load 0 W"_s);
}

void WidgetsTest::escapeEmptiesTheSearch()
{
    ui::SearchField field(m_theme, u"Search"_s);
    QTest::keyClicks(&field, u"ride"_s);
    QCOMPARE(field.text(), u"ride"_s);
    QTest::keyClick(&field, Qt::Key_Escape);
    QVERIFY(field.text().isEmpty());
}

void WidgetsTest::emptyStateOffersOneStep()
{
    ui::EmptyState empty(m_theme, u"calendar"_s, u"Nothing is planned yet."_s, u"Plan a workout"_s);
    QSignalSpy spy(&empty, &ui::EmptyState::actionTriggered);
    QTest::mouseClick(empty.findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(spy.count(), 1);
    const ui::EmptyState silent(m_theme, u"calendar"_s, u"Nothing."_s);
    QVERIFY(!silent.findChild<QPushButton *>());
}

void WidgetsTest::toolButtonsSayWhatTheyAre()
{
    const ui::ToolButton button(m_theme, u"undo"_s, u"Undo"_s);
    QCOMPARE(button.accessibleName(), u"Undo"_s);
    QCOMPARE(button.toolTip(), u"Undo"_s);
    QVERIFY(!button.icon().isNull());
}

void WidgetsTest::onlySafeLinksOpen_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("the settings page") << u"https://intervals.icu/settings"_s << true;
    QTest::newRow("a subdomain of the service") << u"https://forum.intervals.icu/t/1"_s << true;
    QTest::newRow("plain http") << u"http://intervals.icu/settings"_s << false;
    QTest::newRow("another host") << u"https://example.org/"_s << false;
    QTest::newRow("a host that only ends alike") << u"https://evilintervals.icu/"_s << false;
    QTest::newRow("the host as a user name") << u"https://intervals.icu@example.org/"_s << false;
    QTest::newRow("a file") << u"file:///etc/passwd"_s << false;
    QTest::newRow("a mail") << u"mailto:a@intervals.icu"_s << false;
    QTest::newRow("a script") << u"javascript:alert(1)"_s << false;
    QTest::newRow("an odd port") << u"https://intervals.icu:8443/"_s << false;
    QTest::newRow("a windows handler") << u"ms-msdt:/id"_s << false;
    QTest::newRow("a share") << u"smb://intervals.icu/x"_s << false;
}

void WidgetsTest::onlySafeLinksOpen()
{
    QFETCH(QString, link);
    QFETCH(bool, allowed);
    QCOMPARE(ui::isWebLinkAllowed(QUrl(link)), allowed);
}

MICROCYCLE_WIDGET_TEST(WidgetsTest)
#include "tst_widgets.moc"
