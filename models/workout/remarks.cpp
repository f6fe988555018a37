// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/remarks.h"

#include "models/workout/cursor.h"
#include "models/workout/lines.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

bool isTime(const Seen &seen)
{
    const auto *duration = std::get_if<Duration>(&seen.token);
    return duration && duration->value.count() > 0;
}

Warning about(Warning::Kind kind, const Place &place)
{
    return {kind, place.line, place.column, place.length};
}

/// Falls although it is no ramp. Paces are left alone: the faster one may be named first or last.
bool falls(const std::optional<Target> &target)
{
    return target && target->unit < Unit::SecondsPerKm && target->start > target->end;
}

void addDescending(QList<Warning> &list, const Step &step)
{
    if (step.ramp)
        return;
    for (const auto &[target, part] :
        {std::pair {&step.power, Part::Power}, {&step.heartRate, Part::HeartRate}, {&step.pace, Part::Pace}}) {
        if (falls(*target))
            list.append(about(Warning::Kind::DescendingRange, step.places.of(part)));
    }
}

/// "1h 30m" is one time for a person and two for the reader.
void addTwoDurations(QList<Warning> &list, const Step &step, const SeenTokens &tokens)
{
    const Seen *before = nullptr;
    for (const auto &seen : tokens) {
        if (!isTime(seen))
            continue;
        if (before) {
            list.append({Warning::Kind::TwoDurations, step.line, int(before->at), int(before->length)});
            return;
        }
        before = &seen;
    }
}

void addDecimalCommas(QList<Warning> &list, int line, const StepReader &reader)
{
    const QStringView text = reader.line();
    for (const auto &seen : reader.tokens()) {
        qsizetype start = seen.at;
        if (start < 2 || !Cursor::isDigit(text.at(start)) || text.at(start - 1) != u','
            || !Cursor::isDigit(text.at(start - 2)))
            continue;
        start -= 2;
        while (start > 0 && Cursor::isDigit(text.at(start - 1)))
            --start;
        list.append({Warning::Kind::DecimalComma, line, int(start), int(seen.at + seen.length - start)});
    }
}

/// "400m" in a pool or on a track: hundreds of whole minutes where a pace or nothing is asked for.
void addMinutes(QList<Warning> &list, const Step &step, const StepReader &reader)
{
    const Place place = step.places.of(Part::Duration);
    if (!step.duration || step.metres || !place.isKnown() || (reader.hasTarget() && !step.pace))
        return;
    const QStringView word = reader.line().mid(place.column, place.length);
    const qint64 seconds = step.duration->count();
    const bool isBare
        = word.endsWith(u'm', Qt::CaseInsensitive) && std::all_of(word.begin(), word.end() - 1, Cursor::isDigit);
    if (isBare && seconds >= 200 * 60 && seconds % (50 * 60) == 0)
        list.append(about(Warning::Kind::MinutesNotMetres, place));
}

/// "4x" as a word of its own.
bool isCount(QStringView word)
{
    return word.size() >= 2 && word.size() <= 5 && (word.back().toLower() == u'x' || word.back() == u'\u00d7')
        && std::all_of(word.begin(), word.end() - 1, Cursor::isDigit);
}

void addRepeatInStep(QList<Warning> &list, int line, const StepReader &reader)
{
    const QStringView label
        = trimmed(reader.line().mid(reader.contentStart(), reader.labelEnd() - reader.contentStart()));
    const qsizetype lastBlank = label.lastIndexOf(u' ');
    const qsizetype firstBlank = label.indexOf(u' ');
    for (const QStringView word : {label.left(firstBlank < 0 ? label.size() : firstBlank), label.mid(lastBlank + 1)}) {
        if (isCount(word)) {
            list.append({Warning::Kind::RepeatInStep, line, int(word.data() - reader.line().data()), int(word.size())});
            return;
        }
    }
}

qsizetype wordLength(QStringView text)
{
    return std::find_if(text.begin(), text.end(), [](QChar c) { return c.isSpace(); }) - text.begin();
}

/// "power=5s": the name of an option with a value that it does not have.
bool isUnknownOption(QStringView word)
{
    static constexpr std::array names {"intensity="_L1, "power="_L1, "hr="_L1, "pace="_L1};
    return std::any_of(names.begin(), names.end(), [word](QLatin1StringView name) {
        return word.startsWith(name, Qt::CaseInsensitive);
    }) && readToken(word).length == 0;
}

