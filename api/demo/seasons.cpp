// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seasons.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

PlannedSession easyRun(int minutes)
{
    return {u"Run"_s, u"Easy run"_s, u"- %1m 75-82% Pace"_s.arg(minutes), minutes, 0.76};
}

PlannedSession endurance(int minutes)
{
    return {u"Ride"_s, u"Endurance"_s, u"- 15m ramp 50-65%\n- %1m 62-70%\n- 10m 55%"_s.arg(minutes - 25), minutes, 0.66};
}

PlannedSession recoverySpin()
{
    return {u"Ride"_s, u"Recovery spin"_s, u"- 45m 50-58%"_s, 45, 0.54};
}

PlannedSession hardRide(int week)
{
    switch (week % 3) {
    case 0:
        return {u"Ride"_s, u"VO2 5×4"_s, u"Warmup\n- 15m ramp 50-70%\n\nMain set 5x\n- On 4m 112%\n- Off 4m 50%\n\nCooldown\n- 10m 50%"_s, 65, 0.86};
    case 1:
        return {u"Ride"_s, u"Sweet spot 3×12"_s, u"Warmup\n- 15m ramp 50-70%\n\nMain set 3x\n- 12m 88-94%\n- Easy 5m 55%\n\nCooldown\n- 8m 50%"_s, 74, 0.82};
    default:
        return {u"Ride"_s, u"Threshold 2×20"_s, u"Warmup\n- 15m ramp 50-75%\n\nMain set 2x\n- 20m 96-100%\n- Easy 6m 55%\n\nCooldown\n- 8m 50%"_s, 75, 0.87};
    }
}

PlannedSession hardRun(int week)
{
    if (week % 2 == 0)
        return {u"Run"_s, u"Tempo run 3×8"_s, u"- 12m 75% Pace\n\n3x\n- 8m 94% Pace\n- 2m 70% Pace\n\n- 8m 72% Pace"_s, 50, 0.87};
    return {u"Run"_s, u"Hill repeats"_s, u"- 15m 75% Pace\n\n8x\n- 1m 105% Pace\n- 2m 65% Pace\n\n- 10m 72% Pace"_s, 49, 0.85};
}

PlannedSession swim(int week)
{
    if (week % 2 == 0)
        return {u"Swim"_s, u"CSS 8×100"_s, u"- 300mtr 80% Pace\n\n8x\n- 100mtr 98% Pace\n- 20s 0\n\n- 200mtr 78% Pace"_s, 38, 0.9};
    return {u"Swim"_s, u"Pull and pace"_s, u"- 400mtr 80% Pace\n- 600mtr 88% Pace\n- 400mtr 92% Pace\n- 200mtr 78% Pace"_s, 40, 0.86};
}

PlannedSession strength(int week)
{
    return {u"WeightTraining"_s, week % 2 == 0 ? u"Strength A"_s : u"Strength B"_s, {}, 40, 0.5};
}

}

Phase phaseOf(QDate monday, QDate today)
{
    const QDate thisMonday = today.addDays(1 - today.dayOfWeek());
    const qint64 ahead = thisMonday.daysTo(monday) / 7;
    if (ahead == -21)
        return Phase::Sick;
    if (ahead == -34 || ahead == 5)
        return Phase::Holiday;
    if (ahead == 11 || ahead == -52 || ahead == -104)
        return Phase::Taper;
    const qint64 inBlock = ((ahead % 4) + 4) % 4;
    if (inBlock == 3)
        return Phase::Recovery;
    return monday.month() >= 11 || monday.month() <= 2 ? Phase::Base : Phase::Build;
}

QList<PlannedSession> sessionsOn(int weekday, Phase phase, int week)
{
    if (phase == Phase::Sick)
        return {};
    if (phase == Phase::Holiday)
        return weekday == 3 || weekday == 6 ? QList {easyRun(40)} : QList<PlannedSession> {};
    const bool light = phase == Phase::Recovery || phase == Phase::Taper;
    switch (weekday) {
    case 1:
        return phase == Phase::Base ? QList {swim(week), strength(week + 1)} : QList {swim(week)};
    case 2:
        return light ? QList {endurance(50)} : QList {hardRide(week)};
    case 3:
        return light ? QList {easyRun(35)} : QList {easyRun(50), strength(week)};
    case 4:
        return light ? QList {swim(week + 1)} : QList {phase == Phase::Base ? endurance(85) : hardRun(week)};
    case 5:
        return week % 2 ? QList {recoverySpin()} : light ? QList<PlannedSession> {} : QList {strength(week)};
    case 6:
        return {endurance(light ? 90 : 170 + 20 * (week % 3))};
    default:
        return light ? QList {easyRun(40)} : QList {easyRun(70 + 5 * (week % 4)), swim(week)};
    }
}

}
