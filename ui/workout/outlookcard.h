// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/fitness.h"
#include "ui/widgets/card.h"

#include <QDate>
#include <QLocale>
#include <array>
#include <optional>

namespace ui {

class TextLabel;

/// Fitness, fatigue and form on the day of the workout: as they would be without this edit, and with it.
struct Outlook {
    QDate day;
    analysis::FitnessPoint before;
    analysis::FitnessPoint after;
    bool formAsPercent = false;
};

/// The outlook as a small table. Hidden while there is none.
class OutlookCard : public Card
{
    Q_OBJECT

public:
    OutlookCard(const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);

    void setOutlook(const std::optional<Outlook> &outlook);

private:
    struct Row {
        TextLabel *label;
        TextLabel *before;
        TextLabel *after;
        TextLabel *change;
    };
    void fill(Row &row, double before, double after, int decimals);

    QLocale m_locale;
    TextLabel *m_title;
    std::array<Row, 3> m_rows {};
};

}
