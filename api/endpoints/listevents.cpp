// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listevents.h"

using namespace Qt::StringLiterals;

namespace endpoints {

QUrlQuery EventQuery::query(const domain::DateRange &days) const
{
    QUrlQuery query = rangeQuery(days);
    const auto add = [&query](const QString &key, const QString &value) {
        if (!value.isEmpty())
            query.addQueryItem(key, QString::fromLatin1(QUrl::toPercentEncoding(value, ",")));
    };
    const auto percent = [](const std::optional<double> &value) { return value ? QString::number(*value) : QString(); };
    add(u"category"_s, categories.join(u','));
    add(u"limit"_s, limit > 0 ? QString::number(limit) : QString());
    add(u"calendar_id"_s, calendar ? QString::number(*calendar) : QString());
    add(u"ext"_s, ext);
    add(u"powerRange"_s, percent(powerRangePercent));
    add(u"hrRange"_s, percent(heartRateRangePercent));
    add(u"paceRange"_s, percent(paceRangePercent));
    add(u"locale"_s, locale);
    add(u"resolve"_s, resolve ? u"true"_s : QString());
    return query;
}

http::Request ListEvents::request() const
{
    EventQuery wanted = more;
    wanted.categories = categories + more.categories;
    return get(athletePath(athlete, u"/events"_s), wanted.query(days));
}

http::Request ExportEvents::request() const
{
    http::Request request = get(athletePath(athlete, u"/events.csv"_s), more.query(days));
    request.headers.insert("accept", "*/*");
    return request;
}

}
