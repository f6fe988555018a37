// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"
#include "models/items/librarymime.h"

namespace items {

/// A card as it would lie on a day.
struct PlacedCard {
    Card card; ///< its key is the workout's
    QDate day;
    int days = 1; ///< of notes

    friend bool operator==(const PlacedCard &, const PlacedCard &) = default;
};

/// What dropping on the day would plan, by day: workouts all on that day, a plan from that day on. Notes of plans come
/// as cards of the category Note. Nothing changes by asking.
[[nodiscard]] QList<PlacedCard> placedBy(const LibraryDrag &drag,
    QDate day,
    const QList<store::LibraryFolder> &folders,
    const QList<store::LibraryRow> &rows);

}
