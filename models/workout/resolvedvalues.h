// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/document.h"

namespace workout {

/// Adds "_power", "_hr", "_pace" and "_distance" to a step of a document: its targets in watts, beats per minute and
/// metres per second. A target whose threshold is unknown gets none.
void addResolved(QJsonObject &json,
    const Step &step,
    const domain::SportSettings &settings,
    int ftpWatts,
    const DocumentOptions &options);

}
