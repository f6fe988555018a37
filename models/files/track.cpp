// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/track.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr double earthRadiusMetres = 6'371'008.8;

QString points(qsizetype count)
{
    return count == 1 ? u"1 point"_s : u"%1 points"_s.arg(count);
}

/// Gives points that lack the time a place between their neighbours, evenly. Where most lack it, none has a time.
void placeTimeless(ActivityFile &activity, std::vector<TrackPoint> &track)
{
    const auto timeless
        = std::count_if(track.begin(), track.end(), [](const TrackPoint &point) { return !point.hasTime(); });
    if (timeless == 0 || size_t(timeless) == track.size())
        return;
    if (size_t(timeless) * 2 > track.size()) {
        for (TrackPoint &point : track)
            point.milliseconds = TrackPoint::timeless;
        activity.notes.append(
            {points(qsizetype(track.size()) - timeless), u"with a time among many without; read as a route"_s});
        return;
    }
    for (size_t i = 0; i < track.size(); ++i) {
        if (track[i].hasTime())
            continue;
        size_t next = i;
        while (next < track.size() && !track[next].hasTime())
            ++next;
        const qint64 before = i > 0 ? track[i - 1].milliseconds : track[next].milliseconds;
        const qint64 after = next < track.size() ? track[next].milliseconds : before;
        track[i].milliseconds = before + (after - before) / qint64(next - i + 1);
    }
    activity.notes.append({points(timeless), u"without a time, placed between its neighbours"_s});
}

void sortByTime(ActivityFile &activity, std::vector<TrackPoint> &track)
{
    const auto earlier = [](const TrackPoint &a, const TrackPoint &b) { return a.milliseconds < b.milliseconds; };
    if (std::is_sorted(track.begin(), track.end(), earlier))
        return;
    std::stable_sort(track.begin(), track.end(), earlier);
    activity.notes.append({u"points"_s, u"not in order of time; put in order"_s});
}

/// Adds up the way between points where the file does not say how far it was.
void measureWay(std::vector<TrackPoint> &track)
{
    const bool stated
        = std::any_of(track.begin(), track.end(), [](const TrackPoint &point) { return !std::isnan(point.metres); });
    if (stated)
        return;
    double sum = 0;
    const TrackPoint *last = nullptr;
    for (TrackPoint &point : track) {
        if (!point.hasPosition())
            continue;
        if (last && !point.opens)
            sum += distanceBetween(*last, point);
        point.metres = sum;
        last = &point;
    }
}

template<typename Value>
void addChannel(domain::StreamSet &streams, const std::vector<TrackPoint> &track, const QString &type, Value value)
{
    domain::Samples samples {type, {}, {}};
    bool any = false;
    samples.values.reserve(track.size());
    for (const TrackPoint &point : track) {
        samples.values.push_back(float(value(point)));
        any = any || !std::isnan(samples.values.back());
    }
    if (any)
        streams.channels.append(std::move(samples));
}

void addPositions(domain::StreamSet &streams, const std::vector<TrackPoint> &track)
{
    domain::Samples samples {u"latlng"_s, {}, {}};
    bool any = false;
    samples.values.reserve(track.size());
    samples.values2.reserve(track.size());
    for (const TrackPoint &point : track) {
        const bool placed = point.hasPosition();
        samples.values.push_back(placed ? float(point.latitude) : domain::Samples::gap);
        samples.values2.push_back(placed ? float(point.longitude) : domain::Samples::gap);
        any = any || placed;
    }
    if (any)
        streams.channels.append(std::move(samples));
}

}

double distanceBetween(const TrackPoint &a, const TrackPoint &b)
{
    constexpr double radians = std::numbers::pi / 180;
    const double byLatitude = std::sin((b.latitude - a.latitude) * radians / 2);
    const double byLongitude = std::sin((b.longitude - a.longitude) * radians / 2);
    const double h = byLatitude * byLatitude
        + std::cos(a.latitude * radians) * std::cos(b.latitude * radians) * byLongitude * byLongitude;
    return 2 * earthRadiusMetres * std::asin(std::sqrt(std::clamp(h, 0.0, 1.0)));
}

void setPoints(ActivityFile &activity, std::vector<TrackPoint> track)
{
    if (track.empty())
        return;
    placeTimeless(activity, track);
    const bool timed = track.front().hasTime();
    if (timed)
        sortByTime(activity, track);
    measureWay(track);

    domain::StreamSet &streams = activity.streams;
    streams = {};
    streams.timeSeconds.reserve(track.size());
    for (size_t i = 0; i < track.size(); ++i)
        streams.timeSeconds.push_back(
            timed ? float(double(track[i].milliseconds - track.front().milliseconds) / 1000) : float(i));
    if (timed)
        activity.start = QDateTime::fromMSecsSinceEpoch(track.front().milliseconds, Qt::UTC);
    addPositions(streams, track);
    addChannel(streams, track, u"altitude"_s, [](const TrackPoint &point) { return point.altitudeMetres; });
    addChannel(streams, track, u"heartrate"_s, [](const TrackPoint &point) { return point.heartRateBpm; });
    addChannel(streams, track, u"cadence"_s, [](const TrackPoint &point) { return point.cadenceRpm; });
    addChannel(streams, track, u"watts"_s, [](const TrackPoint &point) { return point.watts; });
    addChannel(streams, track, u"distance"_s, [](const TrackPoint &point) { return point.metres; });
    addChannel(streams, track, u"velocity_smooth"_s, [](const TrackPoint &point) { return point.speedMps; });
    addChannel(streams, track, u"temp"_s, [](const TrackPoint &point) { return point.celsius; });
}

}
