// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sportsettings.h"
#include "models/files/fitactivity.h"
#include "models/files/fitcrc.h"
#include "models/files/fitworkout.h"

#include <QtEndian>
#include <algorithm>

using namespace files;

namespace {

void require(bool holds)
{
    if (!holds)
        __builtin_trap();
}

/// Sets sizes and check sums right, so that what lies behind them is reached too.
QByteArray repaired(QByteArray bytes)
{
    const qsizetype header = bytes.isEmpty() ? 0 : quint8(bytes.front());
    if ((header != 12 && header != 14) || bytes.size() < header + 2)
        return bytes;
    qToLittleEndian(quint32(bytes.size() - header - 2), bytes.data() + 4);
    bytes.replace(8, 4, ".FIT");
    if (header == 14)
        bytes.replace(12, 2, QByteArray(2, '\0'));
    qToLittleEndian(fit::checksum(QByteArrayView(bytes).chopped(2)), bytes.data() + bytes.size() - 2);
    return bytes;
}

void readBoth(const QByteArray &bytes)
{
    const Bounds bounds {.records = 20'000};
    if (const auto file = readFitActivity(bytes, bounds, Damaged::Keep)) {
        for (const auto &channel : file->streams.channels)
            require(channel.values.size() == file->streams.timeSeconds.size());
        require(std::is_sorted(file->streams.timeSeconds.begin(), file->streams.timeSeconds.end()));
    }
    if (const auto file = readFitWorkout(bytes, bounds)) {
        const auto again = readFitWorkout(writeFitWorkout(*file, {}), bounds);
        require(again.ok() && again->workout.blocks.size() == file->workout.blocks.size());
    }
    (void)fitFileType(bytes);
}

}

/// Any bytes are read or refused, as an activity and as a workout; a workout that was read can be written and read
/// again.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    readBoth(bytes);
    readBoth(repaired(bytes));
    return 0;
}
