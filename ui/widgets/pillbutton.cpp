// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/pillbutton.h"

#include <QPainter>

namespace ui {

PillButton::PillButton(const Theme &theme, const QString &text, QWidget *parent)
    : QAbstractButton(parent)
    , m_theme(theme)
{
    setText(text);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
}

QSize PillButton::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Body, QFont::Medium));
    return {metrics.horizontalAdvance(text()) + 2 * m_theme.spacing(3), metrics.height() + m_theme.spacing(2)};
}

void PillButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool hover = underMouse() && isEnabled();
    QColor ground = m_theme.color(isChecked() ? Token::AccentWash : Token::Sunken);
    if (hover && !isChecked())
        ground = m_theme.wash(m_theme.color(Token::TextThird), 0.2);
    painter.setBrush(ground);
    painter.setPen(
        hasFocus() || isChecked() ? QPen(m_theme.color(Token::Accent), hasFocus() ? 1.5 : 1) : QPen(Qt::NoPen));
    const QRectF shape = QRectF(rect()).adjusted(0.75, 0.75, -0.75, -0.75);
    painter.drawRoundedRect(shape, shape.height() / 2, shape.height() / 2);
    painter.setFont(m_theme.font(TextRole::Body, QFont::Medium));
    const Token ink = !isEnabled() ? Token::TextThird : isChecked() ? Token::Accent : Token::TextSecond;
    painter.setPen(m_theme.color(ink));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, text());
}

}
