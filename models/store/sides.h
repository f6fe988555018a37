// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace store {

/// What two states of an item do not have in common: of each the keys that the other lacks or has otherwise.
struct Sides {
    QJsonObject before;
    QJsonObject after;
};

[[nodiscard]] Sides sidesOf(const QJsonObject &before, const QJsonObject &after);

}
