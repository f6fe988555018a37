// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QApplication>
#include <QDirIterator>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;
using ui::Theme;
using ui::Token;

namespace {

struct Pair {
    const char *name;
    Token text;
    Token ground;
    double share; ///< of the ground's colour in a wash over the surface; 1 is the colour itself
};

// Every text on every ground it is used on.
const Pair pairs[] = {
    {"text on the window", Token::Text, Token::Window, 1},
    {"text on a surface", Token::Text, Token::Surface, 1},
    {"text on sunken ground", Token::Text, Token::Sunken, 1},
    {"text on a selection", Token::Text, Token::AccentWash, 1},
    {"text on a weekend", Token::Text, Token::WeekendWash, 1},
    {"text on a done ride", Token::Text, Token::Ride, 0.22},
    {"text on a done run", Token::Text, Token::Run, 0.22},
    {"text on an error bar", Token::Text, Token::Bad, 0.1},
    {"text on a warning bar", Token::Text, Token::Warning, 0.1},
    {"quiet text on the window", Token::TextSecond, Token::Window, 1},
    {"quiet text on a surface", Token::TextSecond, Token::Surface, 1},
    {"quiet text on sunken ground", Token::TextSecond, Token::Sunken, 1},
    {"quiet text on a selection", Token::TextSecond, Token::AccentWash, 1},
    {"quiet text on a weekend", Token::TextSecond, Token::WeekendWash, 1},
    {"quiet text on a done ride", Token::TextSecond, Token::Ride, 0.12},
    {"quiet text on a done run", Token::TextSecond, Token::Run, 0.12},
    {"quiet text on a done swim", Token::TextSecond, Token::Swim, 0.12},
    {"quiet text on done strength", Token::TextSecond, Token::Strength, 0.12},
    {"faint text on the window", Token::TextThird, Token::Window, 1},
    {"faint text on a surface", Token::TextThird, Token::Surface, 1},
    {"faint text on sunken ground", Token::TextThird, Token::Sunken, 1},
    {"faint text on a weekend", Token::TextThird, Token::WeekendWash, 1},
    {"faint text on a selection", Token::TextThird, Token::AccentWash, 1},
    {"accent on a surface", Token::Accent, Token::Surface, 1},
    {"accent on the window", Token::Accent, Token::Window, 1},
    {"accent on a selection", Token::Accent, Token::AccentWash, 1},
    {"accent on sunken ground", Token::Accent, Token::Sunken, 1},
    {"words on the accent", Token::OnAccent, Token::Accent, 1},
    {"words on a warning answer", Token::OnAccent, Token::Warning, 1},
    {"words on a bad answer", Token::OnAccent, Token::Bad, 1},
    {"words on a good answer", Token::OnAccent, Token::Good, 1},
    {"good on a surface", Token::Good, Token::Surface, 1},
    {"good on the window", Token::Good, Token::Window, 1},
    {"good on a done ride", Token::Good, Token::Ride, 0.12},
    {"good on a done run", Token::Good, Token::Run, 0.12},
    {"good on a weekend", Token::Good, Token::WeekendWash, 1},
    {"warning on a surface", Token::Warning, Token::Surface, 1},
    {"warning on the window", Token::Warning, Token::Window, 1},
    {"warning on a done ride", Token::Warning, Token::Ride, 0.12},
    {"warning on its own wash", Token::Warning, Token::Warning, 0.12},
    {"bad on a surface", Token::Bad, Token::Surface, 1},
    {"bad on the window", Token::Bad, Token::Window, 1},
    {"bad on a done ride", Token::Bad, Token::Ride, 0.12},
    {"bad on a done run", Token::Bad, Token::Run, 0.12},
    {"bad on a weekend", Token::Bad, Token::WeekendWash, 1},
    {"bad on its own wash", Token::Bad, Token::Bad, 0.12},
    {"race on a surface", Token::Race, Token::Surface, 1},
    {"race on its own wash", Token::Race, Token::Race, 0.2},
    {"fitness on a surface", Token::Fitness, Token::Surface, 1},
    {"fatigue on a surface", Token::Fatigue, Token::Surface, 1},
    {"fatigue on the window", Token::Fatigue, Token::Window, 1},
};

QPalette darkDesktop()
{
    QPalette palette;
    palette.setColor(QPalette::Window, QColor(40, 40, 40));
    palette.setColor(QPalette::WindowText, QColor(240, 240, 240));
    return palette;
}

}

class ThemeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textIsReadable_data();
    void textIsReadable();
    void contrastFollowsTheFormula();
    void followsTheDesktop();
    void choiceBeatsTheDesktop();
    void applyingLeavesTheSystemSchemeAlone();
    void sizesDeriveFromTheSystem();
    void zonesAreClamped();
    void everyIconDraws_data();
    void everyIconDraws();
    void iconsTakeTheirColour();
    void iconsFollowTheTheme();
    void unknownIconsAreEmpty();
};

void ThemeTest::textIsReadable_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<bool>("dark");
    for (int i = 0; i < int(std::size(pairs)); ++i) {
        QTest::addRow("%s, light", pairs[i].name) << i << false;
        QTest::addRow("%s, dark", pairs[i].name) << i << true;
    }
}

void ThemeTest::textIsReadable()
{
    QFETCH(int, index);
    QFETCH(bool, dark);
    const auto &table = ui::tokenTable(dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
    const Pair &pair = pairs[index];
    const QColor ground = ui::mixed(ui::colorOf(table, pair.ground), ui::colorOf(table, Token::Surface), pair.share);
    const double ratio = ui::contrast(ui::colorOf(table, pair.text), ground);
    QVERIFY2(ratio >= 4.5, qPrintable(u"%1 on %2"_s.arg(ratio).arg(ground.name())));
}

void ThemeTest::contrastFollowsTheFormula()
{
    QVERIFY(qAbs(ui::contrast(Qt::white, Qt::black) - 21.0) < 0.001);
    QVERIFY(qAbs(ui::contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.478) < 0.01);
    QCOMPARE(ui::contrast(Qt::red, Qt::red), 1.0);
}

void ThemeTest::followsTheDesktop()
{
    Theme theme;
    QCOMPARE(theme.scheme(), Theme::Scheme::Light);
    QSignalSpy spy(&theme, &Theme::changed);
    QApplication::setPalette(darkDesktop());
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
    QCOMPARE(spy.count(), 1);
    QCOMPARE(theme.color(Token::Window), QColor(0x12, 0x14, 0x18));
    QApplication::setPalette(QPalette());
    QCOMPARE(theme.scheme(), Theme::Scheme::Light);
}

void ThemeTest::choiceBeatsTheDesktop()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Dark);
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
    theme.setChoice(Theme::Choice::Light);
    QApplication::setPalette(darkDesktop());
    QCOMPARE(theme.scheme(), Theme::Scheme::Light);
    theme.setChoice(Theme::Choice::System);
    QCOMPARE(theme.scheme(), Theme::Scheme::Dark);
    QApplication::setPalette(QPalette());
}

void ThemeTest::applyingLeavesTheSystemSchemeAlone()
{
    Theme theme;
    theme.setChoice(Theme::Choice::Dark);
    theme.applyTo(*qApp);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Token::Window));
    theme.setChoice(Theme::Choice::System);
    QCOMPARE(theme.scheme(), Theme::Scheme::Light);
    QCOMPARE(QApplication::palette().color(QPalette::Window), theme.color(Token::Window));
    QApplication::setPalette(QPalette());
}

