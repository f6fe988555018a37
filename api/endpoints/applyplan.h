// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "models/domain/folder.h"

#include <QDate>

namespace endpoints {

/// Lays a plan out on the calendar from a day on; the service makes the events.
struct ApplyPlan {
    using Response = domain::Done;
    domain::AthleteId athlete = self();
    domain::FolderId folder;
    QDate start;

    [[nodiscard]] http::Request request() const;
    /// What the service says beside "done" is not documented; the events are read from the calendar.
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return acknowledged(body); }
};

}
