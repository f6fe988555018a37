// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workouthighlighter.h"

#include "ui/workout/builderstate.h"

#include <algorithm>

using workout::Highlight;

namespace ui {

namespace {

/// What a line's colours depend on, as a number; never the one of a line that was not yet done.
int fingerprint(std::span<const Highlight> pieces)
{
    size_t sum = 1;
    for (const Highlight &piece : pieces)
        sum = qHashMulti(sum, int(piece.kind), piece.place.column, piece.place.length);
    return int(sum & 0x7fffffff);
}

}

WorkoutHighlighter::WorkoutHighlighter(const BuilderState &state, const Theme &theme, QTextDocument *document)
    : QSyntaxHighlighter(document)
    , m_state(state)
    , m_theme(theme)
{
    connect(&m_state, &BuilderState::changed, this, &WorkoutHighlighter::follow);
    connect(&m_theme, &Theme::changed, this, &WorkoutHighlighter::rehighlight);
}

std::span<const Highlight> WorkoutHighlighter::piecesOf(int line) const
{
    const auto &all = m_state.script().highlights();
    const auto found = std::ranges::equal_range(all, line, {}, [](const Highlight &piece) { return piece.place.line; });
    return {found.begin(), found.end()};
}

/// Lines whose meaning changed although their text did not: a repeat that lost its blank line, for example.
void WorkoutHighlighter::follow()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        if (block.userState() != fingerprint(piecesOf(block.blockNumber())))
            rehighlightBlock(block);
    }
}

QTextCharFormat WorkoutHighlighter::formatOf(const Highlight &piece) const
{
    QTextCharFormat format;
    const auto ink = [&](Token token, QFont::Weight weight = QFont::Normal) {
        format.setForeground(m_theme.color(token));
        format.setFontWeight(weight);
    };
    using Kind = Highlight::Kind;
    switch (piece.kind) {
    case Kind::Label:
        ink(Token::Text);
        break;
    case Kind::Duration:
    case Kind::Distance:
        ink(Token::Text, QFont::DemiBold);
        break;
    case Kind::Power:
    case Kind::HeartRate:
    case Kind::Pace:
        ink(Token::Accent, QFont::DemiBold);
        break;
    case Kind::RepeatHeader:
        ink(Token::Fatigue, QFont::DemiBold);
        break;
    case Kind::SectionHeader:
        ink(Token::TextSecond, QFont::DemiBold);
        break;
    case Kind::Cadence:
    case Kind::Keyword:
    case Kind::OptionLine:
    case Kind::Cue:
        ink(Token::Fatigue);
        break;
    case Kind::Prose:
        ink(Token::TextThird);
        break;
    case Kind::Problem:
        format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        format.setUnderlineColor(m_theme.color(Token::Warning));
        break;
    }
    return format;
}

void WorkoutHighlighter::highlightBlock(const QString &text)
{
    const auto pieces = piecesOf(currentBlock().blockNumber());
    setCurrentBlockState(fingerprint(pieces));
    for (const Highlight &piece : pieces) {
        const int end = std::min(piece.place.column + piece.place.length, int(text.size()));
        if (piece.kind != Highlight::Kind::Problem) {
            setFormat(piece.place.column, end - piece.place.column, formatOf(piece));
            continue;
        }
        const QTextCharFormat mark = formatOf(piece);
        for (int i = piece.place.column; i < end; ++i) {
            QTextCharFormat both = format(i);
            both.merge(mark);
            setFormat(i, 1, both);
        }
    }
}

}
