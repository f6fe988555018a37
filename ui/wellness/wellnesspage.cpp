// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/wellnesspage.h"

#include "models/commands/planner.h"
#include "ui/shell/pageheader.h"
#include "ui/theme/theme.h"
#include "ui/wellness/historypanel.h"
#include "ui/wellness/wellnessform.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QScrollArea *scrollColumn()
{
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->viewport()->setAutoFillBackground(false);
    return scroll;
}

}

WellnessPage::WellnessPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_theme(theme)
    , m_locale(locale)
    , m_words(items::WellnessNumbers(locale, store.athlete().weightInPounds))
    , m_day(store.clock().today())
{
    setObjectName(u"wellness-page"_s);
    buildHeader();
    buildColumns();
    addKeys();
    connect(m_form, &WellnessForm::typing, this, [this] { showState(tr("Typing…")); });
    connect(m_form, &WellnessForm::refused, this, [this] { showState(tr("Not saved"), true); });
    connect(m_form, &WellnessForm::settled, this, &WellnessPage::showSettled);
    connect(m_panel, &HistoryPanel::dayChosen, this, &WellnessPage::showDay);
    connect(&m_store, &store::Store::changed, this, [this](const store::Change &change) {
        const auto needed = items::WellnessHistory::needed(m_day);
        if (change.everything || std::any_of(change.days.begin(), change.days.end(), [&needed](QDate day) {
                return needed.contains(day);
            }))
            reload();
    });
    connect(&m_store, &store::Store::historyChanged, this, &WellnessPage::showSettled);
    connect(&m_store, &store::Store::settingsChanged, this, &WellnessPage::readSettings);
    connect(&m_theme, &Theme::changed, this, &WellnessPage::arrange);
    readSettings();
}

WellnessPage::~WellnessPage() = default;

QString WellnessPage::title() const
{
    return tr("Wellness");
}

void WellnessPage::buildHeader()
{
    m_header = new PageHeader(m_theme, title());
    auto *walk = new QWidget;
    auto *across = new QHBoxLayout(walk);
    across->setContentsMargins({});
    across->setSpacing(m_theme.spacing(1));
    m_previous = new ToolButton(m_theme, u"chevron-left"_s, tr("Previous day (Alt+Left)"));
    m_next = new ToolButton(m_theme, u"chevron-right"_s, tr("Next day (Alt+Right)"));
    m_today = new ToolButton(m_theme, u"today"_s, tr("Today (Alt+Home)"));
    m_date = new TextLabel(m_theme, TextRole::Body, Token::TextSecond);
    for (QToolButton *button : {m_previous, m_next, m_today})
        button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus in the field
    across->addWidget(m_previous);
    across->addWidget(m_date);
    across->addWidget(m_next);
    across->addWidget(m_today);
    static_cast<QBoxLayout *>(m_header->layout())->insertWidget(1, walk);
    m_state = new TextLabel(m_theme, TextRole::Body, Token::TextThird);
    m_header->addRight(m_state);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_today, &QToolButton::clicked, this, &WellnessPage::goToToday);
}

void WellnessPage::buildColumns()
{
    m_form = new WellnessForm(m_theme, m_words, [this](const domain::Wellness &after) { return save(after); });
    m_panel = new HistoryPanel(m_store, m_theme, m_words);
    m_lock = new TextLabel(m_theme, TextRole::Body, Token::Warning);
    m_lock->setWrapped(true);
    m_lock->hide();
    auto *content = new QWidget;
    m_leftColumn = new QVBoxLayout(content);
    m_leftColumn->setContentsMargins(m_theme.spacing(5), m_theme.spacing(4), m_theme.spacing(5), m_theme.spacing(4));
    m_leftColumn->setSpacing(m_theme.spacing(3));
    m_leftColumn->addWidget(m_lock);
    m_leftColumn->addWidget(m_form);
    m_leftColumn->addStretch(1);
    m_left = scrollColumn();
    m_left->setWidget(content);
    content->installEventFilter(this);
    m_right = scrollColumn();
    m_right->setWidget(m_panel);
    for (QWidget *see : {content, static_cast<QWidget *>(m_panel)})
        see->setAutoFillBackground(false);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(m_left);
    columns->addWidget(m_right, 1);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->setSpacing(0);
    all->addWidget(m_header);
    all->addLayout(columns, 1);
    setFocusProxy(m_form);
}

void WellnessPage::addKeys()
{
    const auto key = [this](const QKeySequence &keys, auto answer) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, answer);
    };
    const int forward = isRightToLeft() ? -1 : 1;
    key(Qt::ALT | Qt::Key_Left, [this, forward] { step(-forward); });
    key(Qt::ALT | Qt::Key_Right, [this, forward] { step(forward); });
    key(Qt::Key_PageUp, [this] { step(-1); });
    key(Qt::Key_PageDown, [this] { step(1); });
    key(Qt::ALT | Qt::Key_Home, [this] { goToToday(); });
}

