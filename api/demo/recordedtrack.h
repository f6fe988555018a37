// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/streams.h"
#include "models/domain/stream.h"

namespace demo {

/// The channels of an uploaded recording as the service sends them, gaps as null; all if no types are named.
[[nodiscard]] QJsonArray streamsJson(const domain::StreamSet &streams, const QStringList &types);

/// The same recording as a track that intervals are measured on; a gap is not a number there.
[[nodiscard]] Track trackOf(const domain::StreamSet &streams, const Effort &laps);

}
