// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/state.h"

#include <QMap>

namespace demo {

/// What the demo athlete uses for an activity of the sport; empty for sports without gear.
[[nodiscard]] QString gearFor(const QString &type);

/// How much a piece of gear was used.
struct GearSum {
    int activities = 0;
    double metres = 0;
    double movingSeconds = 0;
    double elapsedSeconds = 0;

    void add(const QJsonObject &activity);
};

/// Stores the demo athlete's gear, with what the activities came to by gear.
void putGear(State &state, const QMap<QString, GearSum> &used, QDate today);

/// Stores what the demo athlete chose and made: places of the weather, charts and fields, the settings of devices, and
/// the plan of the library that is trained by.
void putChoices(State &state, QDate today);

/// Made-up weather of a day at a latitude, in the form of Open Weather's daily forecast. Always the same for one day.
[[nodiscard]] QJsonObject forecastOf(QDate day, double latitude);

}
