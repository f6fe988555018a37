// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/workoutfile.h"
#include "models/workout/parse.h"
#include "tests/models/workout/wording.h"

namespace support {

inline QString wording(const QList<files::Note> &notes)
{
    QStringList lines;
    for (const auto &note : notes)
        lines << note.item + QStringLiteral(": ") + note.detail;
    return lines.join(QStringLiteral(" | "));
}

inline QString wording(const domain::Error &error)
{
    return QStringLiteral("refused: ") + error.item + QStringLiteral(": ") + error.detail;
}

/// A file of the steps of a text.
inline files::WorkoutFile planOf(const QString &text, const QString &sport = QStringLiteral("Ride"))
{
    files::WorkoutFile file;
    file.name = QStringLiteral("Practice");
    file.sport = sport;
    file.workout = workout::parse(text);
    return file;
}

/// The steps of a file, or why it was refused.
inline QString wording(const domain::Result<files::WorkoutFile> &file)
{
    return file.ok() ? wording(file->workout) : wording(file.error());
}

}
