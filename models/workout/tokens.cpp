// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/tokens.h"

#include "models/workout/measures.h"

#include <QString>
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

std::optional<Keyword> readOption(QStringView text, qsizetype &length)
{
    struct Name {
        QLatin1StringView name;
        Keyword::Word word;
    };
    static constexpr std::array names {Name {"intensity="_L1, Keyword::Word::Intensity}, Name {"power="_L1, Keyword::Word::PowerAverage},
        Name {"hr="_L1, Keyword::Word::HrAverage}, Name {"pace="_L1, Keyword::Word::PaceAverage}};
    for (const auto &name : names) {
        if (!text.startsWith(name.name, Qt::CaseInsensitive))
            continue;
        qsizetype end = name.name.size();
        while (end < text.size() && text.at(end).isLetterOrNumber())
            ++end;
        length = end;
        return Keyword {name.word, text.mid(name.name.size(), end - name.name.size()).toString().toLower()};
    }
    return {};
}

}

Read readToken(QStringView text)
{
    qsizetype length = 0;
    if (auto option = readOption(text, length))
        return {*option, length};
    // "500w+" and "109 rpm." are words of a label: a token ends at a blank or at the end of the line.
    const auto endsThere = [text](const Cursor &cursor) { return cursor.atEnd() || text.at(cursor.position()).isSpace(); };
    const auto attempt = [text, endsThere](auto reader) -> Read {
        Cursor cursor(text);
        if (auto value = reader(cursor); value && endsThere(cursor))
            return {Token(*value), cursor.position()};
        return {};
    };
    const QChar first = text.isEmpty() ? QChar() : text.at(0);
    if (first.isLetter() || first == u'/') {
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
    if (Token token = readAmount(amount); token.index() != 0 && endsThere(amount))
        return {token, amount.position()};
    if (const auto distance = attempt(readDistance); distance.length > 0)
        return distance;
    return attempt(readDuration);
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
