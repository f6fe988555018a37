// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/intervalparts.h"

#include "models/analysis/streamstats.h"
#include "models/items/figures.h"
#include "ui/charts/streamchart.h"

using namespace Qt::StringLiterals;
using analysis::TimeWindow;

namespace ui {

namespace {

constexpr double surroundings = 0.4; // of the part's length, on either side
constexpr double leastSurroundings = 20; // seconds

}

std::optional<TimeWindow> partOf(const domain::Interval &interval, const domain::StreamSet &streams)
{
    const auto &seconds = streams.timeSeconds;
    const int last = int(seconds.size()) - 1;
    if (interval.startIndex >= 0 && interval.endIndex > interval.startIndex && interval.startIndex < last)
        return TimeWindow {double(seconds[std::size_t(interval.startIndex)]),
            double(seconds[std::size_t(std::min(interval.endIndex, last))])};
    if (!interval.startTime)
        return {};
    const double from = double(interval.startTime->count());
    if (interval.endTime)
        return TimeWindow {from, double(interval.endTime->count())};
    if (interval.movingTime)
        return TimeWindow {from, from + double(interval.movingTime->count())};
    return {};
}

TimeWindow aroundPart(const TimeWindow &part)
{
    const double side = std::max(leastSurroundings, part.length() * surroundings);
    return {part.from - side, part.to + side};
}

QString pillText(const domain::Interval &interval, const TimeWindow &part, const StreamChart &chart)
{
    const auto known = [&](const std::optional<double> &own, const QString &channel) -> std::optional<double> {
        const domain::Samples *samples = chart.streams().find(channel);
        if (own || !samples)
            return own;
        const auto stats = analysis::statsOf(chart.streams().timeSeconds, samples->values, part, chart.longestStep());
        return stats ? std::optional(stats->average) : std::nullopt;
    };
    const double seconds = interval.movingTime ? double(interval.movingTime->count()) : part.length();
    QStringList texts {items::Figures::clock(seconds)};
    const std::array<std::pair<QString, std::optional<double>>, 3> own {{{u"watts"_s, interval.averageWatts},
        {u"heartrate"_s, interval.averageHeartrateBpm},
        {u"cadence"_s, interval.averageCadenceRpm}}};
    for (const StreamTrack &track : chart.tracks()) {
        if (track.channel == "altitude"_L1)
            continue;
        std::optional<double> value = track.channel == "velocity_smooth"_L1 ? interval.averageSpeedMps : std::nullopt;
        for (const auto &[channel, figure] : own) {
            if (channel == track.channel)
                value = figure;
        }
        const bool speedBesidePower = track.channel == "velocity_smooth"_L1 && interval.averageWatts;
        if (const auto shown = known(value, track.channel); shown && !speedBesidePower)
            texts << track.text(*shown);
    }
    return texts.join(u" · "_s);
}

}
