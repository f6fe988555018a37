// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"
#include "ui/workout/draft.h"

#include <memory>

namespace ui {

/// What the builder has open in the store, a workout of the calendar or one of the library: how it becomes a draft, and
/// how a draft goes back. Only what was changed goes back, so that what changed elsewhere meanwhile stays; what is gone
/// by then is made anew.
class BuiltWorkout
{
public:
    /// NotFound if there is no such workout.
    [[nodiscard]] static domain::Result<std::unique_ptr<BuiltWorkout>> open(
        store::Store &store, store::Kind kind, const domain::LocalId &id);
    BuiltWorkout(store::Store &store, domain::LocalId id)
        : m_store(store)
        , m_id(std::move(id))
    {
    }
    virtual ~BuiltWorkout() = default;

    [[nodiscard]] const domain::LocalId &id() const { return m_id; }
    [[nodiscard]] virtual store::Kind kind() const = 0;
    /// As it is now; NotFound once it is gone.
    [[nodiscard]] virtual domain::Result<Draft> read() = 0;
    /// What was changed between two drafts of it, in one step of undo where it is still there.
    [[nodiscard]] virtual domain::Result<domain::Done> write(const Draft &from, const Draft &to) = 0;

protected:
    store::Store &m_store;
    domain::LocalId m_id;
};

}
