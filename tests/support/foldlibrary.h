// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/libraryfold.h"

namespace support {

/// Brings a library into the store as a pull does, three records at a time.
[[nodiscard]] inline domain::Result<store::FoldReport> foldLibrary(
    store::Store &store, const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts, bool isWhole = true)
{
    store::LibraryFold fold(store, {folders, workouts, isWhole});
    for (;;) {
        const auto more = fold.take(3);
        if (!more)
            return more.error();
        if (!*more)
            return fold.conclude();
    }
}

}
