// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/streams.h"

#include "api/demo/dice.h"
#include "api/demo/loop.h"

#include <QJsonObject>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::SportFamily;

namespace demo {

namespace {

constexpr double tau = 6.283185307179586;

quint64 numberOf(const domain::Activity &activity)
{
    quint64 number = 17;
    for (const QChar c : activity.id.value_or(domain::ActivityId {}).value)
        number = number * 31 + c.unicode();
    return number;
}

std::vector<double> sharesOf(const Effort &effort)
{
    std::vector<double> shares;
    shares.reserve(size_t(secondsOf(effort)));
    for (const auto &stretch : effort) {
        for (int i = 0; i < stretch.seconds; ++i)
            shares.push_back(stretch.from + (stretch.to - stretch.from) * i / stretch.seconds);
    }
    return shares;
}

void scaleToMean(std::vector<double> &values, double mean)
{
    double sum = 0;
    for (const double value : values)
        sum += value;
    if (sum <= 0)
        return;
    const double factor = mean * double(values.size()) / sum;
    for (double &value : values)
        value *= factor;
}

/// Power wanders around the target, and on the road the legs rest now and then.
std::vector<double> wattsOf(const std::vector<double> &shares, const domain::Activity &activity, Dice &dice)
{
    const bool road = !activity.trainer.value_or(false);
    const double width = road ? 0.2 : 0.07;
    std::vector<double> watts;
    watts.reserve(shares.size());
    double wander = 0;
    int coasting = 0;
    for (const double share : shares) {
        wander = wander * 0.93 + dice.noise(width * 0.37);
        if (coasting > 0)
            --coasting;
        else if (road && share < 0.8 && dice.chance(0.006))
            coasting = 4 + dice.below(12);
        watts.push_back(coasting > 0 ? 0 : std::max(0.0, share * (1 + wander + dice.noise(width * 0.4))));
    }
    scaleToMean(watts, activity.averageWatts.value_or(0));
    return watts;
}

/// The heart follows late and drifts up.
std::vector<double> heartrateOf(const std::vector<double> &shares, Dice &dice)
{
    std::vector<double> heartrate;
    heartrate.reserve(shares.size());
    double beats = startHeartRate;
    double wander = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        beats += (steadyHeartRate(shares[i], double(i) / double(shares.size())) - beats) / heartLagSeconds;
        wander = wander * 0.97 + dice.noise(0.5);
        heartrate.push_back(beats + wander);
    }
    return heartrate;
}

std::vector<double> cadenceOf(
    const std::vector<double> &shares, const Track &track, SportFamily family, double mean, Dice &dice)
{
    std::vector<double> cadence;
    cadence.reserve(shares.size());
    double wander = 0;
    for (size_t i = 0; i < shares.size(); ++i) {
        wander = wander * 0.95 + dice.noise(0.8);
        const bool still = family == SportFamily::Ride ? track.watts[i] < 1 : shares[i] <= 0;
        cadence.push_back(still ? 0 : mean + 8 * (shares[i] - 0.7) + wander);
    }
    return cadence;
}

/// Speed from effort and slope, to the metre what the activity says, and with it distance and altitude.
void addMotion(Track &track, const std::vector<double> &shares, const domain::Activity &activity, Dice &dice)
{
    const SportFamily family = domain::familyOf(activity.type);
    const size_t count = shares.size();
    const double metres = activity.bestDistanceMetres().value_or(0);
    const double gain = activity.elevationGainMetres.value_or(0);
    const int hills = std::max(1, int(metres / (family == SportFamily::Ride ? 6500 : 1800)));
    const double height = std::min(140.0, gain / (2 * hills));
    const double slowing = family == SportFamily::Ride ? 7 : 2.5;
    const double response = family == SportFamily::Ride ? 0.09 : 0.3; // a second's share of a change; wheels roll on
    std::vector<double> done(count, 0);
    for (size_t i = 0; i < count; ++i)
        done[i] = double(i) / double(count);
    track.speed.assign(count, 0);
    std::vector<double> wander(count, 0);
    for (size_t i = 1; i < count; ++i)
        wander[i] = wander[i - 1] * 0.96 + dice.noise(0.012);
    for (int pass = 0; pass < 2; ++pass) { // the second knows where the first one was when
        for (size_t i = 0; i < count; ++i) {
            const double slope = metres > 0 ? height * tau * hills * std::sin(tau * hills * done[i]) / metres : 0;
            const double legs = family == SportFamily::Ride ? std::sqrt(std::max(0.15, shares[i])) : shares[i];
            const double wanted = legs * std::clamp(1 - slowing * slope, 0.45, 1.7) * (1 + wander[i]);
            track.speed[i] = i == 0 ? wanted : track.speed[i - 1] + (wanted - track.speed[i - 1]) * response;
        }
        scaleToMean(track.speed, metres / double(std::max<size_t>(1, count)));
        double sum = 0;
        track.distance.assign(count, 0);
        for (size_t i = 0; i < count; ++i) {
            sum += track.speed[i];
            track.distance[i] = sum;
            done[i] = metres > 0 ? sum / metres : 0;
        }
    }
    track.altitude.reserve(count);
    for (size_t i = 0; i < count; ++i)
        track.altitude.push_back(238 + height * (1 - std::cos(tau * hills * done[i])));
}

void addPositions(Track &track, const domain::Activity &activity, quint64 number)
{
    const double metres = activity.bestDistanceMetres().value_or(0);
    const int laps = activity.type == "OpenWaterSwim"_L1 ? 2 : 1;
    const Loop loop(number, metres / laps);
    track.latitude.reserve(track.distance.size());
    track.longitude.reserve(track.distance.size());
    for (const double along : track.distance) {
        const auto place = loop.at(metres > 0 ? along * laps / metres : 0);
        track.latitude.push_back(place.latitude);
        track.longitude.push_back(place.longitude);
    }
}

std::vector<int> timeOf(const domain::Activity &activity, size_t count)
{
    const qint64 pause
        = std::max<qint64>(0, activity.elapsedTime.value_or(std::chrono::seconds(0)).count() - qint64(count));
    const size_t stop = count * 11 / 20;
    std::vector<int> time;
    time.reserve(count);
    for (size_t i = 0; i < count; ++i)
        time.push_back(int(i) + (i >= stop ? int(pause) : 0));
    return time;
}

/// The channels with the number of steps that the service prints a unit in.
std::array<std::tuple<QString, const std::vector<double> *, double>, 7> printedChannels(const Track &track)
{
    return {{{u"watts"_s, &track.watts, 1},
        {u"cadence"_s, &track.cadence, 1},
        {u"heartrate"_s, &track.heartrate, 1},
        {u"distance"_s, &track.distance, 10},
        {u"velocity_smooth"_s, &track.speed, 1000},
        {u"altitude"_s, &track.altitude, 10},
        {u"temp"_s, &track.temperature, 1}}};
}

std::vector<float> printed(const std::vector<double> &values, double steps)
{
    std::vector<float> floats;
    floats.reserve(values.size());
    for (const double value : values)
        floats.push_back(float(std::round(value * steps) / steps));
    return floats;
}

template<typename Values>
QJsonArray rounded(const Values &values, double steps)
{
    QJsonArray array;
    for (const auto value : values)
        array.append(std::round(double(value) * steps) / steps);
    return array;
}

}

