// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace demo {

/// What a week of the demo athlete is for.
enum class Phase { Base, Build, Recovery, Taper, Sick, Holiday };

/// One session of the athlete's usual week, before chance changes it.
struct PlannedSession {
    QString type;
    QString name;
    QString text; ///< workout text; empty for free sessions
    int minutes = 0;
    double intensity = 0.7; ///< of threshold
};

[[nodiscard]] Phase phaseOf(QDate monday, QDate today);
/// The sessions of a weekday (1 Monday to 7 Sunday) in a phase; the week number alternates the contents.
[[nodiscard]] QList<PlannedSession> sessionsOn(int weekday, Phase phase, int week);

}
