// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/absolute.h"

namespace workout {

/// Some seconds at one value, or on a straight line from one value to another: watts, beats per minute or metres per
/// second. The first second has the first value, the last one the last.
struct Slope {
    qint64 seconds = 0;
    double start = 0;
    double end = 0;

    [[nodiscard]] bool isLevel() const { return start == end; }
    [[nodiscard]] double at(qint64 second) const
    {
        return seconds > 1 ? start + (end - start) * double(second) / double(seconds - 1) : start;
    }
    [[nodiscard]] double sum() const { return double(seconds) * (start + end) / 2; }
};

/// What a workout asks for second by second, as few slopes instead of many seconds; repeats are kept as such.
struct Series {
    struct Part {
        int reps = 1;
        QList<Slope> slopes;
    };
    QList<Part> parts;
    qint64 seconds = 0;

    /// The sum of a function of one second's value over all seconds.
    template<typename Function>
    [[nodiscard]] double sum(Function function) const
    {
        double total = 0;
        for (const auto &part : parts) {
            double once = 0;
            for (const auto &slope : part.slopes) {
                if (slope.isLevel()) {
                    once += function(slope.start) * double(slope.seconds);
                    continue;
                }
                for (qint64 i = 0; i < slope.seconds; ++i)
                    once += function(slope.at(i));
            }
            total += once * part.reps;
        }
        return total;
    }
    [[nodiscard]] double sum() const;
};

/// Steps without a target of the family are at zero.
[[nodiscard]] Series seriesOf(
    const Workout &workout, const domain::SportSettings &settings, Family family, int ftpWatts);

/// The fourth-power mean of the trailing 30 s mean; the first seconds average what there is. Unrounded.
[[nodiscard]] double normalized(const Series &series);

/// Seconds at or below each upper bound; the last zone is open.
[[nodiscard]] QList<qint64> zoneSeconds(const Series &series, const QList<double> &upperBounds);

}
