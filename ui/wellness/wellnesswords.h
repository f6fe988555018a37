// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wellnesshistory.h"
#include "models/items/wellnessnumbers.h"

#include <QCoreApplication>

namespace ui {

/// Every word of the wellness page: labels, units, the words of the scales, and sentences about figures.
class WellnessWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::WellnessWords)

public:
    explicit WellnessWords(const items::WellnessNumbers &numbers)
        : m_numbers(numbers)
    {
    }

    [[nodiscard]] const items::WellnessNumbers &numbers() const { return m_numbers; }
    void setNumbers(const items::WellnessNumbers &numbers) { m_numbers = numbers; }

    [[nodiscard]] QString label(const items::WellnessField &field) const;
    [[nodiscard]] QString heading(const items::WellnessField &field) const; ///< short, for a column
    [[nodiscard]] QString unit(const items::WellnessField &field) const; ///< empty if there is none
    [[nodiscard]] QString group(items::WellnessGroup group) const;
    [[nodiscard]] QStringList scale(const items::WellnessField &field) const; ///< four words, the good end first
    [[nodiscard]] QString phase(const QString &key) const; ///< of menstrualPhases()
    [[nodiscard]] QString valueWithUnit(const items::WellnessField &field, double value) const;

    [[nodiscard]] QString refusal(const items::WellnessField &field, items::WellnessInput::State state) const;
    [[nodiscard]] QString unusual(const items::WellnessField &field, double value) const;
    [[nodiscard]] QString describe(const items::WellnessField &field, const items::WellnessSeries &series) const;
    [[nodiscard]] QString range(const items::WellnessField &field, const items::Limits &limits) const; ///< "58–71"
    /// How the latest mean stands to the normal band; empty if either is unknown.
    [[nodiscard]] QString standing(const items::WellnessField &field, const items::WellnessSeries &series) const;

private:
    [[nodiscard]] QString example(const items::WellnessField &field) const;
    [[nodiscard]] QString bodyLabel(QLatin1StringView key) const;
    [[nodiscard]] QString dailyLabel(QLatin1StringView key) const;

    items::WellnessNumbers m_numbers;
};

}
