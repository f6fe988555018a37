// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace ui {

/// What the builder edits, wherever it comes from: a workout of the calendar or one of the library.
struct Draft {
    QString name;
    QString type; ///< sport, for example "Ride"
    bool indoor = false;
    QString description; ///< the workout text
    QString target; ///< AUTO, POWER, HR, PACE
    QDate day; ///< of a planned workout; none for one of the library

    friend bool operator==(const Draft &, const Draft &) = default;
};

}
