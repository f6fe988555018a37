// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/planinput.h"

#include "app/cli/planrow.h"
#include "models/domain/localdatetime.h"
#include "models/files/csvtable.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The lists that a plan in JSON may have, and what their entries are unless they say otherwise.
struct PlanList {
    QString key;
    QString category;
};
const QList<PlanList> &planLists()
{
    static const QList<PlanList> lists {{u"workouts"_s, u"WORKOUT"_s},
        {u"events"_s, u"WORKOUT"_s},
        {u"targets"_s, u"TARGET"_s},
        {u"notes"_s, u"NOTE"_s}};
    return lists;
}

domain::Error unknownColumn(const QString &place, const QString &name)
{
    return domain::unreadable(
        place, u"there is no column %1; there are %2"_s.arg(name.left(40), planColumns().join(", "_L1)));
}

domain::Result<QList<PlanRow>> rowsOfCsv(const QByteArray &bytes)
{
    const auto table = files::readCsvTable(bytes);
    if (!table)
        return table.error();
    if (!table->notes.isEmpty())
        return domain::unreadable(table->notes.constFirst().item, table->notes.constFirst().detail);
    QStringList columns;
    for (const auto &name : table->header) {
        columns.append(columnNamed(name));
        if (columns.constLast().isEmpty())
            return unknownColumn(u"line 1"_s, name);
    }
    QList<PlanRow> rows;
    for (const auto &line : table->rows) {
        PlanRow row {u"line %1"_s.arg(line.line), {}};
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (const QString cell = line.cells.value(i).trimmed(); !cell.isEmpty())
                row.cells.insert(columns.at(i), cell);
        }
        if (!row.cells.isEmpty())
            rows.append(row);
    }
    return rows;
}

/// What a value says as text; nothing for an object or a list of anything but text.
std::optional<QString> cellOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().trimmed();
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (!value.isArray())
        return {};
    QStringList words;
    for (const auto &word : value.toArray()) {
        if (!word.isString())
            return {};
        words.append(word.toString());
    }
    return words.join(u',');
}

domain::Result<PlanRow> rowOfJson(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return domain::unreadable(place, u"an object is expected"_s);
    const QJsonObject object = value.toObject();
    const QString name = object.value("name"_L1).toString().left(60);
    PlanRow row {name.isEmpty() ? place : place + u" ("_s + name + u')', {}};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.value().isNull())
            continue;
        const QString column = columnNamed(it.key());
        if (column.isEmpty())
            return unknownColumn(row.place, it.key());
        const auto cell = cellOf(it.value());
        if (!cell)
            return domain::unreadable(row.place + u", "_s + column, u"a single value is expected"_s);
        row.cells.insert(column, *cell);
    }
    return row;
}

domain::Result<domain::Done> appendRows(QList<PlanRow> &rows, const QJsonValue &list, const PlanList &what)
{
    if (!list.isArray())
        return domain::unreadable(what.key, u"a list is expected"_s);
    const QJsonArray entries = list.toArray();
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto row = rowOfJson(entries.at(i), u"%1 %2"_s.arg(what.key).arg(i + 1));
        if (!row)
            return row.error();
        row->category = what.category;
        rows.append(*std::move(row));
    }
    return domain::Done {};
}

domain::Result<QDate> mondayOf(const QJsonValue &week)
{
    const auto day = domain::parseDay(week.toString());
    if (!day)
        return domain::unreadable(u"week"_s, u"a day is written YYYY-MM-DD"_s);
    return day->addDays(1 - day->dayOfWeek());
}

domain::Result<QList<PlanRow>> rowsOfDocument(const QJsonDocument &document, PlanReading &reading)
{
    QList<PlanRow> rows;
    if (document.isArray()) {
        const auto read = appendRows(rows, document.array(), {u"event"_s, u"WORKOUT"_s});
        return read ? domain::Result<QList<PlanRow>>(rows) : read.error();
    }
    const QJsonObject plan = document.object();
    for (const auto &key : plan.keys()) {
        const bool known = key == "week"_L1
            || std::any_of(planLists().begin(), planLists().end(), [&](const auto &list) { return list.key == key; });
        if (!known)
            return domain::unreadable(
                key.left(40), u"a plan has week, workouts, events, targets and notes, nothing else"_s);
    }
    if (plan.contains("week"_L1) && !reading.monday.isValid()) {
        const auto monday = mondayOf(plan.value("week"_L1));
        if (!monday)
            return monday.error();
        reading.monday = *monday;
    }
    for (const auto &list : planLists()) {
        if (!plan.contains(list.key))
            continue;
        if (const auto read = appendRows(rows, plan.value(list.key), list); !read)
            return read.error();
    }
    return rows;
}

domain::Result<QList<PlanRow>> rowsIn(const QByteArray &bytes, PlanReading &reading)
{
    const QByteArray start = bytes.trimmed().left(1);
    if (start != "[" && start != "{")
        return rowsOfCsv(bytes);
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (error.error != QJsonParseError::NoError)
        return domain::unreadable(
            u"line %1"_s.arg(bytes.left(error.offset).count('\n') + 1), u"broken JSON: "_s + error.errorString());
    return rowsOfDocument(document, reading);
}

/// What an event without a key of its own is known by.
class OwnKeys
{
public:
    QString keyOf(const QJsonObject &event)
    {
        const QString day = event.value("start_date_local"_L1).toString().left(10);
        const QString facts = day + u'\n' + event.value("category"_L1).toString() + u'\n'
            + event.value("name"_L1).toString() + u'\n'
            + (event.value("name"_L1).toString().isEmpty() ? event.value("type"_L1).toString() : QString());
        const QString place = facts + u'\n' + QString::number(++m_seen[facts]);
        const QByteArray hash = QCryptographicHash::hash(place.toUtf8(), QCryptographicHash::Sha1).toHex().left(16);
        return u"microcycle-plan:%1:%2"_s.arg(day, QString::fromLatin1(hash));
    }

private:
    QHash<QString, int> m_seen;
};

}

domain::Result<QList<QJsonObject>> plannedEvents(const QByteArray &bytes, const PlanReading &reading)
{
    const auto about = [&](domain::Error error) {
        error.item = error.item.isEmpty() ? reading.name : reading.name + u": "_s + error.item;
        return error;
    };
    PlanReading known = reading;
    const auto rows = rowsIn(bytes, known);
    if (!rows)
        return about(rows.error());
    if (rows->isEmpty())
        return about(domain::unreadable({}, u"there is nothing to plan in it"_s));
    QList<QJsonObject> events;
    QHash<QString, QString> places;
    OwnKeys keys;
    for (const auto &row : *rows) {
        auto event = eventOfRow(row, known.monday);
        if (!event)
            return about(event.error());
        QString key = event->value("external_id"_L1).toString();
        if (key.isEmpty()) {
            key = keys.keyOf(*event);
            event->insert(u"external_id"_s, key);
        }
        if (places.contains(key))
            return about(domain::unreadable(
                row.place + u", external_id"_s, u"%1 has the same, %2"_s.arg(places.value(key), key.left(60))));
        places.insert(key, row.place);
        events.append(*std::move(event));
    }
    return events;
}

}
