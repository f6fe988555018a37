// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>
#include <optional>

/// The numbers of the FIT profile that this program uses: messages, their fields, and the values of enumerations.
namespace files::fit {

namespace messages {
inline constexpr int fileId = 0, sport = 12, session = 18, lap = 19, record = 20, event = 21, deviceInfo = 23,
                     workout = 26, workoutStep = 27, activity = 34, hr = 132, fieldDescription = 206,
                     developerDataId = 207;
}

namespace common {
inline constexpr int timestamp = 253, messageIndex = 254;
}

namespace fileId {
inline constexpr int type = 0, manufacturer = 1, product = 2, serialNumber = 3, timeCreated = 4, productName = 8;
}

namespace fileType {
inline constexpr int activity = 4, workout = 5;
}

namespace developerDataId {
inline constexpr int index = 3;
}

namespace fieldDescription {
inline constexpr int developerIndex = 0, number = 1, baseType = 2, name = 3, scale = 6, offset = 7, units = 8,
                     nativeMessage = 14, nativeField = 15;
}

namespace sportMessage {
inline constexpr int sport = 0, subSport = 1;
}

namespace stretch { // of sessions and laps alike
inline constexpr int startTime = 2, elapsed = 7, timer = 8, distance = 9, calories = 11;
}

namespace session {
inline constexpr int sport = 5, subSport = 6, averageHr = 16, maxHr = 17, averagePower = 20, ascent = 22;
}

namespace lap {
inline constexpr int averageHr = 15, maxHr = 16, averagePower = 19, ascent = 21, trigger = 24, sport = 25,
                     subSport = 39;
}

namespace event {
inline constexpr int event = 0, type = 1;
}

namespace deviceInfo {
inline constexpr int index = 0, manufacturer = 2, product = 4, productName = 27;
}

namespace activityMessage {
inline constexpr int localTimestamp = 5;
}

namespace hr {
inline constexpr int fractionalTimestamp = 0, filteredBpm = 6, eventTimestamp = 9, eventTimestamp12 = 10;
}

namespace record {
inline constexpr int latitude = 0, longitude = 1, heartRate = 3, compressedSpeedDistance = 8, leftRightBalance = 30;
}

namespace workoutMessage {
inline constexpr int sport = 4, stepCount = 6, name = 8, subSport = 11, poolLength = 14, poolLengthUnit = 15,
                     description = 17;
}

namespace workoutStep {
inline constexpr int name = 0, durationType = 1, durationValue = 2, targetType = 3, targetValue = 4, low = 5, high = 6,
                     intensity = 7, notes = 8, secondType = 19, secondValue = 20, secondLow = 21, secondHigh = 22;
}

namespace durationType {
inline constexpr int time = 0, distance = 1, open = 5, repeatCount = 6, firstRepeat = 6, lastRepeat = 13, timeOnly = 31;
}

namespace targetType {
inline constexpr int speed = 0, heartRate = 1, open = 2, cadence = 3, power = 4, power3s = 7, power10s = 8,
                     power30s = 9, powerLap = 10, speedLap = 12, heartRateLap = 13;
}

namespace intensity {
inline constexpr int active = 0, rest = 1, warmup = 2, cooldown = 3, recovery = 4, interval = 5, other = 6;
}

/// Seconds of the format's epoch, the last midnight of 1989, as a UTC time. Nothing for a clock that was never set.
[[nodiscard]] QDateTime utc(quint32 seconds);
[[nodiscard]] std::optional<quint32> secondsOf(const QDateTime &time);

struct SportNumbers {
    int sport = 0;
    int subSport = 0;
};

/// The service's name of a sport; empty if it has none.
[[nodiscard]] QString sportName(int sport, int subSport);
[[nodiscard]] std::optional<SportNumbers> sportNumbers(const QString &name);

/// "a planned workout", "settings of a device" …: what a file of the type is.
[[nodiscard]] QString fileTypeName(int type);
/// Maker and product in words as far as they are known, else with their numbers.
[[nodiscard]] QString deviceName(
    std::optional<qint64> manufacturer, std::optional<qint64> product, const QString &productName);
/// What happened at an event, for those that a recording is cut by; empty for the rest.
[[nodiscard]] QString eventName(int event, int type);
[[nodiscard]] QString lapTriggerName(int trigger);
[[nodiscard]] QString intensityName(int intensity);

/// How a field of a record becomes a channel of the service; of two fields for one channel the later row wins.
struct RecordField {
    quint8 number;
    QLatin1StringView channel;
    double scale = 1;
    double offset = 0;
};

[[nodiscard]] const RecordField *recordField(int number);
/// The place of a field in the table; the greater place wins.
[[nodiscard]] int rankOf(const RecordField *field);

}
