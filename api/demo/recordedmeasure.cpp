// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/recordedmeasure.h"

#include "api/demo/answers.h"
#include "api/demo/plannedload.h"
#include "models/workout/absolute.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::SportFamily;

namespace demo {

namespace {

std::chrono::seconds rounded(double seconds)
{
    return std::chrono::seconds(std::llround(seconds));
}

std::optional<double> asFloats(std::optional<double> value)
{
    return value ? std::optional(asFloat(*value)) : std::nullopt;
}

/// Files of tracks often do not say what was done; the speed does.
QString guessedSport(const domain::StreamSet &streams, const analysis::RecordedFigures &figures)
{
    const double speed = figures.averageSpeedMps.value_or(0);
    if (streams.find(u"watts"_s) || speed > 5)
        return u"Ride"_s;
    if (speed > 2)
        return u"Run"_s;
    return speed > 0 ? u"Walk"_s : u"Workout"_s;
}

std::optional<int> powerLoad(const Measure &measure, double seconds)
{
    if (!measure.figures.normalizedWatts || measure.ftp <= 0)
        return {};
    return int(std::lround(seconds / 36 * std::pow(std::round(*measure.figures.normalizedWatts) / measure.ftp, 2)));
}

std::optional<int> paceLoad(const Measure &measure, double seconds)
{
    const bool swim = measure.settings.paceLoadType == "SWIM"_L1;
    const auto speed
        = !swim && measure.figures.levelSpeedMps ? measure.figures.levelSpeedMps : measure.figures.averageSpeedMps;
    if (!speed || thresholdSpeed(measure) <= 0)
        return {};
    return int(std::lround(seconds / 36 * std::pow(*speed / thresholdSpeed(measure), swim ? 3 : 2)));
}

std::optional<int> heartLoad(const Measure &measure)
{
    const auto load = analysis::heartRateLoad(measure.streams,
        {.resting = measure.owner.restingHeartRate,
            .highest = measure.settings.maxHrBpm.value_or(190) * 1.0,
            .threshold = measure.settings.lthrBpm.value_or(0) * 1.0,
            .male = measure.owner.male});
    return load ? std::optional(int(std::lround(*load))) : std::nullopt;
}

/// The first that there is, in the order the athlete set for the sport.
void addLoads(domain::Activity &activity, const Measure &measure)
{
    const double seconds = double(activity.movingTime.value_or(std::chrono::seconds(0)).count());
    const QMap<QString, std::optional<int>> loads {{u"POWER"_s, powerLoad(measure, seconds)},
        {u"HR"_s, heartLoad(measure)},
        {u"PACE"_s, paceLoad(measure, seconds)}};
    for (auto it = loads.begin(); it != loads.end(); ++it) {
        if (it.value())
            activity.extra.insert(it.key().toLower() + u"_load"_s, **it);
    }
    const QStringList order = (measure.settings.loadOrder + u"_POWER_HR_PACE"_s).split(u'_');
    for (const auto &name : order) {
        if (const auto load = loads.value(name)) {
            activity.load = load;
            break;
        }
    }
    activity.intensityPercent = intensityOf(activity.load, activity.movingTime);
}

void addPower(domain::Activity &activity, const Measure &measure)
{
    const auto &figures = measure.figures;
    if (!figures.normalizedWatts)
        return;
    activity.averageWatts = std::round(*figures.averageWatts);
    activity.normalizedWatts = std::round(*figures.normalizedWatts);
    activity.joules = int(std::lround(*figures.joules));
    if (figures.joulesAboveThreshold)
        activity.joulesAboveFtp = int(std::lround(*figures.joulesAboveThreshold));
    if (*activity.averageWatts > 0)
        activity.variabilityIndex = asFloat(*figures.normalizedWatts / *figures.averageWatts);
    if (figures.averageHeartRateBpm.value_or(0) > 0)
        activity.extra.insert(
            u"icu_efficiency_factor"_s, asFloat(*figures.normalizedWatts / *figures.averageHeartRateBpm));
    activity.extra.insert(u"device_watts"_s, true);
}

void addWay(domain::Activity &activity, const Measure &measure, const files::Stretch &session)
{
    const auto &figures = measure.figures;
    const auto metres = figures.metres ? figures.metres : session.metres;
    if (metres.value_or(0) > 0)
        activity.distanceMetres = asFloat(*metres);
    activity.icuDistanceMetres = activity.distanceMetres;
    activity.averageSpeedMps = asFloats(figures.averageSpeedMps);
    activity.maxSpeedMps = asFloats(figures.maxSpeedMps);
    // The device has heard its own barometer; but nobody climbs more than half of the way.
    const bool likely = session.ascentMetres && (!metres || *session.ascentMetres <= *metres / 2);
    activity.elevationGainMetres = likely || !figures.ascentMetres ? session.ascentMetres : figures.ascentMetres;
    if (activity.elevationGainMetres)
        activity.elevationGainMetres = std::round(*activity.elevationGainMetres);
    if (figures.descentMetres)
        activity.extra.insert(u"total_elevation_loss"_s, std::round(*figures.descentMetres));
    if (figures.averageSpeedMps)
        activity.extra.insert(u"pace"_s, asFloat(*figures.averageSpeedMps));
    if (figures.levelSpeedMps && domain::familyOf(measure.type) == SportFamily::Run)
        activity.extra.insert(u"gap"_s, asFloat(*figures.levelSpeedMps));
    if (thresholdSpeed(measure) > 0)
        activity.extra.insert(u"threshold_pace"_s, asFloat(thresholdSpeed(measure)));
}

void addThresholds(domain::Activity &activity, const Measure &measure)
{
    const auto &settings = measure.settings;
    if (measure.ftp > 0)
        activity.ftpWatts = measure.ftp;
    for (const double zone : settings.powerZonesPercent)
        activity.powerZonesPercent.append(int(zone));
    activity.heartrateZonesBpm = settings.heartrateZonesBpm;
    if (settings.lthrBpm)
        activity.lthrBpm = *settings.lthrBpm;
    if (settings.maxHrBpm)
        activity.extra.insert(u"athlete_max_hr"_s, *settings.maxHrBpm);
    activity.extra.insert(u"icu_resting_hr"_s, measure.owner.restingHeartRate);
}

/// A recording without speed cannot tell standing from moving, and one of a few samples (a pool swim has one a length)
/// not even how long it was; the device's own clock could.
void settleTime(Measure &measure, const files::Stretch &session)
{
    auto &figures = measure.figures;
    const double timer = session.timerSeconds.value_or(0);
    const bool tells = measure.streams.find(u"velocity_smooth"_s) && figures.movingSeconds > timer / 2;
    if (timer > 0)
        figures.movingSeconds = tells ? std::min(figures.movingSeconds, timer) : timer;
    const auto metres = figures.metres ? figures.metres : session.metres;
    if (metres.value_or(0) <= 0 || figures.movingSeconds <= 0)
        return;
    const double speed = *metres / figures.movingSeconds;
    if (figures.levelSpeedMps && figures.averageSpeedMps)
        figures.levelSpeedMps = *figures.levelSpeedMps * speed / *figures.averageSpeedMps;
    figures.averageSpeedMps = speed;
}

void addTimes(domain::Activity &activity, const Measure &measure, const files::Stretch &session)
{
    const auto &figures = measure.figures;
    const double elapsed = std::max(session.elapsedSeconds.value_or(figures.elapsedSeconds), figures.movingSeconds);
    activity.movingTime = rounded(figures.movingSeconds > 0 ? figures.movingSeconds : elapsed);
    activity.elapsedTime = rounded(elapsed);
    activity.extra.insert(u"icu_recording_time"_s, qint64(std::llround(figures.recordedSeconds)));
}

void addHeart(domain::Activity &activity, const analysis::RecordedFigures &figures)
{
    activity.extra.insert(u"has_heartrate"_s, figures.averageHeartRateBpm.has_value());
    if (!figures.averageHeartRateBpm)
        return;
    activity.averageHeartrateBpm = std::round(*figures.averageHeartRateBpm);
    activity.maxHeartrateBpm = std::round(*figures.maxHeartRateBpm);
}

}

Measure measureOf(const domain::StreamSet &streams, const files::Stretch &session, const Owner &owner)
{
    Measure measure {owner, streams, session.sport, {}, {}, 0};
    if (session.sport.isEmpty())
        measure.type = guessedSport(streams, analysis::recordedFigures(streams, 0));
    measure.settings = domain::settingsFor(measure.type, owner.sports).value_or(domain::SportSettings {});
    measure.ftp = workout::ftpOf(measure.settings, domain::isVirtual(measure.type));
    measure.figures = analysis::recordedFigures(streams, measure.ftp);
    settleTime(measure, session);
    return measure;
}

void countZones(domain::Activity &activity, const Measure &measure)
{
    const auto inUnits = [](const QList<double> &percents, double whole) {
        QList<double> bounds;
        for (const double percent : percents)
            bounds.append(percent * whole / 100);
        return bounds;
    };
    const auto &settings = measure.settings;
    activity.zoneTimes = {};
    if (measure.ftp > 0) {
        const auto power
            = analysis::zoneSeconds(measure.streams, u"watts"_s, inUnits(settings.powerZonesPercent, measure.ftp));
        for (qsizetype i = 0; i < power.size(); ++i)
            activity.zoneTimes.append(QJsonObject {{u"id"_s, u"Z%1"_s.arg(i + 1)}, {u"secs"_s, power.at(i)}});
        if (!power.isEmpty()) {
            const int sweet = analysis::secondsBetween(measure.streams,
                u"watts"_s,
                settings.sweetSpotMinPercent.value_or(84) * measure.ftp / 100,
                settings.sweetSpotMaxPercent.value_or(97) * measure.ftp / 100);
            activity.zoneTimes.append(QJsonObject {{u"id"_s, u"SS"_s}, {u"secs"_s, sweet}});
        }
    }
    QList<double> beats;
    for (const int bound : settings.heartrateZonesBpm)
        beats.append(bound);
    activity.heartrateZoneSeconds = analysis::zoneSeconds(measure.streams, u"heartrate"_s, beats);
    if (thresholdSpeed(measure) <= 0)
        return;
    const auto percents = workout::paceZonesOf(settings);
    QJsonArray seconds;
    QJsonArray bounds;
    const auto speeds
        = analysis::zoneSeconds(measure.streams, u"velocity_smooth"_s, inUnits(percents, thresholdSpeed(measure)));
    for (const int value : speeds)
        seconds.append(value);
    for (const double percent : percents)
        bounds.append(percent);
    activity.extra.insert(u"pace_zone_times"_s, seconds);
    activity.extra.insert(u"pace_zones"_s, bounds);
}

double thresholdSpeed(const Measure &measure)
{
    return measure.settings.thresholdPaceMps.value_or(0);
}

void addFigures(domain::Activity &activity, const Measure &measure, const files::Stretch &session)
{
    addTimes(activity, measure, session);
    addThresholds(activity, measure);
    addPower(activity, measure);
    addWay(activity, measure, session);
    addHeart(activity, measure.figures);
    activity.averageCadenceRpm = asFloats(measure.figures.averageCadenceRpm);
    addLoads(activity, measure);
    countZones(activity, measure);
}

}
