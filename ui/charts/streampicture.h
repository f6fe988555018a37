// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "ui/charts/streamlayout.h"
#include "ui/charts/streamtrack.h"

#include <QImage>

namespace ui {

/// Text with a thin edge in the colour of the ground, so that it is readable over a trace.
void drawEdgedText(
    class QPainter &painter, const QRectF &place, Qt::Alignment alignment, const QString &text, const QColor &ground);

/// What the still part of a stack of tracks is drawn from.
struct StreamScene {
    domain::StreamSet streams;
    QList<StreamTrack> tracks;
    double longestStep = 0;
    std::function<QString(double)> timeText;
};

/// Draws the still part of a stack of tracks: traces, figures, titles and the marks of time. Cursor and selection are
/// laid over it by the chart.
class StreamPicture
{
public:
    explicit StreamPicture(const Theme &theme)
        : m_theme(theme)
    {
    }

    [[nodiscard]] StreamMetrics metrics(const QList<StreamTrack> &tracks) const;
    struct TimeMark {
        QRectF place;
        QString text;
    };
    [[nodiscard]] QList<TimeMark> timeMarks(const StreamScene &scene, const StreamLayout &layout) const;
    /// Into the image, which is made anew only if its size does not fit. Sizes are logical.
    void draw(QImage &image, const StreamScene &scene, const StreamLayout &layout, QSize size, qreal ratio) const;

private:
    void drawTraces(QImage &image, const StreamScene &scene, const StreamLayout &layout, qreal ratio) const;
    void drawFigures(class QPainter &painter, const StreamScene &scene, const StreamLayout &layout) const;

    const Theme &m_theme;
};

}
