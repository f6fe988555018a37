// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/tokens.h"

#include "models/workout/measures.h"

#include <QString>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// "CZ1", "CZ2-CZ3".
std::optional<Keyword> readCustomZone(Cursor &cursor)
{
    const auto one = [&cursor]() -> QString {
        if (!cursor.take(u'c') || !cursor.take(u'z'))
            return {};
        const auto number = cursor.number();
        return number ? u"CZ%1"_s.arg(int(std::min(*number, 99.0))) : QString();
    };
    QString name = one();
    if (name.isEmpty())
        return {};
    if (cursor.takeDash()) {
        const QString end = one();
        if (end.isEmpty())
            return {};
        name += u'-' + end;
    }
    return Keyword {Keyword::Word::CustomZone, name};
}

std::optional<Keyword> readKeyword(Cursor &cursor)
{
    using Word = Keyword::Word;
    if (cursor.takeWord("ramp"_L1))
        return Keyword {Word::Ramp, {}};
    if (cursor.takeWord("freeride"_L1))
        return Keyword {Word::Freeride, {}};
    if (cursor.takeWord("maxeffort"_L1))
        return Keyword {Word::MaxEffort, {}};
    if (cursor.takeWord("/hidepower"_L1))
        return Keyword {Word::ShowPower, {}};
    if (cursor.takeWord("hidepower"_L1))
        return Keyword {Word::HidePower, {}};
    const qsizetype before = cursor.position();
    if (cursor.takeWord("press"_L1)) {
        cursor.skipBlanks();
        if (cursor.takeWord("lap"_L1))
            return Keyword {Word::PressLap, {}};
        cursor.moveTo(before);
    }
    return {};
}

/// "power=3s", "intensity=rest": a name and one of its values; with another value it is a word.
std::optional<Keyword> readOption(QStringView text, qsizetype &length)
{
    using Word = Keyword::Word;
    struct Name {
        QLatin1StringView name;
        Word word;
    };
    static constexpr std::array names {Name {"intensity="_L1, Word::Intensity},
        Name {"power="_L1, Word::PowerAverage},
        Name {"hr="_L1, Word::HrAverage},
        Name {"pace="_L1, Word::PaceAverage}};
    static constexpr std::array intensities {
        "warmup"_L1, "cooldown"_L1, "active"_L1, "rest"_L1, "recovery"_L1, "interval"_L1, "other"_L1, "auto"_L1};
    static constexpr std::array averages {"lap"_L1, "1s"_L1, "3s"_L1, "10s"_L1, "30s"_L1};
    const QChar first = text.front().toLower();
    for (const auto &name : names) {
        if (first != name.name.front() || !text.startsWith(name.name, Qt::CaseInsensitive))
            continue;
        qsizetype end = name.name.size();
        while (end < text.size() && text.at(end).isLetterOrNumber())
            ++end;
        const QStringView value = text.mid(name.name.size(), end - name.name.size());
        const auto is = [value](QLatin1StringView known) { return value.compare(known, Qt::CaseInsensitive) == 0; };
        const bool known = name.word == Word::Intensity ? std::any_of(intensities.begin(), intensities.end(), is)
                                                        : std::any_of(averages.begin(), averages.end(), is);
        if (!known)
            return {};
        length = end;
        return Keyword {name.word, value.toString().toLower()};
    }
    return {};
}

}

Read readToken(QStringView text, Spacing spacing, Units units)
{
    // "500w+" and "109 rpm." are words of a label: a token ends at a blank or at the end of the line.
    const auto endsThere
        = [text](const Cursor &cursor) { return cursor.atEnd() || text.at(cursor.position()).isSpace(); };
    const auto attempt = [text, endsThere](auto reader) -> Read {
        Cursor cursor(text);
        if (auto value = reader(cursor); value && endsThere(cursor))
            return {Token(*value), cursor.position()};
        return {};
    };
    const QChar first = text.isEmpty() ? QChar() : text.at(0);
    if (first.isLetter() || first == u'/') {
        qsizetype length = 0;
        if (auto option = readOption(text, length))
            return {*option, length};
        if (const auto zone = attempt(readZone); zone.length > 0)
            return zone;
        if (const auto zone = attempt(readCustomZone); zone.length > 0)
            return zone;
        return attempt(readKeyword);
    }
    if (!Cursor::isDigit(first))
        return {};
    if (const auto pace = attempt(readAbsolutePace); pace.length > 0)
        return pace;
    Cursor amount(text);
    if (Token token = readAmount(amount, spacing); token.index() != 0 && endsThere(amount))
        return {token, amount.position()};
    if (const auto distance = attempt([units](Cursor &cursor) { return readDistance(cursor, units); });
        distance.length > 0)
        return distance;
    return attempt([units](Cursor &cursor) { return readDuration(cursor, units); });
}

Read readCadenceInProse(QStringView text)
{
    Cursor cursor(text);
    const auto start = cursor.number();
    if (!start)
        return {};
    if (cursor.takeDash() && !cursor.number())
        return {};
    if (!cursor.takeWord("rpm"_L1) || !cursor.peek().isPunct())
        return {};
    return {Cadence {*start, *start}, cursor.position()};
}

}
