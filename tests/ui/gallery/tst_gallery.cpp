// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/syncstatus.h"
#include "tests/support/testmain.h"
#include "ui/shell/actions.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/shell.h"
#include "ui/shell/shortcutsheet.h"
#include "ui/start/startpage.h"
#include "ui/widgets/card.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/messagebar.h"
#include "ui/widgets/metrictile.h"
#include "ui/widgets/pillbutton.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QDirIterator>
#include <QGridLayout>
#include <QHeaderView>
#include <QMenu>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QTableWidget>

using namespace Qt::StringLiterals;
using ui::Message;
using ui::TextRole;
using ui::Theme;
using ui::Token;

namespace {

/// A page that shows one of everything.
class SamplePage : public ui::Page
{
public:
    explicit SamplePage(const Theme &theme)
        : m_theme(theme)
    {
        auto *column = new QVBoxLayout(this);
        column->setContentsMargins({});
        column->setSpacing(0);
        auto *header = new ui::PageHeader(theme, u"March 2026"_s, this);
        header->setNote(u"Week 11 · Build 2 · 40 days to Marmotte"_s);
        auto *range = new ui::SegmentedControl(theme, ui::SegmentedControl::Look::Switch, this);
        range->setSegments({u"Week"_s, u"Weeks"_s, u"Month"_s});
        range->setCurrentIndex(1);
        header->addCentre(range);
        header->addRight(new QPushButton(u"Today"_s));
        auto *plan = new QPushButton(u"+ Plan"_s);
        plan->setProperty("primary", true);
        header->addRight(plan);
        column->addWidget(header);
        auto *grid = new QGridLayout;
        grid->setContentsMargins(20, 20, 20, 20);
        grid->setSpacing(16);
        grid->addWidget(fields(), 0, 0);
        grid->addWidget(answers(), 0, 1);
        grid->addWidget(tiles(), 1, 0);
        grid->addWidget(table(), 1, 1);
        grid->setRowStretch(1, 1);
        column->addLayout(grid, 1);
    }

    QString title() const override { return u"Calendar"_s; }

private:
    QWidget *fields()
    {
        auto *card = new ui::Card(m_theme);
        auto *grid = new QGridLayout(card);
        grid->setContentsMargins(16, 16, 16, 16);
        grid->addWidget(new ui::TextLabel(m_theme, TextRole::Section, Token::Text, u"Fields"_s), 0, 0, 1, 2);
        grid->addWidget(new ui::SearchField(m_theme, u"Search 64 workouts"_s), 1, 0);
        auto *field = new QLineEdit(u"71.8"_s);
        field->setObjectName(u"focus-me"_s);
        grid->addWidget(field, 1, 1);
        auto *combo = new QComboBox;
        combo->addItems({u"Ride"_s, u"Run"_s});
        grid->addWidget(combo, 2, 0);
        auto *spin = new QSpinBox;
        spin->setSuffix(u" min"_s);
        spin->setValue(45);
        grid->addWidget(spin, 2, 1);
        auto *check = new QCheckBox(u"Indoor"_s);
        check->setChecked(true);
        grid->addWidget(check, 3, 0);
        auto *radio = new QRadioButton(u"By load"_s);
        radio->setChecked(true);
        grid->addWidget(radio, 3, 1);
        auto *slider = new QSlider(Qt::Horizontal);
        slider->setValue(40);
        grid->addWidget(slider, 4, 0);
        auto *progress = new QProgressBar;
        progress->setTextVisible(false);
        progress->setMaximumHeight(6);
        progress->setValue(60);
        grid->addWidget(progress, 4, 1);
        auto *off = new QLineEdit(u"Not now"_s);
        off->setEnabled(false);
        grid->addWidget(off, 5, 0);
        auto *dead = new QPushButton(u"Not now"_s);
        dead->setEnabled(false);
        grid->addWidget(dead, 5, 1);
        return card;
    }

