// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

namespace json {

/// Reads a list of streams into numbers, without a tree of them; the same as packing the streams of records(), with the
/// same errors. What is no stream is left out.
[[nodiscard]] domain::Result<domain::StreamSet> samples(const QByteArray &body);

}
