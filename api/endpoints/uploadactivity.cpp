// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/uploadactivity.h"

#include "api/http/multipart.h"
#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

/// A plus sign in a query is read as a space, and QUrlQuery leaves it as it is.
void add(QUrlQuery &query, const QString &key, const QString &value)
{
    if (!value.isEmpty())
        query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value)));
}

}

http::Request UploadActivity::request() const
{
    QUrlQuery query;
    add(query, u"name"_s, name);
    add(query, u"description"_s, description);
    add(query, u"external_id"_s, externalId);
    if (pairedEvent)
        add(query, u"paired_event_id"_s, QString::number(pairedEvent->value));
    const http::FormBody form = http::fileForm("file", fileName, file);
    return {.method = "POST",
        .path = athletePath(athlete, u"/activities"_s),
        .query = query,
        .body = form.bytes,
        .contentType = form.contentType,
        .headers = {}};
}

domain::Result<UploadActivity::Response> UploadActivity::parse(const http::Response &answer)
{
    const auto whole = json::object(answer.body);
    if (!whole)
        return whole.error();
    Response response;
    response.duplicate = answer.status == 200;
    const auto keep = [&response](const QJsonValue &id) {
        const domain::ActivityId activity {id.toString()};
        if (!activity.value.isEmpty() && !response.activities.contains(activity))
            response.activities.append(activity);
    };
    const QJsonArray entries = whole->value("activities"_L1).toArray();
    for (const auto &entry : entries)
        keep(entry.toObject().value("id"_L1));
    if (response.activities.isEmpty())
        keep(whole->value("id"_L1));
    if (response.activities.isEmpty())
        return domain::malformed(u"id"_s, u"it is missing"_s);
    return response;
}

}
