// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/cues.h"
#include "models/files/erg.h"
#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/stepnotes.h"
#include "models/files/wantedpower.h"

using namespace Qt::StringLiterals;

namespace files {

namespace {

// What stands for an effort or for rolling along where nothing is asked for; a course has a power at every moment.
constexpr double maxEffortPercent = 150;
constexpr double easyPercent = 50;

class Writer
{
public:
    Writer(const WorkoutFile &file, const domain::SportSettings &settings, PowerScale scale)
        : m_file(file)
        , m_settings(settings)
        , m_scale(scale)
        , m_ftp(file.ftpWatts.value_or(workout::ftpOf(settings, false)))
    {
    }

    domain::Result<Written> write()
    {
        if (m_ftp <= 0 && needsFtp())
            return domain::unreadable(u"FTP"_s, u"the workout needs one to be written like this"_s);
        for (const auto &block : m_file.workout.blocks)
            addBlock(block);
        if (m_steps > mostSteps)
            return domain::unreadable(u"workout"_s, u"more than %1 steps"_s.arg(mostSteps));
        if (double(m_clock) > longestCourseMinutes * 60)
            return domain::unreadable(u"workout"_s, u"longer than %1 minutes"_s.arg(longestCourseMinutes));
        if (m_steps == 0)
            return domain::unreadable(u"workout"_s, u"there is no step in it"_s);
        QString text = header() + "[COURSE DATA]\r\n"_L1 + m_data + "[END COURSE DATA]\r\n"_L1;
        if (!m_words.isEmpty())
            text += "[COURSE TEXT]\r\n"_L1 + m_words + "[END COURSE TEXT]\r\n"_L1;
        return Written {text.toUtf8(), losses() + m_notes.list()};
    }

private:
    /// Whether any step has to be turned from percentages into watts or back.
    bool needsFtp() const
    {
        const auto own = m_scale == PowerScale::Watts ? workout::Unit::Watts : workout::Unit::PercentFtp;
        for (const auto &block : m_file.workout.blocks) {
            for (const auto &step : block.steps) {
                const bool percentAnyway = m_scale == PowerScale::PercentOfFtp && !step.power && !step.heartRate;
                if (!percentAnyway && (!step.power || step.power->unit != own))
                    return true;
            }
        }
        return false;
    }

    const QString &prose() const
    {
        return m_file.description.isEmpty() ? m_file.workout.description : m_file.description;
    }

    /// What of the file as a whole has no place in a course.
    QList<Note> losses() const
    {
        QList<Note> list;
        if (prose().trimmed().contains(u'\n'))
            list.append({u"description"_s, u"written in one line"_s});
        if (!m_file.tags.isEmpty())
            list.append({u"tags"_s, u"the file has no place for them"_s});
        return list;
    }

    QString header() const
    {
        const bool watts = m_scale == PowerScale::Watts;
        const QString name = plainLine(m_file.name, 200);
        QString text = u"[COURSE HEADER]\r\n"_s;
        if (m_ftp > 0)
            text += u"FTP = %1\r\n"_s.arg(m_ftp);
        text += "VERSION = 2\r\nUNITS = METRIC\r\nDESCRIPTION = "_L1 + plainLine(prose(), 2000) + "\r\nFILE NAME = "_L1
            + name + (watts ? ".erg\r\nMINUTES WATTS\r\n"_L1 : ".mrc\r\nMINUTES PERCENT\r\n"_L1)
            + "[END COURSE HEADER]\r\n"_L1;
        return text;
    }

    void addBlock(const workout::Block &block)
    {
        const int first = m_number;
        for (int rep = 0; rep < std::max(1, block.reps) && m_steps <= mostSteps; ++rep) {
            m_number = first;
            for (const auto &step : block.steps)
                addStep(step);
        }
    }

    void addStep(const workout::Step &step)
    {
        ++m_number;
        const qint64 length = workout::durationOf(step, m_settings).count();
        if (length <= 0)
            return m_notes.add(u"without a duration, left out"_s, m_number);
        ++m_steps;
        if (!step.duration)
            m_notes.add(u"distance written as the time that it takes"_s, m_number);
        auto [start, end] = powerOf(step);
        if (start != end && !step.ramp) {
            m_notes.add(u"range written as its middle"_s, m_number);
            start = end = (start + end) / 2;
        }
        if (std::max(start, end) > highestCourseValue) {
            m_notes.add(u"more than %1; cut to that"_s.arg(highestCourseValue), m_number);
            start = std::min(start, highestCourseValue);
            end = std::min(end, highestCourseValue);
        }
        if (step.cadenceRpm)
            m_notes.add(u"written without its cadence"_s, m_number);
        const auto cues = cuesOf(step.text);
        for (const Cue &cue : cues)
            m_words += numberText(double(m_clock + cue.at.count()), 0) + u'\t'
                + plainLine(cue.text).replace(u'\t', u' ') + u'\t'
                + (cue.shownFor ? QString::number(cue.shownFor->count()) : QString()) + "\r\n"_L1;
        addCorner(start);
        m_clock += length;
        addCorner(end);
    }

    std::pair<double, double> powerOf(const workout::Step &step)
    {
        const auto wanted = step.freeride && !step.power ? std::nullopt : wantedPower(step, m_scale, m_settings, m_ftp);
        if (wanted) {
            if (!wanted->how.isEmpty())
                m_notes.add(wanted->how, m_number);
            return {wanted->start, wanted->end};
        }
        const double percent = step.maxEffort ? maxEffortPercent : easyPercent;
        const double value = m_scale == PowerScale::Watts ? percent * m_ftp / 100 : percent;
        const bool hasTarget = step.power || step.pace || step.heartRate || !step.customZone.isEmpty();
        m_notes.add((hasTarget ? u"target not known as power; written as %1 % of FTP"_s
                               : u"no target; written as %1 % of FTP"_s)
                        .arg(percent),
            m_number);
        return {value, value};
    }

    /// Four decimals of a minute are six milliseconds.
    void addCorner(double value)
    {
        m_data += numberText(double(m_clock) / 60, 4) + u'\t' + numberText(value, 2) + "\r\n"_L1;
    }

    const WorkoutFile &m_file;
    const domain::SportSettings &m_settings;
    PowerScale m_scale;
    int m_ftp;
    QString m_data;
    QString m_words;
    StepNotes m_notes;
    qint64 m_clock = 0;
    int m_number = 0;
    int m_steps = 0;
};

}

domain::Result<Written> writeErg(const WorkoutFile &file, const domain::SportSettings &settings)
{
    return Writer(file, settings, PowerScale::Watts).write();
}

domain::Result<Written> writeMrc(const WorkoutFile &file, const domain::SportSettings &settings)
{
    return Writer(file, settings, PowerScale::PercentOfFtp).write();
}

}
