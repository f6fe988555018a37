// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/rowoverlay.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QWheelEvent>

namespace ui {

RowOverlay::RowOverlay(QAbstractScrollArea *list)
    : QWidget(list->parentWidget())
    , m_list(list)
{
    m_list->installEventFilter(this);
    setVisible(m_list->isVisibleTo(parentWidget()));
}

void RowOverlay::setContent(QWidget *content)
{
    m_content = content;
    arrange();
}

void RowOverlay::place(const QRect &inViewport)
{
    m_place = inViewport;
    arrange();
}

void RowOverlay::arrange()
{
    const QWidget *viewport = m_list->viewport();
    const QPoint origin = viewport->mapTo(parentWidget(), QPoint());
    const QRect seen = m_place.intersected(viewport->rect());
    setGeometry(seen.isEmpty() ? QRect(origin, QSize(0, 0)) : seen.translated(origin));
    if (m_content)
        m_content->setGeometry(m_place.translated(-seen.topLeft()));
    raise();
}

bool RowOverlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list) {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            arrange();
        else if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
            setVisible(event->type() == QEvent::ShowToParent);
    }
    return QWidget::eventFilter(watched, event);
}

/// The wheel over a button scrolls the list below it.
void RowOverlay::wheelEvent(QWheelEvent *event)
{
    QApplication::sendEvent(m_list->viewport(), event);
}

}
