// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <chrono>
#include <optional>

namespace workout {

/// Words that a trainer shows at a time within a step.
struct Cue {
    std::chrono::seconds at {0};
    std::optional<std::chrono::seconds> shownFor;
    QString text;

    friend bool operator==(const Cue &, const Cue &) = default;
};

/// A step's text in its parts: what is shown at the start, and the timed cues. "Settle in 33^Find your rhythm<!>" says
/// "Settle in" at once and the rest after 33 s; "60^30 Go" is shown for 30 s. Without "<!>" all of it is the label.
struct CuedLabel {
    QString label;
    QList<Cue> cues;

    friend bool operator==(const CuedLabel &, const CuedLabel &) = default;
};
[[nodiscard]] CuedLabel cuedLabelOf(const QString &text);

/// The text that reads as these parts again; characters that would end a cue are left out.
[[nodiscard]] QString textOf(const CuedLabel &parts);

/// How far cues go in the text of a step: past the last "<!>" with a "^" before it, 0 without one.
[[nodiscard]] qsizetype cuesEnd(QStringView text);
/// Where the first cue begins in a text that has some: at the digits before the first "^".
[[nodiscard]] qsizetype cuesStart(QStringView text);

}
