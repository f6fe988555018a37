// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/remotefold.h"

#include <QJsonArray>
#include <cmath>

/// Invented activities for tests and pictures: an hour of VO2 intervals, an easy run, and a list of many.
namespace samples {

using namespace Qt::StringLiterals;

/// Numbers from -1 to 1 that are the same in every run.
class Noise
{
public:
    explicit Noise(quint32 seed)
        : m_state(seed)
    {
    }

    float next()
    {
        m_state = m_state * 1664525U + 1013904223U;
        return float(m_state >> 8) / float(1U << 23) - 1;
    }

private:
    quint32 m_state;
};

constexpr int vo2Seconds = 3624;

/// The number of the VO2 repeat a second belongs to; -1 between them.
inline int repeatAt(int second)
{
    const int within = second - 900;
    return within < 0 || within >= 5 * 420 || within % 420 >= 240 ? -1 : within / 420;
}

inline domain::StreamSet vo2Streams()
{
    domain::StreamSet set;
    domain::Samples watts {u"watts"_s, {}, {}};
    domain::Samples heart {u"heartrate"_s, {}, {}};
    domain::Samples cadence {u"cadence"_s, {}, {}};
    domain::Samples altitude {u"altitude"_s, {}, {}};
    Noise noise(7);
    float pulse = 98;
    for (int i = 0; i < vo2Seconds; ++i) {
        const bool works = repeatAt(i) >= 0;
        const float calm = i < 900 ? 158 : i < 3000 ? 145 : 135;
        const float spike = noise.next() > 0.985F ? 55.0F * std::abs(noise.next()) : 0;
        set.timeSeconds.push_back(float(i));
        watts.values.push_back(std::round((works ? 303.0F : calm) + 20 * noise.next() + spike));
        const float wanted = works ? 176.0F : i < 900 ? 132.0F : 128.0F;
        pulse += (wanted - pulse) * (wanted > pulse ? 0.018F : 0.014F);
        heart.values.push_back(std::round(pulse + 0.7F * noise.next()));
        cadence.values.push_back(std::round((works ? 95.0F : 88.0F) + 3 * noise.next()));
        altitude.values.push_back(210 + 28 * std::sin(float(i) / 480) + 14 * std::sin(float(i) / 170));
    }
    set.channels = {std::move(watts), std::move(heart), std::move(cadence), std::move(altitude)};
    return set;
}

inline QJsonObject vo2Ride(bool withIntervals = true)
{
    const auto zone = [](const char *id, int seconds) {
        return QJsonObject {{u"id"_s, QLatin1StringView(id)}, {u"secs"_s, seconds}};
    };
    QJsonObject ride {{u"id"_s, u"i900"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"VO2 5×4"_s},
        {u"start_date_local"_s, u"2026-03-12T17:42:00"_s},
        {u"tags"_s, QJsonArray {u"build"_s}},
        {u"trainer"_s, true},
        {u"moving_time"_s, vo2Seconds},
        {u"icu_training_load"_s, 79},
        {u"icu_intensity"_s, 88.2},
        {u"icu_weighted_avg_watts"_s, 246},
        {u"icu_average_watts"_s, 212},
        {u"average_heartrate"_s, 151},
        {u"max_heartrate"_s, 178},
        {u"average_cadence"_s, 88.4},
        {u"decoupling"_s, 3.1},
        {u"icu_joules"_s, 768000},
        {u"icu_joules_above_ftp"_s, 142000},
        {u"icu_ctl"_s, 63.1},
        {u"icu_atl"_s, 78.3},
        {u"icu_rpe"_s, 7},
        {u"feel"_s, 2},
        {u"paired_event_id"_s, 500},
        {u"compliance"_s, 101.3},
        {u"description"_s,
            u"Fan on full, legs came back after the second one. The last two at 300 were honest work."_s},
        {u"icu_zone_times"_s,
            QJsonArray {zone("Z1", 1750),
                zone("Z2", 500),
                zone("Z3", 100),
                zone("Z4", 144),
                zone("Z5", 1090),
                zone("Z6", 40),
                zone("Z7", 0),
                zone("SS", 200)}}};
    if (!withIntervals)
        return ride;
    QJsonArray intervals;
    for (int i = 0; i < 5; ++i) {
        const int start = 900 + i * 420;
        intervals.append(QJsonObject {{u"type"_s, u"WORK"_s},
            {u"label"_s, u"VO2 %1"_s.arg(i + 1)},
            {u"start_index"_s, start},
            {u"end_index"_s, start + 240},
            {u"start_time"_s, start},
            {u"end_time"_s, start + 240},
            {u"moving_time"_s, 240},
            {u"average_watts"_s, 301 + i % 3 * 2},
            {u"weighted_average_watts"_s, 303 + i % 2},
            {u"average_heartrate"_s, 158 + 3 * i},
            {u"max_heartrate"_s, 168 + 2 * i},
            {u"average_cadence"_s, 95},
            {u"decoupling"_s, 1.2 + 0.5 * i},
            {u"joules"_s, 72600},
            {u"zone"_s, 5}});
        if (i < 4)
            intervals.append(QJsonObject {{u"type"_s, u"RECOVERY"_s},
                {u"start_index"_s, start + 240},
                {u"end_index"_s, start + 420},
                {u"start_time"_s, start + 240},
                {u"end_time"_s, start + 420},
                {u"moving_time"_s, 180},
                {u"average_watts"_s, 145},
                {u"weighted_average_watts"_s, 147},
                {u"average_heartrate"_s, 148 + i},
                {u"max_heartrate"_s, 172},
                {u"average_cadence"_s, 88},
                {u"decoupling"_s, 0.4},
                {u"joules"_s, 26000},
                {u"zone"_s, 2}});
    }
    ride.insert(u"icu_intervals"_s, intervals);
    return ride;
}

inline QJsonObject vo2Plan()
{
    return {{u"id"_s, 500},
        {u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, u"VO2 5×4"_s},
        {u"start_date_local"_s, u"2026-03-12T00:00:00"_s},
        {u"moving_time"_s, 3600},
        {u"icu_training_load"_s, 78},
        {u"paired_activity_id"_s, u"i900"_s}};
}

inline QJsonObject easyRun()
{
    return {{u"id"_s, u"i901"_s},
        {u"type"_s, u"Run"_s},
        {u"name"_s, u"Easy run by the river"_s},
        {u"start_date_local"_s, u"2026-03-11T07:10:00"_s},
        {u"moving_time"_s, 2880},
        {u"distance"_s, 9400},
        {u"icu_training_load"_s, 41},
        {u"icu_intensity"_s, 74},
        {u"average_heartrate"_s, 138},
        {u"max_heartrate"_s, 156},
        {u"average_cadence"_s, 84},
        {u"total_elevation_gain"_s, 64},
        {u"average_speed"_s, 3.26},
        {u"max_speed"_s, 4.4},
        {u"icu_ctl"_s, 62.2},
        {u"icu_atl"_s, 70.1},
        {u"icu_hr_zone_times"_s, QJsonArray {900, 1500, 420, 60, 0}}};
}

inline domain::StreamSet runStreams()
{
    domain::StreamSet set;
    domain::Samples heart {u"heartrate"_s, {}, {}};
    domain::Samples speed {u"velocity_smooth"_s, {}, {}};
    domain::Samples altitude {u"altitude"_s, {}, {}};
    Noise noise(11);
    float pulse = 100;
    for (int i = 0; i < 2880; ++i) {
        const bool stands = i > 1500 && i < 1560;
        set.timeSeconds.push_back(float(i));
        speed.values.push_back(stands ? 0 : 3.25F + 0.25F * std::sin(float(i) / 300) + 0.03F * noise.next());
        pulse += ((stands ? 110.0F : 138.0F + float(i) / 300) - pulse) * 0.012F;
        heart.values.push_back(i > 2000 && i < 2080 ? domain::Samples::gap : std::round(pulse + 0.4F * noise.next()));
        altitude.values.push_back(64 + 12 * std::sin(float(i) / 210) + 5 * std::sin(float(i) / 60));
    }
    set.channels = {std::move(heart), std::move(speed), std::move(altitude)};
    return set;
}

}
