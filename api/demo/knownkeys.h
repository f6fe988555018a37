// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace demo {

/// Objects with every key the service knows for their kind, all null: what a full answer starts from.
[[nodiscard]] const QJsonObject &blankEvent();
[[nodiscard]] const QJsonObject &blankActivity();
[[nodiscard]] const QJsonObject &blankWellness();
[[nodiscard]] const QJsonObject &blankSportSettings();
[[nodiscard]] const QJsonObject &blankAthlete();
[[nodiscard]] const QJsonObject &blankInterval();
[[nodiscard]] const QJsonObject &blankFolder();
[[nodiscard]] const QJsonObject &blankWorkout();
[[nodiscard]] const QJsonObject &blankGear();
[[nodiscard]] const QJsonObject &blankCustomItem();
[[nodiscard]] const QJsonObject &blankSharedWith();

}
