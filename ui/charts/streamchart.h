// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/streampicture.h"

#include <QWidget>
#include <optional>

namespace ui {

/// The channels of one activity, stacked over one axis of time. The wheel zooms where it points, dragging moves, a
/// double click shows all; arrows, plus, minus and Home do the same. A line through all tracks reads their values.
///
/// Traces are thinned out and painted once for a size and window; a move of the cursor paints only the cursor.
class StreamChart : public QWidget
{
    Q_OBJECT

public:
    explicit StreamChart(const Theme &theme, QWidget *parent = nullptr);

    void setTimeText(std::function<QString(double)> text); ///< seconds as a clock
    void setStreams(domain::StreamSet streams, const QList<StreamTrack> &tracks); ///< and shows all of it
    [[nodiscard]] const domain::StreamSet &streams() const { return m_scene.streams; }
    [[nodiscard]] const QList<StreamTrack> &tracks() const { return m_scene.tracks; }
    [[nodiscard]] double longestStep() const { return m_scene.longestStep; }

    [[nodiscard]] analysis::TimeWindow whole() const { return m_whole; }
    [[nodiscard]] analysis::TimeWindow window() const { return m_window; }
    void setWindow(const analysis::TimeWindow &window); ///< what sticks out is moved in
    void zoom(double factor, double at); ///< the moment stays where it is
    void pan(double seconds);

    [[nodiscard]] std::optional<double> moment() const { return m_moment; } ///< seconds
    void setMoment(std::optional<double> seconds);
    [[nodiscard]] std::optional<float> valueAt(int track, double seconds) const; ///< nothing in a gap

    /// A part that is marked, and what hovers above it.
    void setHighlight(const std::optional<analysis::TimeWindow> &part, const QString &words = {});
    [[nodiscard]] std::optional<analysis::TimeWindow> highlight() const { return m_highlight; }
    [[nodiscard]] QString highlightText() const { return m_words; }

    [[nodiscard]] StreamLayout places() const;
    [[nodiscard]] qint64 pictureKey() const { return m_picture.cacheKey(); } ///< another once traces were painted anew
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void windowChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Drag {
        double x;
        analysis::TimeWindow window;
    };

    void refresh(); ///< the picture is no longer right
    void stepMoment(int steps);
    void describe();
    void paintHighlight(QPainter &painter, const StreamLayout &layout) const;
    void paintMoment(QPainter &painter, const StreamLayout &layout) const;
    void paintPill(QPainter &painter, const StreamLayout &layout) const;
    [[nodiscard]] QRect momentArea(double seconds) const;
    [[nodiscard]] double widestValue() const;

    const Theme &m_theme;
    StreamPicture m_painter;
    StreamScene m_scene;
    StreamMetrics m_metrics;
    analysis::TimeWindow m_whole {0, 1};
    analysis::TimeWindow m_window {0, 1};
    std::optional<double> m_moment;
    std::optional<analysis::TimeWindow> m_highlight;
    QString m_words;
    std::optional<Drag> m_drag;
    bool m_ring = false; ///< the focus is shown: it came by key or keys are in use
    QImage m_picture;
    qreal m_ratio = 0; ///< of the picture; 0 if it has to be painted anew
};

}