/// How many characters look like a target here and are none: "RPE 8", "220 watts", "75 %", "75%,", "zone 2".
qsizetype nearMiss(QStringView text)
{
    static constexpr std::array units {
        "w"_L1, "watt"_L1, "watts"_L1, "%"_L1, "percent"_L1, "rpe"_L1, "kph"_L1, "kmh"_L1, "km/h"_L1, "mph"_L1};
    Cursor cursor(text);
    if (cursor.takeWord("rpe"_L1) || cursor.takeWord("zone"_L1)) {
        cursor.skipBlanks();
        return cursor.number() ? cursor.position() : 0;
    }
    if (text.startsWith("rpe"_L1, Qt::CaseInsensitive) && text.size() > 3 && Cursor::isDigit(text.at(3)))
        return 4;
    if (!cursor.number())
        return 0;
    const qsizetype end = wordLength(text);
    // A target with a comma behind it is a word.
    if (end > 1 && (text.at(end - 1) == u',' || text.at(end - 1) == u';')) {
        const Read read = readToken(text.left(end - 1));
        if (read.length == end - 1 && std::holds_alternative<Measure>(read.token))
            return end;
    }
    cursor.skipBlanks();
    const qsizetype start = cursor.position();
    qsizetype wordEnd = start;
    while (wordEnd < text.size() && !text.at(wordEnd).isSpace() && text.at(wordEnd) != u',')
        ++wordEnd;
    const QStringView word = text.mid(start, wordEnd - start);
    const bool known = std::any_of(units.begin(), units.end(), [word](QLatin1StringView unit) {
        return word.compare(unit, Qt::CaseInsensitive) == 0;
    });
    return known ? wordEnd : 0;
}

/// Words that look like a target count only where the step has none: beside one, they are talk.
void addUnknownWord(QList<Warning> &list, int line, const StepReader &reader)
{
    const QStringView text = reader.line();
    for (qsizetype at = reader.contentStart(); at < text.size(); ++at) {
        if (at > 0 && !text.at(at - 1).isSpace() && text.at(at - 1) != u'@')
            continue;
        const QStringView word = text.mid(at, wordLength(text.mid(at)));
        if (const qsizetype length = isUnknownOption(word) ? word.size()
                : reader.hasTarget()                       ? 0
                                                           : nearMiss(text.mid(at));
            length > 0) {
            list.append({Warning::Kind::UnknownWord, line, int(at), int(length)});
            return;
        }
    }
}

}

QList<Warning> remarksOn(const Step &step, const StepReader &reader)
{
    QList<Warning> list;
    const Place line = step.places.of(Part::Line);
    addRepeatInStep(list, step.line, reader);
    if (!step.duration && !step.metres) {
        if (reader.isZero())
            list.append(about(Warning::Kind::ZeroStep,
                step.places.of(step.places.of(Part::Duration).isKnown() ? Part::Duration : Part::Distance)));
        else if (reader.hasTarget())
            list.append(about(Warning::Kind::StepWithoutDuration, line));
        return list;
    }
    addDescending(list, step);
    addTwoDurations(list, step, reader.tokens());
    addDecimalCommas(list, step.line, reader);
    addMinutes(list, step, reader);
    addUnknownWord(list, step.line, reader);
    return list;
}

std::optional<Warning> remarkOnProse(QStringView line, int number)
{
    const QStringView words = trimmed(line);
    if (words.isEmpty())
        return {};
    const int column = int(words.data() - line.data());
    // Word processors make long dashes and bullets of "- ".
    static const QString bullets = u"\u2013\u2014\u2212\u2022\u00b7*"_s;
    if (bullets.contains(words.front())) {
        StepReader reader(line, number);
        const Step step = reader.read();
        if ((step.duration || step.metres) && reader.hasTarget())
            return Warning {Warning::Kind::NotAStep, number, column, 1};
    }
    qsizetype end = words.size();
    static const QString marks = u":)*_"_s; // not the full stop: that ends a sentence
    while (end > 0 && marks.contains(words.at(end - 1)))
        --end;
    const QStringView body = words.left(end);
    const qsizetype start = std::max(body.lastIndexOf(u' '), body.lastIndexOf(u'*')) + 1;
    const QStringView word = body.mid(start);
    if (isCount(word))
        return Warning {Warning::Kind::MisspeltRepeat, number, column + int(start), int(words.size() - start)};
    return {};
}

}
