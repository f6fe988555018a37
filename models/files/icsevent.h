// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/reading.h"

#include <QDate>
#include <QDeadlineTimer>
#include <QStringList>
#include <QTime>
#include <QTimeZone>
#include <chrono>
#include <optional>

namespace files {

/// The days that calendar files may name, 1900 to 2200; everything else is taken for a slip of a pen.
inline bool isCalendarDay(QDate day)
{
    return day.isValid() && day.year() >= 1900 && day.year() <= 2200;
}

/// A date, or a moment of a wall clock somewhere, as a calendar file writes it.
struct IcsTime {
    QDate day;
    std::optional<QTime> time; ///< absent: the whole day
    std::optional<QTimeZone> zone = {}; ///< absent: wherever one is

    [[nodiscard]] bool isValid() const { return isCalendarDay(day); }
    friend bool operator==(const IcsTime &a, const IcsTime &b) { return a.day == b.day && a.time == b.time; }
};

/// One event component read, before its repetitions become dates.
struct IcsEvent {
    QString uid;
    int sequence = 0;
    QString changed; ///< the later of two stamps sorts behind
    QString summary;
    QString description;
    QStringList categories;
    IcsTime start;
    std::optional<IcsTime> end;
    std::optional<std::chrono::seconds> duration;
    QByteArray rule;
    QList<IcsTime> extraDates;
    QList<IcsTime> exceptDates;
    std::optional<IcsTime> replaces; ///< the date of a repetition that this one stands for
    bool cancelled = false;
};

/// Time zones by the names that files have for them. Each is made once: a zone of its own for every date takes more
/// memory than the date's event.
class IcsZones
{
public:
    [[nodiscard]] const QTimeZone &utc() const { return m_utc; }
    /// By its name in the database of zones, or by one that Windows or a calendar program made of it.
    [[nodiscard]] std::optional<QTimeZone> named(const QByteArray &name);

private:
    QTimeZone m_utc = QTimeZone::utc();
    QHash<QByteArray, std::optional<QTimeZone>> m_known;
};

/// Reads one component. Zones that nobody knows count as the local one and are noted; nothing without a start.
[[nodiscard]] std::optional<IcsEvent> readIcsEvent(
    const QByteArray &component, const QString &place, IcsZones &zones, QList<Note> &notes);

/// The starts of an event that repeats, the first one included. At most two years from the later of its start and the
/// given day, and 500; what was cut is noted. After the deadline, which all events of a file share, it is read once:
/// rules that never match can keep the library busy for most of a second each.
[[nodiscard]] QList<IcsTime> occurrencesOf(
    const IcsEvent &event, QDate first, const QDeadlineTimer &deadline, QList<Note> &notes);

}
