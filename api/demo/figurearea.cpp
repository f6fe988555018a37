// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/figurearea.h"

#include "api/demo/channels.h"
#include "api/demo/intervalarea.h"
#include "api/demo/intervals.h"
#include "models/analysis/curves.h"
#include "models/analysis/distribution.h"
#include "models/analysis/recorded.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr double paceBucket = 10; // seconds per kilometre; the service does not say how wide it makes them

QJsonValue roundedOr(const std::optional<double> &value, double steps = 1)
{
    return value ? QJsonValue(std::round(*value * steps) / steps) : QJsonValue(QJsonValue::Null);
}

QJsonArray bucketsJson(const std::vector<analysis::Bucket> &buckets)
{
    QJsonArray array;
    for (const auto &bucket : buckets)
        array.append(QJsonObject {{u"start"_s, bucket.start},
            {u"secs"_s, std::round(bucket.seconds)},
            {u"movingSecs"_s, std::round(bucket.movingSeconds)},
            {u"watts"_s, roundedOr(bucket.watts, 10)},
            {u"hr"_s, roundedOr(bucket.heartRateBpm, 10)},
            {u"cadence"_s, roundedOr(bucket.cadenceRpm)}});
    return array;
}

/// The speed that level ground would have allowed, sample by sample.
std::vector<float> levelSpeeds(const domain::StreamSet &streams)
{
    auto metres = analysis::levelSampleMetres(streams);
    if (metres.empty())
        metres = analysis::sampleMetres(streams);
    const auto seconds = analysis::sampleSeconds(streams);
    for (size_t i = 0; i < metres.size() && i < seconds.size(); ++i)
        metres[i] = seconds[i] > 0 ? metres[i] / float(seconds[i]) : domain::Samples::gap;
    return metres;
}

Reply histogramOf(const http::Request &request, const domain::StreamSet &streams, const QString &part)
{
    const bool power = part == "power-histogram"_L1;
    const auto width = numberOf(request.query,
        u"bucketSize"_s,
        power                           ? 25
            : part == "hr-histogram"_L1 ? 5
                                        : paceBucket);
    if (!width)
        return width.error();
    if (*width < 1)
        return refusal(422, u"bucketSize: at least 1 is required"_s);
    std::vector<float> values;
    if (part == "gap-histogram"_L1) {
        values = analysis::secondsPerKilometre(levelSpeeds(streams));
    } else {
        const auto *channel = streams.find(power ? u"watts"_s
                : part == "hr-histogram"_L1      ? u"heartrate"_s
                                                 : u"velocity_smooth"_s);
        if (channel)
            values = part == "pace-histogram"_L1 ? analysis::secondsPerKilometre(channel->values) : channel->values;
    }
    return QJsonValue(bucketsJson(analysis::histogram(streams, values, *width)));
}

Reply timeAtHeartRate(const domain::StreamSet &streams)
{
    const auto *beats = streams.find(u"heartrate"_s);
    const auto buckets = beats ? analysis::histogram(streams, beats->values, 1) : std::vector<analysis::Bucket> {};
    QJsonArray seconds;
    QJsonArray cumulative;
    double total = 0;
    for (const auto &bucket : buckets)
        seconds.append(std::round(bucket.seconds));
    for (auto it = buckets.rbegin(); it != buckets.rend(); ++it) {
        total += it->seconds;
        cumulative.prepend(std::round(total)); // so long at this rate or above
    }
    return QJsonValue(QJsonObject {{u"min_bpm"_s, buckets.empty() ? 0 : buckets.front().start},
        {u"max_bpm"_s, buckets.empty() ? 0 : buckets.back().start},
        {u"secs"_s, seconds},
        {u"cumulative_secs"_s, cumulative}});
}

QJsonArray minutesJson(const analysis::PowerHeart &found)
{
    QJsonArray series;
    for (const auto &minute : found.minutes)
        series.append(QJsonObject {{u"start"_s, std::round(minute.startSeconds)},
            {u"secs"_s, 60},
            {u"movingSecs"_s, 60},
            {u"watts"_s, std::round(minute.watts * 10) / 10},
            {u"hr"_s, std::round(minute.heartRateBpm * 10) / 10},
            {u"cadence"_s, std::round(minute.cadenceRpm)}});
    return series;
}

