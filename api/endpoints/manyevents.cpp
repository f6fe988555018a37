// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/manyevents.h"

#include "models/domain/localdatetime.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request UpdateEvents::request() const
{
    QJsonObject body;
    if (hideFromAthlete)
        body.insert(u"hide_from_athlete"_s, *hideFromAthlete);
    if (athleteCannotEdit)
        body.insert(u"athlete_cannot_edit"_s, *athleteCannotEdit);
    return put(athletePath(athlete, u"/events"_s), body, rangeQuery(days));
}

http::Request DeleteEvents::request() const
{
    QUrlQuery query;
    query.addQueryItem(u"oldest"_s, domain::dayText(oldest));
    if (newest.isValid())
        query.addQueryItem(u"newest"_s, domain::dayText(newest));
    query.addQueryItem(u"category"_s, categories.join(u','));
    if (!createdBy.isEmpty())
        query.addQueryItem(u"createdById"_s, QString::fromLatin1(QUrl::toPercentEncoding(createdBy)));
    return remove(athletePath(athlete, u"/events"_s), query);
}

http::Request BulkDeleteEvents::request() const
{
    QJsonArray doomed;
    for (const auto &event : events)
        doomed.append(QJsonObject {{u"id"_s, event.value}});
    for (const auto &external : externalIds)
        doomed.append(QJsonObject {{u"external_id"_s, external}});
    return put(athletePath(athlete, u"/events/bulk-delete"_s), doomed);
}

domain::Result<BulkDeleteEvents::Response> BulkDeleteEvents::parse(const QByteArray &body)
{
    const auto whole = json::object(body);
    if (!whole)
        return whole.error();
    const QJsonValue count = whole->value("eventsDeleted"_L1);
    if (!count.isDouble())
        return domain::malformed(u"eventsDeleted"_s, u"expected a number"_s);
    return count.toInt();
}

http::Request DuplicateEvents::request() const
{
    QJsonArray ids;
    for (const auto &event : events)
        ids.append(event.value);
    return post(athletePath(athlete, u"/duplicate-events"_s),
        QJsonObject {{u"numCopies"_s, copies}, {u"weeksBetween"_s, weeksBetween}, {u"eventIds"_s, ids}});
}

}
