// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editremedy.h"

#include "models/workout/edit.h"
#include "models/workout/editline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// The digits at the start of the text.
QStringView digitsOf(QStringView text)
{
    return text.left(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
}

/// One change that makes the other text of this one.
Edited changeTo(const QString &before, const QString &after, const QList<int> &lines)
{
    const qsizetype most = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < most && before.at(head) == after.at(head))
        ++head;
    qsizetype tail = 0;
    while (tail < most - head && before.at(before.size() - 1 - tail) == after.at(after.size() - 1 - tail))
        ++tail;
    if (head == before.size() && head == after.size())
        return {};
    return {{{head, before.size() - head - tail, after.mid(head, after.size() - head - tail)}}, lines};
}

/// "- 4x 30s 110%": the count goes to a line of its own.
Edited withRepeat(const Script &script, const Warning &warning, QStringView piece)
{
    const int reps = digitsOf(piece).toInt();
    qsizetype end = warning.column + warning.length;
    const QStringView line = script.line(warning.line);
    while (end < line.size() && line.at(end).isSpace())
        ++end;
    const qsizetype at = script.startOf(warning.line) + warning.column;
    const Script without(applied(script.text(), {{at, end - warning.column, {}}}));
    const Edited wrapped = wrapSteps(without, {warning.line}, reps);
    return wrapped.isEmpty() ? Edited {}
                             : changeTo(script.text(), applied(without.text(), wrapped.changes), wrapped.lines);
}

/// "1h 30m" as one; other things may stand between the two, then it is not known what was meant.
Edited withoutBlank(const Script &script, const Warning &warning)
{
    const QStringView line = script.line(warning.line);
    const qsizetype start = warning.column + warning.length;
    qsizetype end = start;
    while (end < line.size() && line.at(end).isSpace())
        ++end;
    if (end == start || end == line.size() || !isDigit(line.at(end)))
        return {};
    return {{{script.startOf(warning.line) + start, end - start, {}}}, {warning.line}};
}

/// "75 %", "220 watts", "75%,": what the reader would take for a target; empty for what it has no word for.
QString asTarget(QStringView piece)
{
    const QStringView number = digitsOf(piece);
    const QStringView rest = piece.mid(number.size()).trimmed();
    if (number.isEmpty())
        return {};
    if (rest == "%"_L1 || rest == "percent"_L1)
        return number.toString() + u"%"_s;
    if (rest.compare("w"_L1, Qt::CaseInsensitive) == 0 || rest.startsWith("watt"_L1, Qt::CaseInsensitive))
        return number.toString() + u"w"_s;
    if (rest.size() > 1 && (rest.back() == u',' || rest.back() == u';'))
        return piece.chopped(1).toString();
    return {};
}

}

Edited remedy(const Script &script, const Warning &warning)
{
    using Kind = Warning::Kind;
    const QStringView line = script.line(warning.line);
    if (line.isNull() || warning.column + warning.length > line.size())
        return {};
    const qsizetype start = script.startOf(warning.line);
    const QStringView piece = line.mid(warning.column, warning.length);
    const auto instead = [&](const QString &text) {
        return text.isEmpty() ? Edited {} : Edited {{{start + warning.column, warning.length, text}}, {warning.line}};
    };
    switch (warning.kind) {
    case Kind::RepeatSwallowed:
    case Kind::NestedRepeat:
        return {{{start, 0, script.lineBreak()}}, {}};
    case Kind::IndentedStep:
        return {{{start, line.indexOf(u'-'), {}}}, {warning.line}};
    case Kind::MisspeltRepeat:
        return instead(digitsOf(piece).toString() + u"x"_s);
    case Kind::RepeatInStep:
        return withRepeat(script, warning, piece);
    case Kind::NotAStep:
        return instead(u"-"_s);
    case Kind::DescendingRange:
        return setRamp(script, warning.line, true);
    case Kind::TwoDurations:
        return withoutBlank(script, warning);
    case Kind::DecimalComma:
        return instead(piece.toString().replace(u',', u'.'));
    case Kind::MinutesNotMetres:
        return instead(digitsOf(piece).toString() + u"mtr"_s);
    case Kind::UnknownWord:
        return instead(asTarget(piece));
    default:
        return {};
    }
}

}
