// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/streams.h"

namespace demo {

/// The parts of an activity and the groups of alike ones, as the service answers them.
struct ActivityParts {
    QJsonArray intervals;
    QJsonArray groups;
};

/// The whole activity is partitioned; every figure is measured on the track.
[[nodiscard]] ActivityParts intervalsOf(const Track &track, const domain::Activity &activity);

/// The same from parts that were measured; what has neither power nor pace is told by its heart rate.
[[nodiscard]] QStringList intervalSummary(const ActivityParts &parts, const QString &type);

/// For example "5x 4m 280w": alike hard parts in one line each.
[[nodiscard]] QStringList intervalSummary(const Effort &effort, const domain::Activity &activity);

}
