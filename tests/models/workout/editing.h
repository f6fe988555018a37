// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editconvert.h"
#include "models/workout/editscript.h"

namespace support {

//                                0              2        3                            4              6
inline constexpr auto session = "Legs first.\n\nWarmup\n- Spin 10m ramp 50-75% 90rpm\n- 3m 60%\n\nMain set 4x\n"
                                "- Hard 5m 95-105% power=3s\n- 3m 55%\n\nlast bit\n- 10m Z2\n- 1km 4:00/km Pace\n\n"
                                "Cooldown\n- 8m 45%\n";

/// Somebody with a threshold of every kind.
inline workout::Person rider()
{
    workout::Person person;
    person.ftpWatts = 280;
    person.settings.ftpWatts = 280;
    person.settings.lthrBpm = 165;
    person.settings.maxHrBpm = 185;
    person.settings.heartrateZonesBpm = {130, 145, 155, 165, 185};
    person.settings.thresholdPaceMps = 4;
    person.settings.paceUnits = QStringLiteral("MINS_KM");
    return person;
}

inline QString after(const QString &text, const workout::Edited &edited)
{
    return workout::applied(text, edited.changes);
}

}
