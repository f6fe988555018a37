// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitiespage.h"

#include "ui/activities/activitylist.h"
#include "ui/activities/activityview.h"
#include "ui/theme/theme.h"

#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

ActivitiesPage::ActivitiesPage(store::Store &store, Theme &theme, const QLocale &locale, QWidget *parent)
    : Page(parent)
    , m_list(new ActivityList(store, theme, locale))
    , m_view(new ActivityView(store, theme, locale))
    , m_stack(new QStackedWidget)
{
    setObjectName(u"activities-page"_s);
    m_stack->addWidget(m_list);
    m_stack->addWidget(m_view);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_stack);
    connect(m_list, &ActivityList::chosen, this, &ActivitiesPage::open);
    connect(m_list, &ActivityList::rowsChanged, this, &ActivitiesPage::tellNeighbours);
    connect(m_view, &ActivityView::backWanted, this, &ActivitiesPage::showList);
    connect(m_view, &ActivityView::gone, this, &ActivitiesPage::showList);
    connect(m_view, &ActivityView::stepWanted, this, &ActivitiesPage::step);
    connect(m_view, &ActivityView::detailWanted, this, &ActivitiesPage::detailWanted);
    auto *finding = new QShortcut(QKeySequence::Find, this);
    finding->setContext(Qt::WidgetWithChildrenShortcut);
    connect(finding, &QShortcut::activated, this, &ActivitiesPage::find);
}

ActivitiesPage::~ActivitiesPage() = default;

QString ActivitiesPage::title() const
{
    return tr("Activities");
}

void ActivitiesPage::activated()
{
    if (isShowingActivity())
        m_view->takeFocus();
    else
        m_list->focusRows();
}

bool ActivitiesPage::isShowingActivity() const
{
    return m_stack->currentWidget() == m_view;
}

void ActivitiesPage::open(const domain::LocalId &id)
{
    const auto opened = m_view->open(id);
    if (!opened) {
        Q_EMIT failed(opened.error());
        return;
    }
    m_list->select(id);
    m_stack->setCurrentWidget(m_view);
    m_view->takeFocus();
    tellNeighbours();
}

void ActivitiesPage::showList()
{
    if (!isShowingActivity())
        return;
    m_stack->setCurrentWidget(m_list);
    m_view->close();
    m_list->focusRows();
}

void ActivitiesPage::step(int by)
{
    if (!isShowingActivity())
        return;
    if (const auto id = m_list->neighbour(m_view->id(), by))
        open(*id);
    else
        Q_EMIT sentence(
            by < 0 ? tr("This is the first activity of the list.") : tr("This is the last activity of the list."),
            false);
}

void ActivitiesPage::find()
{
    showList();
    m_list->focusSearch();
}

void ActivitiesPage::tellNeighbours()
{
    if (isShowingActivity())
        m_view->setNeighbours(
            m_list->neighbour(m_view->id(), -1).has_value(), m_list->neighbour(m_view->id(), 1).has_value());
}

}
