// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedperson.h"

#include "api/demo/core.h"
#include "models/domain/athlete.h"

using namespace Qt::StringLiterals;

namespace demo {

QList<domain::SportSettings> demoSports()
{
    domain::SportSettings ride;
    ride.id = 1;
    ride.types = {u"Ride"_s, u"VirtualRide"_s, u"GravelRide"_s, u"MountainBikeRide"_s};
    ride.ftpWatts = 250;
    ride.wPrimeJoules = 19000;
    ride.pMaxWatts = 940;
    ride.powerZonesPercent = domain::defaultPowerZonesPercent();
    ride.powerZoneNames
        = {u"Recovery"_s, u"Endurance"_s, u"Tempo"_s, u"Threshold"_s, u"VO2 max"_s, u"Anaerobic"_s, u"Sprint"_s};
    ride.sweetSpotMinPercent = 84;
    ride.sweetSpotMaxPercent = 97;
    ride.lthrBpm = 168;
    ride.maxHrBpm = 188;
    ride.heartrateZonesBpm = {136, 150, 157, 167, 172, 177, 188};
    ride.loadOrder = u"POWER_HR_PACE"_s;
    ride.workoutOrder = u"POWER_HR_PACE"_s;

    ride.extra = {{u"after_kj0"_s, 1000}, {u"after_kj1"_s, 1500}};

    domain::SportSettings run = ride;
    run.id = 2;
    run.extra = {};
    run.types = {u"Run"_s, u"TrailRun"_s, u"VirtualRun"_s};
    run.ftpWatts.reset();
    run.powerZonesPercent.clear();
    run.powerZoneNames.clear();
    run.thresholdPaceMps = 3.85;
    run.paceUnits = u"MINS_KM"_s;
    run.paceZonesPercent = {77.5, 87.7, 94.3, 100, 103.4, 111.5, 999};
    run.paceLoadType = u"RUN"_s;
    run.loadOrder = u"PACE_HR_POWER"_s;
    run.workoutOrder = u"PACE_HR_POWER"_s;

    domain::SportSettings swim = run;
    swim.id = 3;
    swim.types = {u"Swim"_s, u"OpenWaterSwim"_s};
    swim.thresholdPaceMps = 1.12;
    swim.paceUnits = u"SECS_100M"_s;
    swim.paceLoadType = u"SWIM"_s;

    domain::SportSettings other;
    other.id = 4;
    other.other = true;
    other.lthrBpm = 165;
    other.maxHrBpm = 188;
    other.heartrateZonesBpm = ride.heartrateZonesBpm;
    return {ride, run, swim, other};
}

void putPerson(State &state, QDate today)
{
    domain::Athlete athlete;
    athlete.id = domain::AthleteId {Core::athleteId()};
    athlete.name = u"Demo athlete"_s;
    athlete.firstName = u"Demo"_s;
    athlete.lastName = u"Athlete"_s;
    athlete.sex = u"F"_s;
    athlete.timezone = u"Europe/Berlin"_s;
    athlete.measurementPreference = u"meters"_s;
    athlete.weightKg = 62.4;
    athlete.restingHrBpm = 48;
    athlete.wellnessKeys = {u"weight"_s,
        u"restingHR"_s,
        u"hrv"_s,
        u"sleepSecs"_s,
        u"sleepQuality"_s,
        u"fatigue"_s,
        u"soreness"_s,
        u"stress"_s,
        u"mood"_s,
        u"motivation"_s,
        u"injury"_s,
        u"hydrationVolume"_s,
        u"steps"_s,
        u"comments"_s};
    athlete.plan = u"FREE"_s;
    state.put(Shelf::Athlete, Core::athleteId(), today, domain::toJson(athlete));
    const auto sports = demoSports();
    for (const auto &row : sports)
        state.put(Shelf::Sport, QString::number(*row.id), today, domain::toJson(row));
}

}
