// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendarpage.h"

#include "ui/calendar/calendargrid.h"
#include "ui/calendar/importpanel.h"
#include "ui/calendar/inspector.h"
#include "ui/calendar/weektargets.h"
#include "ui/shell/actions.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int racesAheadDays = 365;
constexpr int daysPerStep = 28;
constexpr int minute = 60 * 1000;

}

CalendarPage::CalendarPage(store::Store &store, Theme &theme, const QLocale &locale, Actions &actions, QWidget *parent)
    : Page(parent)
    , m_store(store)
    , m_theme(theme)
    , m_actions(actions)
    , m_words(locale)
    , m_timeline(store)
    , m_model(store, m_timeline, locale)
    , m_editor(store, m_words)
{
    setObjectName(u"calendar-page"_s);
    setAutoFillBackground(true);
    readSettings();
    m_grid = new CalendarGrid(m_model, m_timeline, theme, m_words);
    m_strip = new ProjectionStrip(m_timeline, theme, m_words);
    m_inspector = new Inspector(store, m_editor, theme, m_words);
    m_inspector->hide();
    m_targets = new WeekTargets(store, m_model, m_editor, theme, m_words);
    m_targets->hide();
    m_imports = new ImportPanel(theme, m_words);
    m_imports->hide();
    m_exchange = new CalendarExchange(store, m_editor, m_words, this);
    m_fromLibrary = new CalendarLibrary(store, m_editor, this);

    m_splitter = new QSplitter(Qt::Vertical);
    m_splitter->setObjectName(u"calendar-splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_grid);
    m_splitter->addWidget(m_strip);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setCollapsible(0, false);
    auto *left = new QVBoxLayout;
    left->setSpacing(0);
    buildHeader(left);
    left->addWidget(m_splitter, 1);
    m_columns = new QHBoxLayout(this);
    m_columns->setContentsMargins({});
    m_columns->setSpacing(0);
    m_columns->addLayout(left, 1);
    m_columns->addWidget(m_inspector);
    m_columns->addWidget(m_targets);
    m_columns->addWidget(m_imports);
    setFocusProxy(m_grid);

    connectGrid();
    connectExchange();
    answerActions();
    connect(&m_editor, &CalendarEditor::landed, m_grid, &CalendarGrid::select);
    connect(&m_editor, &CalendarEditor::sentence, this, &CalendarPage::sentence);
    connect(&m_editor, &CalendarEditor::failed, this, &CalendarPage::failed);
    connect(m_inspector, &Inspector::historyRequested, this, &CalendarPage::historyRequested);
    const auto backToGrid = [this](QWidget *panel) {
        panel->hide();
        m_grid->setFocus(Qt::OtherFocusReason);
    };
    connect(m_inspector, &Inspector::closed, this, [this, backToGrid] { backToGrid(m_inspector); });
    connect(m_targets, &WeekTargets::closed, this, [this, backToGrid] { backToGrid(m_targets); });
    connect(&m_store, &store::Store::changed, this, [this] {
        updateRaces();
        updateTitle();
    });
    connect(&m_store, &store::Store::settingsChanged, this, &CalendarPage::readSettings);
    connect(&m_theme, &Theme::changed, this, &CalendarPage::applyTheme);
    connect(&m_clock, &QTimer::timeout, &m_model, &items::CalendarModel::refreshToday);
    m_clock.start(minute);
    updateRaces();
    applyTheme();
    updateTitle();
    m_strip->setRange(m_grid->visibleDays());
}

CalendarPage::~CalendarPage() = default;

QString CalendarPage::title() const
{
    return tr("Calendar");
}

void CalendarPage::activated()
{
    m_grid->setFocus(Qt::OtherFocusReason);
}

void CalendarPage::readSettings()
{
    m_words.setMiles(m_store.athlete().usesMiles());
}

domain::DateRange CalendarPage::visibleDays() const
{
    return m_grid->visibleDays();
}

void CalendarPage::buildHeader(QVBoxLayout *into)
{
    m_head = new QWidget;
    m_head->setAutoFillBackground(true);
    auto *row = new QHBoxLayout(m_head);
    row->setContentsMargins(m_theme.spacing(4), m_theme.spacing(2), m_theme.spacing(4), m_theme.spacing(2));
    row->setSpacing(m_theme.spacing(2));
    m_title = new TextLabel(m_theme, TextRole::Title, Token::Text);
    m_title->setObjectName(u"calendar-title"_s);
    m_title->setWeight(QFont::DemiBold);
    m_subtitle = new ElidedLabel(m_theme, TextRole::Small, Token::TextThird);
    auto *library = new ToolButton(m_theme, u"library"_s, tr("Library (F9)"));
    library->setObjectName(u"calendar-library"_s);
    library->setFocusPolicy(Qt::TabFocus);
    library->setDefaultAction(m_actions.action(u"view.library"_s));
    m_today = new QPushButton(tr("Today"));
    m_today->setToolTip(tr("Show today (T)"));
    m_today->setFocusPolicy(Qt::TabFocus);
    m_plan = new QPushButton(tr("+ Plan"));
    m_plan->setObjectName(u"calendar-plan"_s);
    m_plan->setProperty("primary", true);
    m_plan->setToolTip(tr("Plan a workout on the marked day (N)"));
    m_plan->setFocusPolicy(Qt::TabFocus);
    auto *more = new ToolButton(m_theme, u"chevron-down"_s, tr("Plan a race, a note, time off"));
    more->setFocusPolicy(Qt::TabFocus);
    m_planMenu = new QMenu(this);
    using enum domain::Category;
    for (const domain::Category category : {Workout, RaceA, RaceB, RaceC, Note, Holiday, Sick, Injured})
        m_planMenu->addAction(m_words.category(category), this, [this, category] { plan(category); });
    m_planMenu->addAction(m_actions.action(u"calendar.targets"_s));
    m_planMenu->addSeparator();
    m_planMenu->addAction(tr("Import files…"), this, &CalendarPage::askForFiles);
    m_exchange->addDragFormatMenu(*m_planMenu);
    connect(more, &ToolButton::clicked, this,
        [this, more] { m_planMenu->popup(more->mapToGlobal(QPoint(0, more->height() + m_theme.spacing(1)))); });
    connect(m_plan, &QPushButton::clicked, this, [this] { plan(Workout); });
    connect(m_today, &QPushButton::clicked, this, &CalendarPage::goToToday);
    row->addWidget(m_title);
    row->addSpacing(m_theme.spacing(1));
    row->addWidget(m_subtitle, 1, Qt::AlignVCenter);
    row->addWidget(library);
    row->addWidget(m_today);
    row->addWidget(m_plan);
    row->addWidget(more);
    into->addWidget(m_head);
}

void CalendarPage::connectGrid()
{
    connect(m_grid, &CalendarGrid::moveRequested, &m_editor, &CalendarEditor::move);
    connect(m_grid, &CalendarGrid::copyRequested, &m_editor,
        [this](const QList<domain::LocalId> &ids, QDate first) { m_editor.copy(ids, first); });
    connect(m_grid, &CalendarGrid::removeRequested, &m_editor, &CalendarEditor::remove);
    connect(m_grid, &CalendarGrid::clipboardRequested, this, [this](bool cut) { m_editor.toClipboard(selectedIds(), cut); });
    connect(m_grid, &CalendarGrid::pasteRequested, &m_editor, &CalendarEditor::paste);
    connect(m_grid, &CalendarGrid::createRequested, this, [this](QDate day) { create(day, domain::Category::Workout); });
    connect(m_grid, &CalendarGrid::openRequested, this, &CalendarPage::open);
    connect(m_grid, &CalendarGrid::activityOpenRequested, this, &CalendarPage::activityOpenRequested);
    connect(m_grid, &CalendarGrid::refusalRequested, this, &CalendarPage::refusalRequested);
    connect(m_grid, &CalendarGrid::stepsRequested, this, &CalendarPage::stepsRequested);
    connect(m_grid, &CalendarGrid::targetsRequested, this, &CalendarPage::setTargets);
    connect(m_grid, &CalendarGrid::menuRequested, this, &CalendarPage::showMenu);
    connect(m_grid, &CalendarGrid::visibleChanged, this, [this] {
        updateTitle();
        m_strip->setRange(m_grid->visibleDays());
        Q_EMIT rangeShown(m_grid->visibleDays());
    });
    connect(m_grid, &CalendarGrid::focusDayChanged, this, [this](QDate day) {
        m_strip->setDay(day);
        tellLibrary(day);
        updateTitle();
        enableActions();
    });
    connect(m_grid, &CalendarGrid::dragChanged, this,
        [this] { m_strip->setDay(m_grid->isDragging() ? m_grid->drag().target() : m_grid->focusDay()); });
    connect(m_grid, &CalendarGrid::dayHovered, m_strip, &ProjectionStrip::markDay);
    connect(m_strip, &ProjectionStrip::dayHovered, m_grid, &CalendarGrid::markDay);
    connect(m_strip, &ProjectionStrip::dayClicked, m_grid, &CalendarGrid::setFocusDay);
}

void CalendarPage::answerActions()
{
    // Letters act only while the grid has the focus; the others are shared between the pages, the visible one answers.
    for (const QString &id : {u"calendar.today"_s, u"calendar.new"_s, u"calendar.targets"_s})
        m_grid->addAction(m_actions.action(id));
    m_actions.answer(u"calendar.today"_s, this, [this] { goToToday(); });
    m_actions.answer(u"calendar.new"_s, this, [this] { plan(domain::Category::Workout); });
    m_actions.answer(u"calendar.targets"_s, this, [this] { setTargets(m_grid->focusDay()); });
    const auto whenShown = [this](const QString &id, auto act) {
        connect(m_actions.action(id), &QAction::triggered, this, [this, act] {
            if (isVisible())
                act();
        });
    };
    m_actions.answer(u"view.library"_s, this, [this] { setLibraryShown(!isLibraryShown()); });
    whenShown(u"edit.cut"_s, [this] { m_editor.toClipboard(selectedIds(), true); });
    whenShown(u"edit.copy"_s, [this] { m_editor.toClipboard(selectedIds(), false); });
    whenShown(u"edit.paste"_s, [this] { m_editor.paste(m_grid->focusDay()); });
    whenShown(u"edit.duplicate"_s, [this] { m_editor.duplicate(selectedIds(true)); });
    whenShown(u"edit.duplicateweek"_s, [this] { m_editor.duplicateWeek(m_grid->firstDayOfWeek()); });
    whenShown(u"edit.delete"_s, [this] { m_editor.remove(selectedIds(true)); });
    whenShown(u"edit.history"_s, [this] {
        if (const QList<domain::LocalId> ids = selectedIds(); !ids.isEmpty())
            Q_EMIT historyRequested(ids.constFirst());
    });
    whenShown(u"go.previous"_s, [this] { goTo(m_grid->focusDay().addDays(-daysPerStep)); });
    whenShown(u"go.next"_s, [this] { goTo(m_grid->focusDay().addDays(daysPerStep)); });
    connect(m_grid, &CalendarGrid::selectionChanged, this, &CalendarPage::enableActions);
}

void CalendarPage::enableActions()
{
    if (!isVisible())
        return;
    const bool some = !m_grid->itemsForKeys().isEmpty();
    for (const QString &id : {u"edit.cut"_s, u"edit.copy"_s, u"edit.duplicate"_s, u"edit.delete"_s})
        m_actions.action(id)->setEnabled(some);
    m_actions.action(u"edit.history"_s)->setEnabled(m_grid->itemsForKeys().size() == 1);
    for (const QString &id : {u"edit.paste"_s, u"edit.duplicateweek"_s, u"go.previous"_s, u"go.next"_s})
        m_actions.action(id)->setEnabled(true);
}

void CalendarPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    enableActions();
}

