// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/csv.h"

#include "models/files/csvdates.h"
#include "models/files/plaintext.h"
#include "models/files/xmltext.h"

#include <QHash>
#include <QJsonDocument>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype mostNotes = 100;

/// What each type calls the field that a row cannot be without.
template<typename T>
const QString dayField = QString();
template<>
const QString dayField<domain::Wellness> = u"id"_s;
template<>
const QString dayField<domain::Activity> = u"start_date_local"_s;

/// A cell and what it may stand for, likeliest first. The field tables say which of it they take.
class Candidates
{
public:
    explicit Candidates(const QString &cell)
    {
        const QString text = cell.trimmed();
        if (text.startsWith(u'[') || text.startsWith(u'{')) {
            const auto json = QJsonDocument::fromJson(text.toUtf8());
            if (json.isArray())
                m_values.append(json.array());
            else if (json.isObject())
                m_values.append(json.object());
        }
        m_values.append(cell);
        if (const auto number = numberIn(text)) {
            m_values.append(*number);
            m_comma = text.contains(u',');
            m_commaCertain = !(text.size() - text.indexOf(u',') == 4 && text.indexOf(u',') <= 3);
        }
        if (text.compare("true"_L1, Qt::CaseInsensitive) == 0 || text == "1"_L1)
            m_values.append(true);
        else if (text.compare("false"_L1, Qt::CaseInsensitive) == 0 || text == "0"_L1)
            m_values.append(false);
    }

    [[nodiscard]] bool isEmpty() const { return m_at >= m_values.size(); }
    [[nodiscard]] QJsonValue value() const { return m_values.at(m_at); }
    void next() { ++m_at; }
    /// What was needed to read the cell.
    void tell(CsvGuess &guess) const
    {
        if (!m_comma || !m_values.at(m_at).isDouble())
            return;
        guess.decimalComma = true;
        guess.decimalCertain = guess.decimalCertain && m_commaCertain;
    }

private:
    QList<QJsonValue> m_values;
    qsizetype m_at = 0;
    bool m_comma = false;
    bool m_commaCertain = true;
};

/// The keys of the columns, empty where a column means nothing.
template<typename T>
QStringList keysOf(const CsvTable &table, const CsvWishes &wishes, QStringList &unknown)
{
    const QStringList fields = domain::fieldKeys<T>() + wishes.ownFields;
    const bool hasDay = table.header.contains(dayField<T>, Qt::CaseInsensitive);
    const auto keyNamed = [&](const QString &name) {
        if (!hasDay && name.compare("date"_L1, Qt::CaseInsensitive) == 0)
            return dayField<T>;
        const auto is = [&name](const QString &field) { return field.compare(name, Qt::CaseInsensitive) == 0; };
        // Of two that differ in case only, the person's own comes last and counts.
        const auto found = std::find_if(fields.rbegin(), fields.rend(), is);
        return found == fields.rend() ? QString() : *found;
    };
    QStringList keys;
    for (const auto &name : table.header) {
        keys << keyNamed(name);
        if (keys.last().isEmpty() && !name.isEmpty())
            unknown << name;
    }
    return keys;
}

/// Reads a row, which is nothing without its day; cells that no field takes are left out and noted.
template<typename T>
std::optional<T> valueOf(const CsvTable::Row &row, const QStringList &keys, CsvGuess &guess, QList<Note> &notes)
{
    QHash<QString, Candidates> cells;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QString &cell = row.cells.at(i);
        if (!keys.at(i).isEmpty() && !cell.trimmed().isEmpty())
            cells.insert(keys.at(i), Candidates(keys.at(i) == dayField<T> ? isoDate(cell, guess.dateOrder) : cell));
    }
    for (;;) {
        QJsonObject json;
        for (auto it = cells.cbegin(); it != cells.cend(); ++it)
            json.insert(it.key(), it->value());
        auto read = domain::fromJson<T>(json);
        if (read) {
            if (!cells.contains(dayField<T>))
                return {};
            for (const auto &cell : std::as_const(cells))
                cell.tell(guess);
            return *std::move(read);
        }
        const auto wrong = cells.find(read.error().item);
        if (wrong == cells.end())
            return {};
        wrong->next();
        if (!wrong->isEmpty())
            continue;
        if (notes.size() < mostNotes)
            notes.append({u"line %1"_s.arg(row.line), wrong.key() + ": "_L1 + read.error().detail});
        cells.erase(wrong);
    }
}

