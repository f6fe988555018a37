// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/decades.h"

#include "models/analysis/fitness.h"
#include "models/domain/localdatetime.h"

#include <QJsonArray>
#include <array>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int pastDays = 7300;
constexpr int futureDays = 365;

struct Session {
    const char *type;
    const char *name;
    int minutes;
    int load;
    double kilometres;
    const char *description;
};

constexpr std::array sessions {
    Session {"Ride",
        "Sweet spot 3×12",
        74,
        84,
        38,
        "- 15m 50-75% warm up\n\n3x\n- 12m 88-94% 85-95rpm\n- 5m 55%\n\n- 10m 50%\n"},
    Session {"Run", "Easy run along the canal", 49, 41, 9.3, "- 10m Z1 Pace\n- 35m Z2 Pace\n- 4m Z1 Pace\n"},
    Session {"Ride", "VO2 5×4", 68, 92, 33, "- 20m 50-75%\n\n5x\n- 4m 110-118%\n- 4m 50%\n\n- 8m 50%\n"},
    Session {"Swim", "Swim CSS 10×100", 46, 38, 2.4, "- 400mtr Z1 Pace\n\n10x\n- 100mtr 100% Pace\n- 20s Z1 Pace\n"},
    Session {"Ride", "Long with tempo", 221, 186, 112, "- 60m 60-70%\n\n3x\n- 20m 80%\n- 20m 65%\n\n- 40m 60%\n"},
    Session {"WeightTraining", "Strength A", 41, 0, 0, "Squat, deadlift, press. Three rounds of eight.\n"},
};

QString text(QDate day, const char *time)
{
    return domain::dayText(day) + QLatin1StringView(time);
}

QString name(const Session &session)
{
    return QString::fromUtf8(session.name);
}

}

Decades::Decades(QDate today)
    : m_today(today)
{
}

double Decades::around(double middle)
{
    return middle * (0.8 + 0.4 * m_random.generateDouble());
}

QList<QJsonObject> Decades::activities(int count)
{
    QList<QJsonObject> list;
    for (int i = 0; i < count; ++i) {
        const Session &session = sessions[size_t(i) % sessions.size()];
        const QDate day = m_today.addDays(-1 - qint64(i) * pastDays / count);
        const int seconds = int(around(session.minutes * 60));
        QJsonObject one {{u"id"_s, u"i%1"_s.arg(1000000 + i)},
            {u"type"_s, QLatin1StringView(session.type)},
            {u"name"_s, name(session)},
            {u"start_date_local"_s, text(day, i % 2 ? "T07:12:00" : "T17:40:00")},
            {u"start_date"_s, text(day, "T06:12:00Z")},
            {u"moving_time"_s, seconds},
            {u"elapsed_time"_s, seconds + 240},
            {u"paired_event_id"_s, i + 1},
            {u"compliance"_s, int(around(90))},
            {u"analyzed"_s, text(day, "T20:00:00Z")},
            {u"source"_s, u"GARMIN_CONNECT"_s},
            {u"device_name"_s, u"Edge 840"_s},
            {u"icu_ftp"_s, 262},
            {u"lthr"_s, 168},
            {u"stream_types"_s, QJsonArray {u"time"_s, u"watts"_s, u"heartrate"_s, u"cadence"_s, u"altitude"_s}}};
        if (session.load > 0) {
            one.insert(u"icu_training_load"_s, int(around(session.load)));
            one.insert(u"icu_intensity"_s, around(78));
            one.insert(u"distance"_s, around(session.kilometres * 1000));
        }
        // Most of what the service sends are figures that a calendar never shows.
        for (int extra = 0; extra < 110; ++extra)
            one.insert(u"icu_measure_%1"_s.arg(extra, 3, 10, QLatin1Char('0')), around(100.0 + extra));
        list.append(one);
    }
    return list;
}

