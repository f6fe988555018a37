// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/stepreader.h"

#include "models/workout/cues.h"
#include "models/workout/lines.h"
#include "models/workout/units.h"

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// Whether a token may begin here: not within a word, a decimal, the value of "power=5s", or right behind the last sign
/// of what could be a token itself, as in "65%5m" and "5\"10km".
bool mayBegin(QStringView line, qsizetype at)
{
    static const QString marks = u"'\"\u2019\u2032\u201d\u2033"_s;
    const QChar before = line.at(at - 1);
    if (before.isLetterOrNumber() || before == u'.' || before == u'=' || before == u'%')
        return false;
    return !(marks.contains(before) && at > 1 && line.at(at - 2).isDigit());
}

}

StepReader::StepReader(QStringView line, int number)
{
    const QStringView content = trimmed(line);
    const qsizetype dash = content.data() - line.data();
    m_line = line.left(dash + content.size());
    m_start = std::min(dash + 1, m_line.size());
    m_start += trimmed(m_line.mid(m_start)).data() - m_line.mid(m_start).data();
    m_step.line = number;
    m_step.places.set(Part::Line, {number, int(dash), int(content.size())});
}

Step StepReader::read()
{
    scan(Units::Official);
    if (m_step.duration || m_step.metres || m_isZero)
        return std::move(m_step);
    StepReader usual(m_line, m_step.line);
    usual.scan(Units::Usual);
    const bool startsSo = !usual.m_tokens.isEmpty() && usual.m_tokens.first().at == m_start;
    if ((usual.m_step.duration || usual.m_step.metres) && (m_hasTarget || startsSo))
        *this = std::move(usual);
    return std::move(m_step);
}

void StepReader::scan(Units units)
{
    // Timed cues such as "Settle in 33^Find your rhythm<!>" are words to show, whatever they contain.
    qsizetype at = m_start + cuesEnd(m_line.mid(m_start));
    while (at < m_line.size()) {
        const bool boundary = at == m_start || mayBegin(m_line, at);
        Read token;
        if (boundary)
            token
                = readToken(m_line.mid(at), m_labelEnd < 0 ? Spacing::RangesTouch : Spacing::RangesMayBeSpaced, units);
        if (boundary && token.length == 0 && m_labelEnd >= 0)
            token = readCadenceInProse(m_line.mid(at));
        if (token.length > 0 && take(token.token, {m_step.line, int(at), int(token.length)})) {
            if (m_labelEnd < 0)
                m_labelEnd = at;
            m_tokens.append({std::move(token.token), at, token.length});
            at += token.length;
        } else {
            ++at;
        }
    }
    finish();
}

bool StepReader::take(const Token &token, const Place &place)
{
    if (const auto *keyword = std::get_if<Keyword>(&token))
        return takeKeyword(*keyword, place);
    if (const auto *measure = std::get_if<Measure>(&token)) {
        // A zone before the duration takes the label with it.
        if (isZone(measure->target.unit) && !m_step.duration && !m_step.metres)
            m_labelLost = true;
        setTarget(measure->target, place);
    } else if (const auto *duration = std::get_if<Duration>(&token)) {
        m_step.duration = duration->value;
        m_step.places.set(Part::Duration, place);
    } else if (const auto *distance = std::get_if<Distance>(&token)) {
        m_step.metres = distance->metres;
        m_step.places.set(Part::Distance, place);
    } else if (const auto *cadence = std::get_if<Cadence>(&token)) {
        m_step.cadenceRpm = std::pair(cadence->from, cadence->to);
        m_step.places.set(Part::Cadence, place);
    }
    return true;
}

bool StepReader::takeKeyword(const Keyword &keyword, const Place &place)
{
    using Word = Keyword::Word;
    const auto stands = [&](Part part) { m_step.places.set(part, place); };
    switch (keyword.word) {
    case Word::Ramp:
        if (m_labelEnd < 0)
            return false; // "Ramp to failure 1m" only says so
        m_step.ramp = true;
        stands(Part::Ramp);
        break;
    case Word::Freeride:
        m_step.freeride = true;
        stands(Part::Freeride);
        break;
    case Word::MaxEffort:
        m_step.maxEffort = true;
        stands(Part::MaxEffort);
        break;
    case Word::HidePower:
    case Word::ShowPower:
        m_step.hidePower = keyword.word == Word::HidePower;
        stands(Part::HidePower);
        break;
    case Word::PressLap:
        m_step.untilLapPress = true;
        stands(Part::PressLap);
        break;
    case Word::CustomZone:
        m_step.customZone = keyword.value;
        m_hasTarget = true;
        stands(Part::CustomZone);
        break;
    case Word::Intensity:
        m_step.intensity = keyword.value;
        stands(Part::Intensity);
        break;
    case Word::PowerAverage:
        m_averages[0] = keyword.value;
        stands(Part::PowerAverage);
        break;
    case Word::HrAverage:
        m_averages[1] = keyword.value;
        stands(Part::HeartRateAverage);
        break;
    case Word::PaceAverage:
        m_averages[2] = keyword.value;
        stands(Part::PaceAverage);
        break;
    }
    return true;
}

void StepReader::setTarget(const Target &target, const Place &place)
{
    m_hasTarget = true;
    switch (familyOf(target.unit)) {
    case Family::Power:
        m_step.power = target;
        m_step.places.set(Part::Power, place);
        break;
    case Family::HeartRate:
        m_step.heartRate = target;
        m_step.places.set(Part::HeartRate, place);
        break;
    case Family::Pace:
        m_step.pace = target;
        m_step.places.set(Part::Pace, place);
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
    if (m_step.duration && m_step.duration->count() == 0) {
        m_step.duration.reset();
        m_isZero = true;
    }
    if (m_step.metres && *m_step.metres <= 0) {
        m_step.metres.reset();
        m_isZero = true;
    }
    // In "60% MMP 5m" alone, the only duration is the step's.
    if (!m_step.duration && !m_step.metres && m_step.power && m_step.power->over) {
        if (m_step.power->over->count() > 0)
            m_step.duration = m_step.power->over;
        m_step.power->over.reset();
        m_step.places.set(Part::Duration, m_step.places.of(Part::Power));
    }
    m_isZero = m_isZero && !m_step.duration && !m_step.metres;
    if (m_labelLost)
        return;
    const QStringView label = m_line.mid(m_start, labelEnd() - m_start).trimmed();
    m_step.text = label.toString();
    if (!label.isEmpty())
        m_step.places.set(Part::Label, {m_step.line, int(label.data() - m_line.data()), int(label.size())});
}

}
