// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sport.h"
#include "models/files/cues.h"
#include "models/files/limits.h"
#include "models/files/plaintext.h"
#include "models/files/stepnotes.h"
#include "models/files/wantedpower.h"
#include "models/files/zwo.h"

#include <QXmlStreamWriter>

using namespace Qt::StringLiterals;

namespace files {

namespace {

using workout::Block;
using workout::Step;

/// A step with what the format makes of it.
struct Line {
    const Step *step = nullptr;
    int number = 0;
    double length = 0; ///< seconds, or metres
    std::optional<WantedPower> wanted;
};

class Writer
{
public:
    Writer(const WorkoutFile &file, const domain::SportSettings &settings)
        : m_file(file)
        , m_settings(settings)
        , m_ftp(file.ftpWatts.value_or(workout::ftpOf(settings, false)))
        , m_run(domain::familyOf(file.sport) == domain::SportFamily::Run)
        , m_byDistance(m_run && everyStepHasOnlyMetres())
        , m_xml(&m_written.bytes)
    {
        m_xml.setAutoFormatting(true);
    }

    domain::Result<Written> write()
    {
        m_xml.writeStartDocument();
        m_xml.writeStartElement(u"workout_file"_s);
        writeHead();
        m_xml.writeStartElement(u"workout"_s);
        for (const auto &block : m_file.workout.blocks)
            writeBlock(block);
        m_xml.writeEndDocument();
        if (m_count > mostSteps)
            return domain::unreadable(u"workout"_s, u"more than %1 steps"_s.arg(mostSteps));
        if (m_tooLong > 0)
            return domain::unreadable(u"step %1"_s.arg(m_tooLong), u"longer than the format is read again"_s);
        m_written.notes += m_notes.list();
        return m_written;
    }

private:
    bool everyStepHasOnlyMetres() const
    {
        bool any = false;
        for (const auto &block : m_file.workout.blocks) {
            for (const auto &step : block.steps) {
                if (step.duration || step.metres.value_or(0) <= 0)
                    return false;
                any = true;
            }
        }
        return any;
    }

    void writeHead()
    {
        m_xml.writeTextElement(u"author"_s, u"Microcycle"_s);
        m_xml.writeTextElement(u"name"_s, plainLine(m_file.name));
        const QString &prose = m_file.description.isEmpty() ? m_file.workout.description : m_file.description;
        m_xml.writeTextElement(u"description"_s, plain(prose));
        if (!m_file.sport.isEmpty()) {
            m_xml.writeTextElement(u"sportType"_s, m_run ? u"run"_s : u"bike"_s);
            if (!m_run && domain::familyOf(m_file.sport) != domain::SportFamily::Ride)
                m_written.notes.append({m_file.sport, u"written as cycling"_s});
        }
        if (m_file.workout.options.contains(u"category"_s))
            m_xml.writeTextElement(u"category"_s, plainLine(m_file.workout.options.value(u"category"_s)));
        if (m_byDistance)
            m_xml.writeTextElement(u"durationType"_s, u"distance"_s);
        m_xml.writeStartElement(u"tags"_s);
        for (const auto &tag : m_file.tags) {
            m_xml.writeEmptyElement(u"tag"_s);
            m_xml.writeAttribute(u"name"_s, plainLine(tag, 100));
        }
        m_xml.writeEndElement();
    }

    Line lineOf(const Step &step, int number)
    {
        Line line {&step,
            number,
            m_byDistance ? step.metres.value_or(0) : double(workout::durationOf(step, m_settings).count()),
            {}};
        line.wanted = m_run ? wantedPace(step, m_settings, m_ftp)
                            : wantedPower(step, PowerScale::PercentOfFtp, m_settings, m_ftp);
        return line;
    }

