// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"
#include "models/domain/ids.h"

namespace domain {

/// Somebody a folder is shared with.
struct SharedWith {
    std::optional<AthleteId> id;
    QString name;
    bool canEdit = false;
    QJsonObject extra;

    friend bool operator==(const SharedWith &, const SharedWith &) = default;
};

}
