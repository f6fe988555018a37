// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/highlight.h"
#include "models/workout/lines.h"

#include <QStringList>

namespace workout {

class StepReader;

/// Walks the lines of a workout text and keeps what is open: a repeat, a section, prose. A long text can be given a few
/// lines at a time. Whoever wants to know what each piece was read as gives a list for it.
class TextReader
{
public:
    explicit TextReader(QList<Highlight> *pieces = nullptr)
        : m_pieces(pieces)
    {
    }
    /// A whole text.
    [[nodiscard]] Workout read(QStringView text);
    /// The next lines, without the line break after the last one.
    void take(QStringView lines);
    /// What was read, once there are no more lines.
    [[nodiscard]] Workout finish();

private:
    void readLine(QStringView raw, int number);
    void addProse(QStringView raw);
    void openRepeat(const Count &count, QStringView raw, int number);
    void closeRepeat();
    void readStep(QStringView raw, int number);
    void warn(Warning::Kind kind, QStringView raw, QStringView piece, int number);
    void note(Highlight::Kind kind, QStringView raw, QStringView piece, int number);
    void noteStep(const StepReader &reader, const Step &step);

    QList<Highlight> *m_pieces;
    Workout m_workout;
    QStringList m_prose;
    std::optional<Block> m_open;
    qsizetype m_steps = 0;
    qsizetype m_taken = 0; ///< UTF-16 units, line breaks included
    int m_number = 0; ///< of the next line
    bool m_tooLong = false;
    Section m_section = Section::None;
    bool m_afterStep = false;
};

}
