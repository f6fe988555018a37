// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/reading.h"

namespace files {

/// Collects what happened to the steps of a workout, one note for everything that happened in the same way.
class StepNotes
{
public:
    /// Steps count from 1, as written.
    void add(const QString &detail, int step);
    [[nodiscard]] QList<Note> list() const;

private:
    struct Entry {
        QString detail;
        QList<int> steps;
    };
    QList<Entry> m_entries;
};

}
