// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"

#include <QJsonDocument>

namespace cli {

/// What is said about a plain workout text, which itself says only what to do.
struct TextPlan {
    std::string file; ///< "-" is standard input
    std::string date;
    std::string time;
    std::string type;
    std::string name;
};

/// Events as a person or a script wrote them, made ready to be sent: each is checked before anything goes out, an error
/// names the entry and its key, a day alone gets its midnight, and what only the service writes is left out.
[[nodiscard]] domain::Result<QList<QJsonObject>> newEvents(const QJsonDocument &document, bool bulk);
[[nodiscard]] domain::Result<QJsonObject> newEvent(const TextPlan &plan);

/// The keys of a change; an id among them must be the one that is meant, or is the one that is meant if none was given.
struct EventChange {
    domain::EventId event;
    QJsonObject body;
};
[[nodiscard]] domain::Result<EventChange> eventChange(const QJsonDocument &document, std::optional<qint64> id);

/// The only keys that the service changes for all events of some days.
struct RangeChange {
    std::optional<bool> hideFromAthlete;
    std::optional<bool> athleteCannotEdit;
};
[[nodiscard]] domain::Result<RangeChange> rangeChange(const QJsonDocument &document);

}
