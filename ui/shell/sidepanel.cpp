// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sidepanel.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

namespace ui {

SidePanel::SidePanel(const Theme &theme, QWidget *parent)
    : QFrame(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    hide();
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void SidePanel::placeOver(QWidget *pages)
{
    m_pages = pages;
    setParent(pages->parentWidget());
    pages->installEventFilter(this);
}

void SidePanel::open()
{
    if (isHidden())
        m_before = window()->focusWidget();
    place();
    show();
    raise();
    takeFocus();
}

void SidePanel::dismiss()
{
    if (isHidden())
        return;
    hide();
    if (m_before && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    m_before = nullptr;
    Q_EMIT closed();
}

void SidePanel::place()
{
    if (!m_pages)
        return;
    const QRect over = m_pages->geometry();
    const int width = std::min(wantedWidth(), over.width());
    const int left = isRightToLeft() ? over.left() : over.right() + 1 - width;
    setGeometry(left, over.top(), width, over.height());
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
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move;
    if (watched == m_pages && moved && !isHidden())
        place();
    return QFrame::eventFilter(watched, event);
}

}
