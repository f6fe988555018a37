// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/localdatetime.h"
#include "models/domain/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <chrono>

/// How one JSON value becomes one member: read() refuses wrong types, write() gives undefined for "not set",
/// cleared() is what a merging PUT sends to clear the field.
namespace domain {

template<typename T>
struct Codec;

/// Integers arrive as 60, 60.0 or "60". Fractions, other text and values beyond 64 bits are refused.
[[nodiscard]] Result<qint64> readInteger(const QJsonValue &json);
/// Numbers arrive as 1.5 or "1.5"; what is not finite is refused.
[[nodiscard]] Result<double> readNumber(const QJsonValue &json);

template<>
struct Codec<QString> {
    static Result<QString> read(const QJsonValue &json);
    static QJsonValue write(const QString &value)
    {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : value;
    }
    static QJsonValue cleared() { return QString(); }
};

template<>
struct Codec<bool> {
    static Result<bool> read(const QJsonValue &json);
    static QJsonValue write(bool value) { return value; }
    static QJsonValue cleared() { return false; }
};

template<>
struct Codec<int> {
    static Result<int> read(const QJsonValue &json);
    static QJsonValue write(int value) { return value; }
    static QJsonValue cleared() { return -1; }
    static bool isUnset(int value) { return value == -1; }
};

template<>
struct Codec<qint64> {
    static Result<qint64> read(const QJsonValue &json) { return readInteger(json); }
    static QJsonValue write(qint64 value) { return value; }
    static QJsonValue cleared() { return -1; }
    static bool isUnset(qint64 value) { return value == -1; }
};

template<>
struct Codec<double> {
    static Result<double> read(const QJsonValue &json) { return readNumber(json); }
    static QJsonValue write(double value) { return value; }
    static QJsonValue cleared() { return -1; }
    static bool isUnset(double value) { return value == -1.0 || value > 1e12 || value < -1e12; }
};

template<>
struct Codec<std::chrono::seconds> {
    static Result<std::chrono::seconds> read(const QJsonValue &json);
    static QJsonValue write(std::chrono::seconds value) { return qint64(value.count()); }
    static QJsonValue cleared() { return -1; }
    /// Negative and absurd (above ten years) durations count as not set.
    static bool isUnset(std::chrono::seconds value) { return value.count() < 0 || value > std::chrono::years(10); }
};

template<>
struct Codec<QDate> {
    static Result<QDate> read(const QJsonValue &json);
    static QJsonValue write(QDate value)
    {
        return value.isValid() ? QJsonValue(dayText(value)) : QJsonValue(QJsonValue::Undefined);
    }
    static QJsonValue cleared() { return QString(); }
};

template<>
struct Codec<LocalDateTime> {
    static Result<LocalDateTime> read(const QJsonValue &json);
    static QJsonValue write(const LocalDateTime &value)
    {
        return value.day.isValid() ? QJsonValue(value.toString()) : QJsonValue(QJsonValue::Undefined);
    }
    static QJsonValue cleared() { return QString(); }
};

template<>
struct Codec<QJsonObject> {
    static Result<QJsonObject> read(const QJsonValue &json);
    static QJsonValue write(const QJsonObject &value)
    {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : value;
    }
    static QJsonValue cleared() { return QJsonObject(); }
};

template<>
struct Codec<QJsonArray> {
    static Result<QJsonArray> read(const QJsonValue &json);
    static QJsonValue write(const QJsonArray &value)
    {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : value;
    }
    static QJsonValue cleared() { return QJsonArray(); }
};

template<>
struct Codec<QStringList> {
    /// A lone string is a list of one; entries that are not text are dropped.
    static Result<QStringList> read(const QJsonValue &json);
    static QJsonValue write(const QStringList &value)
    {
        return value.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(QJsonArray::fromStringList(value));
    }
    static QJsonValue cleared() { return QJsonArray(); }
};

}
