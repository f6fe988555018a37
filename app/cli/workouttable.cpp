// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/workouttable.h"

#include "models/workout/print.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// A step as its line without the dash and the label; what is left of it is how it is written.
QString bodyOf(workout::Step step)
{
    step.text.clear();
    step.duration.reset();
    step.metres.reset();
    step.warmup = step.cooldown = false;
    step.duration = std::chrono::seconds(1);
    workout::Workout single;
    single.blocks = {{1, {}, false, {step}}};
    return workout::print(single).mid(5); // "- 1s "
}

QString lengthOf(const workout::Step &step)
{
    workout::Step bare;
    bare.duration = step.duration;
    bare.metres = step.metres;
    workout::Workout single;
    single.blocks = {{1, {}, false, {bare}}};
    return workout::print(single).mid(2);
}

}

QList<QStringList> rowsOf(const workout::Workout &workout)
{
    QList<QStringList> rows {{u"Line"_s, u"Times"_s, u"Length"_s, u"Target"_s, u"Words"_s}};
    for (const auto &block : workout.blocks) {
        for (const auto &step : block.steps) {
            QStringList words;
            if (step.warmup || step.cooldown)
                words << (step.warmup ? u"(warm-up)"_s : u"(cool-down)"_s);
            if (!step.text.isEmpty())
                words << step.text;
            rows.append({QString::number(step.line + 1),
                block.repeat ? QString::number(block.reps) + u'x' : QString(),
                lengthOf(step),
                bodyOf(step),
                words.join(u' ')});
        }
    }
    return rows;
}

}
