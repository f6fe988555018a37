// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

namespace domain {

/// A chart, field, stream or zone set of the athlete's own making.
struct CustomItem {
    std::optional<qint64> id;
    QString type; ///< FITNESS_CHART, INPUT_FIELD, ACTIVITY_FIELD, ZONES and so on
    QString name;
    QString description;
    QString visibility; ///< PRIVATE, FOLLOWERS or PUBLIC
    std::optional<int> index; ///< its place among those of its type
    QJsonObject content; ///< what it is made of; depends on the type
    QString updated;
    QJsonObject extra;

    friend bool operator==(const CustomItem &, const CustomItem &) = default;
};

}
