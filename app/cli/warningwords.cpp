// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/warningwords.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Words {
    QLatin1StringView kind;
    QString sentence;
};

Words entryOf(workout::Warning::Kind kind)
{
    using Kind = workout::Warning::Kind;
    switch (kind) {
    case Kind::StepWithoutDuration:
        return {"step-without-duration"_L1, u"the step has neither time nor distance and is left out"_s};
    case Kind::ZeroStep:
        return {"zero-step"_L1, u"the step takes no time and is left out"_s};
    case Kind::RepeatSwallowed:
        return {"repeat-swallowed"_L1, u"the repeat does nothing, because there is no blank line before it"_s};
    case Kind::NestedRepeat:
        return {"nested-repeat"_L1, u"a repeat within a repeat does nothing"_s};
    case Kind::EmptyRepeat:
        return {"empty-repeat"_L1, u"the repeat has no steps under it"_s};
    case Kind::MisspeltRepeat:
        return {"misspelt-repeat"_L1, u"a repeat line ends with a number and x, for example 4x"_s};
    case Kind::RepeatInStep:
        return {"repeat-in-step"_L1, u"a count within a step does nothing, put it on a line of its own"_s};
    case Kind::TooManyReps:
        return {"too-many-reps"_L1, u"the repeat is counted as %1x"_s.arg(workout::mostReps)};
    case Kind::IndentedStep:
        return {"indented-step"_L1, u"the service may not repeat steps that are set in"_s};
    case Kind::NotAStep:
        return {"not-a-step"_L1, u"a step begins with a plain hyphen"_s};
    case Kind::DescendingRange:
        return {"descending-range"_L1, u"the range falls; the word ramp is missing, or its ends are swapped"_s};
    case Kind::TwoDurations:
        return {"two-durations"_L1, u"the step has two times, of which the last one counts"_s};
    case Kind::DecimalComma:
        return {"decimal-comma"_L1, u"decimals are written with a point"_s};
    case Kind::MinutesNotMetres:
        return {"minutes-not-metres"_L1, u"m is minutes, metres are written mtr"_s};
    case Kind::UnknownWord:
        return {"unknown-word"_L1, u"this looks like a target and is not understood"_s};
    case Kind::TooLong:
        return {"too-long"_L1, u"the text is not read from here on, it is too long"_s};
    }
    return {};
}

}

QString wordsOf(const workout::Warning &warning)
{
    return entryOf(warning.kind).sentence;
}

QString sentence(const workout::Warning &warning)
{
    return u"line %1: %2"_s.arg(warning.line + 1).arg(wordsOf(warning));
}

QJsonArray jsonOf(const QList<workout::Warning> &warnings)
{
    QJsonArray array;
    for (const auto &warning : warnings) {
        QJsonObject json {{u"line"_s, warning.line + 1},
            {u"kind"_s, QString(entryOf(warning.kind).kind)},
            {u"message"_s, sentence(warning)}};
        if (warning.length > 0) {
            json.insert(u"column"_s, warning.column + 1);
            json.insert(u"length"_s, warning.length);
        }
        array.append(json);
    }
    return array;
}

}
