// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutaccess.h"

#include "ui/workout/builderstate.h"
#include "ui/workout/workoutchart.h"

namespace ui {

namespace {

QAccessibleInterface *make(const QString &, QObject *object)
{
    auto *chart = qobject_cast<WorkoutChart *>(object);
    return chart ? new WorkoutAccess(*chart) : nullptr;
}

}

WorkoutAccess::WorkoutAccess(WorkoutChart &chart)
    : QAccessibleWidget(&chart, QAccessible::List)
    , m_chart(chart)
{
}

WorkoutAccess::~WorkoutAccess()
{
    for (const QAccessible::Id id : std::as_const(m_items))
        QAccessible::deleteAccessibleInterface(id);
}

void WorkoutAccess::install()
{
    static const bool once = [] {
        QAccessible::installFactory(make);
        return true;
    }();
    Q_UNUSED(once)
}

void WorkoutAccess::announceFocus(WorkoutChart &chart)
{
    if (!QAccessible::isActive() || !chart.hasFocus())
        return;
    if (QAccessibleInterface *focused = QAccessible::queryAccessibleInterface(&chart)->focusChild()) {
        QAccessibleEvent event(focused, QAccessible::Focus);
        QAccessible::updateAccessibility(&event);
    }
}

void WorkoutAccess::announceChange(WorkoutChart &chart)
{
    if (!QAccessible::isActive() || !chart.hasFocus())
        return;
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&chart);
    if (QAccessibleInterface *focused = list->focusChild()) {
        QAccessibleEvent event(focused, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&event);
    }
}

int WorkoutAccess::lineOf(int index) const
{
    const auto &places = m_chart.state().script().places();
    return index >= 0 && index < int(places.size()) ? places[size_t(index)].line : -1;
}

QAccessibleInterface *WorkoutAccess::item(int index) const
{
    if (lineOf(index) < 0)
        return nullptr;
    if (const auto known = m_items.constFind(index); known != m_items.constEnd())
        return QAccessible::accessibleInterface(*known);
    auto *made = new WorkoutItem(m_chart, index);
    m_items.insert(index, QAccessible::registerAccessibleInterface(made));
    return made;
}

QString WorkoutAccess::text(QAccessible::Text which) const
{
    if (which != QAccessible::Description)
        return QAccessibleWidget::text(which);
    const workout::Shape &shape = m_chart.state().shape();
    if (shape.isEmpty())
        return tr("No steps yet");
    return tr("%1, %2", "number of steps, duration")
        .arg(WorkoutWords::steps(shape.steps()), WorkoutWords::spokenDuration(shape.seconds()));
}

int WorkoutAccess::childCount() const
{
    return int(m_chart.state().script().places().size());
}

QAccessibleInterface *WorkoutAccess::child(int index) const
{
    return item(index);
}

int WorkoutAccess::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *step = dynamic_cast<const WorkoutItem *>(child);
    return step && step->isValid() ? step->index() : -1;
}

QAccessibleInterface *WorkoutAccess::childAt(int x, int y) const
{
    const ChartHit hit = m_chart.chart().hit(m_chart.mapFromGlobal(QPoint(x, y)));
    return hit.piece >= 0 ? item(m_chart.chart().pieces()[size_t(hit.piece)].number - 1) : nullptr;
}

QAccessibleInterface *WorkoutAccess::focusChild() const
{
    const ChartPiece *piece = m_chart.chart().pieceOf(m_chart.current());
    return piece ? item(piece->number - 1) : nullptr;
}

WorkoutItem::WorkoutItem(WorkoutChart &chart, int index)
    : m_chart(&chart)
    , m_index(index)
{
}

WorkoutAccess *WorkoutItem::access() const
{
    return m_chart ? static_cast<WorkoutAccess *>(QAccessible::queryAccessibleInterface(m_chart)) : nullptr;
}

bool WorkoutItem::isValid() const
{
    const WorkoutAccess *list = access();
    return list && list->lineOf(m_index) >= 0;
}

QWindow *WorkoutItem::window() const
{
    return m_chart ? access()->window() : nullptr;
}

QAccessibleInterface *WorkoutItem::parent() const
{
    return access();
}

QRect WorkoutItem::rect() const
{
    if (!isValid())
        return {};
    const WorkoutChart &chart = access()->chart();
    const ChartPiece *piece = chart.chart().pieceOf(access()->lineOf(m_index));
    return piece ? QRect(chart.mapToGlobal(piece->box.topLeft().toPoint()), piece->box.size().toSize()) : QRect();
}

QString WorkoutItem::text(QAccessible::Text which) const
{
    if (!isValid())
        return {};
    const int line = access()->lineOf(m_index);
    if (which == QAccessible::Name)
        return access()->chart().blockName(line);
    if (which == QAccessible::Value)
        return access()->chart().state().script().line(line).toString().trimmed();
    return {};
}

QAccessible::State WorkoutItem::state() const
{
    QAccessible::State state;
    if (!isValid()) {
        state.invalid = true;
        return state;
    }
    const WorkoutChart &chart = access()->chart();
    const int line = access()->lineOf(m_index);
    state.focusable = true;
    state.selectable = true;
    state.multiSelectable = true;
    state.selected = chart.selection().contains(line);
    state.focused = chart.hasFocus() && chart.current() == line;
    state.movable = true;
    state.invisible = !chart.isVisible();
    return state;
}

void *WorkoutItem::interface_cast(QAccessible::InterfaceType type)
{
    return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
}

void WorkoutItem::doAction(const QString &action)
{
    if (!isValid())
        return;
    WorkoutChart &chart = access()->chart();
    const int line = access()->lineOf(m_index);
    chart.setFocus(Qt::OtherFocusReason);
    chart.choose({line}, line);
    if (action == pressAction())
        Q_EMIT chart.textWanted(line);
}

}
