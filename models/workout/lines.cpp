// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/lines.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace workout {

namespace {

bool isBlank(QChar c)
{
    return c.isSpace() || c == u'\ufeff' || c == u'\u200b';
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

}

QStringView trimmed(QStringView line)
{
    while (!line.isEmpty() && isBlank(line.front()))
        line = line.mid(1);
    while (!line.isEmpty() && isBlank(line.back()))
        line.chop(1);
    return line;
}

std::optional<Count> countOf(QStringView line)
{
    if (line.isEmpty() || line.back().toLower() != u'x')
        return {};
    qsizetype end = line.size() - 1;
    while (end > 0 && line.at(end - 1).isSpace())
        --end;
    qsizetype start = end;
    while (start > 0 && isDigit(line.at(start - 1)))
        --start;
    if (start == end || (start > 0 && line.at(start - 1).isLetterOrNumber()))
        return {};
    // Seven digits are far beyond what counts, and no overflow.
    const QStringView digits = line.mid(start, end - start);
    const auto first = std::find_if(digits.begin(), digits.end(), [](QChar c) { return c != u'0'; });
    const QStringView figure = digits.mid(first - digits.begin());
    const int reps = figure.size() > 7 ? 9'999'999 : figure.toInt();
    return reps > 0 ? std::optional(Count {reps, start, line.size() - start}) : std::nullopt;
}

Section sectionOf(QStringView line)
{
    struct Name {
        QLatin1StringView name;
        Section section;
    };
    static constexpr std::array names {Name {"warmup"_L1, Section::Warmup},
        Name {"warm up"_L1, Section::Warmup},
        Name {"warm-up"_L1, Section::Warmup},
        Name {"cooldown"_L1, Section::Cooldown},
        Name {"cool down"_L1, Section::Cooldown},
        Name {"cool-down"_L1, Section::Cooldown}};
    for (const auto &known : names) {
        if (line.compare(known.name, Qt::CaseInsensitive) == 0)
            return known.section;
    }
    return Section::None;
}

std::optional<std::pair<QString, QString>> optionOf(QStringView line)
{
    const qsizetype colon = line.indexOf(u':');
    if (colon < 0 || colon > 20)
        return {};
    const QStringView name = trimmed(line.left(colon));
    const QStringView value = trimmed(line.mid(colon + 1));
    if (value.isEmpty())
        return {};
    if (name.compare("category"_L1, Qt::CaseInsensitive) == 0)
        return std::pair(u"category"_s, value.toString());
    if (name.compare("pool length"_L1, Qt::CaseInsensitive) == 0 && isDigit(value.front()))
        return std::pair(u"pool_length"_s, value.toString());
    static constexpr std::array averages {"lap"_L1, "1s"_L1, "3s"_L1, "10s"_L1, "30s"_L1};
    const bool isAverage = std::any_of(averages.begin(), averages.end(), [value](QLatin1StringView known) {
        return value.compare(known, Qt::CaseInsensitive) == 0;
    });
    if (name.compare("power"_L1, Qt::CaseInsensitive) == 0 && isAverage)
        return std::pair(u"power"_s, value.toString().toLower());
    return {};
}

QStringView LineSplitter::next()
{
    const auto *end = std::find_if(
        m_rest.begin(), m_rest.end(), [](QChar c) { return c == u'\n' || c == u'\r' || c == u'\u2029'; });
    const QStringView line = m_rest.left(end - m_rest.begin());
    if (end == m_rest.end()) {
        m_atEnd = true;
        return line;
    }
    const bool both = *end == u'\r' && end + 1 != m_rest.end() && *(end + 1) == u'\n';
    m_rest = m_rest.mid(line.size() + (both ? 2 : 1));
    return line;
}

}
