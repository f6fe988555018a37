// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/highlight.h"

#include <vector>

namespace workout {

/// A piece of a text and what stands in its place afterwards.
struct Change {
    qsizetype at = 0;
    qsizetype length = 0;
    QString text;

    friend bool operator==(const Change &, const Change &) = default;
};

/// What a gesture does to a text: ascending, apart from each other, empty if it does nothing. Everything else of the
/// text stays as it is.
struct Edited {
    QList<Change> changes;
    QList<int> lines; ///< afterwards, of the steps it was about

    [[nodiscard]] bool isEmpty() const { return changes.isEmpty(); }
};

[[nodiscard]] QString applied(QString text, const QList<Change> &changes);

/// A workout text, what it says and where it says it; read once and shared by all who show or edit it.
class Script
{
public:
    Script() = default;
    explicit Script(QString text);

    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] const Workout &workout() const { return m_workout; }

    [[nodiscard]] const QList<Highlight> &highlights() const { return m_highlights; }

    [[nodiscard]] int lineCount() const { return int(m_lines.size()); }
    [[nodiscard]] QStringView line(int line) const; ///< without its break
    [[nodiscard]] qsizetype startOf(int line) const { return m_lines.at(size_t(line)).first; }
    [[nodiscard]] qsizetype endOf(int line) const { return m_lines.at(size_t(line)).second; }
    [[nodiscard]] QString lineBreak() const; ///< as the text has it

    /// Where a step stands in the workout.
    struct Place {
        int line = 0;
        int block = 0;
        int step = 0;
    };
    [[nodiscard]] const std::vector<Place> &places() const { return m_places; } ///< every step, in order
    [[nodiscard]] const Place *placeOf(int line) const; ///< null if the line is no step
    [[nodiscard]] const Step *stepAt(int line) const;
    [[nodiscard]] const Block &block(int block) const { return m_workout.blocks.at(block); }
    [[nodiscard]] const Step &step(const Place &place) const { return block(place.block).steps.at(place.step); }
    [[nodiscard]] int headerLine(int block) const; ///< of a repeat; -1 for a plain step
    [[nodiscard]] int firstLine(int block) const; ///< the header if there is one
    [[nodiscard]] int lastLine(int block) const;
    [[nodiscard]] QList<int> linesOf(int block) const; ///< of its steps

private:
    QString m_text;
    Workout m_workout;
    QList<Highlight> m_highlights;
    std::vector<std::pair<qsizetype, qsizetype>> m_lines {{0, 0}}; ///< from, to
    std::vector<Place> m_places;
};

}
