// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/chip.h"

#include "ui/widgets/plaintip.h"

#include <QPainter>

namespace ui {

namespace {

constexpr int longest = 24; // letters; a tag may be a sentence

}

Chip::Chip(const Theme &theme, const QString &text, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, [this] {
        updateGeometry();
        update();
    });
    setText(text);
}

void Chip::setText(const QString &text)
{
    const QString line = text.simplified();
    m_text = line.size() > longest ? line.left(longest - 1).trimmed() + QChar(0x2026) : line;
    setToolTip(m_text == line ? QString() : plainTip(line));
    setAccessibleName(line);
    updateGeometry();
    update();
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(TextRole::Small));
    return {metrics.horizontalAdvance(m_text) + m_theme.spacing(4), metrics.height() + m_theme.spacing(1)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Sunken));
    painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextSecond));
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, m_text);
}

}