    QWidget *answers()
    {
        auto *card = new ui::Card(m_theme);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(16, 16, 16, 16);
        column->addWidget(new ui::TextLabel(m_theme, TextRole::Section, Token::Text, u"How do you feel?"_s));
        const int chosen[] = {1, 2, 3, -1};
        for (const int index : chosen) {
            auto *answer = new ui::SegmentedControl(m_theme, ui::SegmentedControl::Look::Answer);
            answer->setSegments({u"1 Low"_s, u"2 Avg"_s, u"3 High"_s, u"4 Extreme"_s});
            answer->setObjectName(u"answer"_s);
            answer->setToken(2, Token::Warning);
            answer->setToken(3, Token::Bad);
            answer->setCurrentIndex(index);
            column->addWidget(answer);
        }
        auto *pills = new QHBoxLayout;
        for (const QString &word : {u"Ride"_s, u"45–75 min"_s, u"Z4"_s}) {
            auto *pill = new ui::PillButton(m_theme, word);
            pill->setChecked(word == "Ride"_L1);
            pills->addWidget(pill);
        }
        for (const QString &name : {u"undo"_s, u"redo"_s, u"edit"_s, u"trash"_s})
            pills->addWidget(new ui::ToolButton(m_theme, name, name));
        pills->addStretch();
        column->addLayout(pills);
        column->addStretch();
        return card;
    }

    QWidget *tiles()
    {
        auto *card = new ui::Card(m_theme);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(16, 16, 16, 16);
        auto *row = new QHBoxLayout;
        const QStringList labels = {u"Time"_s, u"Load"_s, u"Power"_s, u"Heart rate"_s};
        const QStringList values = {u"1:52:07"_s, u"76"_s, u"214"_s, QString()};
        const QStringList units = {QString(), QString(), u"W"_s, u"bpm"_s};
        for (int i = 0; i < 4; ++i) {
            auto *tile = new ui::MetricTile(m_theme);
            tile->setLabel(labels.at(i));
            tile->setValue(values.at(i), units.at(i));
            tile->setNote(i == 1 ? u"103 % of plan"_s : u"planned 1:50"_s, i == 1 ? Token::Good : Token::TextThird);
            row->addWidget(tile);
        }
        column->addLayout(row);
        column->addWidget(new ui::EmptyState(m_theme,
                              u"activity"_s,
                              u"No activity matches. Clear the filter to see all 214."_s,
                              u"Clear the filter"_s),
            1);
        return card;
    }

    QWidget *table()
    {
        auto *card = new ui::Card(m_theme);
        auto *column = new QVBoxLayout(card);
        column->setContentsMargins(16, 8, 16, 16);
        auto *tabs = new QTabBar;
        tabs->addTab(u"Intervals"_s);
        tabs->addTab(u"Zones"_s);
        tabs->addTab(u"Notes"_s);
        tabs->setDrawBase(false);
        tabs->setExpanding(false);
        column->addWidget(tabs);
        auto *rows = new QTableWidget(14, 4);
        rows->setHorizontalHeaderLabels({u"Day"_s, u"Weight"_s, u"HRV"_s, u"Sleep"_s});
        rows->verticalHeader()->hide();
        rows->setShowGrid(false);
        rows->setFrameShape(QFrame::NoFrame);
        for (int row = 0; row < 14; ++row) {
            for (int col = 0; col < 4; ++col)
                rows->setItem(row, col, new QTableWidgetItem(QString::number(60 + row + col)));
        }
        rows->setCurrentCell(2, 1);
        column->addWidget(rows);
        return card;
    }

    const Theme &m_theme;
};

}

/// Draws every widget into pictures beside the test, for eyes; the test itself checks that they are not blank.
class GalleryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draws_data();
    void draws();

private:
    void save(QWidget &widget, const QString &name, double scale);
    QString iconSheet(const Theme &theme, const QString &name);
};

void GalleryTest::draws_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::newRow("light") << false << 1.0;
    QTest::newRow("dark") << true << 1.0;
    QTest::newRow("light-2x") << false << 2.0;
    QTest::newRow("dark-2x") << true << 2.0;
}

