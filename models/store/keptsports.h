// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sportsettings.h"

#include <QJsonObject>

namespace store {

/// Sport settings as a database keeps them: the service's objects, as they came.
[[nodiscard]] QJsonObject keptSports(const QList<QJsonObject> &rows);
/// Those of them that can be read.
[[nodiscard]] QList<domain::SportSettings> sportsIn(const QJsonObject &kept);

}
