// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/recorded.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace analysis {

namespace {

constexpr double shortestPause = 30;
constexpr double usualSteps = 3; // so many times the usual step is a pause too

using Values = std::vector<float>;

/// A channel with at least one value.
bool has(const domain::StreamSet &streams, const QString &type)
{
    const auto *channel = streams.find(type);
    return channel
        && std::any_of(channel->values.begin(), channel->values.end(), [](float v) { return !std::isnan(v); });
}

double radians(double degrees)
{
    return degrees * 3.14159265358979323846 / 180;
}

double metresBetween(double latitude1, double longitude1, double latitude2, double longitude2)
{
    constexpr double earth = 6371008.8;
    const double north = std::sin(radians(latitude2 - latitude1) / 2);
    const double east = std::sin(radians(longitude2 - longitude1) / 2);
    const double chord = north * north + std::cos(radians(latitude1)) * std::cos(radians(latitude2)) * east * east;
    return 2 * earth * std::asin(std::min(1.0, std::sqrt(chord)));
}

Values distanceAlong(const domain::Samples &track)
{
    Values distance(track.values.size(), 0);
    double metres = 0;
    std::optional<size_t> last;
    for (size_t i = 0; i < track.values.size(); ++i) {
        if (!std::isnan(track.values[i]) && !std::isnan(track.values2[i])) {
            if (last)
                metres += metresBetween(double(track.values[*last]),
                    double(track.values2[*last]),
                    double(track.values[i]),
                    double(track.values2[i]));
            last = i;
        }
        distance[i] = float(metres);
    }
    return distance;
}

/// The neighbours that a speed is measured between: some seconds away, because positions jump, but never over a pause.
size_t neighbour(const Values &time, size_t of, int direction, double longestStep)
{
    constexpr float away = 2;
    size_t at = of;
    while (direction < 0 ? at > 0 : at + 1 < time.size()) {
        const size_t next = direction < 0 ? at - 1 : at + 1;
        if (double(std::abs(time[next] - time[at])) > longestStep)
            break;
        at = next;
        if (std::abs(time[at] - time[of]) >= away)
            break;
    }
    return at;
}

Values speedAlong(const Values &distance, const Values &time)
{
    const double longestStep = longestStepOf(time);
    Values speed(distance.size(), 0);
    for (size_t i = 0; i < distance.size(); ++i) {
        const size_t from = neighbour(time, i, -1, longestStep);
        const size_t to = neighbour(time, i, 1, longestStep);
        const float seconds = time[to] - time[from];
        speed[i] = seconds > 0 ? (distance[to] - distance[from]) / seconds : 0;
    }
    return speed;
}

}

double longestStepOf(const std::vector<float> &timeSeconds)
{
    std::vector<float> steps;
    for (size_t i = 1; i < timeSeconds.size(); ++i)
        steps.push_back(timeSeconds[i] - timeSeconds[i - 1]);
    if (steps.empty())
        return shortestPause;
    const auto middle = steps.begin() + qsizetype(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    return std::max(shortestPause, usualSteps * double(*middle));
}

void addImpliedChannels(domain::StreamSet &streams)
{
    const auto put = [&streams](const QString &type, Values values) {
        streams.channels.removeIf(
            [&type](const domain::Samples &channel) { return channel.type == type; }); // it was all gaps
        streams.channels.append({type, std::move(values), {}});
    };
    const auto *track = streams.find(u"latlng"_s);
    if (!has(streams, u"distance"_s) && track && track->values2.size() == track->values.size())
        put(u"distance"_s, distanceAlong(*track));
    if (has(streams, u"distance"_s) && !has(streams, u"velocity_smooth"_s))
        put(u"velocity_smooth"_s, speedAlong(streams.find(u"distance"_s)->values, streams.timeSeconds));
}

domain::StreamSet part(const domain::StreamSet &streams, double fromSeconds, double toSeconds)
{
    const auto &time = streams.timeSeconds;
    const auto begin = std::lower_bound(time.begin(), time.end(), float(fromSeconds)) - time.begin();
    const auto end = std::lower_bound(time.begin() + begin, time.end(), float(toSeconds)) - time.begin();
    const auto cut = [begin, end](const Values &values) {
        return values.empty() ? values : Values(values.begin() + begin, values.begin() + end);
    };
    domain::StreamSet result;
    result.timeSeconds = cut(time);
    for (auto &value : result.timeSeconds)
        value -= float(fromSeconds);
    for (const auto &channel : streams.channels) {
        domain::Samples samples {channel.type, cut(channel.values), cut(channel.values2)};
        const auto first
            = std::find_if(samples.values.begin(), samples.values.end(), [](float v) { return !std::isnan(v); });
        if (channel.type == "distance"_L1 && first != samples.values.end()) {
            const float offset = *first;
            for (auto &value : samples.values)
                value -= offset;
        }
        result.channels.append(std::move(samples));
    }
    return result;
}

}
