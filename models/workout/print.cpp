// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/print.h"

#include "models/workout/cursor.h"
#include "models/workout/lines.h"
#include "models/workout/parse.h"
#include "models/workout/units.h"

#include <QLocale>
#include <QStringList>
#include <cmath>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// As short as it reads the same again; numbers that no text can hold become the nearest that one can.
QString number(double value)
{
    const double readable = std::isfinite(value) ? std::round(std::clamp(value, 0.0, largestNumber) * 1e6) / 1e6 : 0;
    return QString::number(readable, 'f', QLocale::FloatingPointShortest);
}

QString duration(std::chrono::seconds value)
{
    const qint64 seconds = std::clamp<qint64>(value.count(), 0, 7 * 86400);
    QString text;
    if (seconds >= 3600)
        text += QString::number(seconds / 3600) + u'h';
    if (seconds % 3600 >= 60)
        text += QString::number(seconds % 3600 / 60) + u'm';
    if (seconds % 60 > 0 || text.isEmpty())
        text += QString::number(seconds % 60) + u's';
    return text;
}

QString distance(double metres)
{
    const double km = std::floor(metres / 1000);
    return km >= 1 && km * 1000 == metres ? number(km) + "km"_L1 : number(metres) + "mtr"_L1;
}

/// "4:05", with decimals if there are any.
QString clock(double seconds)
{
    const qint64 thousandths
        = std::isfinite(seconds) ? std::llround(std::clamp(seconds, 0.0, largestNumber) * 1000) : 0;
    const double rest = double(thousandths % 60000) / 1000;
    return QString::number(thousandths / 60000) + (rest < 10 ? ":0"_L1 : ":"_L1) + number(rest);
}

QString range(const QString &start, const QString &end)
{
    return start == end ? start : start + u'-' + end;
}

QString target(const Target &target)
{
    const QString numbers = range(number(target.start), number(target.end));
    switch (target.unit) {
    case Unit::PercentFtp:
        return numbers + u'%';
    case Unit::Watts:
        return numbers + u'w';
    case Unit::PercentMmp:
        return numbers + "% MMP"_L1 + (target.over ? u' ' + duration(*target.over) : QString());
    case Unit::PercentHr:
        return numbers + "% HR"_L1;
    case Unit::PercentLthr:
        return numbers + "% LTHR"_L1;
    case Unit::Bpm:
        return numbers + "bpm"_L1;
    case Unit::PercentPace:
        return numbers + "% Pace"_L1;
    case Unit::PowerZone:
    case Unit::HrZone:
    case Unit::PaceZone: {
        const QString zones = range(u'Z' + number(target.start), u'Z' + number(target.end));
        return zones + (target.unit == Unit::HrZone ? " HR"_L1 : target.unit == Unit::PaceZone ? " Pace"_L1 : ""_L1);
    }
    default:
        break;
    }
    const QString per = target.unit == Unit::SecondsPerOwnUnit
        ? QString()
        : documentName(target.unit).mid(4); // "secs/km" without "secs"
    return range(clock(target.start), clock(target.end)) + per + " Pace"_L1;
}

/// Everything of a step but its label.
QString body(const Step &step)
{
    QStringList words;
    if (step.duration && step.duration->count() > 0)
        words << duration(*step.duration);
    if (step.metres && *step.metres > 0)
        words << distance(*step.metres);
    for (const auto &[on, word] :
        {std::pair {step.ramp, u"ramp"_s}, {step.freeride, u"freeride"_s}, {step.maxEffort, u"maxeffort"_s}}) {
        if (on)
            words << word;
    }
    for (const auto &[wanted, option] :
        {std::pair {&step.power, u"power="_s}, {&step.heartRate, u"hr="_s}, {&step.pace, u"pace="_s}}) {
        if (!*wanted)
            continue;
        words << target(**wanted);
        if (!(*wanted)->average.isEmpty())
            words << option + (*wanted)->average;
    }
    if (!step.customZone.isEmpty())
        words << step.customZone;
    if (step.cadenceRpm)
        words << range(number(step.cadenceRpm->first), number(step.cadenceRpm->second)) + "rpm"_L1;
    if (!step.intensity.isEmpty())
        words << "intensity="_L1 + step.intensity;
    if (step.hidePower)
        words << u"hidepower"_s;
    if (step.untilLapPress)
        words << u"press lap"_s;
    return words.join(u' ');
}

/// Says of a step's line whether it reads as a label and then what the rest says without one.
class LabelCheck
{
public:
    explicit LabelCheck(const QString &rest)
        : m_rest(rest)
        , m_expected(parse("- "_L1 + rest))
    {
    }
    [[nodiscard]] QString line(const QString &label, QLatin1StringView between = " "_L1) const
    {
        return label + between + m_rest;
    }
    [[nodiscard]] bool keeps(const QString &label, QLatin1StringView between = " "_L1)
    {
        if (m_expected.blocks.size() != 1)
            return false;
        m_expected.blocks.first().steps.first().text = label;
        return equalInMeaning(parse("- "_L1 + line(label, between)), m_expected);
    }

private:
    const QString &m_rest;
    Workout m_expected;
};

