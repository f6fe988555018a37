// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/workouttext.h"

#include "models/files/plaintext.h"
#include "models/workout/print.h"
#include "models/workout/textreader.h"

using namespace Qt::StringLiterals;

namespace files {

QString workoutText(const WorkoutFile &file)
{
    workout::Workout workout = file.workout;
    if (workout.description.isEmpty())
        workout.description = file.description;
    return workout::print(workout);
}

WorkoutFile workoutFromUtf8(QByteArrayView utf8)
{
    // A few lines at a time, so that the text does not stand in memory once more at twice its size.
    constexpr qsizetype piece = 4096;
    workout::TextReader reader;
    for (qsizetype from = 0, to = 0; from <= utf8.size(); from = to + 1) {
        to = utf8.size() - from > piece ? utf8.indexOf('\n', from + piece) : -1;
        to = to < 0 ? utf8.size() : to;
        const bool hasReturn = to < utf8.size() && to > from && utf8[to - 1] == '\r';
        reader.take(plain(QString::fromUtf8(utf8.sliced(from, to - from - (hasReturn ? 1 : 0)))));
    }
    WorkoutFile file;
    file.workout = reader.finish();
    file.description = std::exchange(file.workout.description, QString());
    for (const auto &warning : std::as_const(file.workout.warnings))
        file.notes.append({u"line %1"_s.arg(warning.line + 1), u"does not do what it looks like"_s});
    return file;
}

}
