// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

#include <QByteArray>

namespace store {

/// Streams of an activity as one block of float32 arrays, which opens about a hundred times faster than JSON.
[[nodiscard]] QByteArray encodeStreams(const domain::StreamSet &streams);
/// Nothing if the block is damaged.
[[nodiscard]] std::optional<domain::StreamSet> decodeStreams(const QByteArray &data);

}
