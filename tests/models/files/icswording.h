// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/ics.h"
#include "tests/models/files/filewording.h"

/// Calendar files for tests, and what was read of them as a line.
namespace support {

inline QByteArray calendar(const QByteArray &events, const QByteArray &head = {})
{
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n" + head + events + "END:VCALENDAR\r\n";
}

inline QByteArray vevent(const QByteArray &lines, const QByteArray &uid = "UID:one\r\n")
{
    return "BEGIN:VEVENT\r\n" + uid + lines + "END:VEVENT\r\n";
}

/// Berlin's clock, and repetitions from their start.
inline files::IcsReading berlin(QDate first = {})
{
    return {QTimeZone("Europe/Berlin"), first};
}

inline QString wording(const files::PlannedEntry &entry)
{
    const auto moment = [](const domain::LocalDateTime &time) {
        return time.day.toString(Qt::ISODate) + (time.time ? time.time->toString(QStringLiteral(" HH:mm")) : QString());
    };
    return entry.uid + QLatin1Char(' ') + moment(entry.start)
        + (entry.end ? QStringLiteral(" to ") + moment(*entry.end) : QString()) + QLatin1Char(' ') + entry.summary
        + (entry.cancelled ? QStringLiteral(" (off)") : QString());
}

inline QString wording(const domain::Result<files::Calendar> &read)
{
    if (!read)
        return wording(read.error());
    QStringList lines;
    for (const auto &entry : read->entries)
        lines << wording(entry);
    return lines.join(QStringLiteral(" | "));
}

}
