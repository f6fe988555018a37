// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/answers.h"
#include "api/demo/core.h"
#include "models/domain/event.h"
#include "models/workout/document.h"

namespace demo {

/// The calendar: listing, reading, writing and deleting events.
class EventArea
{
public:
    explicit EventArea(Core &core)
        : m_core(core)
    {
    }

    Reply handle(const http::Request &request, const QStringList &rest);
    Reply duplicate(const http::Request &request);
    Reply tags(const http::Request &request);
    Reply fitnessModel(const http::Request &request);
    Reply calendars(const http::Request &request);

private:
    /// What of a list's parameters is not the window.
    struct Wanted {
        int limit = 0; ///< none if 0
        QString format; ///< of the file inside each event; empty without one
        QStringList categories;
        QStringList fields;
        std::optional<workout::DocumentOptions> resolved; ///< how wide single targets become
        bool elsewhere = false; ///< of a calendar that there is not
    };
    static domain::Result<Wanted> wantedOf(const QUrlQuery &query);

    Reply list(const QUrlQuery &query);
    Reply ofDays(const http::Request &request);
    Reply updateDays(const http::Request &request);
    Reply removeDays(const http::Request &request);
    Reply removeNamed(const http::Request &request);
    Reply markDone(const http::Request &request, const QString &id);
    Reply copies(const QList<QJsonObject> &originals, int count, int weeks);
    Reply one(const http::Request &request, const QString &id);
    Reply create(const http::Request &request);
    Reply createMany(const http::Request &request);
    Reply remove(const QJsonObject &known, const QUrlQuery &query);
    void forget(const QJsonObject &event);

    /// Creates, or updates what the query's upsert rules match.
    domain::Result<QJsonObject> upsert(const QJsonObject &body, const QUrlQuery &query, const QString &planApplied);
    [[nodiscard]] std::optional<QJsonObject> matching(const QJsonObject &body, const QUrlQuery &query);
    /// Merges, checks, computes what the service computes, and keeps the event. Nothing is kept on an error.
    domain::Result<QJsonObject> store(const std::optional<QJsonObject> &known, const QJsonObject &body);
    void readText(domain::Event &event, const QJsonObject &body);
    [[nodiscard]] Reply shownOr(const domain::Result<QJsonObject> &stored);
    [[nodiscard]] QJsonObject shown(const QJsonObject &event, const QStringList &fields = {});
    /// With the targets of its steps in absolute units, by the settings of today.
    [[nodiscard]] QJsonObject withTargets(QJsonObject event, const workout::DocumentOptions &ranges);
    /// With the workout as a file inside, where it is one.
    [[nodiscard]] QJsonObject withFile(QJsonObject shown, const QJsonObject &event, const QString &format);

    Core &m_core;
};

}
