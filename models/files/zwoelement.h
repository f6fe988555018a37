// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/files/cues.h"
#include "models/files/stepnotes.h"
#include "models/workout/workout.h"

#include <QMap>

namespace files {

/// One element of a Zwift workout: its attributes and text events, names in lower case.
struct ZwoElement {
    QString name; ///< as written, for notes
    QMap<QString, QString> attributes; ///< few: a hash would take more than the element in the file
    QList<Cue> cues;
};

/// Turns elements into blocks of a workout, one after the other; it keeps the time, so that fractions of a second add
/// up.
class ZwoSteps
{
public:
    ZwoSteps(bool run, bool byDistance)
        : m_run(run)
        , m_byDistance(byDistance)
    {
    }

    /// What is wrong with the element, if anything; the error names the step.
    std::optional<domain::Error> add(const ZwoElement &element);

    [[nodiscard]] const QList<workout::Block> &blocks() const { return m_blocks; }
    [[nodiscard]] QList<Note> notes() const { return m_notes.list(); }
    [[nodiscard]] int stepCount() const { return m_steps; }

private:
    using Failure = std::optional<domain::Error>;

    Failure addPlain(const ZwoElement &element, const QString &name);
    Failure addIntervals(const ZwoElement &element);
    Failure length(const ZwoElement &element, const QString &attribute, std::optional<double> &value);
    Failure powerPair(const ZwoElement &element, const QStringList &names, workout::Step &step);
    Failure addSteps(const workout::Step &on, const workout::Step &off, int repeats, const QList<Cue> &cues);
    void setLength(workout::Step &step, double length, const ZwoElement &element, bool summed);
    void setCadence(const ZwoElement &element, const QString &plain, workout::Step &step);
    [[nodiscard]] bool countsMetres(const ZwoElement &element) const;
    [[nodiscard]] domain::Error wrong(const ZwoElement &element, const QString &attribute, const QString &why) const;
    Failure append(const workout::Block &block);

    bool m_run;
    bool m_byDistance;
    int m_number = 0; ///< of the element, from 1
    int m_steps = 0;
    double m_clock = 0; ///< seconds up to here
    QList<workout::Block> m_blocks;
    StepNotes m_notes;
};

}
