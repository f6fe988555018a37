// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QJsonObject>

namespace support {

/// The day of plannedRide().
inline const QDate rideDay(2026, 3, 12);

/// A ride that is planned, as the service tells of it; `updated` as it writes times, or any other mark.
[[nodiscard]] inline QJsonObject plannedRide(
    int id, const QString &name, const QString &updated = QStringLiteral("2026-03-01T00:00:00"))
{
    using namespace Qt::StringLiterals;
    return {{u"id"_s, id},
        {u"category"_s, u"WORKOUT"_s},
        {u"type"_s, u"Ride"_s},
        {u"name"_s, name},
        {u"start_date_local"_s, u"2026-03-12T00:00:00"_s},
        {u"updated"_s, updated}};
}

}
