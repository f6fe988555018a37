// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/analysis/decimate.h"
#include "models/domain/interval.h"
#include "models/domain/stream.h"

#include <QString>

namespace ui {

class StreamChart;

/// Where an interval lies in time: by its samples where they are there, else by its own times.
[[nodiscard]] std::optional<analysis::TimeWindow> partOf(
    const domain::Interval &interval, const domain::StreamSet &streams);

/// The window that shows a part with a little of what lies before and after.
[[nodiscard]] analysis::TimeWindow aroundPart(const analysis::TimeWindow &part);

/// "4:00 · 303 W · 166 bpm · 95 rpm": what is known of the part, from the interval or from the recording.
[[nodiscard]] QString pillText(
    const domain::Interval &interval, const analysis::TimeWindow &part, const StreamChart &chart);

}
