// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/messagearea.h"

#include "api/demo/channels.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype longestMessage = 10'000;

}

Reply MessageArea::handle(const http::Request &request, const QJsonObject &activity)
{
    if (request.method == "GET")
        return list(request, activity);
    return request.method == "POST" ? add(request, activity) : wrongMethod(request.method);
}

Reply MessageArea::list(const http::Request &request, const QJsonObject &activity)
{
    const auto since = numberOf(request.query, u"sinceId"_s, 0);
    const auto limit = numberOf(request.query, u"limit"_s, 100);
    if (!since || !limit)
        return since ? limit.error() : since.error();
    QJsonArray found;
    for (const auto &message : m_core.state().all(Shelf::Message)) {
        const bool ours = message.value("activity_id"_L1) == activity.value("id"_L1);
        if (ours && message.value("id"_L1).toDouble() > *since && found.size() < *limit)
            found.append(message);
    }
    return QJsonValue(found);
}

/// The first message opens the talk of the activity.
Reply MessageArea::add(const http::Request &request, QJsonObject activity)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    const QString content = body->value("content"_L1).toString();
    if (content.trimmed().isEmpty())
        return refusal(422, u"Content is required"_s);
    if (content.size() > longestMessage)
        return refusal(422, u"Content is too long"_s);
    const auto athlete = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const QString stamp = m_core.stamp();
    const QString id = activity.value("id"_L1).toString();
    const qint64 number = m_core.state().nextEventId();
    QJsonObject message {{u"id"_s, number},
        {u"activity_id"_s, id},
        {u"athlete_id"_s, Core::athleteId()},
        {u"name"_s, athlete.value("name"_L1)},
        {u"created"_s, stamp},
        {u"type"_s, u"TEXT"_s},
        {u"content"_s, content},
        {u"seen"_s, true}};
    for (const auto &key : {u"start_index"_s,
             u"end_index"_s,
             u"deleted"_s,
             u"deleted_by_id"_s,
             u"attachment_url"_s,
             u"attachment_mime_type"_s})
        message.insert(
            key, body->contains(key) && key.endsWith("index"_L1) ? body->value(key) : QJsonValue(QJsonValue::Null));
    m_core.state().put(Shelf::Message, QString::number(number), m_core.now().date(), message);
    QJsonValue chat = QJsonValue::Null;
    if (activity.value("icu_chat_id"_L1).toInteger() == 0) {
        const qint64 opened = m_core.state().nextEventId();
        chat = QJsonObject {
            {u"id"_s, opened}, {u"type"_s, u"ACTIVITY"_s}, {u"activity_id"_s, id}, {u"updated"_s, stamp}};
        activity.insert(u"icu_chat_id"_s, opened);
        m_core.state().put(Shelf::Activity, id, startOf(activity).day, activity);
    }
    return QJsonValue(QJsonObject {{u"id"_s, number}, {u"new_chat"_s, chat}});
}

}
