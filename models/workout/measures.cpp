// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/measures.h"

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

template<typename Value>
struct Named {
    QLatin1StringView name;
    Value value;
};

template<typename Value, size_t Size>
std::optional<Value> valueOf(QStringView word, const std::array<Named<Value>, Size> &names)
{
    for (const auto &known : names) {
        if (word.size() == known.name.size() && word.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.value;
    }
    return {};
}

/// A dash between the ends of a range, with blanks around it if there may be.
bool takeRangeDash(Cursor &cursor, bool spaced)
{
    const qsizetype before = cursor.position();
    if (spaced)
        cursor.skipBlanks();
    if (cursor.takeDash()) {
        if (spaced)
            cursor.skipBlanks();
        return true;
    }
    cursor.moveTo(before);
    return false;
}

/// A word behind a value, with or without a blank between.
bool takeSuffix(Cursor &cursor, QLatin1StringView word)
{
    const qsizetype before = cursor.position();
    cursor.skipBlanks();
    if (cursor.takeWord(word) && cursor.peek() != u'=') // "70% pace=3s" is a share of FTP and an option
        return true;
    cursor.moveTo(before);
    return false;
}

/// What a number is of. A percentage without a word behind it is of FTP, but the other end of the range may have one.
struct Measured {
    enum class Of { Share, Watts, Bpm, Rpm };
    Of of = Of::Share;
    Unit unit = Unit::PercentFtp;
    std::optional<std::chrono::seconds> over = {};
};

Measured readShare(Cursor &cursor)
{
    using Of = Measured::Of;
    if (takeSuffix(cursor, "hr"_L1))
        return {Of::Share, Unit::PercentHr};
    if (takeSuffix(cursor, "lthr"_L1))
        return {Of::Share, Unit::PercentLthr};
    if (takeSuffix(cursor, "pace"_L1))
        return {Of::Share, Unit::PercentPace};
    if (!takeSuffix(cursor, "mmp"_L1))
        return {};
    Measured share {Of::Share, Unit::PercentMmp};
    const qsizetype before = cursor.position();
    cursor.skipBlanks();
    if (const auto over = readDuration(cursor, Units::Official); over && (cursor.atEnd() || cursor.peek().isSpace()))
        share.over = over->value;
    else
        cursor.moveTo(before);
    return share;
}

std::optional<Measured> readUnit(Cursor &cursor)
{
    using Of = Measured::Of;
    if (cursor.take(u'%'))
        return readShare(cursor);
    if (cursor.takeWord("w"_L1))
        return Measured {Of::Watts, Unit::Watts};
    if (takeSuffix(cursor, "bpm"_L1))
        return Measured {Of::Bpm, Unit::Bpm};
    if (takeSuffix(cursor, "rpm"_L1))
        return Measured {Of::Rpm};
    return {};
}

/// The unit of a range, from its ends' units; the more telling one counts. Nothing if they do not go together.
std::optional<Measured> common(const std::optional<Measured> &first, const std::optional<Measured> &second)
{
    if (!first || !second)
        return first ? first : second;
    if (first->of != second->of)
        return {};
    return second->unit == Unit::PercentFtp ? first : second;
}

constexpr std::array clockUnits {Named<Unit> {"/km"_L1, Unit::SecondsPerKm},
    Named<Unit> {"/mi"_L1, Unit::SecondsPerMile},
    Named<Unit> {"/mile"_L1, Unit::SecondsPerMile},
    Named<Unit> {"/100m"_L1, Unit::SecondsPer100m},
    Named<Unit> {"/100mtr"_L1, Unit::SecondsPer100m},
    Named<Unit> {"/100y"_L1, Unit::SecondsPer100y},
    Named<Unit> {"/100yd"_L1, Unit::SecondsPer100y},
    Named<Unit> {"/100yds"_L1, Unit::SecondsPer100y},
    Named<Unit> {"/100yrd"_L1, Unit::SecondsPer100y},
    Named<Unit> {"/500m"_L1, Unit::SecondsPer500m},
    Named<Unit> {"/400m"_L1, Unit::SecondsPer400m},
    Named<Unit> {"/250m"_L1, Unit::SecondsPer250m}};

struct Clock {
    double seconds = 0;
    std::optional<Unit> per;
};

/// "4:30", "4:30/km".
std::optional<Clock> readClock(Cursor &cursor)
{
    const auto minutes = cursor.number();
    if (!minutes || !cursor.take(u':'))
        return {};
    const auto seconds = cursor.number();
    if (!seconds)
        return {};
    // In thousandths, so that what is printed reads as the same number again.
    Clock clock {std::min(std::round((*minutes * 60 + *seconds) * 1000) / 1000, largestNumber), {}};
    for (const auto &known : clockUnits) {
        if (cursor.peek() == u'/' && cursor.takeWord(known.name)) {
            clock.per = known.value;
            break;
        }
    }
    return clock;
}

/// The unit of a time in seconds; 0 if none stands here, and then nothing is taken.
int takeTimeUnit(Cursor &cursor, Units wanted)
{
    static constexpr std::array official {Named<int> {"s"_L1, 1}, Named<int> {"m"_L1, 60}, Named<int> {"h"_L1, 3600}};
    static constexpr std::array usual {Named<int> {"min"_L1, 60},
        Named<int> {"mins"_L1, 60},
        Named<int> {"minute"_L1, 60},
        Named<int> {"minutes"_L1, 60},
        Named<int> {"sec"_L1, 1},
        Named<int> {"secs"_L1, 1},
        Named<int> {"second"_L1, 1},
        Named<int> {"seconds"_L1, 1},
        Named<int> {"hr"_L1, 3600},
        Named<int> {"hrs"_L1, 3600},
        Named<int> {"hour"_L1, 3600},
        Named<int> {"hours"_L1, 3600}};
    switch (cursor.peek().unicode()) {
    case u'\'':
    case u'\u2019': // word processors bend the marks
    case u'\u2032':
        cursor.skip(1);
        return 60;
    case u'"':
    case u'\u201d':
    case u'\u2033':
        cursor.skip(1);
        return 1;
    default:
        break;
    }
    const QStringView word = cursor.letters();
    auto unit = valueOf(word, official);
    if (!unit && wanted == Units::Usual)
        unit = valueOf(word, usual);
    if (unit)
        cursor.skip(word.size());
    return unit.value_or(0);
}

}