/// The label in front of the rest of its step, without the words that would be taken for tokens if there are any.
QString labelled(const QString &text, const QString &rest)
{
    if (text.isEmpty())
        return rest;
    LabelCheck check(rest);
    // A blank may make a pace of words such as "4:00/km - 4:301km".
    for (const auto between : {" "_L1, ""_L1}) {
        if (check.keeps(text, between))
            return check.line(text, between);
    }
    QString label = text.left(2000).simplified();
    while (label.contains("<!>"_L1)) // taking one out may join another
        label.remove("<!>"_L1);
    label.remove(u'^');
    QStringList kept;
    const QStringList words = label.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        if (check.keeps(word))
            kept << word;
    }
    label = kept.join(u' ');
    return !label.isEmpty() && check.keeps(label) ? check.line(label) : rest;
}

bool isOneLine(const QString &text)
{
    LineSplitter lines(text);
    (void)lines.next();
    return lines.atEnd();
}

/// A line that opens the repeat: as it was if it still says so, else the words before its count.
QString header(const Block &block)
{
    const int reps = std::clamp(block.reps, 1, mostReps);
    const auto opens = [reps](const QString &text) {
        const Workout read = parse(text + "\n- 7s"_L1);
        return read.blocks.size() == 1 && read.blocks.first().repeat && read.blocks.first().reps == reps
            && read.blocks.first().text == text;
    };
    if (isOneLine(block.text) && opens(block.text))
        return block.text;
    const QString count = QString::number(reps) + u'x';
    const QString counted = QString(block.text.simplified() + u' ' + count).trimmed();
    return opens(counted) ? counted : count;
}

/// Prose that stays prose.
QString safeProse(const QString &text)
{
    QStringList lines;
    LineSplitter splitter(QStringView(text).left(longestText));
    while (!splitter.atEnd()) {
        const QStringView line = splitter.next();
        const QStringView words = trimmed(line);
        if (words.startsWith(u'-'))
            lines << u"\u2022 "_s + trimmed(words.mid(1)).toString();
        else if (!words.isEmpty() && parse(line.toString()).description.isEmpty())
            lines << u"\u2022 "_s + words.toString() + u'.'; // "Warmup" or "4x" alone
        else
            lines << line.toString();
    }
    return trimmed(lines.join(u'\n')).toString();
}

/// "pool length: 25m", or nothing if the line would not say it.
QString option(const QString &name, const QString &value)
{
    const QString line = (name == "pool_length"_L1 ? u"pool length"_s : name) + ": "_L1
        + (isOneLine(value) ? value : value.simplified());
    return parse(line).options.contains(name) ? line : QString();
}

/// Writes blocks, each repeat and each section between blank lines.
class Printer
{
public:
    QString write(const Workout &workout)
    {
        const QString prose = safeProse(workout.description);
        if (!prose.isEmpty())
            m_lines << prose << QString();
        for (auto it = workout.options.begin(); it != workout.options.end(); ++it)
            addOption(option(it.key(), it.value()));
        for (const auto &block : workout.blocks)
            writeBlock(block);
        return m_lines.join(u'\n').trimmed();
    }

private:
    enum class Section { None, Warmup, Cooldown };

    static Section sectionOf(const Step &step)
    {
        return step.warmup ? Section::Warmup : step.cooldown ? Section::Cooldown : Section::None;
    }

    void addOption(const QString &line)
    {
        if (!line.isEmpty())
            m_lines << line;
    }

    void blank()
    {
        if (!m_lines.isEmpty() && !m_lines.last().isEmpty())
            m_lines << QString();
        m_section = Section::None;
    }

    void enter(Section section)
    {
        if (section != Section::None && section != m_section)
            m_lines << (section == Section::Warmup ? u"Warmup"_s : u"Cooldown"_s);
        m_section = section;
    }

    void writeBlock(const Block &block)
    {
        if (block.steps.isEmpty())
            return;
        const Section first = sectionOf(block.steps.first());
        if (block.repeat || m_afterRepeat || m_lines.isEmpty() || first != m_section)
            blank();
        enter(first);
        if (block.repeat)
            m_lines << header(block);
        for (const auto &step : block.steps) {
            if (step.duration.value_or(std::chrono::seconds(0)).count() <= 0 && step.metres.value_or(0) <= 0)
                continue; // it would be read as nothing
            enter(sectionOf(step));
            m_lines << "- "_L1 + labelled(step.text, body(step));
        }
        m_afterRepeat = block.repeat;
    }

    QStringList m_lines;
    Section m_section = Section::None;
    bool m_afterRepeat = true;
};

}

QString print(const Workout &workout)
{
    return Printer().write(workout);
}

}
