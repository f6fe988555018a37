// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/summary.h"

#include <QStringList>

namespace store {

/// A folder or plan as the library lists it.
struct LibraryFolder {
    domain::LocalId id;
    QString key; ///< what its workouts name as their folder: the service's key, or one made here
    QString name;
    bool plan = false;
    bool readOnly = false;
    Mark mark = Mark::Synced;

    friend bool operator==(const LibraryFolder &, const LibraryFolder &) = default;
};

/// A workout as the library lists it, without opening its JSON.
struct LibraryRow {
    domain::LocalId id;
    QString folderKey;
    QString name;
    QString type; ///< sport; "NOTE" for notes of plans
    std::optional<int> load;
    std::optional<std::chrono::seconds> movingTime;
    std::optional<double> distanceMetres;
    std::optional<double> intensityPercent;
    QByteArray profile; ///< workout::Profile, encoded
    QStringList tags;
    QString color;
    std::optional<int> day; ///< in a plan, from 0
    std::optional<int> days;
    bool forWeek = false;
    Mark mark = Mark::Synced;

    friend bool operator==(const LibraryRow &, const LibraryRow &) = default;
};

}