void ThemeTest::sizesDeriveFromTheSystem()
{
    const QFont before = QApplication::font();
    Theme theme;
    QCOMPARE(theme.font(ui::TextRole::Body).pointSizeF(), 10.0);
    QCOMPARE(theme.font(ui::TextRole::Small).pointSizeF(), 8.5);
    QCOMPARE(theme.font(ui::TextRole::Title).pointSizeF(), 14.0);
    QCOMPARE(theme.font(ui::TextRole::Title).weight(), QFont::DemiBold);
    QCOMPARE(theme.spacing(2), 8);
    QVERIFY(theme.rowHeight() >= 28 && theme.rowHeight() <= 36);

    QSignalSpy spy(&theme, &Theme::changed);
    QFont large = before;
    large.setPointSizeF(20);
    QApplication::setFont(large);
    QVERIFY(spy.count() > 0);
    QCOMPARE(theme.font(ui::TextRole::Metric).pointSizeF(), 27.0);
    QVERIFY(theme.spacing(2) > 8);
    QApplication::setFont(before);
}

void ThemeTest::zonesAreClamped()
{
    Theme theme;
    QCOMPARE(theme.zone(0), theme.color(Token::Zone1));
    QCOMPARE(theme.zone(4), theme.color(Token::Zone4));
    QCOMPARE(theme.zone(99), theme.color(Token::Zone7));
}

void ThemeTest::everyIconDraws_data()
{
    const Theme theme; // links the resources
    QTest::addColumn<QString>("name");
    QDirIterator files(u":/icons"_s);
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        if (name != "microcycle"_L1)
            QTest::newRow(qPrintable(name)) << name;
    }
    for (const char *name : {"calendar",
             "activity",
             "wellness",
             "settings",
             "today",
             "undo",
             "redo",
             "plus",
             "search",
             "chevron-left",
             "chevron-right",
             "chevron-up",
             "chevron-down",
             "sync",
             "cloud-off",
             "check",
             "cross",
             "flag",
             "warning",
             "info",
             "close",
             "key",
             "user",
             "sport-ride",
             "sport-run",
             "sport-swim",
             "sport-strength",
             "sport-other",
             "note",
             "holiday",
             "sick",
             "zoom-reset",
             "copy",
             "paste",
             "trash",
             "edit",
             "sun",
             "moon"})
        QTest::addRow("promised: %s", name) << QString::fromLatin1(name);
}

void ThemeTest::everyIconDraws()
{
    QFETCH(QString, name);
    const Theme theme;
    const QImage image = theme.pixmap(name, Qt::black, 40, 1.0).toImage();
    QCOMPARE(image.size(), QSize(40, 40));
    int inked = 0;
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 40; ++x) {
            const bool ink = qAlpha(image.pixel(x, y)) > 128;
            inked += ink;
            const bool edge = x == 0 || y == 0 || x == 39 || y == 39;
            QVERIFY2(!ink || !edge, "the drawing touches the edge and would be cut");
        }
    }
    QVERIFY2(inked > 60, "nothing is drawn");
}

void ThemeTest::iconsTakeTheirColour()
{
    const Theme theme;
    const QPixmap first = theme.pixmap(u"check"_s, QColor(255, 0, 0), 20, 2.0);
    QCOMPARE(first.size(), QSize(40, 40));
    QCOMPARE(first.devicePixelRatio(), 2.0);
    QCOMPARE(theme.pixmap(u"check"_s, QColor(255, 0, 0), 20, 2.0).cacheKey(), first.cacheKey());
    const QImage image = first.toImage();
    bool red = false;
    for (int x = 0; x < 40; ++x) {
        for (int y = 0; y < 40; ++y)
            red = red || image.pixelColor(x, y) == QColor(255, 0, 0);
    }
    QVERIFY(red);
}

void ThemeTest::iconsFollowTheTheme()
{
    Theme theme;
    const QIcon icon = theme.icon(u"plus"_s);
    const auto middle = [&icon] { return icon.pixmap(20).toImage().pixelColor(10, 10); };
    theme.setChoice(Theme::Choice::Light);
    const QColor light = middle();
    theme.setChoice(Theme::Choice::Dark);
    QVERIFY(middle() != light);
}

void ThemeTest::unknownIconsAreEmpty()
{
    const Theme theme;
    QVERIFY(theme.pixmap(u"no-such-icon"_s, Qt::black, 20, 1.0).isNull());
}

MICROCYCLE_WIDGET_TEST(ThemeTest)
#include "tst_theme.moc"
