// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/tcx.h"
#include "tests/fuzz/fuzzedactivity.h"

/// Any bytes are a recording within bounds or refused.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzzed::surviveActivity(files::readTcx(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size))));
    return 0;
}
