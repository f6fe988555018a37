// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/daterange.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace demo {

/// An error of the service: status and text, answered as {"status":…,"error":…}.
[[nodiscard]] domain::Error refusal(int status, const QString &text);

/// The body as object; 422 if it is none.
[[nodiscard]] domain::Result<QJsonObject> bodyObject(const http::Request &request);

/// oldest and newest; 422 for dates that do not exist.
[[nodiscard]] domain::Result<domain::DateRange> rangeOf(const QUrlQuery &query, const domain::DateRange &fallback);

/// The object with every known key, null where it has none; with a fields filter only those, without nulls.
[[nodiscard]] QJsonObject complete(const QJsonObject &object, const QStringList &keys, const QUrlQuery &query = {});

/// Puts the given keys over the object the way the service merges: -1 clears a number, null changes nothing.
[[nodiscard]] QJsonObject merged(QJsonObject object, const QJsonObject &body);

}
