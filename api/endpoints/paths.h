// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/daterange.h"
#include "models/domain/ids.h"
#include "models/domain/result.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

/// The parts that the requests of all endpoints share.
namespace endpoints {

/// The person the credential belongs to.
[[nodiscard]] inline domain::AthleteId self()
{
    return {QStringLiteral("0")};
}

/// "/api/v1/athlete/<id>" and the rest.
[[nodiscard]] QString athletePath(const domain::AthleteId &athlete, const QString &rest = {});
/// "/api/v1/activity/<id>" and the rest.
[[nodiscard]] QString activityPath(const domain::ActivityId &activity, const QString &rest = {});

/// oldest and newest, both included.
[[nodiscard]] QUrlQuery rangeQuery(const domain::DateRange &days);

/// Adds a text with every character that means something in a query escaped; nothing for an empty text.
void addText(QUrlQuery &query, const QString &key, const QString &value);
void addNumber(QUrlQuery &query, const QString &key, double value);
void addFlag(QUrlQuery &query, const QString &key, bool value); ///< nothing for false

[[nodiscard]] http::Request get(const QString &path, const QUrlQuery &query = {});
[[nodiscard]] http::Request post(const QString &path, const QJsonObject &body, const QUrlQuery &query = {});
[[nodiscard]] http::Request put(const QString &path, const QJsonObject &body, const QUrlQuery &query = {});
[[nodiscard]] http::Request put(const QString &path, const QJsonArray &body, const QUrlQuery &query = {});
[[nodiscard]] http::Request post(const QString &path, const QJsonArray &body, const QUrlQuery &query = {});
/// For answers that are no JSON.
[[nodiscard]] http::Request getFile(const QString &path, const QUrlQuery &query = {});
[[nodiscard]] http::Request remove(const QString &path, const QUrlQuery &query = {});

/// Nothing, or some JSON; a web page was not sent by the service, so what was asked for has not happened.
[[nodiscard]] domain::Result<domain::Done> acknowledged(const QByteArray &body);
/// A list of texts, such as tags.
[[nodiscard]] domain::Result<QStringList> textList(const QByteArray &body);
/// A table as CSV; a web page or JSON is none.
[[nodiscard]] domain::Result<QByteArray> csvTable(const QByteArray &body);

}
