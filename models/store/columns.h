// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/domain/event.h"
#include "models/domain/sportsettings.h"
#include "models/domain/wellness.h"
#include "models/store/summary.h"

#include <QJsonObject>
#include <QVariantList>

namespace store {

/// What of an entity stands in columns. Order and number are those of columnNames().
struct Columns {
    Summary summary;
    std::optional<double> ctl;
    std::optional<double> atl;
    std::optional<double> ramp;
    std::optional<int> ctlLoad;
    QString updated;
    QString externalId;
};

/// The columns of a value, of which nothing but its single values is looked at.
[[nodiscard]] domain::Result<Columns> columnsOf(const domain::Event &event, const QList<domain::SportSettings> &sports);
[[nodiscard]] domain::Result<Columns> columnsOf(const domain::Activity &activity);
[[nodiscard]] domain::Result<Columns> columnsOf(const domain::Wellness &wellness);

/// Reads the columns from a whole JSON object; sports are needed to draw the step profile of workouts.
[[nodiscard]] domain::Result<Columns> columnsOf(
    Kind kind, const QJsonObject &json, const QList<domain::SportSettings> &sports);

/// The day alone, without the work for the rest.
[[nodiscard]] std::optional<QDate> dayOf(Kind kind, const QJsonObject &json);

/// Values in the order: v_date, v_time, v_end, v_category, v_type, v_name, v_load, v_secs, v_metres, v_intensity,
/// v_compliance, v_paired, v_color, v_profile, v_ctl, v_atl, v_ramp, v_ctl_load, flags, base_updated.
[[nodiscard]] QVariantList bindings(const Columns &columns);

/// The bits of the column flags.
enum Flag { OffFitnessChart = 1, ForWeek = 2, ReadOnly = 4, Stub = 8, Span = 16 };

}
