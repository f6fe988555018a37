// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace files {

/// What a file is.
enum class Format {
    Unknown,
    Zwo,
    Erg,
    Mrc,
    FitWorkout,
    FitActivity,
    FitOther,
    Gpx,
    Tcx,
    Ics,
    Csv,
    Json,
    WorkoutText,
    Gzip,
    Zip,
};

/// What the bytes are, whatever the file is called.
[[nodiscard]] Format sniff(const QByteArray &bytes);

/// What a file of this name should be; both kinds of FIT have the same ending and are told as a workout.
[[nodiscard]] Format formatOfName(const QString &fileName);

/// The usual ending without a dot, for example "zwo"; empty for Unknown.
[[nodiscard]] QString endingOf(Format format);

[[nodiscard]] bool holdsWorkout(Format format);
[[nodiscard]] bool holdsActivity(Format format);

}
