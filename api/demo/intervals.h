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

/// A stretch of samples before it is measured.
struct Part {
    int start = 0;
    int end = 0; ///< exclusive
    bool work = false;
    double share = 0; ///< of the threshold
    QString label = {};
    qint64 id = 0; ///< 0: to be numbered
};

/// The parts that an effort suggests: each hard stretch, and what is easy between them.
[[nodiscard]] QList<Part> partsOf(const Effort &effort);
/// The mean share of an effort from one sample to another.
[[nodiscard]] double shareIn(const Effort &effort, int start, int end);

/// The whole activity is partitioned; every figure is measured on the track.
[[nodiscard]] ActivityParts intervalsOf(const Track &track, const domain::Activity &activity);
[[nodiscard]] ActivityParts intervalsOf(const Track &track, const domain::Activity &activity, const QList<Part> &parts);
/// One part of it.
[[nodiscard]] QJsonObject measuredPart(const Track &track, const Part &part, const domain::Activity &activity);

/// The same from parts that were measured; what has neither power nor pace is told by its heart rate.
[[nodiscard]] QStringList intervalSummary(const ActivityParts &parts, const QString &type);

/// For example "5x 4m 280w": alike hard parts in one line each.
[[nodiscard]] QStringList intervalSummary(const Effort &effort, const domain::Activity &activity);

}
