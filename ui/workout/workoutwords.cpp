// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/workout/workoutwords.h"

#include "models/items/figures.h"
#include "models/workout/editline.h"
#include "models/workout/units.h"

#include <QStringList>
#include <cmath>

using namespace Qt::StringLiterals;
using workout::Family;
using workout::Target;
using workout::Unit;

namespace ui {

namespace {

const QString nonBreaking(QChar(0x00a0));
const QString separator = u" · "_s;
constexpr qsizetype mostLabel = 40;

/// "/km": what a pace is counted for.
QString per(Unit unit)
{
    return workout::documentName(unit).mid(4);
}

}

QString WorkoutWords::length(const workout::Step &step)
{
    QStringList parts;
    if (step.duration)
        parts << workout::written(*step.duration);
    if (step.metres)
        parts << workout::writtenDistance(*step.metres);
    return parts.join(u' ');
}

QString WorkoutWords::percent(double percent) const
{
    return items::Figures(m_locale).percent(std::round(percent)).text();
}

QString WorkoutWords::range(double start, double end) const
{
    const auto number
        = [this](double value) { return m_locale.toString(value, 'f', value == std::round(value) ? 0 : 1); };
    return start == end ? number(start) : number(start) + u'–' + number(end);
}

QString WorkoutWords::target(const Target &target) const
{
    const QString numbers = range(target.start, target.end);
    const auto with = [&numbers](const QString &unit) { return numbers + nonBreaking + unit; };
    switch (target.unit) {
    case Unit::PercentFtp:
        return with(u"%"_s);
    case Unit::Watts:
        return with(u"W"_s);
    case Unit::PercentMmp:
        return with(tr("% best power"));
    case Unit::PercentHr:
        return with(tr("% max HR"));
    case Unit::PercentLthr:
        return with(tr("% LTHR"));
    case Unit::Bpm:
        return with(tr("bpm"));
    case Unit::PercentPace:
        return with(tr("% pace"));
    case Unit::PowerZone:
    case Unit::HrZone:
    case Unit::PaceZone:
        return target.start == target.end
            ? u'Z' + numbers
            : u'Z' + range(target.start, target.start) + u"–Z"_s + range(target.end, target.end);
    default:
        break;
    }
    const QString start = items::Figures::clock(target.start);
    const QString both = target.start == target.end ? start : start + u'–' + items::Figures::clock(target.end);
    const QString unit = per(target.unit);
    return unit.isEmpty() ? both : both + nonBreaking + unit;
}

QString WorkoutWords::absolute(double percent, const workout::Shape &shape, const workout::Person &person) const
{
    if (!shape.threshold)
        return {};
    const double value = percent * *shape.threshold / 100;
    switch (shape.family) {
    case Family::Power:
        return m_locale.toString(std::round(value), 'f', 0) + nonBreaking + u'W';
    case Family::HeartRate:
        return m_locale.toString(std::round(value), 'f', 0) + nonBreaking + tr("bpm");
    case Family::Pace:
        break;
    }
    const Unit unit = workout::paceUnitOf(person.settings.paceUnits);
    return value > 0 ? items::Figures::clock(std::round(workout::metresPer(unit) / value)) + nonBreaking + per(unit)
                     : QString();
}

QString WorkoutWords::threshold(const workout::Shape &shape, const workout::Person &person) const
{
    const QString value = absolute(100, shape, person);
    switch (shape.family) {
    case Family::Power:
        return value.isEmpty() ? tr("FTP", "threshold power") : tr("FTP %1", "threshold power").arg(value);
    case Family::HeartRate:
        return value.isEmpty() ? tr("LTHR", "threshold heart rate") : tr("LTHR %1", "threshold heart rate").arg(value);
    case Family::Pace:
        break;
    }
    return value.isEmpty() ? tr("Threshold pace") : tr("Threshold %1", "pace").arg(value);
}

QString WorkoutWords::family(Family family)
{
    switch (family) {
    case Family::Power:
        return tr("Power");
    case Family::HeartRate:
        return tr("Heart rate");
    case Family::Pace:
        break;
    }
    return tr("Pace");
}

QString WorkoutWords::facts(const workout::Step &step,
    const workout::ShapeStep &shape,
    const workout::Shape &whole,
    const workout::Person &person) const
{
    QStringList parts;
    if (!step.text.isEmpty())
        parts << step.text.left(mostLabel);
    parts << length(step);
    if (!step.duration && shape.seconds > 0)
        parts << u'~' + items::Figures::clock(shape.seconds);
    const auto &shown = workout::shownTarget(step, whole.family);
    if (!shown) {
        parts << (step.maxEffort ? tr("all out") : step.freeride ? tr("free") : tr("no target"));
        return parts.join(separator);
    }
    parts << target(*shown);
    if (!shape.isKnown)
        return parts.join(separator);
    if (workout::familyOf(shown->unit) == whole.family) {
        const QString low = absolute(shape.start, whole, person);
        const QString high = absolute(shape.end, whole, person);
        const QString both = low == high || low.isEmpty() ? low : low.section(nonBreaking, 0, 0) + u'–' + high;
        if (!both.isEmpty() && both != target(*shown))
            parts << both;
    }
    if (shape.zone > 0 && !workout::isZone(shown->unit))
        parts << u"Z%1"_s.arg(shape.zone);
    return parts.join(separator);
}

QString WorkoutWords::steps(int count)
{
    return count == 1 ? tr("1 step") : tr("%n steps", nullptr, count);
}

QString WorkoutWords::from(const QString &facts, double startSecond)
{
    return facts + separator + tr("from %1", "time since the start").arg(items::Figures::clock(startSecond));
}

QString WorkoutWords::spokenDuration(int seconds)
{
    QStringList parts;
    const int hours = seconds / 3600;
    const int minutes = seconds % 3600 / 60;
    const int rest = seconds % 60;
    if (hours > 0)
        parts << (hours == 1 ? tr("1 hour") : tr("%n hours", nullptr, hours));
    if (minutes > 0)
        parts << (minutes == 1 ? tr("1 minute") : tr("%n minutes", nullptr, minutes));
    if (rest > 0 || parts.isEmpty())
        parts << (rest == 1 ? tr("1 second") : tr("%n seconds", nullptr, rest));
    return parts.join(u' ');
}

QString WorkoutWords::spokenTarget(const Target &target) const
{
    const QString numbers = range(target.start, target.end);
    switch (target.unit) {
    case Unit::PercentFtp:
        return tr("%1 % FTP").arg(numbers);
    case Unit::Watts:
        return tr("%1 watts").arg(numbers);
    case Unit::PowerZone:
        return tr("power zone %1").arg(numbers);
    case Unit::HrZone:
        return tr("heart rate zone %1").arg(numbers);
    case Unit::PaceZone:
        return tr("pace zone %1").arg(numbers);
    case Unit::PercentPace:
        return tr("%1 % threshold pace").arg(numbers);
    default:
        break;
    }
    return this->target(target).replace(nonBreaking, u" "_s);
}

QString WorkoutWords::spoken(
    const workout::Step &step, const workout::ShapeStep &shape, int number, int count, int reps, Family family) const
{
    const QString time = step.duration || !step.metres ? spokenDuration(shape.seconds)
                                                       : tr("%1 metres").arg(range(*step.metres, *step.metres));
    const auto &shown = workout::shownTarget(step, family);
    QString what = time;
    if (shown && step.ramp)
        what = tr("%1, ramp %2", "duration, target").arg(time, spokenTarget(*shown));
    else if (shown)
        what = tr("%1 at %2", "duration, target").arg(time, spokenTarget(*shown));
    else if (step.maxEffort)
        what = tr("%1, all out", "duration").arg(time);
    if (!step.text.isEmpty())
        what = tr("%1, %2", "what, label").arg(what, step.text);
    const QString block = tr("Block %1 of %2, %3").arg(number).arg(count).arg(what);
    return reps > 1 ? tr("%1, %n times", nullptr, reps).arg(block) : block;
}

QString WorkoutWords::problem(const workout::Warning &warning)
{
    using Kind = workout::Warning::Kind;
    switch (warning.kind) {
    case Kind::StepWithoutDuration:
        return tr("This step has neither time nor distance, so it is left out. Add one, for example 10m or 2km.");
    case Kind::ZeroStep:
        return tr("This step takes no time, so it is left out.");
    case Kind::RepeatSwallowed:
        return tr("A repeat needs a blank line before it. Without one nothing is repeated.");
    case Kind::NestedRepeat:
        return tr("A repeat cannot stand inside another one. A blank line before it makes it one of its own.");
    case Kind::EmptyRepeat:
        return tr("Nothing follows this repeat. Put its steps on the lines below, without a blank line between.");
    case Kind::MisspeltRepeat:
        return tr("A repeat line ends with a number and an x, for example 4x.");
    case Kind::RepeatInStep:
        return tr("A count inside a step is only a word. Put it on a line of its own, with the steps below it.");
    case Kind::TooManyReps:
        return tr("So many repeats are not possible; fewer are counted.");
    case Kind::IndentedStep:
        return tr("The service can lose the repeat when its steps are indented. Begin the line with the dash.");
    case Kind::NotAStep:
        return tr("Steps begin with a plain dash (-). This line counts as a note.");
    case Kind::DescendingRange:
        return tr("A range goes from low to high. For a falling one add the word ramp.");
    case Kind::TwoDurations:
        return tr("Only the last time counts. Write times without a blank, for example 1h30m.");
    case Kind::DecimalComma:
        return tr("Decimals are written with a point: 1.5km.");
    case Kind::MinutesNotMetres:
        return tr("m means minutes. Metres are written as mtr.");
    case Kind::UnknownWord:
        return tr("This looks like a target but is read as words.");
    case Kind::TooLong:
        return tr("The workout is too long; what follows from here is not read.");
    }
    return {};
}

QString WorkoutWords::remedy(const workout::Warning &warning)
{
    using Kind = workout::Warning::Kind;
    switch (warning.kind) {
    case Kind::RepeatSwallowed:
    case Kind::NestedRepeat:
        return tr("Add a blank line");
    case Kind::IndentedStep:
        return tr("Move it to the left");
    case Kind::MisspeltRepeat:
    case Kind::RepeatInStep:
        return tr("Make it a repeat");
    case Kind::NotAStep:
        return tr("Make it a step");
    case Kind::DescendingRange:
        return tr("Make it a ramp");
    case Kind::TwoDurations:
        return tr("Make it one time");
    case Kind::DecimalComma:
        return tr("Use a point");
    case Kind::MinutesNotMetres:
        return tr("Make it metres");
    case Kind::UnknownWord:
        return tr("Make it a target");
    default:
        return {};
    }
}

}
