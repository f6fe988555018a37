// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/effort.h"
#include "models/domain/activity.h"
#include "models/domain/stream.h"
#include "models/files/activityfile.h"

#include <QTimeZone>

namespace demo {

/// What an analysis needs that no file says.
struct Owner {
    QList<domain::SportSettings> sports;
    QTimeZone zone; ///< of the wall clock where the file names none
    double restingHeartRate = 50;
    bool male = true;
};

/// One activity of a file: its figures, its channels, and its laps as stretches of samples.
struct UploadedActivity {
    domain::Activity activity; ///< without id
    domain::StreamSet streams;
    Effort laps;
};

/// The activities of a file, one for each session of it; empty if nothing was recorded or no time is known.
[[nodiscard]] QList<UploadedActivity> activitiesIn(const files::ActivityFile &file, const Owner &owner);

}