    void note(const Line &line)
    {
        const Step &step = *line.step;
        const bool hasTarget = step.power || step.pace || step.heartRate || !step.customZone.isEmpty();
        if (hasTarget && !line.wanted)
            m_notes.add(
                u"target left out, since the thresholds or zones that it needs are not known; written as free riding"_s,
                line.number);
        if (line.wanted && !line.wanted->how.isEmpty())
            m_notes.add(line.wanted->how, line.number);
        if (line.wanted && std::max(line.wanted->start, line.wanted->end) > highestPowerFraction * 100)
            m_notes.add(u"more than %1 times the threshold; cut to that"_s.arg(highestPowerFraction), line.number);
        if (!m_byDistance && !step.duration && step.metres)
            m_notes.add(u"distance written as the time that it takes"_s, line.number);
        if (step.untilLapPress)
            m_notes.add(u"written without the press of the lap button"_s, line.number);
        if (!step.intensity.isEmpty())
            m_notes.add(u"written without its intensity for devices"_s, line.number);
    }

    void writeBlock(const Block &block)
    {
        QList<Line> lines;
        for (const auto &step : block.steps) {
            ++m_number;
            lines.append(lineOf(step, m_number));
            if (lines.last().length <= 0) {
                m_notes.add(u"without a duration, left out"_s, m_number);
                lines.removeLast();
            } else {
                note(lines.last());
                if (lines.last().length > (m_byDistance ? longestStepMetres : longestStepSeconds))
                    m_tooLong = m_number;
            }
        }
        if (block.repeat && isIntervals(block, lines))
            return writeIntervals(block.reps, lines);
        if (block.repeat && block.reps > 1 && !lines.isEmpty())
            m_notes.add(u"repeat written out, since the format repeats only a steady effort and a steady rest"_s,
                lines.first().number);
        for (int rep = 0; rep < block.reps && m_count <= mostSteps; ++rep) {
            for (const auto &line : lines)
                writeStep(line);
        }
    }

    /// An effort and a rest without anything that the element for them does not know.
    static bool isIntervals(const Block &block, const QList<Line> &lines)
    {
        if (lines.size() != 2 || lines.size() != block.steps.size() || block.reps < 2 || block.reps > mostRepeats)
            return false;
        return std::all_of(lines.begin(), lines.end(), [&](const Line &line) {
            const Step &step = *line.step;
            const bool steadyCadence = !step.cadenceRpm || step.cadenceRpm->first == step.cadenceRpm->second;
            const bool special = step.ramp || step.freeride || step.maxEffort || step.warmup || step.cooldown;
            return line.wanted && steadyCadence && !special && step.hidePower == block.steps.first().hidePower;
        });
    }

    void writeIntervals(int repeats, const QList<Line> &lines)
    {
        m_count += 2;
        m_xml.writeStartElement(u"IntervalsT"_s);
        m_xml.writeAttribute(u"Repeat"_s, QString::number(repeats));
        double offset = 0;
        QList<Cue> once;
        for (const auto &[line, on] : {std::pair(&lines.first(), true), std::pair(&lines.last(), false)}) {
            m_xml.writeAttribute(on ? u"OnDuration"_s : u"OffDuration"_s, numberText(line->length, 3));
            writePower(*line,
                on ? u"OnPower"_s : u"OffPower"_s,
                on ? u"PowerOnLow"_s : u"PowerOffLow"_s,
                on ? u"PowerOnHigh"_s : u"PowerOffHigh"_s);
            if (line->step->cadenceRpm)
                m_xml.writeAttribute(
                    on ? u"Cadence"_s : u"CadenceResting"_s, numberText(line->step->cadenceRpm->first, 2));
            const auto cues = cuesWithin(*line, line->length - 1); // at its end the other one begins
            for (Cue cue : cues) {
                cue.at += std::chrono::seconds(qint64(offset));
                once.append(cue);
            }
            offset += m_byDistance ? 0 : line->length;
        }
        if (lines.first().step->hidePower)
            m_xml.writeAttribute(u"show_avg"_s, u"0"_s);
        for (int rep = 0; rep < repeats; ++rep) {
            for (Cue cue : once) {
                cue.at += std::chrono::seconds(qint64(offset * rep));
                writeCue(cue);
            }
        }
        m_xml.writeEndElement();
    }

