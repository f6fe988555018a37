// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fitnesstimeline.h"
#include "ui/calendar/calendarwords.h"
#include "ui/calendar/cellpainter.h"

#include <QWidget>

namespace ui {

class Theme;

/// Fitness, fatigue, form and load around the weeks in view, and, while something is dragged, what would become of
/// them: the new lines in colour over the old ones in grey.
class ProjectionStrip : public QWidget
{
    Q_OBJECT

public:
    ProjectionStrip(
        items::FitnessTimeline &timeline, Theme &theme, const CalendarWords &words, QWidget *parent = nullptr);

    /// A race as the strip marks it.
    struct Race {
        QDate day;
        QString name;
        bool main = false; ///< an A race
    };

    void setRange(const domain::DateRange &days); ///< the weeks in view; the strip shows more on both sides
    void setRaces(const QList<Race> &races);
    void setDay(QDate day); ///< the day whose figures the legend tells
    void markDay(QDate day); ///< the day under the pointer elsewhere

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayHovered(QDate day);
    void dayClicked(QDate day);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// The values' place on the paper.
    struct Scale {
        double low = 0;
        double high = 1;
        QRectF area;

        [[nodiscard]] double y(double value) const
        {
            return area.bottom() - (value - low) / std::max(1e-9, high - low) * area.height();
        }
    };
    enum class Curve { Fitness, Fatigue, Form };
    class Legend;

    void prepare();
    [[nodiscard]] double x(QDate day) const;
    [[nodiscard]] QDate dayAt(double x) const;
    [[nodiscard]] double value(Curve curve, int index, bool preview) const;
    void paintLegend(QPainter &painter) const;
    /// The loads that end the day in optimal form without too fast a rise.
    [[nodiscard]] std::pair<double, double> loadCorridor(int index) const;
    void paintZones(QPainter &painter) const;
    void paintLoads(QPainter &painter) const;
    void paintCurve(QPainter &painter, Curve curve, bool preview, bool quiet) const;
    void paintMarks(QPainter &painter) const;
    void paintTicks(QPainter &painter) const;

    items::FitnessTimeline &m_timeline;
    Theme &m_theme;
    const CalendarWords &m_words;
    CellPainter m_cells;
    domain::DateRange m_days;
    QList<Race> m_races;
    QDate m_day;
    QDate m_marked;
    QRectF m_plot;
    Scale m_levels; ///< fitness and fatigue
    Scale m_form;
    double m_mostLoad = 1;
};

}
