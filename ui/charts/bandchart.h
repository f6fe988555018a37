// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QDate>
#include <QWidget>
#include <functional>
#include <optional>
#include <vector>

namespace ui {

/// What a small chart of days shows; NaN is a day without a value.
struct DaySeries {
    QDate first;
    std::vector<double> values;
    std::vector<double> means; ///< may be empty
    std::optional<std::pair<double, double>> band; ///< drawn as a wash
};

/// Days as dots, their running mean as a line and the normal band behind them. The tip of a day is made by a function
/// it is given; what the whole shows is in its accessible description.
class BandChart : public QWidget
{
    Q_OBJECT

public:
    explicit BandChart(const Theme &theme, QWidget *parent = nullptr);

    void setSeries(const DaySeries &series);
    void setInk(Token line);
    void setTips(std::function<QString(QDate, double)> tips); ///< for a day and its value
    void setScaleText(std::function<QString(double)> text); ///< the two figures of the band at the right edge

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    [[nodiscard]] QRectF plot() const;
    [[nodiscard]] std::pair<double, double> extent() const;
    [[nodiscard]] double x(std::size_t index) const;
    [[nodiscard]] double y(double value) const;
    void paintBand(QPainter &painter) const;
    void paintMean(QPainter &painter) const;
    void paintDots(QPainter &painter) const;

    const Theme &m_theme;
    DaySeries m_series;
    Token m_ink = Token::Accent;
    std::function<QString(QDate, double)> m_tips;
    std::function<QString(double)> m_scaleText;
};

}
