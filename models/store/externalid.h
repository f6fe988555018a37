// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entitytable.h"

namespace store {

/// The key we give an event, "microcycle:<local id>:<generation>": sent as external_id, so that a repeated creation
/// finds the first one instead of doubling it.
[[nodiscard]] QString externalIdText(const domain::LocalId &id, int generation);
[[nodiscard]] QString externalIdOf(const QJsonObject &event);

/// The event with a key that was never used before: an event that the service has seen deleted gets the next
/// generation.
[[nodiscard]] QJsonObject withFreshExternalId(
    const QJsonObject &event, const domain::LocalId &id, Entity &entity, Database &database);

/// Keeps the row of an entity that has neither base nor view, because its creation may still arrive at the service.
domain::Result<domain::Done> keepTombstone(Database &database, const Entity &entity);

}
