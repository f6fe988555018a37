// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/tokens.h"

#include <QVarLengthArray>

namespace workout {

/// A token and the column of the line where it stands.
struct Seen {
    Token token;
    qsizetype at = 0;
    qsizetype length = 0;
};

using SeenTokens = QVarLengthArray<Seen, 8>;

/// Reads one step line, dash and blanks before it included; the last token of a kind wins. What is wrong with a step is
/// not said here, see remarks.h.
class StepReader
{
public:
    StepReader(QStringView line, int number);

    /// Without a time or distance in the service's units, one in other usual units counts: where there is a target too,
    /// or at the start. In the words of a label, "hold the last 20min", such units are words.
    [[nodiscard]] Step read();
    /// Whether any token was a target; then a step without time or distance is a slip rather than prose.
    [[nodiscard]] bool hasTarget() const { return m_hasTarget; }
    /// Whether a token of no time or no distance left the step without one.
    [[nodiscard]] bool isZero() const { return m_isZero; }
    [[nodiscard]] QStringView line() const { return m_line; }
    /// All tokens in reading order, those that lost included.
    [[nodiscard]] const SeenTokens &tokens() const { return m_tokens; }
    /// Columns of what comes before the first token: cues and label.
    [[nodiscard]] qsizetype contentStart() const { return m_start; }
    [[nodiscard]] qsizetype labelEnd() const { return m_labelEnd < 0 ? m_line.size() : m_labelEnd; }

private:
    void scan(Units units);
    [[nodiscard]] bool take(const Token &token, const Place &place);
    [[nodiscard]] bool takeKeyword(const Keyword &keyword, const Place &place);
    void setTarget(const Target &target, const Place &place);
    void finish();

    QStringView m_line;
    qsizetype m_start = 0;
    Step m_step;
    SeenTokens m_tokens;
    QString m_averages[3];
    qsizetype m_labelEnd = -1;
    bool m_labelLost = false;
    bool m_hasTarget = false;
    bool m_isZero = false;
};

}
