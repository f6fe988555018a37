// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/records.h"

using namespace Qt::StringLiterals;

namespace json {

namespace {

domain::Result<QJsonDocument> document(const QByteArray &body)
{
    const QByteArray trimmed = body.left(200).trimmed();
    if (trimmed.isEmpty())
        return domain::malformed(u"answer"_s, u"it is empty"_s);
    if (trimmed.startsWith('<'))
        return domain::malformed(u"answer"_s, u"a web page instead of data"_s);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(body, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::malformed(u"answer"_s, u"broken data at byte %1"_s.arg(error.offset));
    return document;
}

}

domain::Result<QJsonObject> object(const QByteArray &body)
{
    const auto whole = document(body);
    if (!whole)
        return whole.error();
    if (!whole->isObject())
        return domain::malformed(u"answer"_s, u"expected one object"_s);
    return whole->object();
}

domain::Result<QJsonArray> array(const QByteArray &body)
{
    const auto whole = document(body);
    if (!whole)
        return whole.error();
    if (!whole->isArray())
        return domain::malformed(u"answer"_s, u"expected a list"_s);
    return whole->array();
}

}
