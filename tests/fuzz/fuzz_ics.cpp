// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/ics.h"

#include <QSet>

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

}

/// Any bytes are a calendar within bounds or refused, and read the same twice; an event made of each entry is written
/// so that it reads as the same one.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const files::IcsReading reading {QTimeZone::utc(), QDate(2026, 1, 1)};
    const auto calendar = files::readIcs(bytes, reading);
    if (!calendar) {
        require(calendar.error().kind == domain::Error::Kind::Parse);
        return 0;
    }
    // A repetition has hundreds of dates; a few show as well whether they are the same.
    if (calendar->entries.size() <= 50) {
        const auto again = files::readIcs(bytes, reading);
        require(again.ok() && again->entries == calendar->entries);
    }

    QList<domain::Event> events;
    for (const auto &entry : calendar->entries) {
        require(entry.start.day.isValid() && !entry.uid.isEmpty() && entry.allDay == !entry.start.time);
        domain::Event event;
        event.uid = entry.uid;
        event.name = entry.summary;
        event.description = entry.description;
        event.start = entry.start;
        if (events.size() < 20)
            events.append(event);
    }
    const auto written
        = files::readIcs(files::writeIcs(events, QDateTime(QDate(2026, 1, 1), QTime(0, 0), Qt::UTC)), reading);
    require(written.ok());
    QSet<QString> uids;
    for (const auto &event : events)
        uids.insert(event.uid);
    require(written->entries.size() == uids.size());
    for (const auto &entry : written->entries)
        require(uids.contains(entry.uid));
    return 0;
}