void GalleryTest::save(QWidget &widget, const QString &name, double scale)
{
    QCoreApplication::processEvents();
    QImage image((QSizeF(widget.size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(widget.palette().color(QPalette::Window));
    widget.render(&image, QPoint(), QRegion(), QWidget::DrawWindowBackground | QWidget::DrawChildren);
    QDir().mkpath(QCoreApplication::applicationDirPath() + u"/gallery"_s);
    QVERIFY(image.save(u"%1/gallery/%2-%3.png"_s.arg(
        QCoreApplication::applicationDirPath(), name, QString::fromLatin1(QTest::currentDataTag()))));
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); y += 3) {
        for (int x = 0; x < image.width(); x += 3)
            colors.insert(image.pixel(x, y));
    }
    QVERIFY2(colors.size() > 20, qPrintable(name));
}

QString GalleryTest::iconSheet(const Theme &theme, const QString &name)
{
    QImage sheet(900, 420, QImage::Format_RGB32);
    sheet.fill(theme.color(Token::Surface));
    QPainter painter(&sheet);
    painter.setPen(theme.color(Token::TextSecond));
    painter.setFont(theme.font(TextRole::Small));
    QDirIterator files(u":/icons"_s);
    for (int i = 0; files.hasNext(); ++i) {
        const QString icon = QFileInfo(files.next()).completeBaseName();
        const QPoint at(20 + (i % 9) * 98, 15 + (i / 9) * 78);
        painter.drawPixmap(at, theme.pixmap(icon, theme.color(Token::Text), 40, 1));
        painter.drawPixmap(at + QPoint(48, 10), theme.pixmap(icon, theme.color(Token::Text), 20, 1));
        painter.drawText(at + QPoint(0, 56), icon);
    }
    painter.end();
    const QString path = u"%1/gallery/%2.png"_s.arg(QCoreApplication::applicationDirPath(), name);
    return sheet.save(path) ? path : QString();
}

void GalleryTest::draws()
{
    QFETCH(bool, dark);
    QFETCH(double, scale);
    Theme theme;
    theme.setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    theme.applyTo(*qApp);
    ui::Actions actions(theme);
    store::SyncStatus status;
    status.set(store::SyncStatus::State::Offline, 2);
    ui::Shell shell(theme, actions, status);
    shell.setThemeChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    shell.addPage(new SamplePage(theme), u"calendar"_s, u"page.calendar"_s);
    shell.addPage(new QWidget, u"Activities"_s, u"activity"_s, u"page.activities"_s);
    shell.addPage(new QWidget, u"Wellness"_s, u"wellness"_s, u"page.wellness"_s);
    shell.setAccountName(u"Demo athlete"_s);
    shell.setStatusSentence(u"Moved Swim CSS to Wed 11."_s, true);
    shell.resize(1180, 760);
    shell.show();
    shell.activateWindow();
    shell.findChild<QLineEdit *>(u"focus-me"_s)->setFocus();
    save(shell, u"shell"_s, scale);
    shell.findChild<ui::SegmentedControl *>(u"answer"_s)->setFocus(Qt::TabFocusReason);
    save(shell, u"shell-focus"_s, scale);
    shell.messageBar().post({.key = u"x"_s,
        .kind = Message::Kind::Error,
        .text = u"Intervals.icu did not accept event 7. The reason given: it starts too late."_s,
        .actions = {{u"Edit"_s, {}}, {u"Discard"_s, {}}}});
    shell.shortcutSheet().addLine(u"Move by a day or a week"_s, u"Alt+Arrows"_s);
    shell.shortcutSheet().addLine(u"Copy by a day or a week"_s, u"Ctrl+Alt+Arrows"_s);
    actions.action(u"help.shortcuts"_s)->trigger();
    save(shell, u"shell-sheet"_s, scale);
    if (QMenu *menu = shell.findChild<QMenu *>()) {
        menu->popup({});
        save(*menu, u"menu"_s, scale);
        menu->hide();
    }

    ui::StartPage start(theme);
    start.resize(1180, 760);
    start.show();
    save(start, u"start"_s, scale);
    start.showError(u"Intervals.icu does not accept this key. Copy it again from the settings page."_s);
    start.resize(520, 860);
    save(start, u"start-narrow"_s, scale);
    QVERIFY(!iconSheet(theme, dark ? u"icons-dark"_s : u"icons-light"_s).isEmpty());
}

MICROCYCLE_WIDGET_TEST(GalleryTest)
#include "tst_gallery.moc"
