// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QList>
#include <QString>

namespace demo {

/// What a week of the demo athlete is for.
enum class Phase { Base, Build, Recovery, Taper, Sick, Holiday };

/// One session of the athlete's usual week, before chance changes it.
struct PlannedSession {
    QString type;
    QString name;
    QString text; ///< workout text; empty for free sessions
    int minutes = 0; ///< of free sessions; the others take theirs from the text
    bool early = false; ///< before work
};

/// Weeks count from the one of the reference date, which is week 0.
[[nodiscard]] Phase phaseOf(int week, QDate monday);
/// The sessions of a weekday (1 Monday to 7 Sunday); the week's number alternates and grows the contents.
[[nodiscard]] QList<PlannedSession> sessionsOn(int weekday, Phase phase, int week);

/// A race of the demo athlete: in which week, on which weekday, of which sport.
struct SeededRace {
    int week = 0;
    int weekday = 0;
    char priority = 'C'; ///< A, B or C
    QString type;
    QString name;
    QString text;
};
[[nodiscard]] QList<SeededRace> races();

/// A block of weeks with a name, shown along the weeks.
struct Block {
    int firstWeek = 0;
    int weeks = 0;
    QString name;
    QString color;
};
[[nodiscard]] QList<Block> blocks();

}
