// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wellnessdaysmodel.h"
#include "ui/wellness/wellnesswords.h"

#include <QWidget>

class QGridLayout;
class QTableView;

namespace ui {

class Card;
class ChartCard;
class SparkChart;
class TextLabel;
class Theme;

/// What the form is compared with: where the important figures stand, the last four weeks of each field, and a table
/// of the last days.
class HistoryPanel : public QWidget
{
    Q_OBJECT

public:
    HistoryPanel(store::Store &store, const Theme &theme, const WellnessWords &words, QWidget *parent = nullptr);

    void setFields(const QList<const items::WellnessField *> &fields);
    void present(const items::WellnessHistory &history);
    void setInset(int pixels); ///< left and right of the cards

    [[nodiscard]] QString summary() const;

Q_SIGNALS:
    void dayChosen(QDate day);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    struct ScaleLine {
        const items::WellnessField *field = nullptr;
        TextLabel *label = nullptr;
        SparkChart *squares = nullptr;
        TextLabel *mean = nullptr;
    };

    void buildSummary();
    void buildScales(const QList<const items::WellnessField *> &fields);
    void buildTable();
    void presentSummary(const items::WellnessHistory &history);
    void presentScales(const items::WellnessHistory &history);
    void arrangeCharts();
    void fitTable();
    void hideEmptyColumns();
    void applyTheme();

    const Theme &m_theme;
    const WellnessWords &m_words;
    items::WellnessDaysModel m_model;
    QList<ChartCard *> m_charts;
    QList<ScaleLine> m_scales;
    QWidget *m_chartArea = nullptr;
    QGridLayout *m_chartGrid = nullptr;
    Card *m_summaryCard = nullptr;
    TextLabel *m_summaryTitle = nullptr;
    TextLabel *m_summary = nullptr;
    Card *m_scaleCard = nullptr;
    QWidget *m_scaleBody = nullptr;
    QTableView *m_table = nullptr;
    Card *m_tableCard = nullptr;
    int m_chartColumns = 0;
};

}
