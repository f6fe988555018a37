// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/updatestreams.h"

#include "api/http/multipart.h"
#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QStringList textsOf(const QJsonValue &list)
{
    QStringList texts;
    const QJsonArray array = list.toArray();
    for (const auto &entry : array)
        texts.append(entry.toString());
    return texts;
}

}

domain::Result<StreamsUpdated> streamsUpdated(const QByteArray &body)
{
    const auto whole = json::object(body);
    if (!whole)
        return whole.error();
    return StreamsUpdated {textsOf(whole->value("updated"_L1)), textsOf(whole->value("deleted"_L1))};
}

http::Request DownloadStreamTable::request() const
{
    QUrlQuery query;
    if (!types.isEmpty())
        query.addQueryItem(u"types"_s, types.join(u','));
    return getFile(activityPath(activity, u"/streams.csv"_s), query);
}

domain::Result<DownloadStreamTable::Response> DownloadStreamTable::parse(const QByteArray &body)
{
    return csvTable(body);
}

http::Request UpdateStreams::request() const
{
    QJsonArray array;
    for (const auto &stream : streams) {
        QJsonObject json = domain::toJson(stream);
        json.insert(u"data"_s, stream.data); // also an empty one, which takes the channel away
        array.append(json);
    }
    return put(activityPath(activity, u"/streams"_s), array);
}

http::Request UpdateStreamTable::request() const
{
    const http::FormBody form = http::fileForm("file", u"streams.csv"_s, table);
    return {.method = "PUT",
        .path = activityPath(activity, u"/streams.csv"_s),
        .query = {},
        .body = form.bytes,
        .contentType = form.contentType,
        .headers = {}};
}

}
