// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/wellness.h"
#include "models/files/csvtable.h"

namespace files {

/// What the person who reads a CSV file has said about it; what is absent is guessed.
struct CsvWishes {
    std::optional<QChar> separator;
    std::optional<CsvGuess::DateOrder> dateOrder;
    QStringList ownFields; ///< fields of the person's own making that count beside those of the service
};

/// What a CSV file came to.
template<typename T>
struct CsvValues {
    QList<T> values;
    CsvGuess guess;
    QStringList unknownColumns; ///< left out
    QList<Note> notes; ///< cells and rows left out, by line
};

/// Reads days of wellness: the header has the service's names of the fields in any case; "date" stands for the day.
[[nodiscard]] domain::Result<CsvValues<domain::Wellness>> readWellnessCsv(
    const QByteArray &bytes, const CsvWishes &wishes = {}, const Bounds &bounds = {});
/// Reads activities: the header has the service's names of the fields in any case.
[[nodiscard]] domain::Result<CsvValues<domain::Activity>> readActivitiesCsv(
    const QByteArray &bytes, const CsvWishes &wishes = {}, const Bounds &bounds = {});

/// Writes one row for each value and one column for each field, all fields if none are named. What is not a single
/// value is written as JSON.
[[nodiscard]] QByteArray writeWellnessCsv(const QList<domain::Wellness> &days, const QStringList &columns = {});
[[nodiscard]] QByteArray writeActivitiesCsv(const QList<domain::Activity> &activities, const QStringList &columns = {});

}
