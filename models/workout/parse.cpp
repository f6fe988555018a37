// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"

#include "models/workout/stepreader.h"

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

/// "pool length: 25m", "category: …" and "power: 3s" set something for the whole workout.
std::optional<std::pair<QString, QString>> optionOf(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 0 || colon > 20)
        return {};
    const QString name = line.left(colon).trimmed().toString().toLower();
    const QString value = line.mid(colon + 1).trimmed().toString();
    if (name == "category"_L1 && !value.isEmpty())
        return std::pair(name, value);
    if (name == "pool length"_L1 && !value.isEmpty() && value.at(0).isDigit())
        return std::pair(u"pool_length"_s, value);
    static const QStringList averages {u"lap"_s, u"1s"_s, u"3s"_s, u"10s"_s, u"30s"_s};
    if (name == "power"_L1 && averages.contains(value.toLower()))
        return std::pair(name, value.toLower());
    return {};
}

/// Walks the lines and keeps what is open: a repeat, a section, prose.
class Reader
{
public:
    Workout read(const QString &text)
    {
        const auto lines = QStringView(text).left(longestText).split(u'\n');
        int number = 0;
        for (; number < lines.size() && m_steps < mostSteps; ++number)
            readLine(lines.at(number), number);
        if (number < lines.size() || text.size() > longestText)
            m_workout.warnings.append({Warning::Kind::TooLong, number});
        closeRepeat();
        m_workout.description = m_prose.join(u'\n').trimmed();
        return m_workout;
    }

private:
    void readLine(QStringView raw, int number)
    {
        const QStringView line = raw.trimmed();
        if (line.isEmpty()) {
            closeRepeat();
            m_section = Section::None;
            m_afterStep = false;
            addProse({});
        } else if (line.startsWith(u'-')) {
            // The service has lost the repetition of an indented list; it counts here, but the person should know.
            if (m_open && raw.front().isSpace())
                m_workout.warnings.append({Warning::Kind::IndentedStep, number});
            readStep(line.mid(1).trimmed(), number);
        } else if (const auto reps = repeatsOf(line)) {
            openRepeat(*reps, line, number);
        } else if (const Section section = sectionOf(line); section != Section::None) {
            m_section = section;
        } else if (const auto option = optionOf(line)) {
            m_workout.options.insert(option->first, option->second);
        } else {
            addProse(raw);
        }
    }

    void addProse(QStringView line)
    {
        if (m_workout.blocks.isEmpty() && !m_open)
            m_prose.append(line.endsWith(u'\r') ? line.chopped(1).toString() : line.toString());
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
        if (!step.duration && !step.metres) {
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

Workout parse(const QString &text)
{
    return Reader().read(text);
}

}
