// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "api/demo/streams.h"

namespace demo {

/// What an activity of the state was recorded as: what was uploaded, else what is made up from its effort.
[[nodiscard]] Track trackIn(Core &core, const QJsonObject &activity);
/// The same as packed channels, with the values that the service would send.
[[nodiscard]] domain::StreamSet channelsIn(Core &core, const QJsonObject &activity);
/// The same as the service sends them; all if no types are named.
[[nodiscard]] QJsonArray streamsIn(Core &core, const QJsonObject &activity, const QStringList &types);

[[nodiscard]] domain::LocalDateTime startOf(const QJsonObject &activity);
/// Only a mark that there is an activity; the service passes nothing of it on.
[[nodiscard]] bool isStub(const QJsonObject &activity);

/// An activity with what belongs to it; 404 if there is none, 422 for a stub.
[[nodiscard]] domain::Result<QJsonObject> wholeActivity(Core &core, const QString &id);

}
