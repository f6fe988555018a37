// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/stepnotes.h"

#include <QStringList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype mostNamed = 5;

}

void StepNotes::add(const QString &detail, int step)
{
    const auto found
        = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &entry) { return entry.detail == detail; });
    Entry &entry = found == m_entries.end() ? m_entries.emplaceBack(Entry {detail, {}}) : *found;
    if (entry.steps.isEmpty() || entry.steps.last() != step)
        entry.steps.append(step);
}

QList<Note> StepNotes::list() const
{
    QList<Note> notes;
    for (const auto &entry : m_entries) {
        QStringList numbers;
        for (const int step : entry.steps.mid(0, mostNamed))
            numbers << QString::number(step);
        const qsizetype more = entry.steps.size() - numbers.size();
        QString item = (entry.steps.size() == 1 ? "step "_L1 : "steps "_L1) + numbers.join(", "_L1);
        if (more > 0)
            item += u" and %1 more"_s.arg(more);
        notes.append({item, entry.detail});
    }
    return notes;
}

}
