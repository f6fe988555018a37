// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QJsonObject>

namespace store {

class Database;

/// The library has no key of ours: a creation that may have arrived is known by what it holds.
[[nodiscard]] bool isAlike(Kind kind, const QJsonObject &record, const QJsonObject &sent);

/// What was sent of this kind to be created, and may have arrived: the answer has not come, or got lost.
[[nodiscard]] QList<QJsonObject> creationsUnderWay(Database &database, Kind kind);

}
