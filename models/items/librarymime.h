// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/store/store.h"

#include <QMimeData>
#include <memory>

namespace items {

/// What is dragged out of the library: some workouts, or a plan as a whole. The keys are those of the store it comes
/// from.
struct LibraryDrag {
    QList<domain::LocalId> workouts;
    domain::LocalId plan; ///< empty if it is workouts

    [[nodiscard]] bool isEmpty() const { return workouts.isEmpty() && plan.value.isEmpty(); }
    friend bool operator==(const LibraryDrag &, const LibraryDrag &) = default;
};

/// Workouts of the library in a drag or on the clipboard: our own form with all of each, and their texts for everything
/// else.
namespace librarymime {

[[nodiscard]] QString format(); ///< application/x-microcycle-workouts+json
[[nodiscard]] std::unique_ptr<QMimeData> write(const LibraryDrag &drag, const store::Store &store);
/// Empty if there is nothing of ours in it.
[[nodiscard]] LibraryDrag read(const QMimeData *data);

}

}
