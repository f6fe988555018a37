// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/ics.h"
#include "models/files/icsevent.h"
#include "models/files/icslines.h"
#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QHash>
#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype mostDates = 20'000;
constexpr std::chrono::milliseconds longestRepetitions(1000);

domain::LocalDateTime local(const IcsTime &time, const QTimeZone &zone)
{
    if (!time.time || !time.zone)
        return {time.day, time.time};
    const QDateTime here = QDateTime(time.day, *time.time, *time.zone).toTimeZone(zone);
    return isCalendarDay(here.date()) ? domain::LocalDateTime {here.date(), here.time()}
                                      : domain::LocalDateTime {time.day, time.time};
}

qint64 secondsOf(const domain::LocalDateTime &time)
{
    return time.day.toJulianDay() * 86'400 + (time.time ? QTime(0, 0).secsTo(*time.time) : 0);
}

domain::LocalDateTime later(const domain::LocalDateTime &start, qint64 seconds)
{
    const qint64 sum = secondsOf(start) + seconds;
    domain::LocalDateTime end {QDate::fromJulianDay(sum / 86'400), {}};
    if (start.time)
        end.time = QTime(0, 0).addSecs(int(sum % 86'400));
    return end;
}

QString stampOf(const IcsTime &time)
{
    return time.day.toString(u"yyyyMMdd"_s) + (time.time ? time.time->toString(u"'T'HHmmss"_s) : QString());
}

/// Of one date of an event that repeats, or of what stands for it.
QString dateKey(const IcsEvent &event, const IcsTime &date)
{
    return plainKey(event.uid + u'/' + stampOf(date));
}

/// Events of one file by their key, repetitions resolved.
class Collector
{
public:
    Collector(const IcsReading &reading, bool cancels)
        : m_reading(reading)
        , m_cancels(cancels)
    {
    }

    /// Of several with the same key the newest counts.
    void add(const IcsEvent &event)
    {
        const QString key = event.replaces ? dateKey(event, *event.replaces) : event.uid;
        const auto it = m_places.constFind(key);
        if (it == m_places.constEnd()) {
            m_places.insert(key, m_events.size());
            m_events.push_back(event);
            return;
        }
        IcsEvent &known = m_events[*it];
        m_replaced += 1;
        if (std::pair(event.sequence, event.changed) >= std::pair(known.sequence, known.changed))
            known = event;
    }

    void finish(Calendar &calendar, const Bounds &bounds)
    {
        const QDeadlineTimer deadline(longestRepetitions);
        calendar.entries.reserve(qsizetype(m_events.size()));
        for (; !m_events.empty(); m_events.pop_front()) {
            const IcsEvent &event = m_events.front();
            if (bounds.isCancelled() || calendar.entries.size() > mostDates)
                return;
            if (event.replaces) {
                calendar.entries.append(entry(event, event.start, dateKey(event, *event.replaces), calendar.notes));
                continue;
            }
            const bool several = !event.rule.isEmpty() || !event.extraDates.isEmpty();
            const auto dates = several ? occurrencesOf(event, m_reading.first, deadline, calendar.notes)
                                       : QList<IcsTime> {event.start};
            for (const auto &date : dates) {
                const QString uid = several ? dateKey(event, date) : event.uid;
                if (!several || !m_places.contains(uid)) // else another entry stands for this date
                    calendar.entries.append(entry(event, date, uid, calendar.notes));
            }
        }
        if (m_replaced > 0)
            calendar.notes.append({u"events"_s, u"%1 older ones of the same key left out"_s.arg(m_replaced)});
    }

private:
    PlannedEntry entry(const IcsEvent &event, const IcsTime &start, const QString &uid, QList<Note> &notes) const
    {
        PlannedEntry entry;
        entry.uid = uid;
        entry.summary = event.summary;
        entry.description = event.description;
        entry.categories = event.categories;
        entry.allDay = !start.time;
        entry.cancelled = event.cancelled || m_cancels;
        entry.start = local(start, m_reading.zone);
        if (event.end && event.end->isValid()) {
            // Every date of a repetition lasts as long as the first.
            const qint64 length
                = secondsOf(local(*event.end, m_reading.zone)) - secondsOf(local(event.start, m_reading.zone));
            if (length < 0)
                notes.append({entry.summary, u"ends before it starts; read without its end"_s});
            else
                entry.end = later(entry.start, length);
        } else if (event.duration) {
            entry.end = later(entry.start, event.duration->count());
        }
        if (entry.allDay && (!entry.end || entry.end->day <= entry.start.day))
            entry.end = domain::LocalDateTime {entry.start.day.addDays(1), {}};
        return entry;
    }

    const IcsReading &m_reading;
    bool m_cancels;
    std::deque<IcsEvent> m_events; // gives back its memory event by event
    QHash<QString, size_t> m_places;
    int m_replaced = 0;
};

}

domain::Result<Calendar> readIcs(const QByteArray &bytes, const IcsReading &reading, const Bounds &bounds)
{
    auto lines = readIcsLines(bytes, bounds);
    if (!lines)
        return lines.error();
    Calendar calendar;
    calendar.name = plainLine(QString::fromUtf8(lines->name), 200);
    calendar.cancels = lines->method == "CANCEL";
    calendar.notes = lines->notes;
    Collector collector(reading, calendar.cancels);
    IcsZones zones;
    for (auto &event : lines->events) {
        if (bounds.isCancelled())
            return cancelledError();
        const QByteArray component = std::exchange(event.component, {}); // its lines go as the event comes
        if (const auto read = readIcsEvent(component, u"line %1"_s.arg(event.line), zones, calendar.notes))
            collector.add(*read);
    }
    collector.finish(calendar, bounds);
    if (bounds.isCancelled())
        return cancelledError();
    if (calendar.entries.size() > mostDates)
        return domain::unreadable(u"events"_s, u"more than %1 dates"_s.arg(mostDates));
    const auto earlier
        = [](const PlannedEntry &a, const PlannedEntry &b) { return secondsOf(a.start) < secondsOf(b.start); };
    if (!std::is_sorted(calendar.entries.begin(), calendar.entries.end(), earlier))
        std::stable_sort(calendar.entries.begin(), calendar.entries.end(), earlier);
    return calendar;
}

}
