// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidepanel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLayout>
#include <QPainter>

namespace ui {

namespace {

constexpr int leastPage = 130; ///< steps that a page needs beside a panel

}

SidePanel::SidePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SidePanel::placeIn(QWidget *area)
{
    m_area = area;
    setParent(area);
    area->installEventFilter(this);
}

void SidePanel::open()
{
    if (isHidden())
        m_before = window()->focusWidget();
    const auto others
        = m_area ? m_area->findChildren<SidePanel *>(QString(), Qt::FindDirectChildrenOnly) : QList<SidePanel *>();
    for (SidePanel *other : others) {
        if (other != this)
            other->dismiss();
    }
    show();
    place();
    raise();
    takeFocus();
}

void SidePanel::dismiss()
{
    if (isHidden())
        return;
    hide();
    leaveRoom(0);
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    Q_EMIT closed();
}

void SidePanel::place()
{
    if (!m_area)
        return;
    const int width = std::min(wantedWidth(), m_area->width());
    const int least = m_theme.spacing(leastPage);
    leaveRoom(m_area->width() - width >= least ? width : 0);
    setGeometry(isRightToLeft() ? 0 : m_area->width() - width, 0, width, m_area->height());
}

void SidePanel::leaveRoom(int width)
{
    if (m_area && m_area->layout())
        m_area->layout()->setContentsMargins(isRightToLeft() ? width : 0, 0, isRightToLeft() ? 0 : width, 0);
}

void SidePanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void SidePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    const int edge = isRightToLeft() ? width() - 1 : 0;
    painter.fillRect(QRect(edge, 0, 1, height()), m_theme.color(Token::Line));
}

bool SidePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_area && event->type() == QEvent::Resize && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

}
