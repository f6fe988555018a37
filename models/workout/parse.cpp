// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"

#include "models/workout/tokens.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

constexpr qsizetype longestText = 100'000;
constexpr qsizetype mostSteps = 1000;

/// The repeat count of a line such as "Main set 4x".
std::optional<int> repeatsOf(QStringView line)
{
    line = line.trimmed();
    if (line.isEmpty() || line.back().toLower() != u'x')
        return {};
    qsizetype end = line.size() - 1;
    while (end > 0 && line.at(end - 1).isSpace())
        --end;
    qsizetype start = end;
    while (start > 0 && line.at(start - 1) >= u'0' && line.at(start - 1) <= u'9')
        --start;
    if (start == end || end - start > 4 || (start > 0 && line.at(start - 1).isLetterOrNumber()))
        return {};
    const int reps = line.mid(start, end - start).toInt();
    return reps > 0 ? std::optional(reps) : std::nullopt;
}

enum class Section { None, Warmup, Cooldown };

Section sectionOf(QStringView line)
{
    const QString word = line.trimmed().toString().toLower();
    if (word == "warmup"_L1 || word == "warm up"_L1 || word == "warm-up"_L1)
        return Section::Warmup;
    if (word == "cooldown"_L1 || word == "cool down"_L1 || word == "cool-down"_L1)
        return Section::Cooldown;
    return Section::None;
}

void setTarget(Step &step, const Target &target)
{
    switch (familyOf(target.unit)) {
    case Family::Power:
        step.power = target;
        break;
    case Family::HeartRate:
        step.heartRate = target;
        break;
    case Family::Pace:
        step.pace = target;
        break;
    }
}

/// Collects the tokens of one step line; the last of a kind wins.
class StepReader
{
public:
    explicit StepReader(QStringView line, int number)
        : m_line(line)
    {
        m_step.line = number;
    }

    Step read()
    {
        qsizetype at = 0;
        while (at < m_line.size()) {
            const bool boundary = at == 0 || !(m_line.at(at - 1).isLetterOrNumber() || m_line.at(at - 1) == u'.');
            const Read token = boundary ? readToken(m_line.mid(at)) : Read {};
            if (token.length > 0 && take(token.token, at))
                at += token.length;
            else
                ++at;
        }
        m_step.text = m_labelLost ? QString() : m_line.left(m_labelEnd < 0 ? m_line.size() : m_labelEnd).trimmed().toString();
        return m_step;
    }
    [[nodiscard]] bool hasTarget() const { return m_hasTarget; }

private:
    bool take(const Token &token, qsizetype at)
    {
        if (const auto *keyword = std::get_if<Keyword>(&token))
            return takeKeyword(*keyword, at);
        if (const auto *measure = std::get_if<Measure>(&token)) {
            const bool zone = measure->target.unit == Unit::PowerZone || measure->target.unit == Unit::HrZone || measure->target.unit == Unit::PaceZone;
            // A zone before the duration takes the label with it.
            if (zone && !m_step.duration && !m_step.metres)
                m_labelLost = true;
            setTarget(m_step, measure->target);
            m_hasTarget = true;
        } else if (const auto *duration = std::get_if<Duration>(&token)) {
            m_step.duration = duration->value;
        } else if (const auto *distance = std::get_if<Distance>(&token)) {
            m_step.metres = distance->metres;
        } else if (const auto *cadence = std::get_if<Cadence>(&token)) {
            m_step.cadenceRpm = std::pair(cadence->from, cadence->to);
        }
        endLabel(at);
        return true;
    }

    bool takeKeyword(const Keyword &keyword, qsizetype at)
    {
        using Word = Keyword::Word;
        const bool inLabel = m_labelEnd < 0;
        switch (keyword.word) {
        case Word::Ramp:
            if (inLabel)
                return false; // "Ramp to failure 1m" only says so
            m_step.ramp = true;
            break;
        case Word::Freeride:
            m_step.freeride = true;
            break;
        case Word::MaxEffort:
            m_step.maxEffort = true;
            break;
        case Word::HidePower:
        case Word::ShowPower:
            m_step.hidePower = keyword.word == Word::HidePower;
            break;
        case Word::PressLap:
            m_step.untilLapPress = true;
            break;
        case Word::Intensity:
            m_step.intensity = keyword.value;
            break;
        case Word::PowerAverage:
            m_averages[0] = keyword.value;
            break;
        case Word::HrAverage:
            m_averages[1] = keyword.value;
            break;
        case Word::PaceAverage:
            m_averages[2] = keyword.value;
            break;
        }
        endLabel(at);
        applyAverages();
        return true;
    }

