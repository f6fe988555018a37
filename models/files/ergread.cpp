// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/course.h"
#include "models/files/cues.h"
#include "models/files/erg.h"
#include "models/files/limits.h"
#include "models/files/plaintext.h"

#include <QRegularExpression>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using Corner = Course::Corner;

constexpr double sameLine = 0.01; ///< watts or percent from a straight line

/// The slopes of all lines from one corner that pass close enough to every corner after it.
class Corridor
{
public:
    explicit Corridor(const Corner &from)
        : m_from(from)
    {
    }
    /// Whether a line to this corner is one of them.
    [[nodiscard]] bool contains(const Corner &to) const
    {
        const double run = to.minutes - m_from.minutes;
        return run > 0 && (to.value - m_from.value) / run >= m_low && (to.value - m_from.value) / run <= m_high;
    }
    void narrow(const Corner &by)
    {
        const double run = by.minutes - m_from.minutes;
        m_low = std::max(m_low, (by.value - sameLine - m_from.value) / run);
        m_high = std::min(m_high, (by.value + sameLine - m_from.value) / run);
    }

private:
    Corner m_from;
    double m_low = -std::numeric_limits<double>::infinity();
    double m_high = std::numeric_limits<double>::infinity();
};

/// The corners without those that lie on a straight line between their neighbours. A point that stands twice is the end
/// of a step, on a line or not.
QList<Corner> straightened(const QList<Corner> &corners)
{
    QList<Corner> kept {corners.first()};
    Corridor corridor(kept.last());
    for (qsizetype i = 1; i < corners.size(); ++i) {
        const Corner &here = corners.at(i);
        const bool last = i + 1 == corners.size();
        const bool jump
            = here.minutes == corners.at(i - 1).minutes || (!last && here.minutes == corners.at(i + 1).minutes);
        if (!last && !jump) {
            corridor.narrow(here);
            if (corridor.contains(corners.at(i + 1)))
                continue;
        }
        kept.append(here);
        corridor = Corridor(here);
    }
    return kept;
}

double secondsOf(double minutes)
{
    return std::round(minutes * 60);
}

/// Steps of the line, each with the second at which it begins.
struct Lane {
    QList<workout::Step> steps;
    QList<double> starts;
    int tooShort = 0;
};

/// How many steps a lane would have: many more than a workout may have are too large to be made first.
qsizetype stepsOf(const QList<Corner> &corners)
{
    qsizetype count = secondsOf(corners.first().minutes) > 0 ? 1 : 0;
    for (qsizetype i = 0; i + 1 < corners.size(); ++i)
        count += secondsOf(corners.at(i + 1).minutes) > secondsOf(corners.at(i).minutes) ? 1 : 0;
    return count;
}

Lane laneOf(const QList<Corner> &corners, workout::Unit unit)
{
    Lane lane;
    const auto add = [&](double from, double to, std::optional<workout::Target> target) {
        if (to <= from || lane.steps.size() > mostSteps)
            return; // one too many is enough to know
        workout::Step step;
        step.duration = std::chrono::seconds(qint64(to - from));
        step.power = std::move(target);
        step.ramp = step.power && step.power->isRange();
        lane.steps.append(step);
        lane.starts.append(from);
    };
    add(0, secondsOf(corners.first().minutes), {});
    for (qsizetype i = 0; i + 1 < corners.size(); ++i) {
        const Corner &from = corners.at(i);
        const Corner &to = corners.at(i + 1);
        if (to.minutes > from.minutes && secondsOf(to.minutes) == secondsOf(from.minutes))
            ++lane.tooShort;
        add(secondsOf(from.minutes), secondsOf(to.minutes), workout::Target {unit, from.value, to.value, {}});
    }
    return lane;
}

/// Gives each text to the step during which it is shown.
void placeWords(Lane &lane, const QList<Course::Words> &words, QList<Note> &notes)
{
    QList<QList<Cue>> cues(lane.steps.size());
    const double end = lane.starts.last() + double(lane.steps.last().duration->count());
    for (const auto &text : words) {
        if (text.seconds > end)
            notes.append({u"text at %1 s"_s.arg(text.seconds), u"after the end; moved to the end"_s});
        const double at = std::min(text.seconds, end);
        const auto after = std::upper_bound(lane.starts.begin(), lane.starts.end(), at);
        const qsizetype step = std::max<qsizetype>(0, after - lane.starts.begin() - 1);
        Cue cue {std::chrono::seconds(qint64(std::max(0.0, at - lane.starts.at(step)))), {}, text.text};
        if (text.lasts && *text.lasts >= 1 && *text.lasts <= 3600)
            cue.shownFor = std::chrono::seconds(qint64(*text.lasts));
        cues[step].append(cue);
    }
    for (qsizetype i = 0; i < cues.size(); ++i)
        lane.steps[i].text = stepText(cues.at(i));
}

/// The name without the ending of a course. Some programs write the whole path of the file there; a slash within a name
/// is no folder.
QString nameIn(const QString &fileName)
{
    static const QRegularExpression ending(u"\\.(erg|mrc)$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression folders(
        u"^(?:[a-z]:[\\\\/]|\\\\\\\\|~?/[^/ ]+/)(?:.*[\\\\/])?"_s, QRegularExpression::CaseInsensitiveOption);
    QString name = fileName;
    return name.remove(ending).remove(folders);
}

domain::Result<WorkoutFile> workoutOf(Course course, Course::Measure unsaid)
{
    WorkoutFile file;
    file.name = nameIn(course.fileName);
    file.description = course.description;
    file.notes = course.notes;
    if (course.ftp)
        file.ftpWatts = int(std::round(*course.ftp));
    if (course.measure == Course::Measure::Unsaid) {
        course.measure = unsaid;
        file.notes.append({u"course header"_s,
            unsaid == Course::Measure::Watts ? u"no unit; read as watts"_s : u"no unit; read as percentages"_s});
    }
    const auto unit = course.measure == Course::Measure::Percent ? workout::Unit::PercentFtp : workout::Unit::Watts;
    if (stepsOf(course.corners) > mostSteps) {
        course.corners = straightened(course.corners);
        file.notes.append({u"course data"_s, u"points on a straight line joined, since there are so many"_s});
    }
    Lane lane = laneOf(course.corners, unit);
    if (lane.steps.isEmpty())
        return domain::unreadable(u"course data"_s, u"no time passes in it"_s);
    if (lane.steps.size() > mostSteps)
        return domain::unreadable(u"course data"_s, u"more than %1 steps"_s.arg(mostSteps));
    if (lane.tooShort > 0)
        file.notes.append(
            {u"course data"_s, u"stretches shorter than half a second left out: %1"_s.arg(lane.tooShort)});
    placeWords(lane, course.words, file.notes);
    for (const auto &step : std::as_const(lane.steps))
        file.workout.blocks.append({1, {}, false, {step}});
    return file;
}

domain::Result<WorkoutFile> read(const QByteArray &bytes, const Bounds &bounds, Course::Measure unsaid)
{
    auto course = readCourse(bytes, bounds);
    return course ? workoutOf(*std::move(course), unsaid) : domain::Result<WorkoutFile>(course.error());
}

}

domain::Result<WorkoutFile> readErg(const QByteArray &bytes, const Bounds &bounds)
{
    return read(bytes, bounds, Course::Measure::Watts);
}

domain::Result<WorkoutFile> readMrc(const QByteArray &bytes, const Bounds &bounds)
{
    return read(bytes, bounds, Course::Measure::Percent);
}

}
