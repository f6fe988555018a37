// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/models/files/fitbuilder.h"

/// Planned workouts as other programs may write them.
namespace support {

inline constexpr quint32 none = 0xFFFFFFFF;

/// The fields of a step message, in the order of its definition here.
struct BuiltStep {
    int durationType = 0;
    quint32 duration = 60'000;
    int targetType = 2;
    quint32 target = 0;
    quint32 low = none;
    quint32 high = none;
    int intensity = 0;
    QByteArray name = {};
    QByteArray notes = {};
};

/// A ride in these steps.
[[nodiscard]] inline QByteArray workoutOf(const QList<BuiltStep> &steps, int fileType = 5)
{
    FitBuilder builder;
    constexpr int uint16Type = 0x84, uint32Type = 0x86, textType = 0x07;
    builder.fileId(fileType).define(1, 26, {{4, 1, 0}, {6, 2, uint16Type}, {8, 8, textType}});
    builder.data(1,
        little(quint8(2), quint16(steps.size()))
            + QByteArray("Over \xff").leftJustified(8, 'x')); // F20: no NUL, not UTF-8
    builder.define(2,
        27,
        {{254, 2, uint16Type},
            {1, 1, 0},
            {2, 4, uint32Type},
            {3, 1, 0},
            {4, 4, uint32Type},
            {5, 4, uint32Type},
            {6, 4, uint32Type},
            {7, 1, 0},
            {0, 10, textType},
            {8, 30, textType}});
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const BuiltStep &step = steps.at(i);
        builder.data(2,
            little(quint16(i),
                quint8(step.durationType),
                step.duration,
                quint8(step.targetType),
                step.target,
                step.low,
                step.high,
                quint8(step.intensity))
                + step.name.leftJustified(10, '\0') + step.notes.leftJustified(30, '\0'));
    }
    return builder.file();
}

}