void CalendarPage::updateRaces()
{
    m_races.clear();
    const QDate today = m_model.today();
    for (const store::Summary &event :
        m_store.milestones({today.addDays(-racesAheadDays), today.addDays(racesAheadDays)})) {
        if (domain::isRace(event.category.value()))
            m_races.append({event.day, event.name, event.category == domain::Category::RaceA});
    }
    m_strip->setRaces(m_races);
}

void CalendarPage::updateTitle()
{
    const QDate day = m_grid->titleDay();
    m_title->setText(m_words.monthYear(day));
    const items::WeekCell &week = m_model.week(m_model.rowOf(day)).week;
    QStringList parts {tr("Week %1").arg(m_model.weekNumber(m_model.rowOf(day)))};
    if (!week.phase.isEmpty())
        parts.append(week.phase);
    for (const ProjectionStrip::Race &race : m_races) {
        const qint64 days = m_model.today().daysTo(race.day);
        if (!race.main || days < 0)
            continue;
        parts.append(days == 0 ? tr("%1 today").arg(race.name)
                : days == 1    ? tr("1 day to %1").arg(race.name)
                               : tr("%1 days to %2").arg(m_words.number(double(days)), race.name));
        break;
    }
    m_subtitle->setText(parts.join(u" · "_s));
}

