// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/course.h"
#include "api/demo/state.h"
#include "api/http/request.h"
#include "models/domain/event.h"
#include "models/domain/result.h"

#include <QDateTime>
#include <functional>

namespace demo {

/// How a demo begins.
struct Options {
    QString databasePath = QStringLiteral(":memory:");
    quint32 seed = 1;
    QDate today; ///< the reference date: the same seed and date give the same athlete
    QByteArray key;
    bool populate = true;
    std::function<QDateTime()> now = [] { return QDateTime::currentDateTimeUtc(); };
};

/// The service's API over a state of its own, without any transport: a request in, a response out. The HTTP shell and
/// the tests use the same object.
class DemoApi
{
public:
    explicit DemoApi(Options options);

    [[nodiscard]] http::Response handle(const http::Request &request);
    [[nodiscard]] static QString athleteId();

private:
    using Reply = domain::Result<QJsonValue>;

    [[nodiscard]] bool authorised(const http::Request &request) const;
    Reply route(const http::Request &request);
    Reply athlete(const http::Request &request, const QStringList &rest);
    Reply sportSettings(const http::Request &request, const QStringList &rest);
    Reply events(const http::Request &request, const QStringList &rest);
    Reply listEvents(const QUrlQuery &query);
    Reply createEvents(const http::Request &request, bool bulk);
    Reply updateEvent(const QString &id, const http::Request &request);
    Reply activities(const QUrlQuery &query);
    Reply activity(const http::Request &request, const QString &id, const QString &part);
    Reply wellness(const http::Request &request, const QStringList &rest);
    Reply putWellness(QDate day, const QJsonObject &body);

    /// Stores an event written by a client: merges, parses the workout text, computes what the service computes.
    domain::Result<QJsonObject> store(QJsonObject merged, const QJsonObject &body, const std::optional<domain::Event> &before);
    [[nodiscard]] QJsonObject shown(const domain::Event &event);
    [[nodiscard]] QJsonObject wellnessOf(QDate day);
    [[nodiscard]] const Course &course();
    [[nodiscard]] QString stamp(); ///< an instant that no earlier write had

    Options m_options;
    State m_state;
    Course m_course;
    QDateTime m_lastStamp;
};

}
