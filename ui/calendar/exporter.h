// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/sportsettings.h"

#include <QTemporaryDir>

namespace ui {

/// Writes planned workouts to files: into a folder that a person chose, or for the time of a drag into one that goes
/// away with the program.
class Exporter
{
public:
    struct Outcome {
        QStringList paths;
        QStringList lost; ///< what the format could not hold, one line for each workout
        QStringList withoutSteps; ///< sessions that have nothing to write
        QList<domain::Error> refused;
    };

    /// Format by its ending: zwo, erg, mrc, fit or ics; a calendar takes all events into one file.
    [[nodiscard]] static Outcome write(const QList<domain::Event> &events,
        const QList<domain::SportSettings> &sports,
        const QString &format,
        const QString &folder,
        const QDateTime &now);

    /// The same into a folder of our own.
    [[nodiscard]] Outcome writeForDrag(const QList<domain::Event> &events,
        const QList<domain::SportSettings> &sports,
        const QString &format,
        const QDateTime &now);

    [[nodiscard]] static const QStringList &formats();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

}
