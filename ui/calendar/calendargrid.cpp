// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/calendargrid.h"

#include "models/items/calendarroles.h"
#include "ui/calendar/calendaraccess.h"
#include "ui/calendar/weekdayheader.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QFontMetrics>
#include <QPainter>
#include <QScrollBar>
#include <QWheelEvent>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int rowsAhead = 2; ///< read beyond what is seen, so that scrolling finds them

}

CalendarGrid::CalendarGrid(items::CalendarModel &model,
    items::FitnessTimeline &timeline,
    Theme &theme,
    const CalendarWords &words,
    QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_timeline(timeline)
    , m_theme(theme)
    , m_words(words)
    , m_cards(theme, words)
    , m_cells(theme, words)
    , m_header(new WeekdayHeader(*this, theme))
    , m_focusDay(model.today())
    , m_anchorDay(model.today())
{
    CalendarAccess::install();
    setObjectName(u"calendar-grid"_s);
    m_header->setParent(this);
    setFrameShape(NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // the weeks have no end
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setAccessibleName(tr("Calendar"));
    setContextMenuPolicy(Qt::DefaultContextMenu);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    m_topRow = std::max(0, model.rowOf(model.today()) - 1);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &CalendarGrid::onDataChanged);
    connect(&m_theme, &Theme::changed, this, &CalendarGrid::refreshTheme);
    refreshTheme();
}

CalendarGrid::~CalendarGrid() = default;

void CalendarGrid::refreshTheme()
{
    m_cards.refresh();
    m_floating = {};
    const int header = m_cards.metrics().figuresHeight + m_theme.spacing(3);
    setViewportMargins(0, header, 0, 0);
    m_header->setGeometry(0, 0, width(), header);
    layoutRows();
    m_header->update();
    viewport()->update();
}

void CalendarGrid::changeEvent(QEvent *event)
{
    QAbstractScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::PaletteChange)
        refreshTheme();
}

void CalendarGrid::resizeEvent(QResizeEvent *)
{
    m_header->resize(width(), viewportMargins().top());
    layoutRows();
    viewport()->update();
}

int CalendarGrid::rowHeight(int row) const
{
    return weekHeight(m_model.week(row), m_cards.metrics());
}

void CalendarGrid::layoutRows()
{
    const QFontMetrics small(m_theme.font(TextRole::Small));
    const int week = small.horizontalAdvance(u"Distance 00h00 / 00h00 +0h00"_s) + m_theme.spacing(4);
    m_columns = Columns(viewport()->width(), m_theme.spacing(8), week);
    const int height = viewport()->height();
    // Reading the likely rows at once is one query instead of one per week.
    const int shortest = weekHeight({}, m_cards.metrics());
    m_model.fetch(m_topRow - rowsAhead, m_topRow + height / std::max(1, shortest) + rowsAhead);
    const QList<VisibleRow> before = m_visible;
    m_visible.clear();
    for (int row = m_topRow, top = -m_topOffset; top < height && row < m_model.rowCount(); ++row) {
        const int rows = rowHeight(row);
        m_visible.append({row, top, rows});
        top += rows;
    }
    const auto range = [](const QList<VisibleRow> &rows) {
        return rows.isEmpty() ? std::pair(-1, -1) : std::pair(rows.constFirst().row, rows.constLast().row);
    };
    if (range(before) != range(m_visible))
        Q_EMIT visibleChanged();
}

void CalendarGrid::scrollBy(int pixels)
{
    if (pixels == 0)
        return;
    m_topOffset += pixels;
    while (m_topOffset < 0 && m_topRow > 0)
        m_topOffset += rowHeight(--m_topRow);
    while (m_topRow < m_model.rowCount() - 1 && m_topOffset >= rowHeight(m_topRow))
        m_topOffset -= rowHeight(m_topRow++);
    m_topOffset = std::max(0, m_topOffset);
    layoutRows();
    // What floats is not part of what scrolls.
    if (isDragging() || std::abs(pixels) >= viewport()->height())
        viewport()->update();
    else
        viewport()->scroll(0, -pixels);
}

void CalendarGrid::wheelEvent(QWheelEvent *event)
{
    const int pixels = event->pixelDelta().isNull() ? event->angleDelta().y() : event->pixelDelta().y();
    scrollBy(-pixels);
    event->accept();
}

const CalendarGrid::VisibleRow *CalendarGrid::visibleRow(int row) const
{
    for (const VisibleRow &visible : m_visible) {
        if (visible.row == row)
            return &visible;
    }
    return nullptr;
}

QRect CalendarGrid::cellRect(const VisibleRow &row, int column) const
{
    return {m_columns.left(column), row.top, m_columns.width(column), row.height};
}

QRect CalendarGrid::dayRect(QDate day) const
{
    const VisibleRow *row = visibleRow(m_model.rowOf(day));
    return row ? cellRect(*row, m_model.columnOf(day)) : QRect();
}

QRect CalendarGrid::cardRect(QDate day, const domain::LocalId &id) const
{
    const QRect cell = dayRect(day);
    if (cell.isEmpty())
        return {};
    const items::DayCell &content = m_model.day(day);
    const CellLayout layout = CellLayout::of(content, cell, m_cards.metrics());
    for (int i = 0; i < content.cards.size(); ++i) {
        if (content.cards.at(i).id == id)
            return layout.cards.at(i);
    }
    return {};
}

