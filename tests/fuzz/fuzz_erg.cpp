// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/erg.h"
#include "tests/fuzz/fuzzedworkout.h"

/// Any bytes are a course of watts or percentages within bounds or refused; what was read is written so that it stays
/// what it is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    fuzzed::surviveWorkout(bytes, files::readErg, files::writeErg);
    fuzzed::surviveWorkout(bytes, files::readMrc, files::writeMrc);
    return 0;
}
