// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/linemerge.h"

#include <QStringList>
#include <algorithm>
#include <vector>

namespace store {

namespace {

constexpr qsizetype mostPairs = 4'000'000; ///< of lines compared; a longer difference counts as changed all through

using Pairing = std::vector<qsizetype>; ///< for each line of the base its line on the other side, or -1

/// Lines of the middle that both have, in order and as many as possible.
void pairMiddle(const QStringList &base, const QStringList &other, qsizetype head, qsizetype tail, Pairing &pairs)
{
    const qsizetype rows = base.size() - head - tail;
    const qsizetype columns = other.size() - head - tail;
    if (rows <= 0 || columns <= 0 || rows * columns > mostPairs)
        return;
    const qsizetype width = columns + 1;
    std::vector<int> common(size_t((rows + 1) * width), 0); // of what follows row and column
    const auto at = [&](qsizetype row, qsizetype column) -> int & { return common[size_t(row * width + column)]; };
    for (qsizetype row = rows - 1; row >= 0; --row) {
        for (qsizetype column = columns - 1; column >= 0; --column) {
            at(row, column) = base.at(head + row) == other.at(head + column)
                ? at(row + 1, column + 1) + 1
                : std::max(at(row + 1, column), at(row, column + 1));
        }
    }
    for (qsizetype row = 0, column = 0; row < rows && column < columns;) {
        if (base.at(head + row) == other.at(head + column))
            pairs[size_t(head + row++)] = head + column++;
        else if (at(row + 1, column) >= at(row, column + 1))
            ++row;
        else
            ++column;
    }
}

Pairing paired(const QStringList &base, const QStringList &other)
{
    Pairing pairs(size_t(base.size()), -1);
    const qsizetype shorter = std::min(base.size(), other.size());
    qsizetype head = 0;
    while (head < shorter && base.at(head) == other.at(head)) {
        pairs[size_t(head)] = head;
        ++head;
    }
    qsizetype tail = 0;
    while (tail < shorter - head && base.at(base.size() - 1 - tail) == other.at(other.size() - 1 - tail)) {
        pairs[size_t(base.size() - 1 - tail)] = other.size() - 1 - tail;
        ++tail;
    }
    pairMiddle(base, other, head, tail, pairs);
    return pairs;
}

QStringList linesOf(const QString &text)
{
    const QString plain = plainLines(text);
    return plain.isEmpty() ? QStringList() : plain.split(u'\n');
}

}

QString plainLines(QString text)
{
    text.replace(QStringLiteral("\r\n"), QStringLiteral("\n"));
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

std::optional<QString> mergedLines(const QString &base, const QString &mine, const QString &theirs)
{
    const QStringList was = linesOf(base);
    const QStringList here = linesOf(mine);
    const QStringList there = linesOf(theirs);
    const Pairing toHere = paired(was, here);
    const Pairing toThere = paired(was, there);
    QStringList merged;
    qsizetype w = 0;
    qsizetype h = 0;
    qsizetype t = 0;
    while (true) {
        // The next line that nobody touched; what lies before it was changed by one side or by both.
        qsizetype next = w;
        while (next < was.size() && (toHere[size_t(next)] < 0 || toThere[size_t(next)] < 0))
            ++next;
        const bool end = next == was.size();
        const qsizetype nextHere = end ? here.size() : toHere[size_t(next)];
        const qsizetype nextThere = end ? there.size() : toThere[size_t(next)];
        const QStringList wasPart = was.mid(w, next - w);
        const QStringList herePart = here.mid(h, nextHere - h);
        const QStringList therePart = there.mid(t, nextThere - t);
        if (herePart == wasPart)
            merged += therePart;
        else if (therePart == wasPart || herePart == therePart)
            merged += herePart;
        else
            return {};
        if (end)
            return merged.join(u'\n');
        merged.append(was.at(next));
        w = next + 1;
        h = nextHere + 1;
        t = nextThere + 1;
    }
}

}
