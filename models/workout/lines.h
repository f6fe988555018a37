// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace workout {

// What a line of a workout text is besides a step or prose. A line is given without blanks around it.

/// Without blanks around it, and without the invisible marks that some programs put at the start of a text.
[[nodiscard]] QStringView trimmed(QStringView line);

/// The count of a repeat line such as "Main set 4x" and where it stands. As written; it may be beyond what is done.
struct Count {
    int reps = 0;
    qsizetype at = 0;
    qsizetype length = 0;
};
[[nodiscard]] std::optional<Count> countOf(QStringView line);

enum class Section { None, Warmup, Cooldown };
[[nodiscard]] Section sectionOf(QStringView line);

/// "pool length: 25m", "category: …" and "power: 3s" set something for the whole workout.
[[nodiscard]] std::optional<std::pair<QString, QString>> optionOf(QStringView line);

/// Takes the lines of a text one after the other; they end as in an editor: with \n, \r, both, or a paragraph mark.
class LineSplitter
{
public:
    explicit LineSplitter(QStringView text)
        : m_rest(text)
    {
    }
    [[nodiscard]] bool atEnd() const { return m_atEnd; }
    [[nodiscard]] QStringView next();

private:
    QStringView m_rest;
    bool m_atEnd = false;
};

}