QStringList streamTypesOf(const QString &sport)
{
    QStringList types {u"time"_s};
    const SportFamily family = domain::familyOf(sport);
    if (family == SportFamily::Ride)
        types.append(u"watts"_s);
    if (family == SportFamily::Ride || family == SportFamily::Run || family == SportFamily::Swim)
        types.append(u"cadence"_s);
    types.append(u"heartrate"_s);
    if (family == SportFamily::Strength || sport == "Yoga"_L1)
        return types;
    types.append({u"distance"_s, u"velocity_smooth"_s});
    if (domain::isVirtual(sport) || sport == "Swim"_L1)
        return types;
    types.append({u"altitude"_s, u"latlng"_s, u"temp"_s});
    return types;
}

Track trackOf(const domain::Activity &activity, const Effort &effort)
{
    Track track {.effort = effort};
    const SportFamily family = domain::familyOf(activity.type);
    const QStringList types = streamTypesOf(activity.type);
    const quint64 number = numberOf(activity);
    Dice dice(number);
    const auto shares = sharesOf(effort);
    track.time = timeOf(activity, shares.size());
    if (types.contains("watts"_L1))
        track.watts = wattsOf(shares, activity, dice);
    track.heartrate = heartrateOf(shares, dice);
    if (types.contains("cadence"_L1))
        track.cadence = cadenceOf(shares, track, family, activity.averageCadenceRpm.value_or(80), dice);
    if (types.contains("distance"_L1))
        addMotion(track, shares, activity, dice);
    if (types.contains("latlng"_L1)) {
        addPositions(track, activity, number);
        const double morning = activity.extra.value("average_temp"_L1).toDouble() - 1.5;
        for (size_t i = 0; i < shares.size(); ++i)
            track.temperature.push_back(morning + 3 * double(i) / double(shares.size()));
    } else {
        track.altitude.clear();
    }
    return track;
}

domain::StreamSet channelsOf(const Track &track)
{
    domain::StreamSet set;
    set.timeSeconds.assign(track.time.begin(), track.time.end());
    for (const auto &[type, values, steps] : printedChannels(track)) {
        if (!values->empty())
            set.channels.append({type, printed(*values, steps), {}});
    }
    if (!track.latitude.empty())
        set.channels.append({u"latlng"_s, printed(track.latitude, 1e6), printed(track.longitude, 1e6)});
    return set;
}

QJsonArray streamsJson(const Track &track, const QStringList &types)
{
    QJsonArray list;
    const auto add = [&](const QString &type, const QJsonArray &data, const QJsonValue &data2 = QJsonValue::Null) {
        list.append(QJsonObject {{u"type"_s, type},
            {u"name"_s, QJsonValue::Null},
            {u"data"_s, data},
            {u"data2"_s, data2},
            {u"valueTypeIsArray"_s, false},
            {u"anomalies"_s, QJsonValue::Null},
            {u"custom"_s, false},
            {u"allNull"_s, false}});
    };
    const auto wanted
        = [&types](const QString &type, bool present) { return present && (types.isEmpty() || types.contains(type)); };
    if (wanted(u"time"_s, !track.time.empty()))
        add(u"time"_s, rounded(track.time, 1));
    for (const auto &[type, values, steps] : printedChannels(track)) {
        if (wanted(type, !values->empty()))
            add(type, rounded(*values, steps));
    }
    if (wanted(u"latlng"_s, !track.latitude.empty()))
        add(u"latlng"_s, rounded(track.latitude, 1e6), rounded(track.longitude, 1e6));
    return list;
}

}
