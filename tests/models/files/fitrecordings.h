// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/files/fitactivity.h"
#include "tests/models/files/fitbuilder.h"

#include <cmath>

/// Small recordings, and what was read of them in a form to compare.
namespace support {

inline constexpr quint32 noon = 1'000'000'000; ///< 2021-09-08 of the format's epoch
inline constexpr int uint8Type = 0x02, sint8Type = 0x01, uint16Type = 0x84, uint32Type = 0x86, sint32Type = 0x85,
                     textType = 0x07, floatType = 0x88;

/// A file with an activity's id and records of a time and a heart rate.
[[nodiscard]] inline FitBuilder heartRates()
{
    FitBuilder builder;
    builder.fileId(4).define(1, 20, {{253, 4, uint32Type}, {3, 1, uint8Type}});
    return builder;
}

[[nodiscard]] inline QByteArray beat(quint32 second, int bpm)
{
    return little(quint32(noon + second), quint8(bpm));
}

[[nodiscard]] inline QByteArray threeBeats()
{
    return heartRates().data(1, beat(0, 120)).data(1, beat(1, 121)).data(1, beat(2, 122)).file();
}

[[nodiscard]] inline QList<double> channel(const files::ActivityFile &file, const QString &type)
{
    QList<double> values;
    if (const auto *samples = file.streams.find(type)) {
        for (const float value : samples->values)
            values << (std::isnan(value) ? -1 : std::round(double(value) * 1000) / 1000);
    }
    return values;
}

[[nodiscard]] inline QList<double> times(const files::ActivityFile &file)
{
    return {file.streams.timeSeconds.begin(), file.streams.timeSeconds.end()};
}

[[nodiscard]] inline QString notesOf(const files::ActivityFile &file)
{
    QStringList notes;
    for (const auto &note : file.notes)
        notes << note.item + QStringLiteral(": ") + note.detail;
    return notes.join(QStringLiteral(" | "));
}

/// The activity, which is not refused.
[[nodiscard]] inline files::ActivityFile readAll(const QByteArray &bytes)
{
    const auto file = files::readFitActivity(bytes);
    if (file.ok())
        return *file;
    qWarning("refused: %s", qPrintable(file.error().detail));
    return {};
}

}
