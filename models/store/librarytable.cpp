// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/librarytable.h"

#include "models/domain/folder.h"
#include "models/domain/libraryworkout.h"
#include "models/store/nullable.h"
#include "models/store/summaryquery.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

namespace {

const QString folderIdKey = u"folder_id"_s;
constexpr auto ownPrefix = "local:"_L1;

QVariant tagsText(const QStringList &tags)
{
    return tags.isEmpty()
        ? QVariant()
        : QVariant(QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(tags)).toJson(QJsonDocument::Compact)));
}

QStringList tagsOf(const QVariant &text)
{
    QStringList tags;
    const QJsonArray array = QJsonDocument::fromJson(text.toString().toUtf8()).array();
    for (const auto &tag : array)
        tags.append(tag.toString());
    return tags;
}

struct Row {
    QVariant key;
    QJsonObject json;
    Kind kind;
};

/// A key, a JSON text and, where it matters, a kind.
QList<Row> rowsOf(QSqlQuery &query)
{
    QList<Row> rows;
    while (query.next())
        rows.append({query.value(0), jsonObject(query.value(1)), Kind(query.value(2).toInt())});
    query.finish();
    return rows;
}

/// A change of fields as the outbox keeps it: {"fields":{"folder_id":{"old":…,"new":…}}}.
QJsonObject renumberedPatch(QJsonObject body, const QString &from, const QJsonValue &to)
{
    QJsonObject fields = body.value("fields"_L1).toObject();
    QJsonObject change = fields.value(folderIdKey).toObject();
    for (const auto &side : {u"old"_s, u"new"_s}) {
        if (folderKeyOf(Kind::Workout, {{folderIdKey, change.value(side)}}) == from)
            change.insert(side, to);
    }
    fields.insert(folderIdKey, change);
    body.insert(u"fields"_s, fields);
    return body;
}

QJsonObject renumberedGesture(QJsonObject gesture, const QString &from, const QString &to)
{
    QJsonArray edits = gesture.value("edits"_L1).toArray();
    for (auto entry : edits) {
        QJsonObject edit = entry.toObject();
        const Kind kind = Kind(edit.value("kind"_L1).toInteger());
        if (!isLibrary(kind))
            continue;
        for (const auto &side : {u"before"_s, u"after"_s}) {
            if (const QJsonObject json = edit.value(side).toObject(); folderKeyOf(kind, json) == from)
                edit.insert(side, withFolderKey(kind, json, to));
        }
        entry = edit;
    }
    gesture.insert(u"edits"_s, edits);
    return gesture;
}

}

QString folderKeyOf(Kind kind, const QJsonObject &json)
{
    if (!isLibrary(kind))
        return {};
    const QJsonValue key = json.value(kind == Kind::Folder ? u"id"_s : folderIdKey);
    return key.isString() ? key.toString() : key.isDouble() ? QString::number(key.toInteger()) : QString();
}

QJsonObject withFolderKey(Kind kind, const QJsonObject &json, const QString &key)
{
    if (!isLibrary(kind))
        return json;
    domain::LibraryWorkout named;
    named.folder = domain::FolderId {key};
    QJsonObject changed = json;
    changed.insert(kind == Kind::Folder ? u"id"_s : folderIdKey, domain::toJson(named).value(folderIdKey));
    return changed;
}

QJsonObject withFreshLibraryKeys(Kind kind, const QJsonObject &json)
{
    if (kind == Kind::Folder) {
        return LibraryTable::isOwnKey(folderKeyOf(kind, json))
            ? json
            : withFolderKey(kind, json, LibraryTable::newFolderKey());
    }
    QJsonObject fresh = json;
    fresh.remove(u"id"_s);
    fresh.remove(u"updated"_s);
    return fresh;
}

QString LibraryTable::newFolderKey()
{
    return ownPrefix + QUuid::createUuid().toString(QUuid::WithoutBraces);
}

bool LibraryTable::isOwnKey(const QString &key)
{
    return key.startsWith(ownPrefix);
}

bool LibraryTable::save(const Entity &entity)
{
    if (!isLibrary(entity.kind))
        return true;
    if (entity.view.isEmpty())
        return m_database.run("DELETE FROM library WHERE local_id=?", {entity.id.value});
    domain::LibraryWorkout workout;
    if (entity.kind == Kind::Workout)
        workout = domain::fromJson<domain::LibraryWorkout>(entity.view).valueOr({});
    return m_database.run("INSERT OR REPLACE INTO library(local_id,folder,day,days,tags) VALUES(?,?,?,?,?)",
        {entity.id.value,
            folderKeyOf(entity.kind, entity.view),
            orNull(workout.day),
            orNull(workout.days),
            tagsText(workout.tags)});
}

