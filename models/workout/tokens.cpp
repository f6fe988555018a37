// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/tokens.h"

#include <QString>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// A position in a text with the few moves that the grammar needs.
class Cursor
{
public:
    explicit Cursor(QStringView text)
        : m_text(text)
    {
    }
    [[nodiscard]] qsizetype position() const { return m_at; }
    void moveTo(qsizetype position) { m_at = position; }
    [[nodiscard]] QChar peek(qsizetype ahead = 0) const { return m_at + ahead < m_text.size() ? m_text.at(m_at + ahead) : QChar(); }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atBoundary() const { return atEnd() || !(peek().isLetterOrNumber() || peek() == u'%'); }
    void skipBlanks()
    {
        while (!atEnd() && peek().isSpace())
            ++m_at;
    }
    bool take(QChar c)
    {
        if (peek().toLower() != c)
            return false;
        ++m_at;
        return true;
    }
    /// Takes the word if it stands here as a whole, ignoring case.
    bool takeWord(QLatin1StringView word)
    {
        if (!m_text.mid(m_at, word.size()).startsWith(word, Qt::CaseInsensitive))
            return false;
        const qsizetype before = m_at;
        m_at += word.size();
        if (!atEnd() && peek().isLetterOrNumber()) {
            m_at = before;
            return false;
        }
        return true;
    }
    std::optional<double> number()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isDigit(m_text.at(end)))
            ++end;
        if (end == m_at)
            return {};
        if (end + 1 < m_text.size() && m_text.at(end) == u'.' && isDigit(m_text.at(end + 1))) {
            ++end;
            while (end < m_text.size() && isDigit(m_text.at(end)))
                ++end;
        }
        const double value = m_text.mid(m_at, std::min<qsizetype>(end - m_at, 18)).toDouble();
        m_at = end;
        return value;
    }
    bool takeDash()
    {
        const QChar c = peek();
        if (c != u'-' && c != u'\u2013' && c != u'\u2014')
            return false;
        ++m_at;
        return true;
    }
    static bool isDigit(QChar c) { return c >= u'0' && c <= u'9'; }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

std::optional<Duration> readDuration(Cursor &cursor)
{
    qint64 total = 0;
    bool any = false;
    qsizetype end = cursor.position();
    QChar last;
    while (auto value = cursor.number()) {
        const QChar unit = cursor.peek().toLower();
        if (unit == u's' && *value != std::floor(*value))
            break; // "0.33s" is prose
        const qsizetype afterNumber = cursor.position();
        if (cursor.takeWord("mins"_L1) || cursor.takeWord("min"_L1)) {
            total += qint64(std::llround(*value * 60));
        } else if (unit == u'h' || unit == u'm' || unit == u's' || unit == u'\'' || unit == u'"') {
            cursor.moveTo(afterNumber + 1);
            if (cursor.peek().isLetter())
                break;
            total += qint64(std::llround(*value * (unit == u'h' ? 3600 : unit == u'm' || unit == u'\'' ? 60 : 1)));
        } else if (any && (last == u'h' || last == u'm' || last == u'\'') && cursor.atBoundary()) {
            total += qint64(std::llround(*value * (last == u'h' ? 60 : 1))); // "1h30", "1m30"
            end = cursor.position();
            break;
        } else {
            break;
        }
        any = true;
        last = unit;
        end = cursor.position();
        if (!Cursor::isDigit(cursor.peek()))
            break;
    }
    if (!any)
        return {};
    cursor.moveTo(end);
    return Duration {std::chrono::seconds(std::min<qint64>(total, 7 * 86400))};
}

std::optional<Distance> readDistance(Cursor &cursor)
{
    struct Name {
        QLatin1StringView name;
        double metres;
    };
    static constexpr std::array names {Name {"mtr"_L1, 1}, Name {"meters"_L1, 1}, Name {"metres"_L1, 1}, Name {"meter"_L1, 1},
        Name {"km"_L1, 1000}, Name {"miles"_L1, 1609.34}, Name {"mile"_L1, 1609.34}, Name {"mi"_L1, 1609.34},
        Name {"yards"_L1, 0.9144}, Name {"yrd"_L1, 0.9144}, Name {"yds"_L1, 0.9144}, Name {"y"_L1, 0.9144}};
    const auto value = cursor.number();
    if (!value)
        return {};
    for (const auto &name : names) {
        if (cursor.takeWord(name.name))
            return Distance {*value * name.metres};
    }
    return {};
}

