// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/series.h"

#include <array>
#include <cmath>

namespace workout {

namespace {

/// The trailing mean of 30 seconds and the sum of its fourth powers, second by second.
class TrailingMean
{
public:
    void add(double value)
    {
        double &oldest = m_ring[m_at];
        m_sum += value - (m_count == size ? oldest : 0);
        oldest = value;
        m_at = m_at + 1 == size ? 0 : m_at + 1;
        m_count = std::min(m_count + 1, size);
        addPower(m_sum / double(m_count), 1);
    }
    /// Once all 30 seconds are equal, so are the rest.
    void addLevel(double value, qint64 seconds)
    {
        const qint64 single = std::min(seconds, qint64(size));
        for (qint64 i = 0; i < single; ++i)
            add(value);
        if (seconds <= qint64(size))
            return;
        m_sum = value * double(size);
        addPower(value, seconds - single);
    }
    [[nodiscard]] double total() const { return m_total; }

private:
    static constexpr size_t size = 30;

    void addPower(double average, qint64 seconds)
    {
        const double square = average * average;
        m_total += square * square * double(seconds);
    }

    std::array<double, size> m_ring {};
    size_t m_at = 0;
    size_t m_count = 0;
    double m_sum = 0;
    double m_total = 0;
};

Slope slopeOf(const Step &step, qint64 seconds, const std::optional<Span> &span, Family family)
{
    if (!span)
        return {seconds, 0, 0};
    if (step.ramp && seconds > 1)
        return {seconds, span->start, span->end};
    const double level = levelOf(*targetOf(step, family), *span);
    return {seconds, level, level};
}

}

double Series::sum() const
{
    double total = 0;
    for (const auto &part : parts) {
        double once = 0;
        for (const auto &slope : part.slopes)
            once += slope.sum();
        total += once * part.reps;
    }
    return total;
}

Series seriesOf(const Workout &workout, const domain::SportSettings &settings, Family family, int ftpWatts)
{
    Series series;
    series.parts.reserve(workout.blocks.size());
    for (const auto &block : workout.blocks) {
        Series::Part part {block.reps, {}};
        part.slopes.reserve(block.steps.size());
        qint64 once = 0;
        for (const auto &step : block.steps) {
            const qint64 seconds = durationOf(step, settings).count();
            part.slopes.append(slopeOf(step, seconds, spanOf(step, family, settings, ftpWatts), family));
            once += seconds;
        }
        series.seconds += once * block.reps;
        series.parts.append(std::move(part));
    }
    return series;
}

double normalized(const Series &series)
{
    if (series.seconds <= 0)
        return 0;
    TrailingMean mean;
    for (const auto &part : series.parts) {
        for (int rep = 0; rep < part.reps; ++rep) {
            for (const auto &slope : part.slopes) {
                if (slope.isLevel()) {
                    mean.addLevel(slope.start, slope.seconds);
                    continue;
                }
                for (qint64 i = 0; i < slope.seconds; ++i)
                    mean.add(slope.at(i));
            }
        }
    }
    return std::sqrt(std::sqrt(mean.total() / double(series.seconds)));
}

QList<qint64> zoneSeconds(const Series &series, const QList<double> &upperBounds)
{
    QList<qint64> seconds(upperBounds.size(), 0);
    if (upperBounds.isEmpty())
        return seconds;
    const auto zoneOf = [&upperBounds](double value) {
        qsizetype zone = 0;
        while (zone + 1 < upperBounds.size() && value > upperBounds.at(zone) + 1e-9)
            ++zone;
        return zone;
    };
    for (const auto &part : series.parts) {
        for (const auto &slope : part.slopes) {
            if (slope.isLevel()) {
                seconds[zoneOf(slope.start)] += slope.seconds * part.reps;
                continue;
            }
            for (qint64 i = 0; i < slope.seconds; ++i)
                seconds[zoneOf(slope.at(i))] += part.reps;
        }
    }
    return seconds;
}

}
