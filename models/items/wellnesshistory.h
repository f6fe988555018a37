// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/daterange.h"
#include "models/items/wellnessfields.h"

#include <QHash>
#include <vector>

namespace items {

/// One field over successive days, ready to be drawn. Days without a measurement are NaN.
struct WellnessSeries {
    QDate first;
    std::vector<double> values;
    std::vector<double> means; ///< of the seven days up to each; NaN if none of them has a value
    std::optional<Limits> normal; ///< mean and one standard deviation of the last 60 days; needs 14 values that differ
    std::optional<double> mean60;

    [[nodiscard]] bool hasData() const;
    [[nodiscard]] double latestMean() const
    {
        return means.empty() ? std::numeric_limits<double>::quiet_NaN() : means.back();
    }
    [[nodiscard]] std::optional<Limits> extent() const; ///< smallest and largest value
    [[nodiscard]] double mean() const; ///< of all values; NaN without any
};

/// The days that a wellness form is compared with, per field.
class WellnessHistory
{
public:
    static constexpr int bandDays = 60;
    static constexpr int meanDays = 7;

    WellnessHistory() = default;
    /// The days needed are needed(last); others may be missing or given in excess.
    WellnessHistory(QDate last, const QList<domain::Wellness> &days);

    [[nodiscard]] static domain::DateRange needed(QDate last) { return {last.addDays(1 - bandDays), last}; }
    [[nodiscard]] QDate last() const { return m_last; }
    [[nodiscard]] WellnessSeries series(const WellnessField &field, int days) const; ///< days <= bandDays
    /// The mean of the seven days before the last, for comparing the last with it.
    [[nodiscard]] std::optional<double> meanBefore(const WellnessField &field) const;

private:
    [[nodiscard]] std::vector<double> all(const WellnessField &field) const;

    QDate m_last;
    QHash<QDate, domain::Wellness> m_days;
};

}
