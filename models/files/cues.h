// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <chrono>
#include <optional>

namespace files {

/// Words to show some time after a step has begun. A step's label is the cue at its start.
struct Cue {
    std::chrono::seconds at {0};
    std::optional<std::chrono::seconds> lasts = {}; ///< how long they stay
    QString text;

    friend bool operator==(const Cue &, const Cue &) = default;
};

/// What the text of a step shows and when: "Settle in 33^Find your rhythm<!>" is two cues.
[[nodiscard]] QList<Cue> cuesOf(const QString &stepText);

/// The text of a step that shows these cues; words that would read as a target stay words.
[[nodiscard]] QString stepText(QList<Cue> cues);

}
