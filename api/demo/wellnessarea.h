// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"

namespace demo {

/// The wellness days: what the athlete wrote, with fitness computed at each read.
class WellnessArea
{
public:
    explicit WellnessArea(Core &core)
        : m_core(core)
    {
    }

    Reply handle(const http::Request &request, const QStringList &rest);

    /// One day as JSON text; it need not have been written.
    domain::Result<QByteArray> day(const QString &date);

    Reply putMany(const http::Request &request);

private:
    Reply upload(const http::Request &request);
    Reply list(const QUrlQuery &query);
    Reply put(const QUrlQuery &query, QDate day, const QJsonObject &body);
    /// Merges and keeps the day; a locked one stays as it is. 422 for keys that there are not.
    domain::Result<QJsonObject> stored(QDate day, const QJsonObject &body);
    /// All of them or none.
    Reply storeAll(const QList<std::pair<QDate, QJsonObject>> &days);
    void carryToAthlete(const QJsonObject &body);
    [[nodiscard]] QJsonObject shown(QDate day, const QJsonObject &record, const QStringList &fields = {});

    Core &m_core;
};

}
