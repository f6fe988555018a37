// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/reading.h"

#include <QString>

namespace files {

/// An ergometer course before anything is made of it: its header, the corners of its line, and its words.
struct Course {
    struct Corner {
        double minutes = 0;
        double value = 0;
    };
    struct Words {
        double seconds = 0;
        std::optional<double> lasts;
        QString text;
    };
    enum class Measure { Unsaid, Watts, Percent };

    QString description;
    QString fileName;
    std::optional<double> ftp;
    Measure measure = Measure::Unsaid;
    QList<Corner> corners;
    QList<Words> words;
    QList<Note> notes;
};

/// Reads the sections of a course file; errors and notes name the line.
[[nodiscard]] domain::Result<Course> readCourse(const QByteArray &bytes, const Bounds &bounds);

}
