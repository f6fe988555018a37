// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QStringList>
#include <vector>

namespace demo {

/// Every key that objects of a kind have, to stand as null where an object has none.
class BlankText
{
public:
    BlankText() = default;
    explicit BlankText(const QJsonObject &blank);

    [[nodiscard]] const QList<QByteArray> &keys() const { return m_keys; } ///< in order, as they are written

private:
    QList<QByteArray> m_keys;
};

/// Which keys an answer has: all, or those named.
class FieldFilter
{
public:
    explicit FieldFilter(const QStringList &fields);

    [[nodiscard]] bool isAll() const { return m_all; }
    [[nodiscard]] const QList<QByteArray> &keys() const { return m_keys; } ///< in order, as they are written

private:
    bool m_all;
    QList<QByteArray> m_keys;
};

/// An object of the state on its way out, put together from the texts of its fields: long lists go out as they are
/// kept, without a tree of each object.
class ObjectText
{
public:
    /// text is an object as QJsonDocument writes it.
    explicit ObjectText(const QByteArray &text);

    /// The value as it is written; empty if there is none.
    [[nodiscard]] QByteArrayView value(QByteArrayView key) const;
    /// The same as text without its quotes, of what is written without escapes.
    [[nodiscard]] QString text(QByteArrayView key) const;
    /// Puts a number over what is there.
    void set(const QByteArray &key, double value);
    void set(const QByteArray &key, const QByteArray &value);

    /// Appends what complete() makes of the object.
    void appendTo(QByteArray &list, const BlankText &blank, const FieldFilter &filter) const;

private:
    struct Field {
        QByteArrayView key;
        QByteArrayView value;
    };

    void takeApart();

    QByteArray m_text;
    QList<QByteArray> m_own; ///< keys and values that were set
    std::vector<Field> m_fields; ///< in order
};

}
