// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wellnesshistory.h"

#include <algorithm>
#include <cmath>

namespace items {

namespace {

constexpr int fewestForBand = 14;
constexpr double gap = std::numeric_limits<double>::quiet_NaN();

double meanOf(const std::vector<double> &values, std::size_t from, std::size_t to)
{
    double sum = 0;
    int count = 0;
    for (std::size_t i = from; i < to; ++i) {
        if (!std::isnan(values[i])) {
            sum += values[i];
            ++count;
        }
    }
    return count > 0 ? sum / count : gap;
}

std::optional<Limits> bandOf(const std::vector<double> &values)
{
    const double mean = meanOf(values, 0, values.size());
    double squares = 0;
    int count = 0;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        squares += (value - mean) * (value - mean);
        ++count;
    }
    if (count < fewestForBand)
        return {};
    const double deviation = std::sqrt(squares / (count - 1));
    if (deviation < 1e-6 * std::abs(mean))
        return {}; // always the same: nothing is out of the ordinary
    return Limits {mean - deviation, mean + deviation};
}

}

bool WellnessSeries::hasData() const
{
    return std::any_of(values.begin(), values.end(), [](double value) { return !std::isnan(value); });
}

std::optional<Limits> WellnessSeries::extent() const
{
    std::optional<Limits> found;
    for (const double value : values) {
        if (std::isnan(value))
            continue;
        if (!found)
            found = Limits {value, value};
        found->low = std::min(found->low, value);
        found->high = std::max(found->high, value);
    }
    return found;
}

double WellnessSeries::mean() const
{
    return meanOf(values, 0, values.size());
}

WellnessHistory::WellnessHistory(QDate last, const QList<domain::Wellness> &days)
    : m_last(last)
{
    const domain::DateRange range = needed(last);
    for (const domain::Wellness &day : days) {
        if (range.contains(day.day))
            m_days.insert(day.day, day);
    }
}

std::vector<double> WellnessHistory::all(const WellnessField &field) const
{
    std::vector<double> values(bandDays, gap);
    for (auto it = m_days.begin(); it != m_days.end(); ++it) {
        if (const auto value = field.measured(it.value()))
            values[std::size_t(bandDays - 1 - it.key().daysTo(m_last))] = *value;
    }
    return values;
}

WellnessSeries WellnessHistory::series(const WellnessField &field, int days) const
{
    WellnessSeries series;
    if (!m_last.isValid() || !field.hasNumber())
        return series;
    const std::vector<double> values = all(field);
    const int shown = std::clamp(days, 1, bandDays);
    const std::size_t from = std::size_t(bandDays - shown);
    series.first = m_last.addDays(1 - shown);
    series.values.assign(values.begin() + std::ptrdiff_t(from), values.end());
    series.means.reserve(std::size_t(shown));
    for (std::size_t i = from; i < values.size(); ++i)
        series.means.push_back(meanOf(values, i + 1 >= meanDays ? i + 1 - meanDays : 0, i + 1));
    series.normal = bandOf(values);
    if (const double mean = meanOf(values, 0, values.size()); !std::isnan(mean))
        series.mean60 = mean;
    return series;
}

std::optional<double> WellnessHistory::meanBefore(const WellnessField &field) const
{
    if (!m_last.isValid() || !field.hasNumber())
        return {};
    const double mean = meanOf(all(field), bandDays - 1 - meanDays, bandDays - 1);
    return std::isnan(mean) ? std::nullopt : std::optional(mean);
}

}
