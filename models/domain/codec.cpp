// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/codec.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace domain {

namespace {

bool missing(const QJsonValue &json)
{
    return json.isNull() || json.isUndefined();
}

/// Digits with an optional sign, nothing else: QString::toLongLong alone would accept blanks.
bool isPlainNumber(const QString &text, bool fractions)
{
    qsizetype digits = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text.at(i);
        if (c >= u'0' && c <= u'9')
            ++digits;
        else if (!(i == 0 && c == u'-') && !(fractions && c == u'.'))
            return false;
    }
    return digits > 0;
}

}

Result<qint64> readInteger(const QJsonValue &json)
{
    if (json.isDouble()) {
        const double number = json.toDouble();
        if (std::trunc(number) != number || std::abs(number) > 9.2e18)
            return malformed({}, u"expected a whole number"_s);
        return json.toInteger(qint64(number));
    }
    if (json.isString() && isPlainNumber(json.toString(), false)) {
        bool fits = false;
        const qint64 number = json.toString().toLongLong(&fits);
        if (fits)
            return number;
    }
    return malformed({}, u"expected a whole number"_s);
}

Result<double> readNumber(const QJsonValue &json)
{
    if (json.isDouble())
        return json.toDouble();
    if (json.isString() && isPlainNumber(json.toString(), true)) {
        bool fits = false;
        const double number = json.toString().toDouble(&fits);
        if (fits && std::isfinite(number))
            return number;
    }
    return malformed({}, u"expected a number"_s);
}

Result<QString> Codec<QString>::read(const QJsonValue &json)
{
    if (missing(json))
        return QString();
    if (json.isDouble())
        return QString::number(json.toDouble(), 'g', QLocale::FloatingPointShortest);
    if (!json.isString())
        return malformed({}, u"expected text"_s);
    return json.toString();
}

Result<bool> Codec<bool>::read(const QJsonValue &json)
{
    if (missing(json))
        return false;
    if (!json.isBool())
        return malformed({}, u"expected true or false"_s);
    return json.toBool();
}

Result<int> Codec<int>::read(const QJsonValue &json)
{
    const auto number = readInteger(json);
    if (!number)
        return number.error();
    if (*number > std::numeric_limits<int>::max() || *number < std::numeric_limits<int>::min())
        return malformed({}, u"number out of range"_s);
    return int(*number);
}

Result<std::chrono::seconds> Codec<std::chrono::seconds>::read(const QJsonValue &json)
{
    const auto number = readNumber(json);
    if (!number)
        return number.error();
    if (std::abs(*number) > 9e18)
        return malformed({}, u"number out of range"_s);
    return std::chrono::seconds(qint64(*number));
}

Result<QDate> Codec<QDate>::read(const QJsonValue &json)
{
    if (missing(json))
        return QDate();
    return parseDay(json.toString());
}

Result<LocalDateTime> Codec<LocalDateTime>::read(const QJsonValue &json)
{
    if (missing(json))
        return LocalDateTime {};
    return LocalDateTime::parse(json.toString());
}

Result<QJsonObject> Codec<QJsonObject>::read(const QJsonValue &json)
{
    if (missing(json))
        return QJsonObject();
    if (!json.isObject())
        return malformed({}, u"expected an object"_s);
    return json.toObject();
}

Result<QJsonArray> Codec<QJsonArray>::read(const QJsonValue &json)
{
    if (missing(json))
        return QJsonArray();
    if (!json.isArray())
        return malformed({}, u"expected a list"_s);
    return json.toArray();
}

Result<QStringList> Codec<QStringList>::read(const QJsonValue &json)
{
    if (missing(json))
        return QStringList();
    if (json.isString())
        return QStringList {json.toString()};
    if (!json.isArray())
        return malformed({}, u"expected a list of texts"_s);
    QStringList list;
    const QJsonArray array = json.toArray();
    for (const auto &entry : array) {
        if (entry.isString())
            list.append(entry.toString());
    }
    return list;
}

}
