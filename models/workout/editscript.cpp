// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/editscript.h"

#include "models/workout/lines.h"

#include <algorithm>

namespace workout {

QString applied(QString text, const QList<Change> &changes)
{
    for (auto change = changes.rbegin(); change != changes.rend(); ++change)
        text.replace(change->at, change->length, change->text);
    return text;
}

Script::Script(QString text)
    : m_text(std::move(text))
{
    Reading reading = readWithPieces(m_text);
    m_workout = std::move(reading.workout);
    m_highlights = std::move(reading.pieces);
    if (!m_text.isEmpty())
        m_lines.clear();
    for (LineSplitter lines(m_text); !m_text.isEmpty() && !lines.atEnd();) {
        const QStringView line = lines.next();
        const qsizetype start = line.data() - m_text.constData();
        m_lines.emplace_back(start, start + line.size());
    }
    for (int block = 0; block < m_workout.blocks.size(); ++block) {
        const QList<Step> &steps = m_workout.blocks.at(block).steps;
        for (int step = 0; step < steps.size(); ++step)
            m_places.push_back({steps.at(step).line, block, step});
    }
}

QStringView Script::line(int line) const
{
    if (line < 0 || line >= lineCount())
        return {};
    return QStringView(m_text).mid(startOf(line), endOf(line) - startOf(line));
}

QString Script::lineBreak() const
{
    return lineCount() > 1 ? m_text.mid(endOf(0), startOf(1) - endOf(0)) : QString(u'\n');
}

const Script::Place *Script::placeOf(int line) const
{
    const auto found = std::ranges::lower_bound(m_places, line, {}, &Place::line);
    return found != m_places.end() && found->line == line ? &*found : nullptr;
}

const Step *Script::stepAt(int line) const
{
    const Place *place = placeOf(line);
    return place ? &step(*place) : nullptr;
}

int Script::headerLine(int index) const
{
    return block(index).repeat ? block(index).header.line.line : -1;
}

int Script::firstLine(int index) const
{
    const int header = headerLine(index);
    return header >= 0 ? header : block(index).steps.first().line;
}

int Script::lastLine(int index) const
{
    return block(index).steps.last().line;
}

QList<int> Script::linesOf(int index) const
{
    QList<int> lines;
    for (const Step &step : block(index).steps)
        lines.append(step.line);
    return lines;
}

}
