// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/highlight.h"

#include "models/workout/textreader.h"

#include <algorithm>

namespace workout {

Reading readWithPieces(QStringView text)
{
    QList<Highlight> pieces;
    const Workout workout = TextReader(&pieces).read(text);
    for (const auto &warning : workout.warnings) {
        if (warning.length > 0)
            pieces.append({Highlight::Kind::Problem, {warning.line, warning.column, warning.length}});
    }
    std::stable_sort(pieces.begin(), pieces.end(), [](const Highlight &one, const Highlight &other) {
        const auto rank = [](const Highlight &piece) {
            return std::pair(piece.place.line, piece.kind == Highlight::Kind::Problem);
        };
        return rank(one) < rank(other);
    });
    return {workout, pieces};
}

QList<Highlight> highlights(QStringView text)
{
    return readWithPieces(text).pieces;
}

}
