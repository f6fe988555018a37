// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/json/records.h"
#include "models/domain/plain.h"

#include <algorithm>

namespace json {

/// One object of a long answer. The value has what are single values in it; lists, objects and the keys that no table
/// knows stand in the text alone.
template<typename T>
struct Row {
    T value;
    qsizetype at = 0; ///< where its text begins
    qsizetype length = 0;
};

/// A long answer: the same records as Records, but without a tree of every one of them.
template<typename T>
struct Rows {
    QByteArray body; ///< holds the texts
    QList<Row<T>> values;
    QList<Quarantined> quarantined;

    /// The whole object as the service wrote it; valid as long as the rows are.
    [[nodiscard]] QByteArrayView text(const Row<T> &row) const
    {
        return QByteArrayView(body).sliced(row.at, row.length);
    }
};

/// Who takes over what is found in a list of objects, one field after the other.
class RowSink
{
public:
    static constexpr int foreign = -2; ///< in place of a field: the key makes an object unusual, whatever its value

    virtual ~RowSink() = default;

    [[nodiscard]] virtual int fieldIndex(std::string_view key) const = 0;
    virtual void restart() = 0; ///< what came up to now is forgotten
    virtual void open() = 0; ///< an object begins
    [[nodiscard]] virtual bool set(int field, const domain::Plain &plain) = 0; ///< false if it has no usual form
    /// The entry has ended. Not usual is what is no object, has a key twice or was refused by set(). False ends the
    /// reading.
    [[nodiscard]] virtual bool close(qsizetype at, qsizetype length, bool usual) = 0;
};

/// Takes the list apart in one pass, checking all of it. False if it is not sound JSON, or was ended by the sink, or is
/// of a kind that is left to others: nested too deep, escaped in ways that are no UTF-8, numbers beyond 64 bits, too
/// long.
[[nodiscard]] bool takeApart(QByteArrayView body, RowSink &sink);

namespace detail {

template<typename T>
class Collector : public RowSink
{
public:
    explicit Collector(Rows<T> &rows)
        : m_rows(rows)
    {
    }

    [[nodiscard]] int fieldIndex(std::string_view key) const override
    {
        const bool isForeign
            = !foreignKey<T>.isEmpty() && key == std::string_view(foreignKey<T>.data(), size_t(foreignKey<T>.size()));
        return isForeign ? foreign : domain::fieldIndex<T>(key);
    }
    void restart() override
    {
        m_rows.values.clear();
        m_rows.quarantined.clear();
    }
    void open() override { m_rows.values.emplaceBack(); }
    [[nodiscard]] bool set(int field, const domain::Plain &plain) override
    {
        return domain::setField(m_rows.values.last().value, field, plain);
    }
    [[nodiscard]] bool close(qsizetype at, qsizetype length, bool usual) override
    {
        if (m_rows.values.size() == 1) // the others are about as long
            m_rows.values.reserve(std::min(mostRecords, m_rows.body.size() / std::max<qsizetype>(length, 100) + 8));
        Row<T> &row = m_rows.values.last();
        row.at = at;
        row.length = length;
        return (usual && !missingKey(row.value)) || readWhole();
    }

private:
    /// As a single object is read, which knows every form and says what is wrong.
    bool readWhole()
    {
        Row<T> &row = m_rows.values.last();
        const QJsonDocument alone = QJsonDocument::fromJson('[' + m_rows.text(row).toByteArray() + ']');
        if (!alone.isArray())
            return false;
        const QJsonValue entry = alone.array().first();
        auto value = read<T>(entry);
        if (value) {
            row.value = *std::move(value);
        } else {
            m_rows.quarantined.append({entry, value.error()});
            m_rows.values.removeLast();
        }
        return true;
    }

    Rows<T> &m_rows;
};

/// The same from the records of a tree.
template<typename T>
[[nodiscard]] domain::Result<Rows<T>> rowsOf(domain::Result<Records<T>> &&records)
{
    if (!records)
        return records.error();
    Rows<T> rows;
    rows.quarantined = std::move(records->quarantined);
    for (auto &record : records->values) {
        const QByteArray text = QJsonDocument(record.json).toJson(QJsonDocument::Compact);
        rows.values.append({std::move(record.value), rows.body.size(), text.size()});
        rows.body += text;
    }
    return rows;
}

}

/// Reads a long list; refuses and sets aside the same as records(), with the same words.
template<typename T>
[[nodiscard]] domain::Result<Rows<T>> rows(const QByteArray &body)
{
    Rows<T> found {body, {}, {}};
    detail::Collector<T> collector(found);
    if (takeApart(found.body, collector))
        return found;
    return detail::rowsOf(records<T>(body)); // which says what is wrong, or gets along with it
}

}
