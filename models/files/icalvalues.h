// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <libical/ical.h>
#include <memory>
#include <optional>

namespace files {

/// Gives back what libical made.
struct IcalFree {
    void operator()(icalcomponent *component) const { icalcomponent_free(component); }
    void operator()(icalrecur_iterator *iterator) const { icalrecur_iterator_free(iterator); }
};
using Component = std::unique_ptr<icalcomponent, IcalFree>;

/// A local time, or a whole day, in the words of libical.
[[nodiscard]] inline icaltimetype icalTime(QDate day, const std::optional<QTime> &time)
{
    icaltimetype value = icaltime_null_time();
    value.year = day.year();
    value.month = day.month();
    value.day = day.day();
    value.is_date = !time;
    if (time) {
        value.hour = time->hour();
        value.minute = time->minute();
        value.second = time->second();
    }
    return value;
}

}
