// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/athlete.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QUrlQuery weeks(const domain::DateRange &days)
{
    QUrlQuery query;
    if (!days.isEmpty()) {
        query.addQueryItem(u"start"_s, domain::dayText(days.first));
        query.addQueryItem(u"end"_s, domain::dayText(days.last));
    }
    return query;
}

/// What can be read of a list inside a profile; the rest stays in its JSON.
template<typename T>
QList<T> readable(const QJsonArray &entries)
{
    QList<T> list;
    for (const auto &entry : entries) {
        if (auto value = json::read<T>(entry))
            list.append(*std::move(value));
    }
    return list;
}

}

domain::Result<GetProfile::Response> GetProfile::parse(const QByteArray &body)
{
    const auto whole = json::object(body);
    if (!whole)
        return whole.error();
    auto athlete = json::read<domain::Athlete>(whole->value("athlete"_L1));
    if (!athlete)
        return domain::malformed(u"athlete"_s, athlete.error().detail);
    return Profile {*std::move(athlete),
        readable<domain::Folder>(whole->value("sharedFolders"_L1).toArray()),
        readable<domain::CustomItem>(whole->value("customItems"_L1).toArray()),
        *whole};
}

http::Request ListWeekSummaries::request() const
{
    QUrlQuery query = weeks(days);
    if (!tags.isEmpty())
        query.addQueryItem(u"tags"_s, QString::fromLatin1(QUrl::toPercentEncoding(tags.join(u','), ",")));
    return get(athletePath(athlete, u"/athlete-summary"_s), query);
}

http::Request ExportWeekSummaries::request() const
{
    http::Request request = get(athletePath(athlete, u"/athlete-summary.csv"_s), weeks(days));
    request.headers.insert("accept", "*/*");
    return request;
}

}