void CalendarPage::applyTheme()
{
    const auto tint = [](QWidget *widget, QPalette::ColorRole role, const QColor &color) {
        QPalette palette = widget->palette();
        palette.setColor(role, color);
        widget->setPalette(palette);
    };
    tint(this, QPalette::Window, m_theme.color(Token::Window));
    tint(m_head, QPalette::Window, m_theme.color(Token::Window));
    tint(m_splitter, QPalette::Window, m_theme.color(Token::Line));
}

void CalendarPage::changeEvent(QEvent *event)
{
    Page::changeEvent(event);
    if (event->type() == QEvent::LocaleChange)
        updateTitle();
}

void CalendarPage::goToToday()
{
    goTo(m_model.today());
}

void CalendarPage::goTo(QDate day)
{
    m_grid->goTo(day);
    m_grid->setFocusDay(day);
}

void CalendarPage::plan(domain::Category category)
{
    create(m_grid->focusDay(), category);
}

void CalendarPage::create(QDate day, domain::Category category)
{
    showBeside(m_inspector);
    m_inspector->openDraft(day, category);
}

void CalendarPage::open(const domain::LocalId &id)
{
    const auto summary = m_store.summary(id);
    if (!summary || summary->kind != store::Kind::Event)
        return;
    if (!m_grid->visibleDays().contains(summary->day))
        m_grid->goTo(summary->day);
    if (summary->category == domain::Category::Target) {
        setTargets(summary->day);
        return;
    }
    m_grid->select({{id, summary->day}});
    showBeside(m_inspector);
    m_inspector->open(id);
}