std::optional<Duration> readDuration(Cursor &cursor, Units units)
{
    double total = 0;
    int last = 0; // the unit before
    qsizetype end = cursor.position();
    while (const auto value = cursor.number()) {
        const int written = takeTimeUnit(cursor, units);
        // "1h30" and "1m30" go on in the next smaller unit.
        const int unit = written > 0 ? written : last > 1 && cursor.atBoundary() ? last / 60 : 0;
        if (unit == 0)
            break;
        if (*value != std::floor(*value) && (unit == 1 || units == Units::Official)) // "0.33s" is prose
            break;
        total += std::round(*value * unit);
        last = unit;
        end = cursor.position();
        if (written == 0 || !Cursor::isDigit(cursor.peek()))
            break;
    }
    if (last == 0)
        return {};
    cursor.moveTo(end);
    return Duration {std::chrono::seconds(qint64(std::min(total, 7 * 86400.0)))};
}

std::optional<Distance> readDistance(Cursor &cursor, Units wanted)
{
    static constexpr std::array official {Named<double> {"mtr"_L1, 1},
        Named<double> {"meters"_L1, 1},
        Named<double> {"km"_L1, 1000},
        Named<double> {"mi"_L1, 1609.34},
        Named<double> {"mile"_L1, 1609.34},
        Named<double> {"miles"_L1, 1609.34},
        Named<double> {"y"_L1, 0.9144},
        Named<double> {"yrd"_L1, 0.9144},
        Named<double> {"yds"_L1, 0.9144},
        Named<double> {"yards"_L1, 0.9144}};
    static constexpr std::array usual {Named<double> {"mtrs"_L1, 1},
        Named<double> {"meter"_L1, 1},
        Named<double> {"metre"_L1, 1},
        Named<double> {"metres"_L1, 1},
        Named<double> {"kms"_L1, 1000},
        Named<double> {"yd"_L1, 0.9144},
        Named<double> {"yrds"_L1, 0.9144},
        Named<double> {"yard"_L1, 0.9144}};
    const auto value = cursor.number();
    if (!value)
        return {};
    const QStringView word = cursor.letters();
    auto unit = valueOf(word, official);
    if (!unit && wanted == Units::Usual)
        unit = valueOf(word, usual);
    if (!unit)
        return {};
    cursor.skip(word.size());
    // In millionths of a metre, so that what is printed reads as the same number again.
    return Distance {std::min(std::round(*value * *unit * 1e6) / 1e6, largestNumber)};
}

