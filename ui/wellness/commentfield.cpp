// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/commentfield.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int lines = 3;

}

CommentField::CommentField(const Theme &theme, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setTabChangesFocus(true);
    viewport()->setAutoFillBackground(false);
    connect(&theme, &Theme::changed, this, &CommentField::refresh);
    refresh();
}

void CommentField::refresh()
{
    const int inset = m_theme.spacing(1) + 1;
    setViewportMargins(inset, inset, 2, inset);
    setFixedHeight(QFontMetrics(m_theme.font(TextRole::Body)).lineSpacing() * lines + m_theme.spacing(4) + 2);
    update();
}

bool CommentField::event(QEvent *event)
{
    if (event->type() == QEvent::Paint) {
        paintFrame();
        return true;
    }
    return QPlainTextEdit::event(event);
}

void CommentField::paintFrame()
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(hasFocus() ? QPen(m_theme.color(Token::Accent), 1.5) : QPen(m_theme.color(Token::Line)));
    const double inset = hasFocus() ? 0.75 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), 6, 6);
}

void CommentField::focusInEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusInEvent(event);
    update();
}

void CommentField::focusOutEvent(QFocusEvent *event)
{
    QPlainTextEdit::focusOutEvent(event);
    update();
}

}