QJsonObject Decades::event(int index, QDate day, const QString &pairedWith)
{
    const Session &session = sessions[size_t(index) % sessions.size()];
    QJsonArray steps;
    for (int step = 0; step < 12; ++step) {
        steps.append(QJsonObject {{u"duration"_s, int(around(600))},
            {u"power"_s, QJsonObject {{u"start"_s, around(60)}, {u"end"_s, around(90)}, {u"units"_s, u"%ftp"_s}}}});
    }
    QJsonObject one {{u"id"_s, index + 1},
        {u"uid"_s, u"made-up-%1"_s.arg(index)},
        {u"category"_s, u"WORKOUT"_s},
        {u"start_date_local"_s, text(day, "T00:00:00")},
        {u"end_date_local"_s, text(day.addDays(1), "T00:00:00")},
        {u"type"_s, QLatin1StringView(session.type)},
        {u"name"_s, name(session)},
        {u"description"_s, QString::fromUtf8(session.description)},
        {u"moving_time"_s, session.minutes * 60},
        {u"updated"_s, text(m_today, "T05:00:00Z")},
        {u"workout_doc"_s, QJsonObject {{u"steps"_s, steps}}}};
    if (session.load > 0)
        one.insert(u"icu_training_load"_s, int(around(session.load)));
    if (!pairedWith.isEmpty())
        one.insert(u"paired_activity_id"_s, pairedWith);
    return one;
}

QList<QJsonObject> Decades::events(int count, int paired)
{
    QList<QJsonObject> list;
    for (int i = 0; i < std::min(count, paired); ++i)
        list.append(event(i, m_today.addDays(-1 - qint64(i) * pastDays / paired), u"i%1"_s.arg(1000000 + i)));
    for (int day = 0; day < futureDays && list.size() + 2 <= count; ++day) {
        list.append(event(int(list.size()), m_today.addDays(day), {}));
        list.append(event(int(list.size()), m_today.addDays(day), {}));
    }
    for (qint64 i = 0; list.size() < count; ++i) { // what else stands in a calendar: notes
        QJsonObject note
            = event(int(list.size()), m_today.addDays(-1 - i * pastDays / std::max(1, count - paired)), {});
        for (const auto &key : {u"type"_s, u"moving_time"_s, u"icu_training_load"_s})
            note.remove(key);
        note.insert(u"category"_s, u"NOTE"_s);
        note.insert(u"name"_s, u"Slept badly, legs good"_s);
        list.append(note);
    }
    return list;
}

QList<QJsonObject> Decades::wellness()
{
    QList<QJsonObject> list;
    analysis::FitnessPoint point {60, 60};
    for (int day = -pastDays; day <= 0; ++day) {
        const double load = around(80);
        point.ctl += (load - point.ctl) * analysis::fitnessGain;
        point.atl += (load - point.atl) * analysis::fatigueGain;
        list.append({{u"id"_s, domain::dayText(m_today.addDays(day))},
            {u"ctl"_s, point.ctl},
            {u"atl"_s, point.atl},
            {u"rampRate"_s, 0.4},
            {u"ctlLoad"_s, load},
            {u"atlLoad"_s, load},
            {u"restingHR"_s, int(around(48))},
            {u"hrv"_s, around(66)},
            {u"sleepSecs"_s, int(around(27000))},
            {u"weight"_s, around(70)}});
    }
    return list;
}

QList<QJsonObject> Decades::sports()
{
    return {{{u"id"_s, 1},
                {u"types"_s, QJsonArray {u"Ride"_s, u"VirtualRide"_s}},
                {u"ftp"_s, 262},
                {u"lthr"_s, 168},
                {u"power_zones"_s, QJsonArray {55, 75, 90, 105, 120, 150, 999}}},
        {{u"id"_s, 2}, {u"types"_s, QJsonArray {u"Run"_s}}, {u"threshold_pace"_s, 4.1}, {u"lthr"_s, 172}},
        {{u"id"_s, 3}, {u"types"_s, QJsonArray {u"Swim"_s}}, {u"threshold_pace"_s, 1.2}}};
}

QJsonObject Decades::athlete()
{
    return {{u"id"_s, u"i1"_s}, {u"name"_s, u"Ann Twenty Years"_s}};
}

}
