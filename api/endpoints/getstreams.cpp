// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getstreams.h"

#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request GetStreams::request() const
{
    QUrlQuery query;
    if (!types.isEmpty())
        query.addQueryItem(u"types"_s, types.join(u','));
    return get(activityPath(activity, u"/streams"_s), query);
}

domain::Result<GetStreams::Response> GetStreams::parse(const QByteArray &body)
{
    const auto records = json::records<domain::Stream>(body);
    if (!records)
        return records.error();
    Response streams;
    for (const auto &record : records->values)
        streams.append(record.value);
    return streams;
}

}
