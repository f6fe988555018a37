// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QJsonObject>

namespace cli {

/// How to read a plan.
struct PlanReading {
    QString name; ///< of the file, for errors
    QDate monday; ///< of the week that weekdays are in; invalid: only whole dates
};

/// Reads a plan of a week or more, JSON or CSV, into events ready to be sent. Every row is checked before anything is
/// returned; errors name line and column, or the entry of the JSON. Each event has an external_id: its own, else one
/// made of its day, category, name and place among its equals, so that the same plan is known when it comes again.
[[nodiscard]] domain::Result<QList<QJsonObject>> plannedEvents(const QByteArray &bytes, const PlanReading &reading);

}