QList<domain::LocalId> CalendarPage::selectedIds(bool onlyMovable) const
{
    QList<domain::LocalId> ids;
    for (const DragPlan::Item &item : m_grid->itemsForKeys()) {
        if (item.card.movable || !onlyMovable)
            ids.append(item.card.id);
    }
    return ids;
}

void CalendarPage::showMenu(const QPoint &at)
{
    const QList<DragPlan::Item> items = m_grid->itemsForKeys();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QDate day = m_grid->focusDay();
    if (items.size() == 1) {
        const domain::LocalId id = items.constFirst().card.id;
        const bool activity = items.constFirst().card.kind == store::Kind::Activity;
        menu->addAction(tr("Open"), this, [this, id, activity] {
            if (activity)
                Q_EMIT activityOpenRequested(id);
            else
                open(id);
        });
        if (!activity)
            menu->addAction(tr("Build the workout"), this, [this, id] { Q_EMIT stepsRequested(id); });
        if (const store::Mark mark = items.constFirst().card.mark; mark >= store::Mark::Conflict) {
            menu->addAction(mark == store::Mark::Conflict ? tr("Choose which version stands") : tr("Why it was refused"), this,
                [this, id] { Q_EMIT refusalRequested(id); });
        }
        menu->addAction(tr("Show history"), this, [this, id] { Q_EMIT historyRequested(id); });
        menu->addSeparator();
    }
    const QList<domain::LocalId> movable = selectedIds(true);
    if (!movable.isEmpty()) {
        const QDate first = std::ranges::min_element(items, {}, &DragPlan::Item::day)->day;
        menu->addAction(tr("Cut"), this, [this] { m_editor.toClipboard(selectedIds(), true); });
        menu->addAction(tr("Copy"), this, [this] { m_editor.toClipboard(selectedIds(), false); });
        menu->addAction(tr("Move one day later"), this, [this, movable] { m_editor.move(movable, 1); });
        menu->addAction(tr("Move one week later"), this, [this, movable] { m_editor.move(movable, 7); });
        menu->addAction(tr("Repeat next week"), this, [this, movable, first] { m_editor.copy(movable, first.addDays(7)); });
        menu->addSeparator();
        menu->addAction(tr("Delete"), this, [this, movable] { m_editor.remove(movable); });
    } else {
        menu->addAction(tr("Plan a workout on %1").arg(m_words.dayShort(day)), this,
            [this, day] { create(day, domain::Category::Workout); });
        menu->addAction(tr("Paste"), this, [this, day] { m_editor.paste(day); });
        menu->addAction(m_actions.action(u"calendar.targets"_s));
    }
    menu->addSeparator();
    addExportMenus(*menu, items, day);
    menu->popup(at);
}

}
