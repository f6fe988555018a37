// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QJsonObject>
#include <QMap>

namespace cli {

/// One row of a plan as it was written: what it is called in errors ("line 4"), and its cells by column.
struct PlanRow {
    QString place;
    QMap<QString, QString> cells; ///< by the name of the column, in lower case
    QString category = QStringLiteral("WORKOUT"); ///< unless the row says otherwise
};

/// The event that a row plans; errors name row and column. Weekdays are counted from the Monday given.
[[nodiscard]] domain::Result<QJsonObject> eventOfRow(const PlanRow &row, QDate monday);

/// The name of a column as the service or this program calls it, however it was written; empty if it is unknown.
[[nodiscard]] QString columnNamed(const QString &written);
/// The columns a plan may have, for messages.
[[nodiscard]] QStringList planColumns();

}
