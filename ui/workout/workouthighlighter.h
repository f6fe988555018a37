// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QSyntaxHighlighter>
#include <span>

namespace workout {
struct Highlight;
}

namespace ui {

class BuilderState;

/// Colours the workout text as it was read. A line is done again when what it means changes, be it by another line.
class WorkoutHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    WorkoutHighlighter(const BuilderState &state, const Theme &theme, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void follow();
    [[nodiscard]] std::span<const workout::Highlight> piecesOf(int line) const;
    [[nodiscard]] QTextCharFormat formatOf(const workout::Highlight &piece) const;

    const BuilderState &m_state;
    const Theme &m_theme;
};

}