    void writeStep(const Line &line)
    {
        ++m_count;
        const Step &step = *line.step;
        const bool rising = line.wanted && line.wanted->start < line.wanted->end;
        const bool range = line.wanted && line.wanted->start != line.wanted->end;
        QString name = u"SteadyState"_s;
        if (step.maxEffort)
            name = u"MaxEffort"_s;
        else if (step.freeride || !line.wanted)
            name = u"FreeRide"_s;
        else if (step.warmup && (step.ramp || !range))
            name = u"Warmup"_s;
        else if (step.cooldown && ((step.ramp && !rising) || !range))
            name = u"Cooldown"_s;
        else if (step.ramp && range)
            name = u"Ramp"_s;
        m_xml.writeStartElement(name);
        m_xml.writeAttribute(u"Duration"_s, numberText(line.length, 3));
        if (line.wanted)
            writePower(line,
                name == "Warmup"_L1 || name == "Cooldown"_L1 ? QString() : u"Power"_s,
                u"PowerLow"_s,
                u"PowerHigh"_s);
        if (step.cadenceRpm) {
            const auto [low, high] = *step.cadenceRpm;
            m_xml.writeAttribute(u"Cadence"_s, numberText((low + high) / 2, 2));
            if (low != high) {
                m_xml.writeAttribute(u"CadenceLow"_s, numberText(low, 2));
                m_xml.writeAttribute(u"CadenceHigh"_s, numberText(high, 2));
            }
        }
        if (step.hidePower)
            m_xml.writeAttribute(u"show_avg"_s, u"0"_s);
        const auto cues = cuesWithin(line, line.length);
        for (const Cue &cue : cues)
            writeCue(cue);
        m_xml.writeEndElement();
    }

    /// The words of a step, none later than the last second of it that can have some.
    QList<Cue> cuesWithin(const Line &line, double last)
    {
        QList<Cue> cues = cuesOf(line.step->text);
        if (m_byDistance)
            return cues;
        for (Cue &cue : cues) {
            const std::chrono::seconds most(std::max<qint64>(0, qint64(last)));
            if (cue.at > most)
                m_notes.add(u"text beyond the end of the step moved to its end"_s, line.number);
            cue.at = std::min(cue.at, most);
        }
        return cues;
    }

    /// One attribute for a steady target, a low and a high one for a range or where there is no other.
    void writePower(const Line &line, const QString &both, const QString &low, const QString &high)
    {
        const auto fraction
            = [](double percent) { return numberText(std::min(percent / 100, highestPowerFraction), 8); };
        const auto [start, end] = std::pair(line.wanted->start, line.wanted->end);
        const bool ramp = line.step->ramp && start != end;
        if (!both.isEmpty() && !ramp)
            m_xml.writeAttribute(both, fraction((start + end) / 2));
        if (both.isEmpty() || start != end) {
            m_xml.writeAttribute(low, fraction(start));
            m_xml.writeAttribute(high, fraction(end));
        }
    }

    void writeCue(const Cue &cue)
    {
        m_xml.writeEmptyElement(u"textevent"_s);
        m_xml.writeAttribute(u"timeoffset"_s, QString::number(cue.at.count()));
        m_xml.writeAttribute(u"message"_s, plainLine(cue.text));
        if (cue.shownFor)
            m_xml.writeAttribute(u"duration"_s, QString::number(cue.shownFor->count()));
    }

    const WorkoutFile &m_file;
    const domain::SportSettings &m_settings;
    int m_ftp;
    bool m_run;
    bool m_byDistance;
    Written m_written;
    QXmlStreamWriter m_xml;
    StepNotes m_notes;
    int m_number = 0; ///< of the step as the person wrote it
    int m_count = 0;
    int m_tooLong = 0; ///< the number of such a step
};

}

domain::Result<Written> writeZwo(const WorkoutFile &file, const domain::SportSettings &settings)
{
    return Writer(file, settings).write();
}

}
