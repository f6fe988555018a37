// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"

#include <QJsonDocument>

namespace cli {

/// Activities as a person or a script wrote them, made ready to be sent: each is checked before anything goes out, an
/// error names the entry and its key, and what only the service writes is left out. In a list an entry without
/// external_id gets one made of what it says, so that the same list sent again changes nothing.
[[nodiscard]] domain::Result<QList<QJsonObject>> newActivities(const QJsonDocument &document, bool bulk);
/// The keys of a change, without the id.
[[nodiscard]] domain::Result<QJsonObject> activityChange(const QJsonDocument &document);

}
