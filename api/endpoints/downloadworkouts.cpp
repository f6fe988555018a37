// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadworkouts.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request DownloadWorkouts::request() const
{
    QUrlQuery query = rangeQuery(days);
    query.addQueryItem(u"ext"_s, format);
    http::Request request = get(athletePath(athlete, u"/workouts.zip"_s), query);
    request.headers.insert("accept", "*/*");
    return request;
}

domain::Result<DownloadWorkouts::Response> DownloadWorkouts::parse(const QByteArray &body)
{
    const bool zip = body.startsWith("PK\x03\x04") || body.startsWith("PK\x05\x06"); // the second one is empty
    return zip ? domain::Result<Response>(body) : domain::malformed(u"workouts"_s, u"the answer is no zip"_s);
}

}
