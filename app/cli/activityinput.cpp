// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activityinput.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Every key that we know must have its type.
domain::Result<QJsonObject> checkedActivity(QJsonObject entry)
{
    const auto read = domain::fromJson<domain::Activity>(entry);
    if (!read)
        return read.error();
    const QStringList editable = domain::editableKeys<domain::Activity>();
    for (const QString &key : domain::fieldKeys<domain::Activity>()) {
        if (!editable.contains(key))
            entry.remove(key);
    }
    if (read->start.day.isValid())
        entry.insert(u"start_date_local"_s, read->start.toString());
    return entry;
}

domain::Result<QJsonObject> newOne(const QJsonValue &entry, bool bulk)
{
    if (!entry.isObject())
        return domain::unreadable({}, u"an object is expected"_s);
    auto activity = checkedActivity(entry.toObject());
    if (!activity)
        return activity;
    for (const auto &key : {u"start_date_local"_s, u"type"_s}) {
        if (activity->value(key).toString().isEmpty())
            return domain::unreadable(key, u"it is missing"_s);
    }
    if (bulk && activity->value("external_id"_L1).toString().isEmpty()) {
        const QByteArray content = QJsonDocument(*activity).toJson(QJsonDocument::Compact);
        const QByteArray hash = QCryptographicHash::hash(content, QCryptographicHash::Sha1).toHex();
        activity->insert(u"external_id"_s, u"microcycle-cli:"_s + QString::fromLatin1(hash));
    }
    return activity;
}

}

domain::Result<QList<QJsonObject>> newActivities(const QJsonDocument &document, bool bulk)
{
    if (bulk != document.isArray())
        return domain::unreadable(
            u"activities"_s, bulk ? u"--bulk expects a list"_s : u"one object is expected; a list needs --bulk"_s);
    const QJsonArray entries = bulk ? document.array() : QJsonArray {document.object()};
    QList<QJsonObject> activities;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const auto activity = newOne(entries.at(i), bulk);
        if (!activity) {
            domain::Error error = activity.error();
            const QString name = bulk ? u"activity %1"_s.arg(i + 1) : u"activity"_s;
            error.item = error.item.isEmpty() ? name : name + u": "_s + error.item;
            return error;
        }
        activities.append(*activity);
    }
    if (activities.isEmpty())
        return domain::unreadable(u"activities"_s, u"the list is empty"_s);
    return activities;
}

domain::Result<QJsonObject> activityChange(const QJsonDocument &document)
{
    if (!document.isObject())
        return domain::unreadable(u"activity"_s, u"an object is expected"_s);
    const auto body = checkedActivity(document.object());
    if (body && body->isEmpty())
        return domain::unreadable(u"activity"_s, u"there is nothing to change"_s);
    return body;
}

}
