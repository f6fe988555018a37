// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QDateTime>
#include <QJsonObject>

namespace store {

class Database;

/// Keeps apart what could not be understood; of very much of it, the newest.
bool quarantine(Database &database, Kind kind, const QJsonObject &raw, const QString &reason, const QDateTime &now);

}
