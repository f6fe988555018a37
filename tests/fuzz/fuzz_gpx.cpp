// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/gpx.h"
#include "tests/fuzz/fuzzedactivity.h"

/// Any bytes are a track within bounds or refused.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzzed::surviveActivity(files::readGpx(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))));
    return 0;
}
