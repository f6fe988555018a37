// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sport.h"

#include <QSet>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace domain {

SportFamily familyOf(const QString &type)
{
    static const QSet<QString> rides {u"Ride"_s,
        u"VirtualRide"_s,
        u"GravelRide"_s,
        u"MountainBikeRide"_s,
        u"EBikeRide"_s,
        u"EMountainBikeRide"_s,
        u"TrackRide"_s,
        u"Cyclocross"_s,
        u"Handcycle"_s,
        u"Velomobile"_s};
    static const QSet<QString> runs {u"Run"_s, u"VirtualRun"_s, u"TrailRun"_s};
    static const QSet<QString> swims {u"Swim"_s, u"OpenWaterSwim"_s};
    static const QSet<QString> strength {
        u"WeightTraining"_s, u"Crossfit"_s, u"HighIntensityIntervalTraining"_s, u"Workout"_s};
    if (rides.contains(type))
        return SportFamily::Ride;
    if (runs.contains(type))
        return SportFamily::Run;
    if (swims.contains(type))
        return SportFamily::Swim;
    return strength.contains(type) ? SportFamily::Strength : SportFamily::Other;
}

bool isVirtual(const QString &type)
{
    return type.startsWith("Virtual"_L1);
}

QString summedAs(const QString &type)
{
    switch (familyOf(type)) {
    case SportFamily::Ride:
        return u"Ride"_s;
    case SportFamily::Run:
        return u"Run"_s;
    case SportFamily::Swim:
        return u"Swim"_s;
    default:
        return type;
    }
}

QStringList knownSports()
{
    return {u"Ride"_s,
        u"Run"_s,
        u"Swim"_s,
        u"WeightTraining"_s,
        u"VirtualRide"_s,
        u"GravelRide"_s,
        u"MountainBikeRide"_s,
        u"TrailRun"_s,
        u"OpenWaterSwim"_s,
        u"Walk"_s,
        u"Hike"_s,
        u"Rowing"_s,
        u"NordicSki"_s,
        u"Yoga"_s,
        u"Pilates"_s,
        u"Workout"_s,
        u"VirtualRun"_s,
        u"VirtualRow"_s,
        u"VirtualSki"_s,
        u"AlpineSki"_s,
        u"BackcountrySki"_s,
        u"Badminton"_s,
        u"Canoeing"_s,
        u"Crossfit"_s,
        u"Cyclocross"_s,
        u"EBikeRide"_s,
        u"EMountainBikeRide"_s,
        u"Elliptical"_s,
        u"Golf"_s,
        u"Handcycle"_s,
        u"HighIntensityIntervalTraining"_s,
        u"Hockey"_s,
        u"IceSkate"_s,
        u"InlineSkate"_s,
        u"Kayaking"_s,
        u"Kitesurf"_s,
        u"Padel"_s,
        u"Pickleball"_s,
        u"Racquetball"_s,
        u"RockClimbing"_s,
        u"RollerSki"_s,
        u"Rugby"_s,
        u"Sail"_s,
        u"Skateboard"_s,
        u"Snowboard"_s,
        u"Snowshoe"_s,
        u"Soccer"_s,
        u"Squash"_s,
        u"StairStepper"_s,
        u"StandUpPaddling"_s,
        u"Surfing"_s,
        u"TableTennis"_s,
        u"Tennis"_s,
        u"TrackRide"_s,
        u"Transition"_s,
        u"Velomobile"_s,
        u"WaterSport"_s,
        u"Wheelchair"_s,
        u"Windsurf"_s,
        u"Other"_s};
}

}