    void applyAverages()
    {
        if (m_step.power && !m_averages[0].isEmpty())
            m_step.power->average = m_averages[0];
        if (m_step.heartRate && !m_averages[1].isEmpty())
            m_step.heartRate->average = m_averages[1];
        if (m_step.pace && !m_averages[2].isEmpty())
            m_step.pace->average = m_averages[2];
    }

    void endLabel(qsizetype at)
    {
        if (m_labelEnd < 0)
            m_labelEnd = at;
    }

    QStringView m_line;
    Step m_step;
    QString m_averages[3];
    qsizetype m_labelEnd = -1;
    bool m_labelLost = false;
    bool m_hasTarget = false;
};

/// Walks the lines and keeps what is open: a repeat, a section, prose.
class Reader
{
public:
    Workout read(const QString &text)
    {
        const QStringList lines = text.left(longestText).split(u'\n');
        for (int number = 0; number < lines.size() && m_steps < mostSteps; ++number)
            readLine(lines.at(number), number);
        closeRepeat();
        m_workout.description = m_prose.join(u'\n').trimmed();
        return m_workout;
    }

private:
    void readLine(const QString &raw, int number)
    {
        const QStringView line = QStringView(raw).trimmed();
        if (line.isEmpty()) {
            closeRepeat();
            m_section = Section::None;
            m_afterStep = false;
        } else if (line.startsWith(u'-')) {
            readStep(line.mid(1).trimmed(), number);
        } else if (const auto reps = repeatsOf(line)) {
            openRepeat(*reps, line, number);
        } else if (const Section section = sectionOf(line); section != Section::None) {
            m_section = section;
        } else if (m_workout.blocks.isEmpty() && !m_open) {
            m_prose.append(raw);
        }
    }

    void openRepeat(int reps, QStringView line, int number)
    {
        if (m_afterStep) {
            m_workout.warnings.append({m_open ? Warning::Kind::NestedRepeat : Warning::Kind::RepeatSwallowed, number});
            return;
        }
        closeRepeat();
        m_open = Block {reps, line.toString(), true, {}};
        m_openLine = number;
    }

    void closeRepeat()
    {
        if (!m_open)
            return;
        if (m_open->steps.isEmpty())
            m_workout.warnings.append({Warning::Kind::EmptyRepeat, m_openLine});
        else
            m_workout.blocks.append(*m_open);
        m_open.reset();
    }

    void readStep(QStringView line, int number)
    {
        StepReader reader(line, number);
        Step step = reader.read();
        m_afterStep = true;
        const bool timed = step.duration && step.duration->count() > 0;
        const bool measured = step.metres && *step.metres > 0;
        if (!timed && !measured) {
            if (reader.hasTarget())
                m_workout.warnings.append({Warning::Kind::StepWithoutDuration, number});
            return;
        }
        step.warmup = m_section == Section::Warmup;
        step.cooldown = m_section == Section::Cooldown;
        ++m_steps;
        if (m_open)
            m_open->steps.append(step);
        else
            m_workout.blocks.append({1, {}, false, {step}});
    }

    Workout m_workout;
    QStringList m_prose;
    std::optional<Block> m_open;
    int m_openLine = 0;
    qsizetype m_steps = 0;
    Section m_section = Section::None;
    bool m_afterStep = false;
};

}

Family familyOf(Unit unit)
{
    if (unit <= Unit::PercentMmp)
        return Family::Power;
    return unit <= Unit::Bpm ? Family::HeartRate : Family::Pace;
}

Workout parse(const QString &text)
{
    return Reader().read(text);
}

}