void WellnessPage::activated()
{
    if (m_followsToday && m_day != today())
        showDay(today());
    m_form->focusFirstEmpty();
}

void WellnessPage::readSettings()
{
    const domain::Athlete athlete = m_store.athlete();
    const auto fields = items::chosenWellnessFields(athlete.wellnessKeys);
    if (fields != m_fields || athlete.weightInPounds != m_words.numbers().pounds()) {
        m_form->commit();
        m_fields = fields;
        m_words.setNumbers(items::WellnessNumbers(m_locale, athlete.weightInPounds));
        m_form->setFields(fields);
        m_panel->setFields(fields);
    }
    reload();
    arrange();
}

void WellnessPage::showDay(QDate day)
{
    if (!day.isValid() || !m_form->commit())
        return;
    m_day = std::min(day, today());
    m_followsToday = m_day == today();
    reload();
    m_left->verticalScrollBar()->setValue(0);
    Q_EMIT dayShown(items::WellnessHistory::needed(m_day));
}

void WellnessPage::step(int days)
{
    if (m_day.addDays(days) > today())
        Q_EMIT sentence(tr("Today is the last day that can be filled in."), false);
    else
        showDay(m_day.addDays(days));
}

void WellnessPage::goToToday()
{
    showDay(today());
}

void WellnessPage::reload()
{
    const items::WellnessHistory history(m_day, m_store.wellness(items::WellnessHistory::needed(m_day)));
    domain::Wellness day = m_store.wellness(m_day);
    day.day = m_day;
    m_locked = day.locked;
    m_lock->setText(
        tr("This day is locked on Intervals.icu, so it can only be read here. Unlock it in the web app to change it."));
    m_lock->setVisible(m_locked);
    m_form->present(day, history);
    m_panel->present(history);
    m_date->setText(m_locale.toString(m_day, m_locale.dateFormat(QLocale::LongFormat)));
    m_next->setEnabled(m_day < today());
    m_today->setVisible(m_day != today());
    showSettled();
}

bool WellnessPage::save(const domain::Wellness &after)
{
    const auto done = commands::WellnessLog(m_store).set(after);
    if (!done) {
        showState(tr("Not saved"), true);
        Q_EMIT failed(done.error());
    }
    return done.ok();
}

void WellnessPage::showSettled()
{
    if (!m_form->isSettled())
        return;
    const auto last = m_store.undoable();
    const bool ours = last && last->verb == store::Verb::Wellness && last->target == m_day;
    const QString undo = QKeySequence(QKeySequence::Undo).toString(QKeySequence::NativeText);
    showState(m_locked ? tr("Locked")
            : ours     ? tr("Saved · %1 undoes", "keys of undo").arg(undo)
                       : tr("Saved as you type"));
}

void WellnessPage::showState(const QString &text, bool wrong)
{
    m_state->setToken(wrong ? Token::Bad : Token::TextThird);
    m_state->setText(text);
}

QString WellnessPage::state() const
{
    return m_state->text();
}

void WellnessPage::arrange()
{
    const int bar = m_left->verticalScrollBar()->sizeHint().width();
    const int form = m_left->widget()->minimumSizeHint().width() + bar;
    const int wide = std::max(form, m_theme.spacing(135));
    const bool beside = width() >= form + m_theme.spacing(100);
    if (beside) {
        m_left->setFixedWidth(std::min(wide, std::max(form, width() * 9 / 20)));
        if (m_right->widget() != m_panel) {
            m_leftColumn->removeWidget(m_panel);
            m_right->setWidget(m_panel);
        }
    } else {
        m_left->setMinimumWidth(0);
        m_left->setMaximumWidth(QWIDGETSIZE_MAX);
        if (m_right->widget() == m_panel) {
            m_right->takeWidget();
            m_leftColumn->insertWidget(2, m_panel);
        }
    }
    m_panel->setInset(beside ? m_theme.spacing(5) : 0);
    m_panel->show();
    m_right->setVisible(beside);
    update();
}

void WellnessPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    arrange();
}

bool WellnessPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && watched == m_left->widget())
        arrange(); // the form may have become wider
    return Page::eventFilter(watched, event);
}

void WellnessPage::hideEvent(QHideEvent *event)
{
    m_form->commit(); // what was typed a moment ago is not lost by leaving
    Page::hideEvent(event);
}

void WellnessPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Window));
    if (!m_right->isVisibleTo(this)) {
        painter.fillRect(m_left->geometry(), m_theme.color(Token::Surface));
        return;
    }
    painter.fillRect(m_left->geometry(), m_theme.color(Token::Surface));
    const int edge = isRightToLeft() ? m_left->geometry().left() : m_left->geometry().right();
    painter.fillRect(QRect(edge, m_left->y(), 1, m_left->height()), m_theme.color(Token::Line));
}

}
