// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/streamchart.h"
#include "ui/theme/tokens.h"

#include <QPaintEvent>
#include <QPainter>
#include <cmath>

namespace ui {

namespace {

constexpr float bandShare = 0.1F;
constexpr double readable = 4.5; // least contrast of text

/// The colour of a trace, brought towards the text's colour until it can be read.
QColor textInk(const Theme &theme, const QColor &ink)
{
    const QColor ground = theme.color(Token::Surface);
    for (double share = 1; share > 0; share -= 0.1) {
        const QColor text = mixed(ink, theme.color(Token::Text), share);
        if (contrast(text, ground) >= readable)
            return text;
    }
    return theme.color(Token::Text);
}

}

double StreamChart::widestValue() const
{
    const QFontMetricsF metrics(m_theme.font(TextRole::Small, QFont::DemiBold));
    double widest = 0;
    for (const StreamTrack &track : m_scene.tracks)
        widest = std::max(widest, metrics.horizontalAdvance(track.text(double(track.range.high))));
    return widest * 1.3 + m_theme.spacing(4);
}

QRect StreamChart::momentArea(double seconds) const
{
    const double x = places().x(seconds);
    // Beside the figures, marks of time give way.
    const double time = m_scene.timeText
        ? QFontMetricsF(m_theme.font(TextRole::Small)).horizontalAdvance(m_scene.timeText(m_window.to))
        : 0;
    const double side = std::max(widestValue(), 2 * time + m_theme.spacing(4));
    return QRectF(x - side, 0, 2 * side, height()).toAlignedRect();
}

void StreamChart::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const StreamLayout layout = places();
    const qreal ratio = painter.deviceTransform().m11();
    if (m_ratio != ratio) {
        m_painter.draw(m_picture, m_scene, layout, size(), ratio);
        m_ratio = ratio;
    }
    painter.drawImage(QPointF(0, 0), m_picture);
    paintHighlight(painter, layout);
    paintMoment(painter, layout);
    paintPill(painter, layout);
    if (m_ring) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(m_theme.color(Token::Accent), 1.5));
        painter.drawRoundedRect(QRectF(rect()).adjusted(2, 2, -2, -2), 6, 6);
    }
}

void StreamChart::paintHighlight(QPainter &painter, const StreamLayout &layout) const
{
    if (!m_highlight)
        return;
    const double left = std::clamp(layout.x(m_highlight->from), layout.plot.left(), layout.plot.right());
    const double right = std::clamp(layout.x(m_highlight->to), layout.plot.left(), layout.plot.right());
    QColor band = m_theme.color(Token::Accent);
    band.setAlphaF(bandShare);
    painter.fillRect(QRectF(left, layout.plot.top(), right - left, layout.plot.height()), band);
}

void StreamChart::paintMoment(QPainter &painter, const StreamLayout &layout) const
{
    if (!m_moment || m_scene.tracks.isEmpty())
        return;
    const double x = layout.x(*m_moment);
    if (x < layout.plot.left() - 0.5 || x > layout.plot.right() + 0.5)
        return;
    painter.fillRect(
        QRectF(std::round(x), layout.plot.top(), 1, layout.plot.height()), m_theme.color(Token::TextThird));
    const QFont font = m_theme.font(TextRole::Small, QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const double gap = m_theme.spacing(1);
    const bool leftwards = x + widestValue() > layout.plot.right();
    const QColor ground = m_theme.color(Token::Surface);
    painter.setFont(font);
    for (int i = 0; i < int(m_scene.tracks.size()); ++i) {
        const auto value = valueAt(i, *m_moment);
        if (!value)
            continue;
        const StreamTrack &track = m_scene.tracks.at(i);
        const QString text = track.text(double(*value));
        const double width = metrics.horizontalAdvance(text) + 2 * gap;
        const QRectF place(leftwards ? x - width - 1 : x + 2, layout.tracks.at(i).top(), width, metrics.height());
        painter.setPen(textInk(m_theme, m_theme.color(track.ink)));
        drawEdgedText(painter, place, Qt::AlignCenter, text, ground);
    }
    if (!m_scene.timeText)
        return;
    const QString time = m_scene.timeText(*m_moment);
    const double width = metrics.horizontalAdvance(time) + 4 * gap;
    const QRectF place(x - width / 2, layout.plot.bottom() + m_theme.spacing(1), width, metrics.height());
    for (const StreamPicture::TimeMark &mark : m_painter.timeMarks(m_scene, layout)) {
        if (mark.place.intersects(place))
            painter.fillRect(mark.place, ground);
    }
    painter.setPen(m_theme.color(Token::Text));
    painter.drawText(place, Qt::AlignCenter, time);
}

void StreamChart::paintPill(QPainter &painter, const StreamLayout &layout) const
{
    if (!m_highlight || m_words.isEmpty())
        return;
    const double middle = layout.x((m_highlight->from + m_highlight->to) / 2);
    if (m_highlight->to < m_window.from || m_highlight->from > m_window.to)
        return;
    const QFont font = m_theme.font(TextRole::Small, QFont::Medium);
    const QFontMetricsF metrics(font);
    const double width = metrics.horizontalAdvance(m_words) + m_theme.spacing(5);
    const double height = metrics.height() + m_theme.spacing(2);
    const double left
        = std::clamp(middle - width / 2, layout.plot.left(), std::max(layout.plot.left(), layout.plot.right() - width));
    const QRectF pill(std::round(left), m_theme.spacing(2), width, height);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Token::Text));
    painter.drawRoundedRect(pill, 6, 6);
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setFont(font);
    painter.setPen(m_theme.color(Token::Surface));
    painter.drawText(pill, Qt::AlignCenter, m_words);
}

}
