// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/measures.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// "4:30" as seconds.
std::optional<double> readClock(Cursor &cursor)
{
    const auto minutes = cursor.number();
    if (!minutes || !cursor.take(u':'))
        return {};
    const auto seconds = cursor.number();
    return seconds ? std::optional(std::min(*minutes * 60 + *seconds, largestNumber)) : std::nullopt;
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
    if (cursor.takeWord(word) && cursor.peek() != u'=') // "70% pace=3s" is a share of FTP and an option
        return true;
    cursor.moveTo(before);
    return false;
}

/// The word after a percentage says of what.
Target percentage(Cursor &cursor, double start, double end)
{
    if (takeSuffix(cursor, "hr"_L1))
        return {Unit::PercentHr, start, end, {}};
    if (takeSuffix(cursor, "lthr"_L1))
        return {Unit::PercentLthr, start, end, {}};
    if (takeSuffix(cursor, "pace"_L1))
        return {Unit::PercentPace, start, end, {}};
    if (!takeSuffix(cursor, "mmp"_L1))
        return {Unit::PercentFtp, start, end, {}};
    Target target {Unit::PercentMmp, start, end, {}};
    const qsizetype before = cursor.position();
    cursor.skipBlanks();
    if (const auto over = readDuration(cursor); over && (cursor.atEnd() || cursor.peek().isSpace()))
        target.over = over->value;
    else
        cursor.moveTo(before);
    return target;
}

}

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
            return Distance {std::min(*value * name.metres, largestNumber)};
    }
    return {};
}

std::optional<Measure> readAbsolutePace(Cursor &cursor)
{
    const auto start = readClock(cursor);
    if (!start)
        return {};
    Target target {Unit::SecondsPerOwnUnit, *start, *start, {}};
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
    target.unit = per.value_or(Unit::SecondsPerOwnUnit);
    return Measure {target};
}

std::optional<Measure> readZone(Cursor &cursor)
{
    if (!cursor.take(u'z'))
        return {};
    const auto isZone = [](const std::optional<double> &number) { return number && *number >= 1 && *number <= 20 && *number == std::floor(*number); };
    const auto start = cursor.number();
    if (!isZone(start))
        return {};
    Target target {Unit::PowerZone, *start, *start, {}};
    const qsizetype before = cursor.position();
    if (cursor.takeDash()) {
        cursor.take(u'z');
        const auto end = cursor.number();
        if (isZone(end))
            target.end = *end;
        else
            cursor.moveTo(before);
    }
    if (takeSuffix(cursor, "hr"_L1))
        target.unit = Unit::HrZone;
    else if (takeSuffix(cursor, "pace"_L1))
        target.unit = Unit::PaceZone;
    return Measure {target};
}

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
    if (percent)
        return Measure {percentage(cursor, *start, end)};
    if (watts)
        return Measure {{Unit::Watts, *start, end, {}}};
    if (takeSuffix(cursor, "bpm"_L1))
        return Measure {{Unit::Bpm, *start, end, {}}};
    if (takeSuffix(cursor, "rpm"_L1))
        return Cadence {*start, end};
    return {};
}

}
