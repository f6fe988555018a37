// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/fitprofile.h"

#include <QTimeZone>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace files::fit {

namespace {

constexpr qint64 epochSeconds = 631'065'600;
constexpr quint32 firstRealTime = 0x10000000; ///< below it a device counts from when it was switched on

struct Named {
    int number;
    QLatin1StringView name;
};

template<size_t size>
QLatin1StringView nameIn(const std::array<Named, size> &table, qint64 number)
{
    const auto row
        = std::find_if(table.begin(), table.end(), [number](const Named &named) { return named.number == number; });
    return row == table.end() ? QLatin1StringView() : row->name;
}

struct SportRow {
    int sport;
    int subSport;
    QLatin1StringView name;
};

/// The first row of a name is the one that is written. A sub-sport that is not here is its sport's first row.
constexpr std::array sports {SportRow {2, 0, "Ride"_L1},
    SportRow {2, 58, "VirtualRide"_L1},
    SportRow {2, 46, "GravelRide"_L1},
    SportRow {2, 8, "MountainBikeRide"_L1},
    SportRow {2, 11, "Cyclocross"_L1},
    SportRow {2, 12, "Handcycle"_L1},
    SportRow {2, 13, "TrackRide"_L1},
    SportRow {2, 28, "EBikeRide"_L1},
    SportRow {2, 47, "EMountainBikeRide"_L1},
    SportRow {1, 0, "Run"_L1},
    SportRow {1, 3, "TrailRun"_L1},
    SportRow {1, 58, "VirtualRun"_L1},
    SportRow {5, 17, "Swim"_L1},
    SportRow {5, 0, "Swim"_L1},
    SportRow {5, 18, "OpenWaterSwim"_L1},
    SportRow {15, 0, "Rowing"_L1},
    SportRow {15, 58, "VirtualRow"_L1},
    SportRow {10, 20, "WeightTraining"_L1},
    SportRow {10, 0, "Workout"_L1},
    SportRow {10, 43, "Yoga"_L1},
    SportRow {10, 44, "Pilates"_L1},
    SportRow {62, 0, "HighIntensityIntervalTraining"_L1},
    SportRow {11, 0, "Walk"_L1},
    SportRow {17, 0, "Hike"_L1},
    SportRow {12, 0, "NordicSki"_L1},
    SportRow {12, 58, "VirtualSki"_L1},
    SportRow {13, 0, "AlpineSki"_L1},
    SportRow {13, 37, "BackcountrySki"_L1},
    SportRow {14, 0, "Snowboard"_L1},
    SportRow {35, 0, "Snowshoe"_L1},
    SportRow {33, 0, "IceSkate"_L1},
    SportRow {30, 0, "InlineSkate"_L1},
    SportRow {21, 0, "EBikeRide"_L1},
    SportRow {21, 47, "EMountainBikeRide"_L1},
    SportRow {4, 15, "Elliptical"_L1},
    SportRow {4, 16, "StairStepper"_L1},
    SportRow {4, 1, "Run"_L1},
    SportRow {4, 6, "Ride"_L1},
    SportRow {4, 14, "Rowing"_L1},
    SportRow {88, 0, "Canoeing"_L1},
    SportRow {41, 0, "Kayaking"_L1},
    SportRow {37, 0, "StandUpPaddling"_L1},
    SportRow {38, 0, "Surfing"_L1},
    SportRow {44, 0, "Kitesurf"_L1},
    SportRow {43, 0, "Windsurf"_L1},
    SportRow {32, 0, "Sail"_L1},
    SportRow {78, 0, "WaterSport"_L1},
    SportRow {25, 0, "Golf"_L1},
    SportRow {7, 0, "Soccer"_L1},
    SportRow {8, 0, "Tennis"_L1},
    SportRow {72, 0, "Rugby"_L1},
    SportRow {73, 0, "Hockey"_L1},
    SportRow {31, 0, "RockClimbing"_L1},
    SportRow {64, 84, "Pickleball"_L1},
    SportRow {64, 85, "Padel"_L1},
    SportRow {64, 94, "Squash"_L1},
    SportRow {64, 95, "Badminton"_L1},
    SportRow {64, 96, "Racquetball"_L1},
    SportRow {64, 97, "TableTennis"_L1},
    SportRow {3, 0, "Transition"_L1},
    SportRow {65, 0, "Wheelchair"_L1},
    SportRow {0, 0, "Other"_L1}};

constexpr std::array fileTypes {Named {1, "the description of a device"_L1},
    Named {2, "settings of a device"_L1},
    Named {3, "settings of a sport"_L1},
    Named {4, "a recorded activity"_L1},
    Named {5, "a planned workout"_L1},
    Named {6, "a course to follow"_L1},
    Named {7, "a schedule of workouts"_L1},
    Named {9, "weight measurements"_L1},
    Named {10, "totals of a device"_L1},
    Named {11, "goals"_L1},
    Named {14, "blood pressure measurements"_L1},
    Named {15, "monitoring of a day"_L1},
    Named {20, "a summary of activities"_L1},
    Named {28, "monitoring of a day"_L1},
    Named {32, "monitoring of a day"_L1},
    Named {34, "a segment"_L1},
    Named {35, "a list of segments"_L1},
    Named {40, "the layout of a device's pages"_L1}};

constexpr std::array lapTriggers {Named {0, "manual"_L1},
    Named {1, "time"_L1},
    Named {2, "distance"_L1},
    Named {3, "position"_L1},
    Named {4, "position"_L1},
    Named {5, "position"_L1},
    Named {6, "position"_L1},
    Named {7, "session_end"_L1},
    Named {8, "fitness_equipment"_L1}};

constexpr std::array intensities {Named {1, "rest"_L1},
    Named {2, "warmup"_L1},
    Named {3, "cooldown"_L1},
    Named {4, "recovery"_L1},
    Named {5, "interval"_L1},
    Named {6, "other"_L1},
    Named {0, "active"_L1}};

constexpr std::array recordFields {RecordField {8, "velocity_smooth"_L1}, // with the distance in the same three bytes
    RecordField {0, "latlng"_L1},
    RecordField {1, "latlng"_L1},
    RecordField {2, "altitude"_L1, 5, 500},
    RecordField {3, "heartrate"_L1},
    RecordField {52, "cadence"_L1, 256},
    RecordField {4, "cadence"_L1},
    RecordField {5, "distance"_L1, 100},
    RecordField {6, "velocity_smooth"_L1, 1000},
    RecordField {7, "watts"_L1},
    RecordField {9, "grade_smooth"_L1, 100},
    RecordField {13, "temp"_L1},
    RecordField {30, "left_right_balance"_L1},
    RecordField {43, "left_torque_effectiveness"_L1, 2},
    RecordField {44, "right_torque_effectiveness"_L1, 2},
    RecordField {45, "left_pedal_smoothness"_L1, 2},
    RecordField {46, "right_pedal_smoothness"_L1, 2},
    RecordField {54, "thb"_L1, 100},
    RecordField {57, "smo2"_L1, 10},
    RecordField {85, "stride_length"_L1, 10'000},
    RecordField {139, "core_temperature"_L1, 100},
    RecordField {99, "respiration"_L1},
    RecordField {108, "respiration"_L1, 100},
    RecordField {73, "velocity_smooth"_L1, 1000},
    RecordField {78, "altitude"_L1, 5, 500}};

}

QDateTime utc(quint32 seconds)
{
    return seconds < firstRealTime ? QDateTime()
                                   : QDateTime::fromSecsSinceEpoch(epochSeconds + seconds, QTimeZone::utc());
}

std::optional<quint32> secondsOf(const QDateTime &time)
{
    const qint64 seconds = time.isValid() ? time.toSecsSinceEpoch() - epochSeconds : 0;
    if (seconds < firstRealTime || seconds >= 0xFFFFFFFF)
        return {};
    return quint32(seconds);
}

QString sportName(int sport, int subSport)
{
    const SportRow *found = nullptr;
    for (const auto &row : sports) {
        if (row.sport == sport && row.subSport == subSport)
            return row.name;
        if (!found && row.sport == sport)
            found = &row;
    }
    // Equipment and racket games have no name of their own.
    return found && sport != 4 && sport != 64 ? QString(found->name) : QString();
}

std::optional<SportNumbers> sportNumbers(const QString &name)
{
    for (const auto &row : sports) {
        if (name == row.name)
            return SportNumbers {row.sport, row.subSport};
    }
    return {};
}

QString fileTypeName(int type)
{
    const QString name = nameIn(fileTypes, type);
    return name.isEmpty() ? u"a FIT file of type %1"_s.arg(type) : name;
}

QString eventName(int event, int type)
{
    constexpr int timer = 0, workoutStepDone = 4, coursePoint = 10, lapEvent = 9, userMarker = 32;
    switch (event) {
    case timer:
        return type == 0 ? u"start"_s : type == 3 ? u"marker"_s : u"stop"_s;
    case workoutStepDone:
        return u"workout_step"_s;
    case lapEvent:
        return u"lap"_s;
    case coursePoint:
        return u"course_point"_s;
    case userMarker:
        return u"marker"_s;
    default:
        return {};
    }
}

QString lapTriggerName(int trigger)
{
    return nameIn(lapTriggers, trigger);
}

QString intensityName(int intensity)
{
    return nameIn(intensities, intensity);
}

const RecordField *recordField(int number)
{
    const auto row = std::find_if(recordFields.begin(), recordFields.end(), [number](const RecordField &field) {
        return field.number == number;
    });
    return row == recordFields.end() ? nullptr : &*row;
}

int rankOf(const RecordField *field)
{
    return int(field - recordFields.data());
}

}
