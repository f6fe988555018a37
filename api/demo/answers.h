// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/daterange.h"
#include "models/domain/localdatetime.h"
#include "models/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>

namespace demo {

/// What an area answers with status 200: JSON (undefined for a body without anything), or a text for a table (csv);
/// else an error made by refusal() or noSuchPath().
using Reply = domain::Result<QJsonValue>;

/// An error of the service: status and text, answered as {"status":…,"error":…}.
[[nodiscard]] domain::Error refusal(int status, const QString &text);
/// The framework's 404 for paths that lead nowhere.
[[nodiscard]] domain::Error noSuchPath();
[[nodiscard]] domain::Error wrongMethod(const QByteArray &method);
/// 422 in the framework's words for a parameter that must be given and is not; nothing if it is there.
[[nodiscard]] std::optional<domain::Error> missingParameter(
    const QUrlQuery &query, const QString &key, const QString &type = QStringLiteral("String"));
/// 422 with the name of the key that cannot be read.
[[nodiscard]] domain::Error unreadableKey(const domain::Error &error);
[[nodiscard]] domain::Error unreadableFile(
    const QString &name, const domain::Error &error); ///< 422 that names the file

/// The answer as it goes out.
[[nodiscard]] http::Response responseOf(const Reply &reply, const QString &path, const QDateTime &now);

/// The same for an answer that is JSON text already.
[[nodiscard]] http::Response textResponse(
    const domain::Result<QByteArray> &json, const QString &path, const QDateTime &now);

/// A file as an answer, to be saved under the name.
[[nodiscard]] http::Response fileResponse(const QString &name, const QByteArray &bytes);

/// The list as CSV: one column for each name, else for each key of the first object. What is not a single value is
/// written as JSON.
[[nodiscard]] http::Response csvResponse(const QJsonArray &list, const QStringList &columns);

/// The body as object; 422 if it is none.
[[nodiscard]] domain::Result<QJsonObject> bodyObject(const http::Request &request);
/// The body as a list of objects; 422 if it is none, 413 if it is longer than anybody's.
[[nodiscard]] domain::Result<QList<QJsonObject>> bodyObjects(const http::Request &request);

/// The moments a list asks for; untimed ends mean whole days.
struct Window {
    domain::LocalDateTime oldest;
    domain::LocalDateTime newest;

    [[nodiscard]] domain::DateRange days() const { return {oldest.day, newest.day}; }
    [[nodiscard]] bool contains(const domain::LocalDateTime &moment) const;
};

/// oldest and newest; without newest the given number of days on. 422 for dates that do not exist and for more than a
/// lifetime.
[[nodiscard]] domain::Result<Window> windowOf(const QUrlQuery &query, QDate oldest, int daysOn);
/// The limit of a list, 0 without one; 422 for what is no count.
[[nodiscard]] domain::Result<int> limitOf(const QUrlQuery &query);
/// A number of the query, or the fallback without one; 422 for what is no number.
[[nodiscard]] domain::Result<double> numberOf(const QUrlQuery &query, const QString &key, double fallback);
/// The same where one is needed: 422 without it.
[[nodiscard]] domain::Result<double> neededNumber(const QUrlQuery &query, const QString &key);
/// A list parameter, comma separated or repeated.
[[nodiscard]] QStringList listOf(const QUrlQuery &query, const QString &key);
[[nodiscard]] bool isTrue(const QUrlQuery &query, const QString &key);
/// A parameter that is a number; absent without one, 422 for what is none.
[[nodiscard]] domain::Result<std::optional<double>> numberOf(const QUrlQuery &query, const QString &key);

/// The object over the blank, which has every known key as null; with a fields filter only those, without nulls.
[[nodiscard]] QJsonObject complete(const QJsonObject &object, const QJsonObject &blank, const QStringList &fields = {});

/// Puts the given keys over the object the way the service merges: -1 clears a number, "" a text and [] a list; null
/// changes nothing.
[[nodiscard]] QJsonObject merged(QJsonObject object, const QJsonObject &body);

/// Rows as a table with commas.
[[nodiscard]] QString csvOf(const QList<QStringList> &rows);

/// The service computes with floats and prints their shortest form.
[[nodiscard]] double asFloat(double value);

}
