// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoapi.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

/// A demo to talk to without transport, its made-up athlete made once and copied for each.
namespace demotalk {

inline const QDate today(2026, 3, 12);
inline const QByteArray key = "demokey12345";
inline const QString events = QStringLiteral("/api/v1/athlete/0/events");

[[nodiscard]] inline demo::Options optionsFor(const QString &database)
{
    return {.databasePath = database, .seed = 1, .today = today, .key = key, .now = [] {
                return QDateTime(today, QTime(9, 0), Qt::UTC);
            }};
}

[[nodiscard]] inline demo::DemoApi made()
{
    static const QTemporaryDir folder;
    static int copies = 0;
    const QString original = folder.filePath(QStringLiteral("original.db"));
    if (copies == 0)
        demo::DemoApi populated(optionsFor(original));
    const QString copy = folder.filePath(QStringLiteral("%1.db").arg(++copies));
    if (!QFile::copy(original, copy))
        qFatal("the database cannot be copied");
    return demo::DemoApi(optionsFor(copy));
}

struct Answer {
    int status;
    QJsonObject json;
    QByteArray body;
    QJsonArray list;
};

[[nodiscard]] inline Answer sent(demo::DemoApi &api, http::Request request)
{
    request.headers.insert("authorization", "Basic " + QByteArray("API_KEY:" + key).toBase64());
    const auto response = api.handle(request);
    const auto document = QJsonDocument::fromJson(response.body);
    return {response.status, document.object(), response.body, document.array()};
}

[[nodiscard]] inline Answer ask(
    demo::DemoApi &api, const QByteArray &method, const QString &target, const QJsonObject &body = {})
{
    const QUrl url(QStringLiteral("http://x") + target);
    return sent(api,
        {method,
            url.path(),
            QUrlQuery(url),
            body.isEmpty() ? QByteArray() : QJsonDocument(body).toJson(),
            "application/json",
            {}});
}

[[nodiscard]] inline Answer askList(
    demo::DemoApi &api, const QByteArray &method, const QString &target, const QJsonArray &body)
{
    const QUrl url(QStringLiteral("http://x") + target);
    return sent(api, {method, url.path(), QUrlQuery(url), QJsonDocument(body).toJson(), "application/json", {}});
}

/// The status without a key.
[[nodiscard]] inline int strangersStatus(demo::DemoApi &api, const QByteArray &method, const QString &path)
{
    return api.handle({.method = method, .path = path}).status;
}

[[nodiscard]] inline QString errorOf(const Answer &answer)
{
    return answer.json.value(QLatin1StringView("error")).toString();
}

/// An event with a length and a load and no steps; its id.
[[nodiscard]] inline qint64 planned(
    demo::DemoApi &api, QDate day, const QString &name, int seconds, const QString &type = QStringLiteral("Ride"))
{
    return ask(api,
        "POST",
        events,
        {{QStringLiteral("category"), QStringLiteral("WORKOUT")},
            {QStringLiteral("type"), type},
            {QStringLiteral("name"), name},
            {QStringLiteral("start_date_local"), day.toString(Qt::ISODate) + QStringLiteral("T00:00:00")},
            {QStringLiteral("moving_time"), seconds},
            {QStringLiteral("icu_training_load"), 80}})
        .json.value(QLatin1StringView("id"))
        .toInteger();
}

}
