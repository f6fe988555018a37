// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/daterange.h"
#include "models/domain/localdatetime.h"
#include "models/domain/result.h"

#include <QJsonObject>

namespace demo {

/// What an area answers: JSON for status 200, or an error made by refusal() or noSuchPath().
using Reply = domain::Result<QJsonValue>;

/// An error of the service: status and text, answered as {"status":…,"error":…}.
[[nodiscard]] domain::Error refusal(int status, const QString &text);
/// The framework's 404 for paths that lead nowhere.
[[nodiscard]] domain::Error noSuchPath();
[[nodiscard]] domain::Error wrongMethod(const QByteArray &method);
/// 422 with the name of the key that cannot be read.
[[nodiscard]] domain::Error unreadableKey(const domain::Error &error);
[[nodiscard]] domain::Error unreadableFile(const QString &name, const domain::Error &error); ///< 422 that names the file

/// The answer as it goes out.
[[nodiscard]] http::Response responseOf(const Reply &reply, const QString &path, const QDateTime &now);

/// A file as an answer, to be saved under the name.
[[nodiscard]] http::Response fileResponse(const QString &name, const QByteArray &bytes);

/// The body as object; 422 if it is none.
[[nodiscard]] domain::Result<QJsonObject> bodyObject(const http::Request &request);

/// The moments a list asks for; untimed ends mean whole days.
struct Window {
    domain::LocalDateTime oldest;
    domain::LocalDateTime newest;

    [[nodiscard]] domain::DateRange days() const { return {oldest.day, newest.day}; }
    [[nodiscard]] bool contains(const domain::LocalDateTime &moment) const;
};

/// oldest and newest; without newest the given number of days on. 422 for dates that do not exist and for more than a lifetime.
[[nodiscard]] domain::Result<Window> windowOf(const QUrlQuery &query, QDate oldest, int daysOn);
/// The limit of a list, 0 without one; 422 for what is no count.
[[nodiscard]] domain::Result<int> limitOf(const QUrlQuery &query);
/// A list parameter, comma separated or repeated.
[[nodiscard]] QStringList listOf(const QUrlQuery &query, const QString &key);
[[nodiscard]] bool isTrue(const QUrlQuery &query, const QString &key);

/// The object over the blank, which has every known key as null; with a fields filter only those, without nulls.
[[nodiscard]] QJsonObject complete(const QJsonObject &object, const QJsonObject &blank, const QStringList &fields = {});

/// Puts the given keys over the object the way the service merges: -1 clears a number, "" a text and [] a list; null
/// changes nothing.
[[nodiscard]] QJsonObject merged(QJsonObject object, const QJsonObject &body);

/// The service computes with floats and prints their shortest form.
[[nodiscard]] double asFloat(double value);

}
