// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/libraryfold.h"

namespace support {

/// Brings a library into the store as a pull does, three records at a time; what is missing is missing a second time.
[[nodiscard]] inline domain::Result<store::FoldReport> foldLibrary(
    store::Store &store, const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts, bool isWhole = true)
{
    std::optional<QList<domain::LocalId>> doubted;
    for (;;) {
        store::LibraryFold fold(store, {folders, workouts, isWhole, doubted});
        auto more = fold.take(3);
        while (more && *more)
            more = fold.take(3);
        if (!more)
            return more.error();
        const auto report = fold.conclude();
        if (!report || report->missing.isEmpty() || doubted)
            return report;
        doubted = report->missing;
    }
}

}
