// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bandchart.h"

namespace ui {

/// Days as bars from a base line, or as squares coloured by a 1 to 4 scale with the number in them.
class SparkChart : public QWidget
{
    Q_OBJECT

public:
    enum class Look { Bars, Squares };

    SparkChart(const Theme &theme, Look look, QWidget *parent = nullptr);

    void setSeries(const DaySeries &series);
    void setTips(std::function<QString(QDate, double)> tips);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

    /// The ground of a square: calm at the good end, warning at 3, bad at 4.
    [[nodiscard]] static QColor scaleColor(const Theme &theme, int value);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF cell(std::size_t index) const;
    void paintBars(QPainter &painter) const;
    void paintSquares(QPainter &painter) const;

    const Theme &m_theme;
    Look m_look;
    DaySeries m_series;
    std::function<QString(QDate, double)> m_tips;
};

}
