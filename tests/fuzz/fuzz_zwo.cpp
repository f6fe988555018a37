// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/zwo.h"
#include "tests/fuzz/fuzzedworkout.h"

/// Any bytes are a Zwift workout within bounds or refused; what was read is written so that it stays what it is.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    fuzzed::surviveWorkout(
        QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)), files::readZwo, files::writeZwo);
    return 0;
}
