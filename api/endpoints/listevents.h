// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/paths.h"
#include "api/json/records.h"
#include "models/domain/event.h"

namespace endpoints {

/// What the calendar is asked for beside the days.
struct EventQuery {
    QStringList categories = {}; ///< all if empty
    int limit = 0; ///< none if 0
    std::optional<qint64> calendar = {};
    QString ext = {}; ///< zwo, mrc, erg or fit: with the workout as a file inside each event
    bool resolve = false; ///< with the targets in watts, beats per minute and metres per second
    std::optional<double> powerRangePercent = {}; ///< how wide a single target becomes, to each side
    std::optional<double> heartRateRangePercent = {};
    std::optional<double> paceRangePercent = {};
    QString locale = {}; ///< language of the texts of steps

    [[nodiscard]] QUrlQuery query(const domain::DateRange &days) const;
};

/// Planned workouts, notes and other events that touch the days.
struct ListEvents {
    using Response = json::Records<domain::Event>;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    QStringList categories = {}; ///< all if empty
    EventQuery more = {}; ///< its categories are added to those above

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body)
    {
        return json::records<domain::Event>(body);
    }
};

/// The same as a table.
struct ExportEvents {
    using Response = QByteArray;
    domain::AthleteId athlete = self();
    domain::DateRange days;
    EventQuery more = {};

    [[nodiscard]] http::Request request() const;
    [[nodiscard]] static domain::Result<Response> parse(const QByteArray &body) { return csvTable(body); }
};

}
