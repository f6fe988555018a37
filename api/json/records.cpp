// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace json {

namespace {

domain::Error unexpected(const QString &detail)
{
    return domain::malformed(u"answer"_s, detail);
}

domain::Result<QJsonDocument> document(const QByteArray &body)
{
    const QByteArray start = body.left(200).trimmed();
    if (start.isEmpty())
        return unexpected(u"it is empty"_s);
    if (start.startsWith('<'))
        return unexpected(u"a web page instead of data"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return unexpected(u"broken data at byte %1 of %2"_s.arg(error.offset).arg(body.size()));
    return document;
}

}

domain::Result<QJsonObject> object(const QByteArray &body)
{
    const auto whole = document(body);
    if (!whole)
        return whole.error();
    if (!whole->isObject())
        return unexpected(u"expected one object"_s);
    return whole->object();
}

domain::Result<QJsonArray> array(const QByteArray &body)
{
    const auto whole = document(body);
    if (!whole)
        return whole.error();
    if (!whole->isArray())
        return unexpected(u"expected a list"_s);
    const QJsonArray list = whole->array();
    if (list.size() > mostRecords)
        return unexpected(u"%1 records are too many; ask for fewer days"_s.arg(list.size()));
    return list;
}

}
