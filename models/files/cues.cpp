// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/cues.h"

#include "models/files/plaintext.h"
#include "models/workout/parse.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr std::chrono::seconds usualStay(10);
constexpr qsizetype longestCue = 300;

bool readsAsLabel(const QString &label)
{
    const auto read = workout::parse("- "_L1 + label + " 7s 61%"_L1);
    if (read.blocks.size() != 1 || read.blocks.first().steps.size() != 1)
        return false;
    workout::Step expected;
    expected.text = label;
    expected.duration = std::chrono::seconds(7);
    expected.power = workout::Target {workout::Unit::PercentFtp, 61, 61, {}};
    return read.blocks.first().steps.first() == expected;
}

/// Words as one cue: marks that would end it are left out, and a number in front is not taken for how long it stays.
void makeSafe(Cue &cue)
{
    cue.text = plainLine(QString(cue.text).remove(u'^').replace(u"<!>"_s, u" "_s), longestCue);
    const bool numberFirst = !cue.text.isEmpty() && cue.text.front() >= u'0' && cue.text.front() <= u'9';
    if (numberFirst && !cue.shownFor)
        cue.shownFor = usualStay;
}

}

QList<Cue> cuesOf(const QString &stepText)
{
    const auto parts = workout::cuedLabelOf(stepText);
    QList<Cue> cues = parts.cues;
    if (!parts.label.isEmpty())
        cues.prepend({std::chrono::seconds(0), {}, parts.label});
    cues.removeIf([](const Cue &cue) { return cue.text.isEmpty(); });
    return cues;
}

QString stepText(QList<Cue> cues)
{
    std::stable_sort(cues.begin(), cues.end(), [](const Cue &a, const Cue &b) { return a.at < b.at; });
    workout::CuedLabel parts;
    for (Cue &cue : cues) {
        const bool labels = parts.label.isEmpty() && parts.cues.isEmpty() && cue.at.count() == 0 && !cue.shownFor;
        makeSafe(cue);
        if (cue.text.isEmpty())
            continue;
        if (labels && readsAsLabel(cue.text))
            parts.label = cue.text;
        else
            parts.cues.append(cue);
    }
    return workout::textOf(parts);
}

}
