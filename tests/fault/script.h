// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace fault {

/// A made-up person's work on a store, the same for the same seed: edits of every kind and, if wanted, the service's
/// answers between them.
class Script
{
public:
    Script(quint32 seed, bool withService)
        : m_seed(seed)
        , m_withService(withService)
    {
    }

    /// Does one step, counted from 0. False if the store refused what it should take.
    [[nodiscard]] bool perform(store::Store &store, int step) const;

    /// The state after each step when nothing goes wrong, the first one before all of them; empty if a step was
    /// refused.
    [[nodiscard]] static QStringList faultlessStates(quint32 seed, bool withService, int steps);
    [[nodiscard]] static domain::FixedClock clock();
    /// What is shown and what waits to be sent: equal for equal work.
    [[nodiscard]] static QString stateOf(store::Store &store);
    /// What waits to be sent alone, in a fixed order.
    [[nodiscard]] static QString unsyncedOf(store::Store &store);

private:
    quint32 m_seed;
    bool m_withService;
};

}
