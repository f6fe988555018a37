// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/textreader.h"

#include "models/workout/cues.h"
#include "models/workout/remarks.h"

using namespace Qt::StringLiterals;

namespace workout {

namespace {

/// What follows from a token for its colour.
Highlight::Kind kindOf(const Token &token)
{
    using Kind = Highlight::Kind;
    if (std::holds_alternative<Duration>(token))
        return Kind::Duration;
    if (std::holds_alternative<Distance>(token))
        return Kind::Distance;
    if (std::holds_alternative<Cadence>(token))
        return Kind::Cadence;
    if (const auto *measure = std::get_if<Measure>(&token)) {
        const Family family = familyOf(measure->target.unit);
        return family == Family::Power ? Kind::Power : family == Family::HeartRate ? Kind::HeartRate : Kind::Pace;
    }
    const auto *keyword = std::get_if<Keyword>(&token);
    return keyword && keyword->word == Keyword::Word::CustomZone ? Kind::Power : Kind::Keyword;
}

}

Workout TextReader::read(QStringView text)
{
    take(text);
    return finish();
}

void TextReader::take(QStringView text)
{
    if (m_tooLong)
        return;
    const qsizetype room = std::max(longestText - m_taken, qsizetype(0));
    LineSplitter lines(text.left(room));
    for (; !lines.atEnd() && m_steps < mostSteps; ++m_number)
        readLine(lines.next(), m_number);
    m_tooLong = !lines.atEnd() || text.size() > room;
    m_taken += text.size() + 1;
}

Workout TextReader::finish()
{
    if (m_tooLong)
        m_workout.warnings.append({Warning::Kind::TooLong, m_number});
    closeRepeat();
    m_workout.description = trimmed(m_prose.join(u'\n')).toString();
    return std::move(m_workout);
}

void TextReader::readLine(QStringView raw, int number)
{
    const QStringView line = trimmed(raw);
    if (line.isEmpty()) {
        closeRepeat();
        m_section = Section::None;
        m_afterStep = false;
        addProse({});
    } else if (line.front() == u'-') {
        // The service has lost the repetition of an indented list; it counts here, but the person should know.
        if (m_open && raw.front().isSpace())
            warn(Warning::Kind::IndentedStep, raw, raw.left(line.data() - raw.data() + 1), number);
        readStep(raw, number);
    } else if (const auto count = countOf(line)) {
        note(Highlight::Kind::RepeatHeader, raw, line, number);
        openRepeat(*count, raw, number);
    } else if (const Section section = sectionOf(line); section != Section::None) {
        note(Highlight::Kind::SectionHeader, raw, line, number);
        m_section = section;
    } else if (const auto option = optionOf(line)) {
        note(Highlight::Kind::OptionLine, raw, line, number);
        m_workout.options.insert(option->first, option->second);
    } else {
        note(Highlight::Kind::Prose, raw, line, number);
        if (const auto remark = remarkOnProse(raw, number))
            m_workout.warnings.append(*remark);
        addProse(raw);
    }
}

void TextReader::addProse(QStringView raw)
{
    if (m_workout.blocks.isEmpty() && !m_open)
        m_prose.append(raw.toString());
}

void TextReader::openRepeat(const Count &count, QStringView raw, int number)
{
    const QStringView line = trimmed(raw);
    if (m_afterStep) {
        warn(m_open ? Warning::Kind::NestedRepeat : Warning::Kind::RepeatSwallowed, raw, line, number);
        return;
    }
    closeRepeat();
    const QStringView piece = line.mid(count.at, count.length);
    if (count.reps > mostReps)
        warn(Warning::Kind::TooManyReps, raw, piece, number);
    m_open = Block {std::min(count.reps, mostReps), line.toString(), true, {}, {}};
    m_open->header.line = {number, int(line.data() - raw.data()), int(line.size())};
    m_open->header.count = {number, int(piece.data() - raw.data()), int(piece.size())};
}

void TextReader::closeRepeat()
{
    if (!m_open)
        return;
    const Place &place = m_open->header.line;
    if (m_open->steps.isEmpty())
        m_workout.warnings.append({Warning::Kind::EmptyRepeat, place.line, place.column, place.length});
    else
        m_workout.blocks.append(*std::exchange(m_open, {}));
    m_open.reset();
}

void TextReader::readStep(QStringView raw, int number)
{
    StepReader reader(raw, number);
    Step step = reader.read();
    m_afterStep = true;
    m_workout.warnings.append(remarksOn(step, reader));
    if (m_pieces)
        noteStep(reader, step);
    if (!step.duration && !step.metres)
        return;
    step.warmup = m_section == Section::Warmup;
    step.cooldown = m_section == Section::Cooldown;
    ++m_steps;
    if (m_open) {
        m_open->steps.append(std::move(step));
        return;
    }
    Block block;
    block.steps.append(std::move(step));
    m_workout.blocks.append(std::move(block));
}

void TextReader::warn(Warning::Kind kind, QStringView raw, QStringView piece, int number)
{
    m_workout.warnings.append({kind, number, int(piece.data() - raw.data()), int(piece.size())});
}

void TextReader::note(Highlight::Kind kind, QStringView raw, QStringView piece, int number)
{
    if (m_pieces && !piece.isEmpty())
        m_pieces->append({kind, {number, int(piece.data() - raw.data()), int(piece.size())}});
}

void TextReader::noteStep(const StepReader &reader, const Step &step)
{
    using Kind = Highlight::Kind;
    const QStringView line = reader.line();
    const auto words = [&](Kind kind, qsizetype from, qsizetype to) {
        note(kind, line, trimmed(line.mid(from, to - from)), step.line);
    };
    qsizetype at = reader.contentStart();
    if (!step.duration && !step.metres && !reader.hasTarget() && !reader.isZero()) {
        words(Kind::Prose, at, line.size()); // a bullet
        return;
    }
    const QStringView content = line.mid(at);
    if (const qsizetype end = cuesEnd(content); end > 0) {
        const qsizetype start = cuesStart(content.left(end));
        words(Kind::Label, at, at + start);
        words(Kind::Cue, at + start, at + end);
        at += end;
    }
    words(step.places.of(Part::Label).isKnown() ? Kind::Label : Kind::Prose, at, reader.labelEnd());
    at = reader.labelEnd();
    for (const auto &seen : reader.tokens()) {
        words(Kind::Prose, at, seen.at);
        words(kindOf(seen.token), seen.at, seen.at + seen.length);
        at = seen.at + seen.length;
    }
    words(Kind::Prose, at, line.size());
}

}
