// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Made-up files of any length, of each kind that is read.
namespace bench {

/// What a head unit writes for a very long ride: position, altitude, heart rate, cadence, distance, speed and power.
[[nodiscard]] QByteArray fitRide(int records);
[[nodiscard]] QByteArray gpxRide(int points);
[[nodiscard]] QByteArray tcxRide(int points);
/// Long ramps, each told point by point.
[[nodiscard]] QByteArray ergCourse(int points);
/// Steps with words to show on each of them.
[[nodiscard]] QByteArray zwoWorkout(int steps);
[[nodiscard]] QByteArray icsCalendar(int events);
[[nodiscard]] QByteArray wellnessCsv(int days);
[[nodiscard]] QByteArray activitiesJson(int activities);
[[nodiscard]] QByteArray workoutText(int steps);

}
