// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/bandchart.h"
#include "ui/wellness/wellnesswords.h"
#include "ui/widgets/card.h"

namespace ui {

class ElidedLabel;
class SparkChart;
class TextLabel;

/// A panel with one field's last days: title, the figures of today at the right, the chart, its first and last day.
class ChartCard : public Card
{
    Q_OBJECT

public:
    ChartCard(
        const Theme &theme, const WellnessWords &words, const items::WellnessField &field, QWidget *parent = nullptr);

    void setSeries(const items::WellnessSeries &series);
    [[nodiscard]] const items::WellnessField &field() const { return m_field; }

private:
    const WellnessWords &m_words;
    const items::WellnessField &m_field;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_figures = nullptr;
    TextLabel *m_firstDay = nullptr;
    TextLabel *m_lastDay = nullptr;
    BandChart *m_band = nullptr;
    SparkChart *m_bars = nullptr;
};

[[nodiscard]] DaySeries daySeries(const items::WellnessSeries &series);

}
