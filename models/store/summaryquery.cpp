// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/summaryquery.h"

#include "models/store/columns.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

Mark markOf(const QVariant &state)
{
    if (state.isNull())
        return Mark::Synced;
    const QString text = state.toString();
    if (text == "rejected"_L1)
        return Mark::Refused;
    if (text == "conflict"_L1)
        return Mark::Conflict;
    if (text == "unknown"_L1)
        return Mark::Unknown;
    return text == "inflight"_L1 ? Mark::Sending : Mark::Waiting;
}

template<typename T>
std::optional<T> optional(const QVariant &value)
{
    return value.isNull() ? std::nullopt : std::optional<T>(value.value<T>());
}

}

Summary summaryAt(const QSqlQuery &query)
{
    Summary s;
    s.id = {query.value(0).toString()};
    s.kind = Kind(query.value(1).toInt());
    s.remoteId = query.value(2).toString();
    s.day = QDate::fromString(query.value(3).toString(), Qt::ISODate);
    if (!query.value(4).isNull())
        s.time = QTime::fromString(query.value(4).toString(), Qt::ISODate);
    s.endDay = QDate::fromString(query.value(5).toString(), Qt::ISODate);
    s.category = domain::OpenEnum<domain::Category>::fromText(query.value(6).toString());
    s.type = query.value(7).toString();
    s.name = query.value(8).toString();
    s.load = optional<int>(query.value(9));
    if (!query.value(10).isNull())
        s.movingTime = std::chrono::seconds(query.value(10).toLongLong());
    s.distanceMetres = optional<double>(query.value(11));
    s.intensityPercent = optional<double>(query.value(12));
    s.compliancePercent = optional<double>(query.value(13));
    s.pairedWith = query.value(14).toString();
    s.profile = query.value(15).toByteArray();
    s.color = query.value(16).toString();
    const int flags = query.value(17).toInt();
    s.onFitnessChart = !(flags & OffFitnessChart);
    s.forWeek = flags & ForWeek;
    s.readOnly = flags & ReadOnly;
    s.stub = flags & Stub;
    s.mark = markOf(query.value(18));
    return s;
}

QList<Summary> summaries(QSqlQuery &query)
{
    QList<Summary> list;
    while (query.next())
        list.append(summaryAt(query));
    query.finish();
    return list;
}

}
