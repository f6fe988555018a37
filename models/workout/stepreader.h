// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/tokens.h"

namespace workout {

/// Collects the tokens of one step line, without its dash; the last token of a kind wins.
class StepReader
{
public:
    StepReader(QStringView line, int number);

    [[nodiscard]] Step read();
    /// Whether any token was a target; then a step without time or distance is a slip rather than prose.
    [[nodiscard]] bool hasTarget() const { return m_hasTarget; }

private:
    [[nodiscard]] qsizetype cuesEnd() const;
    [[nodiscard]] bool take(const Token &token, qsizetype at);
    [[nodiscard]] bool takeKeyword(const Keyword &keyword);
    void setTarget(const Target &target);
    void finish();

    QStringView m_line;
    Step m_step;
    QString m_averages[3];
    qsizetype m_labelEnd = -1;
    bool m_labelLost = false;
    bool m_hasTarget = false;
};

}
