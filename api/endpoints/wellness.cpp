// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "api/http/multipart.h"
#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request ListWellness::request() const
{
    QUrlQuery query = rangeQuery(days);
    if (!fields.isEmpty()) {
        QStringList wanted = fields;
        if (!wanted.contains(u"id"_s)) // a record without its day belongs nowhere
            wanted.prepend(u"id"_s);
        query.addQueryItem(u"fields"_s, wanted.join(u','));
    }
    return get(athletePath(athlete, u"/wellness"_s), query);
}

http::Request ExportWellness::request() const
{
    QUrlQuery query = rangeQuery(days);
    if (!columns.isEmpty())
        query.addQueryItem(u"cols"_s, columns.join(u','));
    http::Request request = get(athletePath(athlete, u"/wellness.csv"_s), query);
    request.headers.insert("accept", "*/*");
    return request;
}

http::Request PutWellness::request() const
{
    QUrlQuery query;
    if (today.isValid())
        query.addQueryItem(u"localDate"_s, domain::dayText(today));
    return put(athletePath(athlete, u"/wellness/"_s + domain::dayText(day)), body, query);
}

http::Request PutManyWellness::request() const
{
    QJsonArray array;
    for (const auto &record : days)
        array.append(record);
    return put(athletePath(athlete, u"/wellness-bulk"_s), array);
}

http::Request UploadWellness::request() const
{
    QUrlQuery query;
    if (ignoreMissing)
        query.addQueryItem(u"ignoreMissingFields"_s, u"true"_s);
    const http::FormBody form = http::fileForm("file", fileName, file);
    return {.method = "POST",
        .path = athletePath(athlete, u"/wellness"_s),
        .query = query,
        .body = form.bytes,
        .contentType = form.contentType,
        .headers = {}};
}

}
