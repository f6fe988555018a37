// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/calendar/dragplan.h"

#include <functional>

class QMimeData;

namespace ui {

/// What a drag from outside would bring onto the calendar. The first item lands on the day under the pointer.
struct Guests {
    QList<DragPlan::Item> items;
    QString hint; ///< instead of the words for planning; for what goes to a day of its own
};
using GuestReader = std::function<Guests(const QMimeData &data)>;

}
