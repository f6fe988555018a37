// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/sportsettings.h"
#include "models/files/workoutfile.h"

namespace files {

/// The file that a planned session becomes; nothing if its text has no steps.
[[nodiscard]] std::optional<WorkoutFile> fileOf(const domain::Event &event, const QList<domain::SportSettings> &sports);

/// The settings that the session's figures follow: of its sport, with the threshold that counts where it is done.
[[nodiscard]] domain::SportSettings settingsOf(const domain::Event &event, const QList<domain::SportSettings> &sports);

/// The session that a workout file plans, still without a day. Without a name in the file it gets the file's own.
[[nodiscard]] domain::Event eventOf(const WorkoutFile &file, const QString &fileName);

}
