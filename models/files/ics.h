// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/files/reading.h"

#include <QTimeZone>

namespace files {

/// Something planned that a calendar file names, in local wall-clock time.
struct PlannedEntry {
    QString uid; ///< stable from one reading to the next; each date of a repetition has its own
    QString summary;
    QString description;
    QStringList categories;
    domain::LocalDateTime start;
    std::optional<domain::LocalDateTime> end; ///< exclusive
    bool allDay = false;
    bool cancelled = false; ///< the file takes it back

    friend bool operator==(const PlannedEntry &, const PlannedEntry &) = default;
};

/// A calendar file: its entries in order of time.
struct Calendar {
    QString name;
    bool cancels = false; ///< the file as a whole takes its entries back
    QList<PlannedEntry> entries;
    QList<Note> notes;
};

/// How to read calendar files.
struct IcsReading {
    QTimeZone zone = QTimeZone::systemTimeZone(); ///< whose wall clock counts
    QDate first; ///< dates of repetitions before it are left out; if invalid, none are
};

/// Reads the events of an iCalendar file. Repetitions become single dates, at most two years and 500 of them.
/// Attachments, links, alarms and definitions of time zones are never followed.
[[nodiscard]] domain::Result<Calendar> readIcs(
    const QByteArray &bytes, const IcsReading &reading = {}, const Bounds &bounds = {});

/// Writes events with their text in the description. The stamp says when the file was made.
[[nodiscard]] QByteArray writeIcs(const QList<domain::Event> &events, const QDateTime &stamp);

}
