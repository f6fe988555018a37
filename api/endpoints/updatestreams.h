// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/stream.h"

#include <QStringList>

namespace endpoints {

/// Which channels an update changed and which it took away.
struct StreamsUpdated {
    QStringList updated;
    QStringList deleted;

    friend bool operator==(const StreamsUpdated &, const StreamsUpdated &) = default;
};
[[nodiscard]] domain::Result<StreamsUpdated> streamsUpdated(const QByteArray &body);

/// The channels as a table: a row a tick, a column a stream.
struct DownloadStreamTable {
    using Response = QByteArray;
    domain::ActivityId activity;
    QStringList types = {}; ///< all if empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

/// Puts channels in the place of what was recorded; one without data is taken away.
struct UpdateStreams {
    using Response = StreamsUpdated;
    domain::ActivityId activity;
    QList<domain::Stream> streams;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return streamsUpdated(body); }
};

/// The same from a table with the headings that DownloadStreamTable gives.
struct UpdateStreamTable {
    using Response = StreamsUpdated;
    domain::ActivityId activity;
    QByteArray table;

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return streamsUpdated(body); }
};

}
