// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/domain/event.h"

#include <QJsonArray>

namespace cli {

/// Whether two JSON values of a key say the same to the service: unset, empty and off are one, as are ends of lines.
[[nodiscard]] bool sameValue(const QString &key, const QJsonValue &wanted, const QJsonValue &known);

/// What becomes of something that shall be on the calendar.
enum class Fate { Created, Changed, Kept };
[[nodiscard]] QString fateName(Fate fate);

/// One wanted event, next to the one that the calendar has already.
struct PlannedChange {
    Fate fate = Fate::Created;
    QJsonObject wanted;
    QJsonObject known; ///< empty for a created one
    QJsonObject changes; ///< the keys of wanted that differ
};

/// Compares wanted events with those that are there. The same one is found by its external_id, else by its uid; a
/// target also by its day and sport, as the service does. A start without a time agrees with any time of that day.
[[nodiscard]] QList<PlannedChange> planOf(const QList<QJsonObject> &wanted, const QList<QJsonObject> &known);

/// The same with the account's events around the wanted days.
[[nodiscard]] domain::Result<QList<PlannedChange>> planFor(Context &context, const QList<QJsonObject> &wanted);

/// Creates what is new in lists that the service upserts, changes the keys that differ, and leaves the rest alone.
/// Each created or changed event gets the service's answer as known.
[[nodiscard]] domain::Result<domain::Done> carryOut(Context &context, QList<PlannedChange> &plan);

/// How many have each fate, for example "3 created, 1 changed, 5 kept".
struct Tally {
    int created = 0;
    int changed = 0;
    int kept = 0;

    void count(Fate fate);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QJsonObject json() const;
};
[[nodiscard]] Tally tallyOf(const QList<PlannedChange> &plan);

}
