// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entitytable.h"

#include <QSet>
#include <QVariantList>

namespace store {

/// What can still be read of a person's own work in a damaged database: what the service has is fetched anew.
struct Salvage {
    QList<QVariantList> operations; ///< rows of the outbox by age; the entity is the second value
    QHash<QString, Entity> entities; ///< that the operations are about
    QList<QVariantList> drafts;
};

/// Reads row by row, from both ends of each table, as far as its pages go.
[[nodiscard]] Salvage salvageFrom(const QString &path);

/// Puts it into a new database, without the operations of entities that a better source knows. An operation whose
/// entity could not be read is kept apart. Returns how many operations wait again.
[[nodiscard]] domain::Result<int> takeOver(
    Database &database, const Salvage &salvage, const QSet<QString> &knownBetter, const QDateTime &now);

}
