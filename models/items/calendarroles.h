// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Qt>

namespace items {

/// Columns of the calendar model: seven days, then the week.
inline constexpr int dayColumns = 7;
inline constexpr int weekColumn = 7;

/// What the calendar model answers beside its finished text.
enum CalendarRole {
    DateRole = Qt::UserRole + 1, ///< QDate; of the week its first day
    DayCellRole, ///< items::DayCell
    WeekCellRole, ///< items::WeekCell
    LoadRole, ///< planned and done load of the day or week that counts
    FormRole, ///< double, invalid where nothing is known
    CardCountRole,
};

}
