// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/icalvalues.h"
#include "models/files/icsevent.h"
#include "models/files/icsmonths.h"
#include "models/files/plaintext.h"

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr int mostCopies = 500;
constexpr int mostYears = 2;
constexpr int mostSteps = 100'000; // to get from a start long ago to the first day that counts

using Iterator = std::unique_ptr<icalrecur_iterator, IcalFree>;

IcsTime timeOf(const icaltimetype &value, const IcsTime &like)
{
    IcsTime time {QDate(value.year, value.month, value.day), {}, like.zone};
    if (like.time)
        time.time = QTime(value.hour, value.minute, std::min(value.second, 59));
    return time;
}

/// The end of a rule may be told in UTC, while its dates are those of another clock.
void useClockOf(icalrecurrencetype &rule, const IcsTime &start)
{
    if (icaltime_is_null_time(rule.until) || rule.until.is_date || !start.time)
        return;
    const bool utc = icaltime_is_utc(rule.until);
    rule.until.zone = nullptr;
    if (!utc || !start.zone)
        return;
    const QDateTime end(QDate(rule.until.year, rule.until.month, rule.until.day),
        QTime(rule.until.hour, rule.until.minute, std::min(rule.until.second, 59)),
        Qt::UTC);
    const QDateTime there = end.toTimeZone(*start.zone);
    if (there.isValid())
        rule.until = icalTime(there.date(), there.time());
}

bool has(const short *list)
{
    return list[0] != ICAL_RECURRENCE_ARRAY_MAX;
}

/// Rules below a day are steps of seconds for the library; with conditions it may count to the end of time for a match.
/// Months that are found by their weeks or by the days of the year, or of another calendar, are in nobody's files.
bool isEndless(const icalrecurrencetype &rule)
{
    if (rule.rscale || (rule.freq == ICAL_MONTHLY_RECURRENCE && (has(rule.by_year_day) || has(rule.by_week_no))))
        return true;
    const bool belowDay = rule.freq == ICAL_SECONDLY_RECURRENCE || rule.freq == ICAL_MINUTELY_RECURRENCE
        || rule.freq == ICAL_HOURLY_RECURRENCE;
    return belowDay
        && (has(rule.by_second) || has(rule.by_minute) || has(rule.by_hour) || has(rule.by_day)
            || has(rule.by_month_day) || has(rule.by_year_day) || has(rule.by_week_no) || has(rule.by_month)
            || has(rule.by_set_pos));
}

/// The dates of the rule from a day on; true if there would be more.
bool followRule(
    icalrecurrencetype rule, const IcsTime &start, QDate from, const QDeadlineTimer &deadline, QList<IcsTime> &dates)
{
    useClockOf(rule, start);
    const QDate end = from.addYears(mostYears);
    const bool open
        = icaltime_is_null_time(rule.until) || QDate(rule.until.year, rule.until.month, rule.until.day) > end;
    if (open)
        rule.until = icalTime(end, start.time ? std::optional(QTime(23, 59, 59)) : std::nullopt);
    if (rule.freq == ICAL_MONTHLY_RECURRENCE && !fallsOnAnyDay(rule, start.day, end))
        return false;
    const Iterator iterator(icalrecur_iterator_new(rule, icalTime(start.day, start.time)));
    for (int step = 0; iterator; ++step) {
        const icaltimetype next = icalrecur_iterator_next(iterator.get());
        if (icaltime_is_null_time(next))
            return open && rule.count == 0;
        const IcsTime date = timeOf(next, start);
        if (dates.size() >= mostCopies || date.day > end || step >= mostSteps || !date.isValid()
            || (step % 256 == 0 && deadline.hasExpired()))
            return true;
        if (date.day >= from)
            dates.append(date);
    }
    return false;
}

}

QList<IcsTime> occurrencesOf(const IcsEvent &event, QDate first, const QDeadlineTimer &deadline, QList<Note> &notes)
{
    const QString item = event.summary.isEmpty() ? event.uid : event.summary;
    const icalrecurrencetype rule = icalrecurrencetype_from_string(event.rule.constData());
    QList<IcsTime> dates;
    if (event.rule.isEmpty() || rule.freq == ICAL_NO_RECURRENCE || isEndless(rule) || deadline.hasExpired()) {
        if (!event.rule.isEmpty())
            notes.append({item, u"a repetition that cannot be followed; read once"_s});
        dates.append(event.start);
    } else {
        const QDate from = first.isValid() ? std::max(first, event.start.day) : event.start.day;
        const bool more = followRule(rule, event.start, from, deadline, dates);
        if (dates.isEmpty() && event.start.day >= from)
            dates.append(event.start); // it takes place, whether its own rule fits or not
        const QString count = dates.size() == 1 ? u"one date"_s : u"%1 dates"_s.arg(dates.size());
        notes.append({item,
            more ? u"repeats further; %1 read, at most two years and %2"_s.arg(count).arg(mostCopies)
                 : u"repeats; %1 read"_s.arg(count)});
    }
    for (const auto &extra : event.extraDates) {
        const bool counts = extra.isValid() && (!first.isValid() || extra.day >= first);
        if (counts && !dates.contains(extra) && dates.size() < mostCopies)
            dates.append(extra);
    }
    dates.removeIf([&](const IcsTime &date) {
        return std::any_of(event.exceptDates.begin(), event.exceptDates.end(), [&](const IcsTime &except) {
            return except.day == date.day && (!except.time || except.time == date.time);
        });
    });
    return dates;
}

}
