// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csvdates.h"

#include <QDate>
#include <array>

using namespace Qt::StringLiterals;

namespace files {

namespace {

struct Numbers {
    std::array<int, 3> values {};
    bool yearFirst = false;
    qsizetype length = 0;
};

/// Three numbers with the same mark between them at the start of the cell.
std::optional<Numbers> numbersIn(QStringView cell)
{
    Numbers read;
    QChar mark;
    qsizetype at = 0;
    for (size_t i = 0; i < 3; ++i) {
        const qsizetype start = at;
        while (at < cell.size() && at - start < 4 && cell.at(at) >= u'0' && cell.at(at) <= u'9')
            ++at;
        if (at == start)
            return {};
        read.values[i] = cell.mid(start, at - start).toInt();
        read.yearFirst = read.yearFirst || (i == 0 && at - start == 4);
        if (i == 2)
            break;
        if (at >= cell.size() || !QStringView(u"./-").contains(cell.at(at)) || (i == 1 && cell.at(at) != mark))
            return {};
        mark = cell.at(at++);
    }
    read.length = at;
    return read;
}

}

void DateOrderGuess::add(QStringView cell)
{
    const auto numbers = numbersIn(cell.trimmed());
    if (!numbers || numbers->yearFirst)
        return;
    m_any = true;
    m_dayFirst = m_dayFirst || numbers->values[0] > 12;
    m_monthFirst = m_monthFirst || numbers->values[1] > 12;
    m_dots = m_dots || cell.contains(u'.');
}

void DateOrderGuess::tell(CsvGuess &guess) const
{
    if (!m_any)
        return;
    guess.dateOrder = m_monthFirst && !m_dayFirst ? CsvGuess::DateOrder::MonthFirst : CsvGuess::DateOrder::DayFirst;
    // Nobody writes the month first with dots.
    guess.dateOrderCertain = m_dayFirst != m_monthFirst || (m_dots && !m_monthFirst);
}

QString isoDate(const QString &cell, CsvGuess::DateOrder order)
{
    const QString text = cell.trimmed();
    const auto numbers = numbersIn(text);
    if (!numbers)
        return cell;
    auto [year, month, day] = numbers->values;
    if (!numbers->yearFirst) {
        const auto [first, second, third] = numbers->values;
        year = third < 100 ? 2000 + third : third;
        month = order == CsvGuess::DateOrder::MonthFirst ? first : second;
        day = order == CsvGuess::DateOrder::MonthFirst ? second : first;
    }
    const QDate date(year, month, day);
    if (!date.isValid())
        return cell;
    QString time = text.mid(numbers->length).trimmed();
    if (time.startsWith(u'T'))
        time.remove(0, 1);
    if (time.size() > 1 && time.at(1) == u':')
        time.prepend(u'0');
    return date.toString(Qt::ISODate) + (time.isEmpty() ? QString() : u'T' + time);
}

}