std::optional<Measure> readAbsolutePace(Cursor &cursor)
{
    const auto start = readClock(cursor);
    if (!start)
        return {};
    Target target {Unit::SecondsPerOwnUnit, start->seconds, start->seconds, {}};
    auto per = start->per;
    const qsizetype before = cursor.position();
    if (takeRangeDash(cursor, true)) {
        if (const auto end = readClock(cursor)) {
            target.end = end->seconds;
            per = end->per ? end->per : per;
        } else {
            cursor.moveTo(before);
        }
    }
    const bool said = takeSuffix(cursor, "pace"_L1);
    if (!said && !per)
        return {};
    target.unit = per.value_or(Unit::SecondsPerOwnUnit);
    return Measure {target};
}

namespace {

struct Zone {
    double number = 0;
    Unit unit = Unit::PowerZone;
};

/// "Z2", "Z2 HR"; at the end of a range the letter may be missing.
std::optional<Zone> takeZone(Cursor &cursor, bool letterNeeded)
{
    if (!cursor.take(u'z') && letterNeeded)
        return {};
    const auto number = cursor.number();
    if (!number || *number < 1 || *number > 20 || *number != std::floor(*number))
        return {};
    if (takeSuffix(cursor, "hr"_L1))
        return Zone {*number, Unit::HrZone};
    if (takeSuffix(cursor, "pace"_L1))
        return Zone {*number, Unit::PaceZone};
    return Zone {*number};
}

}

std::optional<Measure> readZone(Cursor &cursor)
{
    const auto start = takeZone(cursor, true);
    if (!start)
        return {};
    Target target {start->unit, start->number, start->number, {}};
    const qsizetype before = cursor.position();
    cursor.skipBlanks();
    const bool spaced = cursor.position() > before;
    cursor.moveTo(before);
    if (takeRangeDash(cursor, true)) {
        const bool touches = !spaced && !cursor.peek(-1).isSpace();
        const auto end = takeZone(cursor, !touches); // in "Z2 - 45m" the number is a time
        if (end && (cursor.atEnd() || cursor.peek().isSpace())) {
            target.end = end->number;
            if (end->unit != Unit::PowerZone)
                target.unit = end->unit;
        } else {
            cursor.moveTo(before);
        }
    }
    return Measure {target};
}

Token readAmount(Cursor &cursor, Spacing spacing)
{
    const auto start = cursor.number();
    if (!start)
        return {};
    double end = *start;
    auto unit = readUnit(cursor);
    const qsizetype before = cursor.position();
    const auto takeEnd = [&](bool spaced) {
        if (!takeRangeDash(cursor, spaced))
            return false;
        const auto number = cursor.number();
        const auto second = number ? readUnit(cursor) : std::nullopt;
        const auto both = common(unit, second);
        // Blanks around the dash need a unit behind the second number, or it would be any number; and where a word goes
        // on behind it, it is not an end that the first value has.
        const bool ends = cursor.atEnd() || cursor.peek().isSpace();
        if (!number || !both || (spaced && (!second || !ends))) {
            cursor.moveTo(before);
            return false;
        }
        end = *number;
        unit = both;
        return true;
    };
    if (!takeEnd(false) && (unit || spacing == Spacing::RangesMayBeSpaced))
        (void)takeEnd(true);
    if (!unit)
        return {};
    if (unit->of == Measured::Of::Rpm)
        return Cadence {*start, end};
    return Measure {{unit->unit, *start, end, {}, unit->over}};
}

}
