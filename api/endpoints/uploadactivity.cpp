// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/uploadactivity.h"

#include "api/http/multipart.h"
#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request UploadActivity::request() const
{
    QUrlQuery query;
    addText(query, u"name"_s, name);
    addText(query, u"description"_s, description);
    addText(query, u"external_id"_s, externalId);
    if (pairedEvent)
        addText(query, u"paired_event_id"_s, QString::number(pairedEvent->value));
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
