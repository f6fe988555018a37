// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"
#include "models/domain/event.h"
#include "models/domain/sportsettings.h"
#include "models/files/reading.h"

#include <QTimeZone>

namespace items {

/// One thing that a file offers: a workout to plan, an activity to upload, an entry of a calendar, or nothing that
/// can be read.
struct Candidate {
    enum class Kind { Workout, Entry, Activity, Refused };

    Kind kind = Kind::Refused;
    QString fileName;
    QString path; ///< of activities, which are sent as they are
    domain::Event event; ///< of workouts (whose day is chosen later) and entries
    QString sport;
    std::optional<QDate> day; ///< that the file says itself
    std::optional<int> seconds;
    std::optional<int> load;
    std::optional<double> metres;
    QByteArray profile; ///< workout::Profile, encoded
    domain::Error error; ///< of what is refused
    QList<files::Note> notes;

    [[nodiscard]] QString name() const;
};

/// What reading depends on besides the files.
struct ImportSettings {
    QList<domain::SportSettings> sports;
    QTimeZone zone = QTimeZone::systemTimeZone();
    QDate today;
    const std::atomic<bool> *cancelled = nullptr;
};

/// Reads files, and the files of folders, in this order; every file gives at least one candidate. It may take long and
/// touches nothing but the files, so it can run anywhere.
[[nodiscard]] QList<Candidate> readCandidates(const QStringList &paths, const ImportSettings &settings);

/// The same of one file that has been read.
[[nodiscard]] QList<Candidate> candidatesOf(
    const QByteArray &bytes, const QString &path, const ImportSettings &settings);

}