/// "4:30" as seconds.
std::optional<double> readClock(Cursor &cursor)
{
    const auto minutes = cursor.number();
    if (!minutes || !cursor.take(u':'))
        return {};
    const auto seconds = cursor.number();
    return seconds ? std::optional(*minutes * 60 + *seconds) : std::nullopt;
}

std::optional<Unit> readPer(Cursor &cursor)
{
    struct Name {
        QLatin1StringView name;
        Unit unit;
    };
    static constexpr std::array names {Name {"/km"_L1, Unit::SecondsPerKm}, Name {"/mi"_L1, Unit::SecondsPerMile},
        Name {"/100m"_L1, Unit::SecondsPer100m}, Name {"/100y"_L1, Unit::SecondsPer100y}, Name {"/500m"_L1, Unit::SecondsPer500m},
        Name {"/400m"_L1, Unit::SecondsPer400m}, Name {"/250m"_L1, Unit::SecondsPer250m}};
    for (const auto &name : names) {
        if (cursor.takeWord(name.name))
            return name.unit;
    }
    return {};
}

bool takeSuffix(Cursor &cursor, QLatin1StringView word)
{
    const qsizetype before = cursor.position();
    cursor.skipBlanks();
    if (cursor.takeWord(word))
        return true;
    cursor.moveTo(before);
    return false;
}

/// Absolute pace: "4:45-4:30/km Pace", "5:00 Pace".
std::optional<Measure> readAbsolutePace(Cursor &cursor)
{
    const auto start = readClock(cursor);
    if (!start)
        return {};
    Target target {Unit::SecondsPerKm, *start, *start, {}};
    auto per = readPer(cursor);
    if (cursor.takeDash()) {
        const auto end = readClock(cursor);
        if (!end)
            return {};
        target.end = *end;
        if (const auto late = readPer(cursor))
            per = late;
    }
    const bool said = takeSuffix(cursor, "pace"_L1);
    if (!said && !per)
        return {};
    target.unit = per.value_or(Unit::SecondsPerKm);
    return Measure {target};
}

std::optional<Measure> readZone(Cursor &cursor)
{
    if (!cursor.take(u'z'))
        return {};
    const auto start = cursor.number();
    if (!start || *start < 1 || *start > 20)
        return {};
    Target target {Unit::PowerZone, *start, *start, {}};
    const qsizetype before = cursor.position();
    if (cursor.takeDash()) {
        cursor.take(u'z');
        const auto end = cursor.number();
        if (end && cursor.atBoundary())
            target.end = *end;
        else
            cursor.moveTo(before);
    }
    if (!cursor.atBoundary())
        return {};
    if (takeSuffix(cursor, "hr"_L1))
        target.unit = Unit::HrZone;
    else if (takeSuffix(cursor, "pace"_L1))
        target.unit = Unit::PaceZone;
    return Measure {target};
}

Unit percentUnit(Cursor &cursor)
{
    if (takeSuffix(cursor, "hr"_L1))
        return Unit::PercentHr;
    if (takeSuffix(cursor, "lthr"_L1))
        return Unit::PercentLthr;
    if (takeSuffix(cursor, "pace"_L1))
        return Unit::PercentPace;
    if (takeSuffix(cursor, "mmp"_L1)) {
        const qsizetype before = cursor.position();
        cursor.skipBlanks();
        if (!readDuration(cursor))
            cursor.moveTo(before);
        return Unit::PercentMmp;
    }
    return Unit::PercentFtp;
}

/// "75%", "95%-105%", "200-240w", "150bpm", "85-95rpm".
Token readAmount(Cursor &cursor)
{
    const auto start = cursor.number();
    if (!start)
        return {};
    double end = *start;
    bool percent = cursor.take(u'%');
    bool watts = !percent && cursor.peek().toLower() == u'w' && !cursor.peek(1).isLetterOrNumber() && cursor.take(u'w');
    const qsizetype before = cursor.position();
    if (cursor.takeDash()) {
        if (const auto value = cursor.number())
            end = *value;
        else
            cursor.moveTo(before);
        percent = cursor.take(u'%') || percent;
        watts = (cursor.peek().toLower() == u'w' && !cursor.peek(1).isLetterOrNumber() && cursor.take(u'w')) || watts;
    }
    if (percent && cursor.atBoundary())
        return Measure {{percentUnit(cursor), *start, end, {}}};
    if (watts && cursor.atBoundary())
        return Measure {{Unit::Watts, *start, end, {}}};
    if (takeSuffix(cursor, "bpm"_L1))
        return Measure {{Unit::Bpm, *start, end, {}}};
    if (takeSuffix(cursor, "rpm"_L1))
        return Cadence {*start, end};
    return {};
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

}
