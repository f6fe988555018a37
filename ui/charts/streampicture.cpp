// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/streampicture.h"

#include "ui/charts/tracepaint.h"

#include <QFontMetricsF>
#include <QPainter>
#include <cmath>

namespace ui {

namespace {

constexpr double strokeWidth = 1.3;
constexpr double fillShare = 0.26;

}

void drawEdgedText(
    QPainter &painter, const QRectF &place, Qt::Alignment alignment, const QString &text, const QColor &ground)
{
    const QPen ink = painter.pen();
    painter.setPen(ground);
    for (const QPointF &by : {QPointF(-1, -1), QPointF(1, -1), QPointF(-1, 1), QPointF(1, 1)})
        painter.drawText(place.translated(by), int(alignment), text);
    painter.setPen(ink);
    painter.drawText(place, int(alignment), text);
}

StreamMetrics StreamPicture::metrics(const QList<StreamTrack> &tracks) const
{
    const QFontMetricsF small(m_theme.font(TextRole::Small));
    double figures = small.horizontalAdvance(QLatin1Char('0')) * 4;
    for (const StreamTrack &track : tracks) {
        for (const float end : {track.range.low, track.range.high})
            figures = std::max(figures, small.horizontalAdvance(track.mark(double(end))));
    }
    return {figures + m_theme.spacing(4) + m_theme.spacing(2),
        small.height(),
        double(m_theme.spacing(3)),
        small.height() + m_theme.spacing(5),
        double(m_theme.spacing(6))};
}

void StreamPicture::draw(
    QImage &image, const StreamScene &scene, const StreamLayout &layout, QSize size, qreal ratio) const
{
    const QSize pixels(int(std::ceil(size.width() * ratio)), int(std::ceil(size.height() * ratio)));
    if (image.size() != pixels)
        image = QImage(pixels, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(m_theme.color(Token::Surface));
    drawTraces(image, scene, layout, ratio);
    QPainter painter(&image);
    drawFigures(painter, scene, layout);
    painter.setFont(m_theme.font(TextRole::Small));
    painter.setPen(m_theme.color(Token::TextThird));
    for (const TimeMark &mark : timeMarks(scene, layout))
        painter.drawText(mark.place, Qt::AlignCenter, mark.text);
}

void StreamPicture::drawTraces(QImage &image, const StreamScene &scene, const StreamLayout &layout, qreal ratio) const
{
    for (qsizetype i = 0; i < scene.tracks.size(); ++i) {
        const StreamTrack &track = scene.tracks.at(i);
        const domain::Samples *samples = scene.streams.find(track.channel);
        if (!samples)
            continue;
        const QRectF &place = layout.tracks.at(i);
        const QRect area(QPoint(qRound(place.left() * ratio), qRound(place.top() * ratio)),
            QPoint(qRound(place.right() * ratio) - 1, qRound(place.bottom() * ratio) - 1));
        const auto columns
            = traceColumns(scene.streams.timeSeconds, samples->values, layout.window, scene.longestStep, area.width());
        const QColor ink = m_theme.color(track.ink);
        if (track.filled)
            fillTrace(image, area, columns, track.range, m_theme.wash(ink, fillShare));
        drawTrace(image, area, columns, track.range, ink, strokeWidth * ratio);
    }
}

void StreamPicture::drawFigures(QPainter &painter, const StreamScene &scene, const StreamLayout &layout) const
{
    const QFont small = m_theme.font(TextRole::Small);
    const QFont titles = m_theme.font(TextRole::Small, QFont::DemiBold);
    const double line = QFontMetricsF(small).height();
    const double side = m_theme.spacing(2);
    for (qsizetype i = 0; i < scene.tracks.size(); ++i) {
        const StreamTrack &track = scene.tracks.at(i);
        const QRectF &place = layout.tracks.at(i);
        painter.fillRect(QRectF(place.left(), place.bottom(), place.width(), 1), m_theme.color(Token::Line));
        painter.setFont(small);
        painter.setPen(m_theme.color(Token::TextThird));
        const QRectF gutter(0, place.top(), place.left() - side, line);
        painter.drawText(gutter, Qt::AlignRight | Qt::AlignVCenter, track.mark(double(track.range.high)));
        if (place.height() > 2 * line)
            painter.drawText(gutter.translated(0, place.height() - line * 0.75),
                Qt::AlignRight | Qt::AlignVCenter,
                track.mark(double(track.range.low)));
        painter.setFont(titles);
        const QRectF title(
            place.left(), place.top(), QFontMetricsF(titles).horizontalAdvance(track.title) + side, line);
        painter.setPen(m_theme.color(Token::TextSecond));
        drawEdgedText(painter, title, Qt::AlignLeft | Qt::AlignVCenter, track.title, m_theme.color(Token::Surface));
    }
}

QList<StreamPicture::TimeMark> StreamPicture::timeMarks(const StreamScene &scene, const StreamLayout &layout) const
{
    if (!scene.timeText || !(layout.window.length() > 0))
        return {};
    const QFontMetricsF small(m_theme.font(TextRole::Small));
    const double widest = small.horizontalAdvance(scene.timeText(layout.window.to));
    const int parts = std::max(1, int(layout.plot.width() / (widest * 2.2)));
    const double step = analysis::niceTimeStep(layout.window.length(), parts);
    QList<TimeMark> marks;
    for (double at = std::ceil(layout.window.from / step) * step; at <= layout.window.to; at += step) {
        const QString text = scene.timeText(at);
        const double width = small.horizontalAdvance(text) + 2;
        const QPointF corner(layout.x(at) - width / 2, layout.plot.bottom() + m_theme.spacing(1));
        marks.append({QRectF(corner, QSizeF(width, small.height())), text});
    }
    return marks;
}

}
