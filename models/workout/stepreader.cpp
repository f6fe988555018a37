// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/stepreader.h"

#include "models/workout/units.h"

using namespace Qt::StringLiterals;

namespace workout {

StepReader::StepReader(QStringView line, int number)
    : m_line(line)
{
    m_step.line = number;
}

Step StepReader::read()
{
    qsizetype at = cuesEnd();
    while (at < m_line.size()) {
        const bool boundary = at == 0 || !(m_line.at(at - 1).isLetterOrNumber() || m_line.at(at - 1) == u'.');
        Read token = boundary ? readToken(m_line.mid(at)) : Read {};
        if (boundary && token.length == 0 && m_labelEnd >= 0)
            token = readCadenceInProse(m_line.mid(at));
        if (token.length > 0 && take(token.token, at))
            at += token.length;
        else
            ++at;
    }
    finish();
    return m_step;
}

/// Timed cues such as "Settle in 33^Find your rhythm<!>" are words to show, whatever they contain.
qsizetype StepReader::cuesEnd() const
{
    static constexpr QLatin1StringView separator = "<!>"_L1;
    const qsizetype last = m_line.lastIndexOf(separator);
    return last > 0 && m_line.left(last).contains(u'^') ? last + separator.size() : 0;
}

bool StepReader::take(const Token &token, qsizetype at)
{
    if (const auto *keyword = std::get_if<Keyword>(&token)) {
        if (!takeKeyword(*keyword))
            return false;
    } else if (const auto *measure = std::get_if<Measure>(&token)) {
        // A zone before the duration takes the label with it.
        if (isZone(measure->target.unit) && !m_step.duration && !m_step.metres)
            m_labelLost = true;
        setTarget(measure->target);
    } else if (const auto *duration = std::get_if<Duration>(&token)) {
        m_step.duration = duration->value;
    } else if (const auto *distance = std::get_if<Distance>(&token)) {
        m_step.metres = distance->metres;
    } else if (const auto *cadence = std::get_if<Cadence>(&token)) {
        m_step.cadenceRpm = std::pair(cadence->from, cadence->to);
    }
    if (m_labelEnd < 0)
        m_labelEnd = at;
    return true;
}

bool StepReader::takeKeyword(const Keyword &keyword)
{
    using Word = Keyword::Word;
    switch (keyword.word) {
    case Word::Ramp:
        if (m_labelEnd < 0)
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
    case Word::CustomZone:
        m_step.customZone = keyword.value;
        m_hasTarget = true;
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
    return true;
}

void StepReader::setTarget(const Target &target)
{
    m_hasTarget = true;
    switch (familyOf(target.unit)) {
    case Family::Power:
        m_step.power = target;
        break;
    case Family::HeartRate:
        m_step.heartRate = target;
        break;
    case Family::Pace:
        m_step.pace = target;
        break;
    }
}

void StepReader::finish()
{
    if (m_step.power)
        m_step.power->average = m_averages[0];
    if (m_step.heartRate)
        m_step.heartRate->average = m_averages[1];
    if (m_step.pace)
        m_step.pace->average = m_averages[2];
    if (m_step.duration && m_step.duration->count() == 0)
        m_step.duration.reset();
    if (m_step.metres && *m_step.metres <= 0)
        m_step.metres.reset();
    // In "60% MMP 5m" alone, the only duration is the step's.
    if (!m_step.duration && !m_step.metres && m_step.power && m_step.power->over)
        m_step.duration = std::exchange(m_step.power->over, {});
    if (!m_labelLost)
        m_step.text = m_line.left(m_labelEnd < 0 ? m_line.size() : m_labelEnd).trimmed().toString();
}

}
