// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/session.h"

#include "models/domain/sport.h"

#include <QRandomGenerator>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr double pi = 3.14159265358979;

QRandomGenerator randomOf(const domain::Activity &activity)
{
    quint32 seed = 17;
    for (const QChar c : activity.id.value_or(domain::ActivityId {}).value)
        seed = seed * 31 + c.unicode();
    return QRandomGenerator(seed);
}

struct Shape {
    int reps;
    int onSeconds;
    int offSeconds;
    double on;
    double off;
};

/// Sessions whose names stand for intervals.
std::optional<Shape> shapeNamed(const QString &name)
{
    if (name.startsWith("VO2"_L1))
        return Shape {5, 240, 240, 1.12, 0.5};
    if (name.startsWith("Sweet spot"_L1))
        return Shape {3, 720, 300, 0.91, 0.55};
    if (name.startsWith("Threshold"_L1))
        return Shape {2, 1200, 360, 0.98, 0.55};
    if (name.startsWith("Tempo run"_L1))
        return Shape {3, 480, 120, 0.94, 0.7};
    if (name.startsWith("Hill"_L1))
        return Shape {8, 60, 120, 1.15, 0.6};
    return {};
}

}

QList<Stretch> stretchesOf(const domain::Activity &activity)
{
    const int total = int(activity.movingTime.value_or(std::chrono::minutes(40)).count());
    const auto shape = shapeNamed(activity.name);
    const double base = domain::familyOf(activity.type) == domain::SportFamily::Ride ? 0.64 : 0.78;
    if (!shape)
        return {{total / 6, base * 0.9, false}, {total - total / 6 - total / 8, base, true}, {total / 8, base * 0.85, false}};
    const int inner = shape->reps * (shape->onSeconds + shape->offSeconds);
    const int rest = std::max(0, total - inner);
    QList<Stretch> list {{rest * 2 / 3, 0.58, false}};
    for (int i = 0; i < shape->reps; ++i) {
        list.append({shape->onSeconds, shape->on - 0.006 * i, true});
        list.append({shape->offSeconds, shape->off, false});
    }
    list.append({rest - rest * 2 / 3, 0.52, false});
    return list;
}

QJsonArray streamsOf(const domain::Activity &activity, const QStringList &types)
{
    QRandomGenerator random = randomOf(activity);
    const bool ride = domain::familyOf(activity.type) == domain::SportFamily::Ride;
    const bool moves = activity.averageSpeedMps.has_value();
    const double threshold = ride ? activity.ftpWatts.value_or(250) : 1;
    const double top = activity.averageSpeedMps.value_or(0) / (ride ? 0.66 : 0.8);
    QJsonArray time, watts, heart, cadence, speed, altitude, distance, latitude, longitude;
    double beats = 95;
    double metres = 0;
    int second = 0;
    const auto stretches = stretchesOf(activity);
    const double whole = std::max(1.0, double(activity.movingTime.value_or(std::chrono::seconds(1)).count()));
    for (const auto &stretch : stretches) {
        for (int i = 0; i < stretch.seconds; ++i, ++second) {
            const double noise = random.generateDouble() - 0.5;
            const double target = 62 + stretch.share * 108 + 6 * second / whole; // the heart follows late and drifts up
            beats += (target - beats) / 35;
            const double around = 2 * pi * second / whole;
            const double pace = moves ? std::max(0.5, top * (0.35 + 0.65 * stretch.share) * (1 + 0.06 * noise + 0.08 * std::sin(around * 5))) : 0;
            metres += pace;
            time.append(second);
            watts.append(std::max(0, int(threshold * stretch.share * (1 + 0.16 * noise))));
            heart.append(int(beats + noise * 2));
            cadence.append(ride ? int(84 + 8 * stretch.share + noise * 6) : int(82 + 6 * stretch.share + noise * 3));
            speed.append(std::round(pace * 100) / 100);
            altitude.append(std::round((210 + 45 * std::sin(around * 2) + 18 * std::sin(around * 7)) * 10) / 10);
            distance.append(std::round(metres * 10) / 10);
            latitude.append(47.9 + 0.06 * std::sin(around) + 0.004 * std::sin(around * 9));
            longitude.append(7.8 + 0.09 * (std::cos(around) - 1) + 0.004 * std::sin(around * 6));
        }
    }
    QJsonArray list;
    const auto add = [&](const QString &type, const QJsonArray &data, bool present, const QJsonValue &data2 = QJsonValue::Null) {
        if (present && (types.isEmpty() || types.contains(type)))
            list.append(QJsonObject {{u"type"_s, type}, {u"name"_s, QJsonValue::Null}, {u"data"_s, data}, {u"data2"_s, data2}, {u"valueTypeIsArray"_s, false},
                {u"anomalies"_s, QJsonValue::Null}, {u"custom"_s, false}, {u"allNull"_s, false}});
    };
    add(u"time"_s, time, true);
    add(u"watts"_s, watts, ride);
    add(u"heartrate"_s, heart, true);
    add(u"cadence"_s, cadence, moves);
    add(u"velocity_smooth"_s, speed, moves);
    add(u"altitude"_s, altitude, moves && !domain::isVirtual(activity.type));
    add(u"distance"_s, distance, moves);
    add(u"latlng"_s, latitude, moves && !domain::isVirtual(activity.type), longitude);
    return list;
}

QJsonArray sessionIntervals(const domain::Activity &activity)
{
    QJsonArray list;
    int start = 0;
    int number = 0;
    const double ftp = activity.ftpWatts.value_or(0);
    const auto stretches = stretchesOf(activity);
    for (const auto &stretch : stretches) {
        domain::Interval interval;
        interval.id = 1000 + list.size();
        interval.type = stretch.work ? u"WORK"_s : u"RECOVERY"_s;
        interval.label = stretch.work ? u"%1 %2"_s.arg(activity.name.section(u' ', 0, 0)).arg(++number) : QString();
        interval.startIndex = start;
        interval.endIndex = start + stretch.seconds;
        interval.startTime = std::chrono::seconds(start);
        interval.endTime = std::chrono::seconds(start + stretch.seconds);
        interval.movingTime = std::chrono::seconds(stretch.seconds);
        interval.intensityPercent = std::round(stretch.share * 100);
        interval.averageHeartrateBpm = std::round(62 + stretch.share * 104);
        interval.maxHeartrateBpm = std::round(66 + stretch.share * 108);
        if (ftp > 0) {
            interval.averageWatts = std::round(ftp * stretch.share);
            interval.normalizedWatts = std::round(ftp * stretch.share * 1.01);
            interval.maxWatts = std::round(ftp * stretch.share * 1.08);
            interval.joules = int(ftp * stretch.share * stretch.seconds);
            interval.averageCadenceRpm = std::round(84 + 8 * stretch.share);
        }
        list.append(domain::toJson(interval));
        start += stretch.seconds;
    }
    return list;
}

}