template<typename T>
domain::Result<CsvValues<T>> readValues(const QByteArray &bytes, const CsvWishes &wishes, const Bounds &bounds)
{
    const auto text = CsvText::of(bytes, bounds, wishes.separator);
    if (!text)
        return text.error();
    CsvValues<T> result;
    QStringList keys;
    qsizetype day = -1;
    const auto learn = [&](const CsvTable &head) {
        keys = keysOf<T>(head, wishes, result.unknownColumns);
        day = keys.indexOf(dayField<T>);
    };
    // Twice through the text: how the dates are written shows only when all have been seen.
    DateOrderGuess order;
    qsizetype rows = 0;
    const auto table = text->walk(bounds, [&](const CsvTable &head, const CsvTable::Row &row) {
        if (keys.isEmpty())
            learn(head);
        if (day >= 0)
            order.add(row.cells.at(day));
        ++rows;
    });
    if (!table)
        return table.error();
    if (keys.isEmpty())
        learn(*table);
    if (day < 0)
        return domain::unreadable(u"header"_s, u"there is no column %1"_s.arg(dayField<T>));
    result.guess = table->guess;
    result.notes = table->notes;
    order.tell(result.guess);
    if (wishes.dateOrder) {
        result.guess.dateOrder = *wishes.dateOrder;
        result.guess.dateOrderCertain = true;
    }
    result.values.reserve(rows);
    const auto read = text->walk(bounds, [&](const CsvTable &, const CsvTable::Row &row) {
        if (auto value = valueOf<T>(row, keys, result.guess, result.notes))
            result.values.append(*std::move(value));
        else if (result.notes.size() < mostNotes)
            result.notes.append({u"line %1"_s.arg(row.line), u"a row without a date, left out"_s});
    });
    return read ? domain::Result<CsvValues<T>>(std::move(result)) : read.error();
}

QString cellOf(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? u"true"_s : u"false"_s;
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const bool whole = std::trunc(number) == number && std::abs(number) < 9e15;
        return whole ? QString::number(value.toInteger(qint64(number)))
                     : QString::number(number, 'f', QLocale::FloatingPointShortest);
    }
    case QJsonValue::String:
        return value.toString();
    case QJsonValue::Array:
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return {};
    }
}

template<typename T>
QByteArray writeValues(const QList<T> &values, const QStringList &columns)
{
    const QStringList keys = columns.isEmpty() ? domain::fieldKeys<T>() : columns;
    QByteArray bytes = csvLine(keys);
    for (const auto &value : values) {
        const QJsonObject json = domain::toJson<T>(value);
        QStringList cells;
        for (const auto &key : keys)
            cells << cellOf(json.value(key));
        bytes += csvLine(cells);
    }
    return bytes;
}

}

domain::Result<CsvValues<domain::Wellness>> readWellnessCsv(
    const QByteArray &bytes, const CsvWishes &wishes, const Bounds &bounds)
{
    return readValues<domain::Wellness>(bytes, wishes, bounds);
}

domain::Result<CsvValues<domain::Activity>> readActivitiesCsv(
    const QByteArray &bytes, const CsvWishes &wishes, const Bounds &bounds)
{
    return readValues<domain::Activity>(bytes, wishes, bounds);
}

QByteArray writeWellnessCsv(const QList<domain::Wellness> &days, const QStringList &columns)
{
    return writeValues(days, columns);
}

QByteArray writeActivitiesCsv(const QList<domain::Activity> &activities, const QStringList &columns)
{
    return writeValues(activities, columns);
}

}
