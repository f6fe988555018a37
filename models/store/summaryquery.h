// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/summary.h"

namespace store {

/// The columns every query for summaries selects, in the order summaries() reads them. The table is named e.
#define MICROCYCLE_SUMMARY_COLUMNS \
    "e.local_id, e.kind, e.remote_id, e.v_date, e.v_time, e.v_end, e.v_category, e.v_type, e.v_name, e.v_load," \
    " e.v_secs, e.v_metres, e.v_intensity, e.v_compliance, e.v_paired, e.v_profile, e.v_color, e.flags," \
    " (SELECT o.state FROM outbox o WHERE o.local_id=e.local_id ORDER BY o.seq DESC LIMIT 1)"

/// How many columns these are: others that a query selects stand behind.
constexpr int summaryColumns = 19;

/// Reads the row that the query stands on.
[[nodiscard]] Summary summaryAt(const QSqlQuery &query);
/// Reads every row of an executed query.
[[nodiscard]] QList<Summary> summaries(QSqlQuery &query);

}
