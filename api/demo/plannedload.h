// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"
#include "models/workout/document.h"

#include <QHash>

namespace demo {

/// What the service reads from the text of a planned session.
struct PlannedLoad {
    bool hasSteps = false;
    std::chrono::seconds movingTime {0};
    double metres = 0;
    std::optional<int> load;
    int joules = 0;
    int joulesAboveFtp = 0;
    QJsonObject document; ///< workout_doc
};

/// What the text of a session is read for.
struct PlannedSport {
    QString type;
    bool indoor = false;
    QString target;
};

[[nodiscard]] PlannedLoad plannedLoad(
    const QString &text, const PlannedSport &sport, const QList<domain::SportSettings> &sports);

/// The workout_doc of a session with its targets in watts, beats per minute and metres per second; sport and place of
/// the options are the session's.
[[nodiscard]] QJsonObject resolvedDocument(const QString &text,
    const PlannedSport &sport,
    const QList<domain::SportSettings> &sports,
    workout::DocumentOptions options);

/// 100·√(load·36/seconds): intensity follows from the whole-number load.
[[nodiscard]] std::optional<double> intensityOf(std::optional<int> load, std::optional<std::chrono::seconds> time);

}