Reply powerVsHeart(const QJsonObject &activity, const domain::StreamSet &streams, bool csv)
{
    const double warmup = activity.value("icu_warmup_time"_L1).toDouble();
    const double cooldown = activity.value("icu_cooldown_time"_L1).toDouble();
    const auto found = analysis::powerAgainstHeart(streams, warmup, cooldown);
    if (!found)
        return refusal(422, u"The activity has no power or no heart rate"_s);
    if (csv) {
        QList<QStringList> rows {{u"start"_s, u"watts"_s, u"hr"_s, u"cadence"_s}};
        for (const auto &minute : found->minutes)
            rows.append({QString::number(std::round(minute.startSeconds)),
                QString::number(minute.watts, 'f', 1),
                QString::number(minute.heartRateBpm, 'f', 1),
                QString::number(std::round(minute.cadenceRpm))});
        return QJsonValue(csvOf(rows));
    }
    const double start = found->minutes.front().startSeconds;
    const double end = found->minutes.back().startSeconds + 60;
    const QJsonObject line {{u"id"_s, u"all"_s},
        {u"coefficients"_s, QJsonArray {asFloat(found->intercept), asFloat(found->slope)}},
        {u"r2"_s, asFloat(found->r2)}};
    return QJsonValue(QJsonObject {{u"bucketSize"_s, 60},
        {u"warmup"_s, warmup},
        {u"cooldown"_s, cooldown},
        {u"elapsedTime"_s, activity.value("elapsed_time"_L1)},
        {u"hrLag"_s, 0},
        {u"start"_s, std::round(start)},
        {u"mid"_s, std::round((start + end) / 2)},
        {u"end"_s, std::round(end)},
        {u"powerHr"_s, asFloat(found->wattsPerBeat)},
        {u"powerHrFirst"_s, asFloat(found->firstHalf)},
        {u"powerHrSecond"_s, asFloat(found->secondHalf)},
        {u"decoupling"_s, asFloat(found->decouplingPercent)},
        {u"series"_s, minutesJson(*found)},
        {u"curves"_s, QJsonArray {line}}});
}

/// South-west and north-east corner.
struct Bounds {
    double south = 0;
    double west = 0;
    double north = 0;
    double east = 0;

    [[nodiscard]] bool holds(double latitude, double longitude) const
    {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
};

domain::Result<std::optional<Bounds>> wantedBounds(const QUrlQuery &query)
{
    const QStringList texts = listOf(query, u"bounds"_s);
    if (texts.isEmpty())
        return std::optional<Bounds> {};
    std::vector<double> numbers;
    for (const auto &text : texts) {
        bool ok = false;
        numbers.push_back(text.toDouble(&ok));
        if (!ok)
            return refusal(422, u"bounds: [%1] is no number"_s.arg(text.left(40)));
    }
    if (numbers.size() != 4 || numbers[0] > numbers[2] || numbers[1] > numbers[3])
        return refusal(422, u"bounds: south, west, north and east are required"_s);
    return std::optional(Bounds {numbers[0], numbers[1], numbers[2], numbers[3]});
}

Reply mapOf(const http::Request &request, const domain::StreamSet &streams)
{
    const auto wanted = wantedBounds(request.query);
    if (!wanted)
        return wanted.error();
    const auto *track = streams.find(u"latlng"_s);
    const size_t count = track ? std::min(track->values.size(), track->values2.size()) : 0;
    std::optional<Bounds> bounds;
    QJsonArray points;
    for (size_t i = 0; i < count; ++i) {
        const double latitude = std::round(double(track->values[i]) * 1e6) / 1e6;
        const double longitude = std::round(double(track->values2[i]) * 1e6) / 1e6;
        if (std::isnan(latitude) || std::isnan(longitude)) {
            points.append(QJsonValue(QJsonValue::Null));
            continue;
        }
        if (*wanted && !(*wanted)->holds(latitude, longitude))
            continue;
        if (!bounds)
            bounds = Bounds {latitude, longitude, latitude, longitude};
        bounds = Bounds {std::min(bounds->south, latitude),
            std::min(bounds->west, longitude),
            std::max(bounds->north, latitude),
            std::max(bounds->east, longitude)};
        points.append(QJsonArray {latitude, longitude});
    }
    const bool pointsToo = !isTrue(request.query, u"boundsOnly"_s);
    return QJsonValue(QJsonObject {{u"bounds"_s,
                                       bounds ? QJsonValue(QJsonArray {QJsonArray {bounds->south, bounds->west},
                                           QJsonArray {bounds->north, bounds->east}})
                                              : QJsonValue(QJsonValue::Null)},
        {u"latlngs"_s, pointsToo && bounds ? QJsonValue(points) : QJsonValue(QJsonValue::Null)},
        {u"route"_s, QJsonValue::Null},
        {u"weather"_s, QJsonValue::Null}});
}

/// Only what the device's own thermometer says; this server knows no weather.
Reply weatherOf(const http::Request &request, const QJsonObject &activity, const domain::StreamSet &streams)
{
    const auto start = numberOf(request.query, u"start_index"_s, 0);
    const auto end = numberOf(request.query, u"end_index"_s, 0);
    if (!start || !end)
        return start ? end.error() : start.error();
    const size_t count = streams.timeSeconds.size();
    const size_t first = std::min(count, size_t(std::max(0.0, *start)));
    const size_t last = *end > 0 ? std::min(count, size_t(*end)) : count;
    double sum = 0;
    double low = 1e9;
    double high = -1e9;
    size_t samples = 0;
    const auto *temperature = streams.find(u"temp"_s);
    for (size_t i = first; temperature && i < last; ++i) {
        const double value = double(temperature->values[i]);
        if (std::isnan(value))
            continue;
        sum += value;
        low = std::min(low, value);
        high = std::max(high, value);
        ++samples;
    }
    QJsonObject json {{u"whole_activity"_s, first == 0 && last == count},
        {u"start_index"_s, qint64(first)},
        {u"end_index"_s, qint64(last)},
        {u"moving_time"_s, activity.value("moving_time"_L1)},
        {u"description"_s, QJsonValue::Null}};
    if (last > first) {
        json.insert(u"start_secs"_s, double(streams.timeSeconds[first]));
        json.insert(u"end_secs"_s, double(streams.timeSeconds[last - 1]) + 1);
    }
    const auto orNull
        = [samples](double value) { return samples > 0 ? QJsonValue(value) : QJsonValue(QJsonValue::Null); };
    json.insert(u"average_temp"_s, orNull(samples > 0 ? std::round(10 * sum / double(samples)) / 10 : 0));
    json.insert(u"min_temp"_s, orNull(low));
    json.insert(u"max_temp"_s, orNull(high));
    for (const auto &key : {u"average_weather_temp"_s,
             u"average_feels_like"_s,
             u"average_wind_speed"_s,
             u"average_wind_gust"_s,
             u"average_clouds"_s,
             u"prevailing_wind_deg"_s,
             u"headwind_percent"_s,
             u"tailwind_percent"_s,
             u"max_rain"_s,
             u"max_snow"_s})
        json.insert(key, QJsonValue::Null);
    return QJsonValue(json);
}

}

