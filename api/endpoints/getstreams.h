// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/stream.h"

#include <QStringList>

namespace endpoints {

/// The recorded channels of an activity.
struct GetStreams {
    using Response = QList<domain::Stream>;
    domain::ActivityId activity;
    QStringList types = {}; ///< all if empty

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body);
};

}
