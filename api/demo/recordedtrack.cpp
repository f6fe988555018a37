// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/recordedtrack.h"

#include <QJsonObject>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// How finely the service prints a channel.
double stepsOf(const QString &type)
{
    if (type == "latlng"_L1)
        return 1e6;
    if (type == "velocity_smooth"_L1 || type == "ga_velocity"_L1)
        return 1000;
    if (type == "time"_L1 || type == "watts"_L1 || type == "heartrate"_L1 || type == "cadence"_L1)
        return 1;
    return 100;
}

QJsonArray rounded(const std::vector<float> &values, double steps)
{
    QJsonArray array;
    for (const float value : values)
        array.append(
            std::isnan(value) ? QJsonValue(QJsonValue::Null) : QJsonValue(std::round(double(value) * steps) / steps));
    return array;
}

bool isAllNull(const std::vector<float> &values)
{
    return std::all_of(values.begin(), values.end(), [](float value) { return std::isnan(value); });
}

std::vector<double> wide(const domain::StreamSet &streams, const QString &type)
{
    const auto *channel = streams.find(type);
    return channel ? std::vector<double>(channel->values.begin(), channel->values.end()) : std::vector<double> {};
}

}

QJsonArray streamsJson(const domain::StreamSet &streams, const QStringList &types)
{
    QJsonArray list;
    const auto add = [&](const QString &type, const std::vector<float> &values, const std::vector<float> &values2) {
        if (!types.isEmpty() && !types.contains(type))
            return;
        const double steps = stepsOf(type);
        list.append(QJsonObject {{u"type"_s, type},
            {u"name"_s, QJsonValue::Null},
            {u"data"_s, rounded(values, steps)},
            {u"data2"_s, values2.empty() ? QJsonValue(QJsonValue::Null) : QJsonValue(rounded(values2, steps))},
            {u"valueTypeIsArray"_s, false},
            {u"anomalies"_s, QJsonValue::Null},
            {u"custom"_s, false},
            {u"allNull"_s, isAllNull(values)}});
    };
    add(u"time"_s, streams.timeSeconds, {});
    for (const auto &channel : streams.channels)
        add(channel.type, channel.values, channel.values2);
    return list;
}

Track trackOf(const domain::StreamSet &streams, const Effort &laps)
{
    Track track {.effort = laps};
    track.time.reserve(streams.timeSeconds.size());
    for (const float seconds : streams.timeSeconds)
        track.time.push_back(int(std::lround(seconds)));
    track.watts = wide(streams, u"watts"_s);
    track.heartrate = wide(streams, u"heartrate"_s);
    track.cadence = wide(streams, u"cadence"_s);
    track.speed = wide(streams, u"velocity_smooth"_s);
    track.altitude = wide(streams, u"altitude"_s);
    track.distance = wide(streams, u"distance"_s);
    return track;
}

}
