// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/library/chiprow.h"

#include <QEvent>

namespace ui {

ChipRow::ChipRow(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void ChipRow::add(QWidget *widget)
{
    widget->setParent(this);
    widget->installEventFilter(this);
    m_widgets.append(widget);
    updateGeometry();
}

QSize ChipRow::sizeHint() const
{
    int width = 0;
    for (const QWidget *widget : m_widgets)
        width += widget->sizeHint().width() + m_theme.spacing(1);
    return {width, place(std::max(1, width), false)};
}

QSize ChipRow::minimumSizeHint() const
{
    QSize size;
    for (const QWidget *widget : m_widgets)
        size = size.expandedTo(widget->sizeHint());
    return size;
}

void ChipRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
}

bool ChipRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest)
        placeAnew();
    return QWidget::event(event);
}

bool ChipRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        placeAnew();
    return QWidget::eventFilter(watched, event);
}

void ChipRow::placeAnew()
{
    updateGeometry();
    place(width(), true);
}

int ChipRow::place(int width, bool apply) const
{
    const int gap = m_theme.spacing(1);
    int x = 0;
    int y = 0;
    int lineHeight = 0;
    for (QWidget *widget : m_widgets) {
        if (widget->isHidden())
            continue;
        const QSize size = widget->sizeHint().boundedTo({std::max(1, width), widget->sizeHint().height()});
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += lineHeight + gap;
            lineHeight = 0;
        }
        if (apply) {
            const int left = layoutDirection() == Qt::RightToLeft ? width - x - size.width() : x;
            widget->setGeometry(left, y, size.width(), size.height());
        }
        x += size.width() + gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    return y + lineHeight;
}

}
