// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icsmonths.h"

#include <algorithm>
#include <cstdlib>
#include <span>

namespace files {

namespace {

/// The entries of one list of a rule.
template<size_t Size>
std::span<const short> entries(const short (&list)[Size])
{
    const short *end = std::find(std::begin(list), std::end(list), short(ICAL_RECURRENCE_ARRAY_MAX));
    return {list, size_t(end - list)};
}

/// From the front, or with a negative number from the back.
bool isAt(int number, int place, int count)
{
    return number > 0 ? place == number : place == count + number + 1;
}

bool isWeekday(short entry, QDate day)
{
    // libical counts from Sunday, which is 1.
    if (icalrecurrencetype_day_day_of_week(entry) != day.dayOfWeek() % 7 + 1)
        return false;
    const int ordinal = icalrecurrencetype_day_position(entry);
    return ordinal == 0
        || isAt(ordinal, (day.day() - 1) / 7 + 1, (day.day() - 1) / 7 + 1 + (day.daysInMonth() - day.day()) / 7);
}

bool matches(const icalrecurrencetype &rule, QDate day, int usual)
{
    const auto monthDays = entries(rule.by_month_day);
    const auto weekdays = entries(rule.by_day);
    if (monthDays.empty() && weekdays.empty())
        return day.day() == usual;
    const bool onDate = monthDays.empty() || std::any_of(monthDays.begin(), monthDays.end(), [day](short number) {
        return isAt(number, day.day(), day.daysInMonth());
    });
    return onDate && (weekdays.empty() || std::any_of(weekdays.begin(), weekdays.end(), [day](short entry) {
        return isWeekday(entry, day);
    }));
}

bool isMonthOf(const icalrecurrencetype &rule, int month)
{
    const auto months = entries(rule.by_month);
    return months.empty() || std::any_of(months.begin(), months.end(), [month](short entry) {
        return icalrecurrencetype_month_month(entry) == month;
    });
}

/// How many moments of a day a rule names.
int timesOf(const icalrecurrencetype &rule)
{
    const auto count = [](std::span<const short> list) { return std::max(1, int(list.size())); };
    return count(entries(rule.by_hour)) * count(entries(rule.by_minute)) * count(entries(rule.by_second));
}

}

bool fallsOnAnyDay(const icalrecurrencetype &rule, QDate start, QDate end)
{
    const auto positions = entries(rule.by_set_pos);
    const int times = timesOf(rule);
    const int interval = std::max(1, int(rule.interval));
    for (QDate month(start.year(), start.month(), 1); month.isValid() && month <= end;
         month = month.addMonths(interval)) {
        if (!isMonthOf(rule, month.month()))
            continue;
        int days = 0;
        for (int day = 0; day < month.daysInMonth(); ++day)
            days += matches(rule, month.addDays(day), start.day()) ? 1 : 0;
        const bool any = positions.empty() || std::any_of(positions.begin(), positions.end(), [&](short position) {
            return std::abs(int(position)) <= days * times;
        });
        if (days > 0 && any)
            return true;
    }
    return false;
}

}
