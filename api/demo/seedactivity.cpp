// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedactivity.h"

#include "api/demo/answers.h"
#include "api/demo/intervals.h"
#include "api/demo/plannedload.h"
#include "api/demo/streams.h"

#include <QTimeZone>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::SportFamily;

namespace demo {

namespace {

/// Colder in January than in July, and colder in the morning.
double temperature(const domain::LocalDateTime &start, Dice &dice)
{
    const double year = std::cos((start.day.dayOfYear() - 200) / 365.25 * 6.283);
    return std::round(11 + 10 * year + (start.time.value_or(QTime(12, 0)).hour() >= 15 ? 3 : 0) + dice.noise(4));
}

void addPower(domain::Activity &a, const EffortFigures &figures, int seconds, Dice &dice)
{
    const double ftp = a.ftpWatts.value_or(0);
    a.averageWatts = std::round(ftp * figures.meanShare);
    a.normalizedWatts = std::round(std::max(ftp * figures.normalizedShare, *a.averageWatts + 1));
    a.joules = int(*a.averageWatts * seconds);
    a.joulesAboveFtp = int(*a.joules * figures.aboveThresholdShare);
    a.variabilityIndex = asFloat(*a.normalizedWatts / std::max(1.0, *a.averageWatts));
    a.averageCadenceRpm = asFloat(86 + dice.below(6) + std::round(dice.unit() * 10) / 10);
    a.decouplingPercent = asFloat(std::round((1.2 + seconds / 3600.0 + dice.noise(2.4)) * 10) / 10);
    a.load = int(std::lround(seconds / 36.0 * std::pow(*a.normalizedWatts / ftp, 2)));
    for (qsizetype i = 0; i < figures.shareZoneSeconds.size(); ++i)
        a.zoneTimes.append(QJsonObject {{u"id"_s, u"Z%1"_s.arg(i + 1)}, {u"secs"_s, figures.shareZoneSeconds.at(i)}});
    a.zoneTimes.append(QJsonObject {{u"id"_s, u"SS"_s}, {u"secs"_s, figures.sweetSpotSeconds}});
}

double speedOf(const domain::Activity &a, const EffortFigures &figures, double threshold)
{
    if (domain::familyOf(a.type) == SportFamily::Ride)
        return (a.trainer.value_or(false) ? 6.4 : 5.2) + 4.4 * figures.meanShare;
    return threshold * figures.meanShare;
}

void addWay(domain::Activity &a, double metresPerSecond, int seconds, Dice &dice)
{
    const SportFamily family = domain::familyOf(a.type);
    a.averageSpeedMps = asFloat(metresPerSecond);
    a.maxSpeedMps = asFloat(metresPerSecond * (family == SportFamily::Ride ? 1.75 : 1.35));
    a.distanceMetres = std::round(metresPerSecond * seconds);
    a.icuDistanceMetres = a.distanceMetres;
    if (family == SportFamily::Swim || a.trainer.value_or(false))
        return;
    const double perKilometre = family == SportFamily::Ride ? dice.between(7, 15) : dice.between(5, 11);
    a.elevationGainMetres = std::round(*a.distanceMetres / 1000 * perKilometre);
}

}

Effort freeEffort(int minutes)
{
    Effort effort {{360, 0.4, 0.5, false}};
    for (int left = minutes * 60 - 360; left > 0; left -= 210) {
        effort.append({std::min(90, left), 0.66, 0.74, true});
        if (left > 90)
            effort.append({std::min(120, left - 90), 0.5, 0.4, false});
    }
    return effort;
}

domain::Activity activityOf(
    const Done &done, const Effort &effort, const QList<domain::SportSettings> &sports, Dice &dice)
{
    const auto settings = domain::settingsFor(done.type, sports).value_or(domain::SportSettings {});
    const SportFamily family = domain::familyOf(done.type);
    const int seconds = secondsOf(effort);
    const bool powered = family == SportFamily::Ride;
    const auto figures
        = figuresOf(effort, powered ? settings.powerZonesPercent : QList<double> {}, settings.heartrateZonesBpm);
    domain::Activity a;
    a.type = done.type;
    a.name = done.name;
    a.trainer = domain::isVirtual(done.type);
    a.source = *a.trainer ? u"ZWIFT"_s : u"GARMIN_CONNECT"_s;
    a.deviceName = *a.trainer ? u"Zwift"_s : u"Garmin Forerunner 965"_s;
    a.start = done.start;
    const QDateTime local(done.start.day, done.start.time.value_or(QTime(12, 0)), QTimeZone("Europe/Berlin"));
    a.startUtc = local.toUTC().toString(Qt::ISODate);
    a.movingTime = std::chrono::seconds(seconds);
    const bool stops = family == SportFamily::Ride && !*a.trainer && seconds > 5400;
    a.elapsedTime = std::chrono::seconds(seconds + (stops ? 240 + dice.below(900) : 0));
    a.averageHeartrateBpm = std::round(figures.meanHeartRate);
    a.maxHeartrateBpm = std::round(figures.maxHeartRate);
    a.heartrateZoneSeconds = figures.heartZoneSeconds;
    a.heartrateZonesBpm = settings.heartrateZonesBpm;
    a.lthrBpm = settings.lthrBpm.value_or(165);
    if (powered) {
        a.ftpWatts = std::round(settings.ftpWatts.value_or(0) * done.fitnessShare);
        for (const double zone : settings.powerZonesPercent)
            a.powerZonesPercent.append(int(zone));
        addPower(a, figures, seconds, dice);
    }
    const double threshold = settings.thresholdPaceMps.value_or(0) * done.fitnessShare;
    if (threshold > 0)
        a.extra.insert(u"threshold_pace"_s, asFloat(threshold));
    if (powered || threshold > 0)
        addWay(a, speedOf(a, figures, threshold), seconds, dice);
    if (!powered)
        a.load = int(std::lround(seconds / 36.0 * std::pow(figures.meanShare, family == SportFamily::Swim ? 3 : 2)));
    if (family == SportFamily::Run)
        a.averageCadenceRpm = asFloat(83 + dice.below(5) + std::round(dice.unit() * 10) / 10);
    if (family == SportFamily::Swim)
        a.averageCadenceRpm = asFloat(27 + dice.below(4));
    a.intensityPercent = intensityOf(a.load, a.movingTime);
    a.rpe = std::clamp(int(std::lround(*a.intensityPercent / 12 + dice.noise(1))), 1, 10);
    a.feel = std::clamp(2 + int(std::lround(dice.noise(1.6))), 1, 5);
    a.calories = int(seconds / 3600.0 * 760 * figures.meanShare);
    a.weightKg = 62.6;
    a.trimp = asFloat(std::round(seconds / 60.0 * figures.meanShare * 14) / 10);
    a.extra.insert(u"average_temp"_s, *a.trainer ? 19 : temperature(done.start, dice));
    a.streamTypes = streamTypesOf(done.type);
    a.intervalSummary = intervalSummary(effort, a);
    a.analyzed = done.start.day.toString(Qt::ISODate) + u"T20:00:00.000+00:00"_s;
    return a;
}

}
