// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/accounts.h"
#include "models/store/store.h"

namespace bench {

/// A database of twenty years: 10,000 activities, 20,000 events and each day's wellness. It is filled once, through the
/// store, and kept in the build folder; measurements that write work on a copy.
class LargeStore
{
public:
    /// Fills the file if it is missing. Empty on failure, after a line about it.
    [[nodiscard]] static QString file();
    /// A copy that the caller may change, made anew each time.
    [[nodiscard]] static QString copy(const QString &name);
    /// The account in whose name the file stands in the data folder.
    [[nodiscard]] static app::Account account();
};

/// The folder of everything that the benchmarks keep.
[[nodiscard]] QString benchFolder();

}
