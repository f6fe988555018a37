// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/uploadedactivity.h"
#include "models/analysis/recorded.h"

namespace demo {

/// A sport's settings, its thresholds and what the recording comes to with them.
struct Measure {
    const Owner &owner;
    const domain::StreamSet &streams;
    QString type;
    domain::SportSettings settings;
    analysis::RecordedFigures figures;
    double ftp = 0;
};

/// The sport is guessed if the session does not say.
[[nodiscard]] Measure measureOf(const domain::StreamSet &streams, const files::Stretch &session, const Owner &owner);
[[nodiscard]] double thresholdSpeed(const Measure &measure);

/// How long it was in each zone of power, heart rate and pace, in place of what the activity had.
void countZones(domain::Activity &activity, const Measure &measure);

/// Times, way, power, heart, loads and zones of a session, as the service computes them.
void addFigures(domain::Activity &activity, const Measure &measure, const files::Stretch &session);

}