CalendarGrid::Hit CalendarGrid::hitAt(QPoint point) const
{
    Hit hit;
    for (const VisibleRow &row : m_visible) {
        if (point.y() < row.top || point.y() >= row.top + row.height)
            continue;
        hit.row = row.row;
        hit.column = m_columns.at(point.x());
        if (hit.column < 0 || hit.column >= items::dayColumns)
            return hit;
        hit.day = m_model.dayAt(row.row, hit.column);
        const items::DayCell &day = m_model.week(row.row).days[size_t(hit.column)];
        const CellLayout layout = CellLayout::of(day, cellRect(row, hit.column), m_cards.metrics());
        for (int i = 0; i < layout.cards.size(); ++i) {
            if (layout.cards.at(i).contains(point)) {
                hit.card = day.cards.at(i);
                hit.cardIndex = i;
            }
        }
        for (int i = 0; i < layout.bars.size(); ++i) {
            if (layout.bars.at(i).adjusted(-m_cards.metrics().padding, 0, m_cards.metrics().padding, 0).contains(point))
                hit.bar = day.bars.at(i);
        }
        return hit;
    }
    return hit;
}

domain::DateRange CalendarGrid::visibleDays() const
{
    if (m_visible.isEmpty())
        return {};
    return {m_model.dayAt(m_visible.constFirst().row, 0), m_model.dayAt(m_visible.constLast().row, 6)};
}

QDate CalendarGrid::titleDay() const
{
    for (const VisibleRow &row : m_visible) {
        if (row.row == m_model.rowOf(m_focusDay))
            return m_focusDay;
    }
    return m_visible.isEmpty() ? m_focusDay : m_model.dayAt(m_visible.at(m_visible.size() > 1 ? 1 : 0).row, 3);
}

void CalendarGrid::ensureVisible(QDate day)
{
    const int row = m_model.rowOf(day);
    if (!visibleRow(row)) {
        const int distance = m_visible.isEmpty() ? 1 : std::abs(row - m_topRow);
        if (distance > 8)
            goTo(day);
        else
            scrollBy(row < m_topRow ? -(m_topOffset + rowHeight(row)) : rowHeight(m_topRow) - m_topOffset);
        if (!visibleRow(row))
            goTo(day);
    }
    const VisibleRow *visible = visibleRow(row);
    if (!visible)
        return;
    const int below = visible->top + visible->height - viewport()->height();
    if (visible->top < 0)
        scrollBy(visible->top);
    else if (below > 0)
        scrollBy(std::min(below, visible->top));
}

void CalendarGrid::goTo(QDate day)
{
    m_topRow = std::max(0, m_model.rowOf(day) - 1);
    m_topOffset = 0;
    layoutRows();
    viewport()->update();
    Q_EMIT visibleChanged();
}

void CalendarGrid::setFocusDay(QDate day)
{
    const QDate before = m_focusDay;
    m_focusDay = day;
    m_focusCard = -1;
    ensureVisible(day);
    viewport()->update(dayRect(before));
    viewport()->update(dayRect(day));
    announceFocus();
    Q_EMIT focusDayChanged(day);
}

void CalendarGrid::announceFocus()
{
    QString text = m_model.data(m_model.indexOf(m_focusDay), Qt::AccessibleTextRole).toString();
    if (const items::Card *card = focusedCard())
        text = tr("%1, %2. %3").arg(card->name, m_cards.figures(*card), text);
    setAccessibleDescription(text);
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
    CalendarAccess::announceFocus(*this);
}

const items::Card *CalendarGrid::focusedCard() const
{
    const items::DayCell &day = m_model.day(m_focusDay);
    return m_focusCard >= 0 && m_focusCard < day.cards.size() ? &day.cards.at(m_focusCard) : nullptr;
}

QList<DragPlan::Item> CalendarGrid::selectedItems() const
{
    QList<DragPlan::Item> items;
    for (auto selected = m_selection.begin(); selected != m_selection.end(); ++selected) {
        const items::DayCell &day = m_model.day(*selected);
        bool found = false;
        for (const items::Card &card : day.cards) {
            if (card.id == selected.key()) {
                items.append({card, *selected});
                found = true;
            }
        }
        for (const items::Bar &bar : day.bars) {
            if (found || bar.id != selected.key())
                continue;
            items::Card card; // a bar moves like a card without figures
            card.id = bar.id;
            card.category = bar.category;
            card.name = bar.text;
            card.movable = bar.movable;
            items.append({card, *selected});
            break;
        }
    }
    return items;
}

void CalendarGrid::select(const QMap<domain::LocalId, QDate> &items)
{
    if (m_selection == items)
        return;
    m_selection = items;
    viewport()->update();
    Q_EMIT selectionChanged();
}

void CalendarGrid::markDay(QDate day)
{
    if (day == m_marked)
        return;
    viewport()->update(dayRect(m_marked));
    m_marked = day;
    viewport()->update(dayRect(m_marked));
}

void CalendarGrid::onDataChanged(const QModelIndex &from, const QModelIndex &to, const QList<int> &roles)
{
    const bool figuresOnly = roles.contains(items::FormRole);
    if (!figuresOnly && !m_selection.isEmpty() && to.row() - from.row() < 60) {
        for (int row = from.row(); row <= to.row(); ++row) {
            for (const items::DayCell &day : m_model.week(row).days) {
                for (const items::Card &card : day.cards) {
                    if (m_selection.contains(card.id))
                        m_selection[card.id] = day.date; // the selection follows what moved
                }
            }
        }
    }
    if (!figuresOnly)
        layoutRows();
    viewport()->update();
    announceFocus();
}

}
