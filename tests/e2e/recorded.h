// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace e2e {

/// A workout's text under the name it has in the story.
struct Recorded {
    QString name;
    QString sport;
    QByteArray text;
};

/// The recorded workouts of the corpus; a few of our own where there is no corpus, which is said aloud.
[[nodiscard]] QList<Recorded> recordedWorkouts();

}
