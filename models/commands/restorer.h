// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/store.h"

namespace commands {

/// Brings back what was: an earlier version of an item, or what was deleted. Each is one gesture: durable, undoable,
/// queued for the service.
class Restorer
{
public:
    explicit Restorer(store::Store &store)
        : m_store(store)
    {
    }

    /// The editable fields become what they were in the version; what is deleted comes back as it was then. Forbidden
    /// if the item may not be changed here. Nothing happens if nothing differs.
    domain::Result<domain::Done> version(const domain::LocalId &id, const QJsonObject &version);
    /// Items of the trash. A folder brings back what was deleted in it, and a workout its deleted folder; NotFound if
    /// that is gone for good.
    domain::Result<domain::Done> trashed(const QList<domain::LocalId> &ids);

private:
    store::Store &m_store;
};

}