QList<LibraryFolder> LibraryTable::folders()
{
    QList<LibraryFolder> list;
    QSqlQuery &query = m_database.select(
        "SELECT " MICROCYCLE_SUMMARY_COLUMNS ", l.folder FROM entity e JOIN library l USING(local_id)"
        " WHERE e.kind=3 AND e.kind>=3 ORDER BY e.v_name COLLATE NOCASE, e.local_id");
    while (query.next()) {
        const Summary s = summaryAt(query);
        list.append({s.id, query.value(summaryColumns).toString(), s.name, s.type == "PLAN"_L1, s.readOnly, s.mark});
    }
    query.finish();
    return list;
}

QList<LibraryRow> LibraryTable::workouts()
{
    QList<LibraryRow> list;
    QSqlQuery &query = m_database.select("SELECT " MICROCYCLE_SUMMARY_COLUMNS ", l.folder, l.day, l.days, l.tags"
                                         " FROM entity e JOIN library l USING(local_id) WHERE e.kind=4 AND e.kind>=3"
                                         " ORDER BY l.day, e.v_name COLLATE NOCASE, e.local_id");
    while (query.next()) {
        const Summary s = summaryAt(query);
        LibraryRow row {s.id,
            query.value(summaryColumns).toString(),
            s.name,
            s.type,
            s.load,
            s.movingTime,
            s.distanceMetres,
            s.intensityPercent,
            s.profile,
            tagsOf(query.value(summaryColumns + 3)),
            s.color,
            {},
            {},
            s.forWeek,
            s.mark};
        if (const QVariant day = query.value(summaryColumns + 1); !day.isNull())
            row.day = day.toInt();
        if (const QVariant days = query.value(summaryColumns + 2); !days.isNull())
            row.days = days.toInt();
        list.append(row);
    }
    query.finish();
    return list;
}

QJsonObject LibraryTable::view(Kind kind, const domain::LocalId &id)
{
    return jsonObject(m_database.value(
        "SELECT b.view_json FROM entity e JOIN body b USING(local_id) WHERE e.local_id=? AND e.kind IS ?",
        {id.value, int(kind)}));
}

bool LibraryTable::hasFolder(const QString &folder)
{
    const auto views = rowsOf(m_database.select("SELECT e.local_id, b.view_json, e.kind FROM entity e JOIN body b "
                                                "USING(local_id) WHERE e.kind IS ? AND e.kind>=3"
                                                " AND b.view_json IS NOT NULL",
        {int(Kind::Folder)}));
    return std::ranges::any_of(views, [&folder](const Row &row) { return folderKeyOf(row.kind, row.json) == folder; });
}

bool LibraryTable::isNeeded(const QString &folder)
{
    return m_database
        .value("SELECT EXISTS(SELECT 1 FROM outbox o JOIN library l USING(local_id) WHERE o.kind=4 AND l.folder=?)",
            {folder})
        .toBool();
}

bool LibraryTable::putBehind(const QString &folder)
{
    return m_database.run("UPDATE outbox SET seq=seq+(SELECT max(seq)-min(seq)+1 FROM outbox),"
                          " state=CASE state WHEN 'rejected' THEN 'queued' ELSE state END"
                          " WHERE kind=4 AND local_id IN (SELECT local_id FROM library WHERE folder=?)",
        {folder});
}

bool LibraryTable::renumber(const QString &from, const QString &to)
{
    if (from.isEmpty() || from == to)
        return true;
    bool done = true;
    const auto views
        = rowsOf(m_database.select("SELECT b.local_id, b.view_json, e.kind FROM library l JOIN body b USING(local_id)"
                                   " JOIN entity e USING(local_id) WHERE l.folder=? AND b.view_json IS NOT NULL",
            {from}));
    for (const Row &row : views)
        done = done
            && m_database.run("UPDATE body SET view_json=? WHERE local_id=?",
                {jsonText(withFolderKey(row.kind, row.json, to)), row.key});
    done = done && m_database.run("UPDATE library SET folder=? WHERE folder=?", {to, from});
    const QJsonValue key = withFolderKey(Kind::Workout, {}, to).value(folderIdKey);
    const auto waiting = rowsOf(m_database.select(
        "SELECT seq, patch_json, kind FROM outbox WHERE kind=4 AND instr(patch_json, 'folder_id')>0"));
    for (const Row &row : waiting)
        done = done
            && m_database.run("UPDATE outbox SET patch_json=? WHERE seq=?",
                {jsonText(renumberedPatch(row.json, from, key)), row.key});
    const auto steps = rowsOf(
        m_database.select("SELECT stack_pos, gesture_json, 0 FROM undo WHERE instr(gesture_json, ?)>0", {from}));
    for (const Row &row : steps)
        done = done
            && m_database.run("UPDATE undo SET gesture_json=? WHERE stack_pos=?",
                {jsonText(renumberedGesture(row.json, from, to)), row.key});
    return done;
}

}
