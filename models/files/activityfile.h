// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"
#include "models/files/reading.h"

#include <QDateTime>

namespace files {

/// A stretch of a recorded activity: a session or a lap. Absent figures were not in the file.
struct Stretch {
    QDateTime start; ///< UTC
    QString sport; ///< the service's name, of sessions
    std::optional<double> elapsedSeconds;
    std::optional<double> timerSeconds; ///< without pauses
    std::optional<double> metres;
    std::optional<double> ascentMetres;
    std::optional<int> kilocalories;
    std::optional<int> averageWatts;
    std::optional<int> averageHeartRateBpm;
    std::optional<int> maxHeartRateBpm;
    QString trigger; ///< of laps: "manual", "distance" …

    friend bool operator==(const Stretch &, const Stretch &) = default;
};

/// Start, stop, lap or marker in the course of the recording.
struct Moment {
    QDateTime at; ///< UTC
    QString what;

    friend bool operator==(const Moment &, const Moment &) = default;
};

/// A recorded activity as a file of any format holds it.
struct ActivityFile {
    QString name;
    QString description;
    QString sport; ///< the service's name; empty if the file does not say
    QString device;
    QDateTime start; ///< UTC; invalid for routes, which have no time
    std::optional<std::chrono::seconds> utcOffset; ///< of the wall clock, if the file says
    QList<Stretch> sessions;
    QList<Stretch> laps;
    QList<Moment> moments;
    domain::StreamSet streams; ///< the service's channel names and units
    bool complete = true; ///< false: the file is damaged and this is what could be read
    QList<Note> notes; ///< of reading
};

}
