// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/stream.h"

#include <QByteArray>

namespace store {

/// Streams of an activity as one block of float32 arrays, compressed by LZ4, which opens more than ten times faster
/// than JSON and takes about a third of the room.
[[nodiscard]] QByteArray encodeStreams(const domain::StreamSet &streams);
/// Nothing if the block is damaged. Blocks of earlier versions, which were not compressed, are read as well.
[[nodiscard]] std::optional<domain::StreamSet> decodeStreams(const QByteArray &data);

}