Reply FigureArea::efforts(const http::Request &request, const QJsonObject &activity, const domain::StreamSet &streams)
{
    const QString stream = request.query.queryItemValue(u"stream"_s);
    if (stream.isEmpty())
        return refusal(422, u"Required request parameter 'stream' is not present"_s);
    const bool byDistance = request.query.hasQueryItem(u"distance"_s);
    if (!byDistance && !request.query.hasQueryItem(u"duration"_s))
        return refusal(422, u"One of duration or distance is required"_s);
    const auto length = neededNumber(request.query, byDistance ? u"distance"_s : u"duration"_s);
    const auto count = numberOf(request.query, u"count"_s, 8);
    const auto least = numberOf(request.query, u"minValue"_s, 0);
    const auto from = numberOf(request.query, u"startIndex"_s, 0);
    const auto to = numberOf(request.query, u"endIndex"_s, 0);
    for (const auto *number : {&length, &count, &least, &from, &to}) {
        if (!*number)
            return number->error();
    }
    if (*length <= 0 || *count < 1 || *count > 1000)
        return refusal(422, u"A length and a count above nought are required"_s);
    const auto sampleCount = double(streams.timeSeconds.size());
    analysis::EffortQuery query {.length = *length,
        .byDistance = byDistance,
        .count = int(*count),
        .least = *least,
        .from = int(std::clamp(*from, 0.0, sampleCount)),
        .to = int(std::clamp(*to, 0.0, sampleCount)),
        .except = {}};
    if (isTrue(request.query, u"excludeIntervals"_s)) {
        for (const auto &part : partsIn(m_core, activity)) {
            if (part.work)
                query.except.emplace_back(part.start, part.end);
        }
    }
    QJsonArray list;
    for (const auto &effort : analysis::bestEfforts(streams, stream, query))
        list.append(QJsonObject {{u"start_index"_s, effort.start},
            {u"end_index"_s, effort.end},
            {u"average"_s, asFloat(effort.average)},
            {u"duration"_s, std::round(effort.seconds)},
            {u"distance"_s, asFloat(effort.metres)}});
    return QJsonValue(QJsonObject {{u"efforts"_s, list}});
}

Reply FigureArea::handle(const http::Request &request, const QJsonObject &activity, const QString &part)
{
    static const QStringList histograms {
        u"power-histogram"_s, u"hr-histogram"_s, u"pace-histogram"_s, u"gap-histogram"_s};
    static const QStringList known = histograms
        + QStringList {
            u"time-at-hr"_s, u"power-vs-hr"_s, u"power-vs-hr.csv"_s, u"best-efforts"_s, u"map"_s, u"weather-summary"_s};
    if (!known.contains(part))
        return noSuchPath();
    if (request.method != "GET")
        return wrongMethod(request.method);
    const auto streams = channelsIn(m_core, activity);
    if (histograms.contains(part))
        return histogramOf(request, streams, part);
    if (part == "time-at-hr"_L1)
        return timeAtHeartRate(streams);
    if (part.startsWith("power-vs-hr"_L1))
        return powerVsHeart(activity, streams, part.endsWith(".csv"_L1));
    if (part == "best-efforts"_L1)
        return efforts(request, activity, streams);
    return part == "map"_L1 ? mapOf(request, streams) : weatherOf(request, activity, streams);
}

}
