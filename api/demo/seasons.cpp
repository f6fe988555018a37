// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seasons.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QString ride = u"Ride"_s;
const QString run = u"Run"_s;

int turn(int week, int of)
{
    return ((week % of) + of) % of;
}

PlannedSession easyRun(int minutes)
{
    return {run, u"Easy run"_s, u"- %1m 74-80% Pace"_s.arg(minutes), minutes};
}

PlannedSession longRun(int minutes)
{
    return {run, u"Long run"_s, u"- 15m 72% Pace\n- %1m 78-82% Pace\n- 10m 70% Pace"_s.arg(minutes - 25), minutes};
}

PlannedSession endurance(int minutes)
{
    return {ride,
        u"Endurance %1"_s.arg(minutes),
        u"- 15m ramp 50-65%\n- %1m 64-70%\n- 10m 52%"_s.arg(minutes - 25),
        minutes};
}

PlannedSession longRide(int minutes)
{
    return {ride,
        u"Long with tempo"_s,
        u"- 20m ramp 50-66%\n- %1m 66-70%\n- 30m 82-86%\n- 15m 55%"_s.arg(minutes - 65),
        minutes};
}

PlannedSession recoverySpin()
{
    return {ride, u"Recovery spin"_s, u"- 45m 50-56%"_s, 45};
}

PlannedSession hardRide(int week)
{
    switch (turn(week, 4)) {
    case 0:
        return {ride,
            u"VO2 5×4"_s,
            u"Warmup\n- 15m ramp 50-72%\n\nMain set 5x\n- On 4m 112%\n- Off 4m 50%\n\nCooldown\n- 10m ramp 58-45%"_s,
            65};
    case 1:
        return {ride,
            u"Sweet spot 3×12"_s,
            u"Warmup\n- 15m ramp 50-70%\n\nMain set 3x\n- 12m 88-94% 90rpm\n- Easy 5m 55%\n\nCooldown\n- 8m 50%"_s,
            74};
    case 2:
        return {ride,
            u"Threshold 2×20"_s,
            u"Warmup\n- 15m ramp 50-75%\n\nMain set 2x\n- 20m 95-99%\n- Easy 6m 55%\n\nCooldown\n- 8m 50%"_s,
            75};
    default:
        return {ride,
            u"30/30 ×16"_s,
            u"Warmup\n- 15m ramp 50-72%\n\n16x\n- 30s 122%\n- 30s 50%\n\nCooldown\n- 15m 54%"_s,
            46};
    }
}

PlannedSession hardRun(int week)
{
    if (turn(week, 2) == 0)
        return {
            run, u"Tempo run 3×8"_s, u"- 12m 75% Pace\n\n3x\n- 8m 94-96% Pace\n- 2m 68% Pace\n\n- 8m 72% Pace"_s, 50};
    return {run, u"Hill repeats 8×1"_s, u"- 15m 75% Pace\n\n8x\n- 1m 105% Pace\n- 2m 64% Pace\n\n- 10m 72% Pace"_s, 49};
}

PlannedSession swim(int week)
{
    if (turn(week, 2) == 0)
        return {u"Swim"_s,
            u"CSS 8×100"_s,
            u"- 300mtr 80% Pace\n\n8x\n- 100mtr 98% Pace\n- 20s 0\n\n- 200mtr 78% Pace"_s,
            38,
            true};
    return {u"Swim"_s,
        u"Pull and pace"_s,
        u"- 400mtr 80% Pace\n- 600mtr 88% Pace\n- 400mtr 92% Pace\n- 200mtr 78% Pace"_s,
        40,
        true};
}

PlannedSession strength(int week)
{
    return {u"WeightTraining"_s, turn(week, 2) == 0 ? u"Strength A"_s : u"Strength B"_s, {}, 40};
}

PlannedSession mobility()
{
    return {u"Yoga"_s, u"Core and mobility"_s, {}, 25, true};
}

}

Phase phaseOf(int week, QDate monday)
{
    if (week == -21)
        return Phase::Sick;
    if (week == -34 || week == -87 || week == 5)
        return Phase::Holiday;
    if (week == 11 || week == -40 || week == -92)
        return Phase::Taper;
    if (turn(week, 4) == 3)
        return Phase::Recovery;
    return monday.month() >= 11 || monday.month() <= 1 ? Phase::Base : Phase::Build;
}

QList<PlannedSession> sessionsOn(int weekday, Phase phase, int week)
{
    if (phase == Phase::Sick)
        return weekday == 7 ? QList {easyRun(25)} : QList<PlannedSession> {};
    if (phase == Phase::Holiday)
        return weekday == 3 || weekday == 6 ? QList {easyRun(40)} : QList<PlannedSession> {};
    const bool light = phase == Phase::Recovery || phase == Phase::Taper;
    const int inBlock = turn(week, 4); // 0 to 2 grow, 3 rests
    switch (weekday) {
    case 1:
        return phase == Phase::Base ? QList {swim(week), strength(week + 1)} : QList {swim(week)};
    case 2:
        return light ? QList {endurance(60)} : QList {hardRide(week)};
    case 3:
        return light ? QList {easyRun(35)} : QList {easyRun(50), strength(week)};
    case 4:
        if (light)
            return {swim(week + 1)};
        return {phase == Phase::Base ? endurance(90) : hardRide(week + 1)};
    case 5:
        if (light)
            return {mobility()};
        return {mobility(), turn(week, 2) ? recoverySpin() : hardRun(week / 2)};
    case 6:
        return {light ? endurance(90) : longRide(180 + 20 * inBlock)};
    default:
        return light ? QList {easyRun(40)} : QList {longRun(75 + 5 * inBlock), swim(week + 1)};
    }
}

QList<SeededRace> races()
{
    const QString half = u"- 20m 78%\n- 2h10m 80-83%\n- 15m 76%"_s;
    return {{11, 6, 'A', ride, u"Lakes gran fondo"_s, u"- 30m 74%\n- 3h20m 76-80%\n- 40m 86%\n- 20m 72%"_s},
        {6, 7, 'B', ride, u"Tour of the hills"_s, u"- 25m 72%\n- 2h10m 78-82%\n- 25m 88%"_s},
        {-10, 7, 'C', run, u"Town ten kilometres"_s, u"- 42m 98% Pace"_s},
        {-40, 6, 'A', ride, u"Coast triathlon, bike leg"_s, half},
        {-64, 7, 'B', run, u"Autumn half marathon"_s, u"- 1h38m 92% Pace"_s},
        {-92, 6, 'A', ride, u"Valley triathlon, bike leg"_s, half},
        {-118, 7, 'C', run, u"New year run"_s, u"- 44m 96% Pace"_s}};
}

QList<Block> blocks()
{
    return {{-12, 4, u"Base 3"_s, u"#5a97dd"_s},
        {-8, 4, u"Build 1"_s, u"#3fb08f"_s},
        {-4, 4, u"Build 2"_s, u"#3fb08f"_s},
        {0, 4, u"Build 3"_s, u"#e3b53a"_s},
        {4, 4, u"Specific 1"_s, u"#e7812f"_s},
        {8, 3, u"Specific 2"_s, u"#e7812f"_s},
        {11, 1, u"Race week"_s, u"#d8463e"_s},
        {12, 5, u"Transition"_s, u"#a3adb9"_s}};
}

}
