// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/undolog.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/sides.h"

#include <QJsonArray>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr int kept = 500;
constexpr int continuesWithinMs = 2000;

/// Undoing a change needs what differs, and what the figures were that follow from it. A side never becomes empty, for
/// that would mean that the entity was not there.
Edit slim(Edit edit)
{
    if (edit.isCreate() || edit.isDelete())
        return edit;
    Sides sides = sidesOf(edit.before, edit.after);
    const auto share = [&](const QString &key) {
        sides.before.insert(key, edit.before.value(key));
        sides.after.insert(key, edit.after.value(key));
    };
    const auto isShared = [&](const QString &key) { return edit.before.contains(key) && edit.after.contains(key); };
    const QStringList figures = edit.derived.keys();
    for (const auto &key : figures) {
        if (isShared(key))
            share(key);
    }
    if (sides.before.isEmpty() || sides.after.isEmpty()) {
        const QStringList keys = edit.before.keys();
        const auto any = std::ranges::find_if(keys, isShared);
        if (any == keys.end())
            return edit;
        share(*any);
    }
    edit.before = sides.before;
    edit.after = sides.after;
    return edit;
}

QJsonObject toJson(const Gesture &gesture)
{
    QJsonArray edits;
    for (const auto &whole : gesture.edits) {
        const Edit edit = slim(whole);
        edits.append(QJsonObject {{u"id"_s, edit.id.value},
            {u"kind"_s, int(edit.kind)},
            {u"before"_s, edit.before},
            {u"after"_s, edit.after},
            {u"derived"_s, edit.derived}});
    }
    return {{u"verb"_s, int(gesture.verb)},
        {u"subject"_s, gesture.subject},
        {u"edits"_s, edits},
        {u"target"_s, gesture.target.toString(Qt::ISODate)}};
}

Gesture fromJson(const QJsonObject &json)
{
    Gesture gesture;
    gesture.verb = Verb(json.value("verb"_L1).toInteger());
    gesture.subject = json.value("subject"_L1).toString();
    gesture.target = QDate::fromString(json.value("target"_L1).toString(), Qt::ISODate);
    const QJsonArray edits = json.value("edits"_L1).toArray();
    for (const auto &entry : edits) {
        const QJsonObject edit = entry.toObject();
        gesture.edits.append({{edit.value("id"_L1).toString()},
            Kind(edit.value("kind"_L1).toInteger()),
            edit.value("before"_L1).toObject(),
            edit.value("after"_L1).toObject(),
            edit.value("derived"_L1).toObject()});
    }
    return gesture;
}

bool continues(const Gesture &last, const Gesture &next)
{
    if (last.verb != next.verb || last.edits.size() != 1 || next.edits.size() != 1)
        return false;
    const Edit &a = last.edits.first();
    const Edit &b = next.edits.first();
    if (a.id != b.id || a.isCreate() || a.isDelete() || b.isCreate() || b.isDelete())
        return false;
    return differenceOf(a.kind, a.before, a.after).changes.keys()
        == differenceOf(b.kind, b.before, b.after).changes.keys();
}

}

// What was undone lies on top of what was not, so nobody needs to look through the whole pile.
#define MICROCYCLE_ABOVE_DONE \
    "stack_pos > coalesce((SELECT stack_pos FROM undo WHERE undone=0 ORDER BY stack_pos DESC LIMIT 1), 0)"

bool UndoLog::push(const Gesture &gesture, const QString &groupId, const QDateTime &now)
{
    if (!m_database.run("DELETE FROM undo WHERE " MICROCYCLE_ABOVE_DONE))
        return false;
    const auto last = recent(gesture, now);
    if (last && continues(last->gesture, gesture))
        return extend(*last, gesture, now);
    const QVariant text = jsonText(toJson(gesture));
    return m_database.run("INSERT INTO undo(stack_pos,group_id,gesture_json,at) VALUES((SELECT "
                          "coalesce(max(stack_pos),0)+1 FROM undo),?,?,?)",
               {groupId, text, now.toMSecsSinceEpoch()})
        && m_database.run("DELETE FROM undo WHERE stack_pos <= (SELECT max(stack_pos) FROM undo) - ?", {kept});
}

bool UndoLog::extend(const Entry &last, const Gesture &gesture, const QDateTime &now)
{
    Gesture both = gesture;
    const Edit &earlier = last.gesture.edits.first();
    QJsonObject before = earlier.before;
    // What is on neither side of the earlier edit was left out of it and is still as it was.
    const QStringList keys = gesture.edits.first().before.keys();
    for (const auto &key : keys) {
        if (!earlier.before.contains(key) && !earlier.after.contains(key))
            before.insert(key, gesture.edits.first().before.value(key));
    }
    both.edits.first().before = before;
    return m_database.run("UPDATE undo SET gesture_json=?, at=? WHERE stack_pos=?",
        {jsonText(toJson(both)), now.toMSecsSinceEpoch(), last.position});
}

namespace {

std::optional<UndoLog::Entry> readEntry(QSqlQuery &query)
{
    if (!query.next())
        return {};
    UndoLog::Entry entry {query.value(0).toLongLong(),
        fromJson(jsonObject(query.value(1))),
        QDateTime::fromMSecsSinceEpoch(query.value(2).toLongLong(), Qt::UTC)};
    query.finish();
    return entry;
}

}

std::optional<UndoLog::Entry> UndoLog::recent(const Gesture &gesture, const QDateTime &now)
{
    if (gesture.edits.size() != 1)
        return {};
    // The text is looked through for the entity before it is read, for most gestures are of another one.
    return readEntry(
        m_database.select("SELECT stack_pos, gesture_json, at FROM undo WHERE at>=? AND instr(gesture_json,?)>0"
                          " AND stack_pos=(SELECT stack_pos FROM undo WHERE undone=0 ORDER BY stack_pos DESC LIMIT 1)",
            {now.toMSecsSinceEpoch() - continuesWithinMs, gesture.edits.first().id.value}));
}

std::optional<UndoLog::Entry> UndoLog::top(bool undone)
{
    QSqlQuery &query = undone
        ? m_database.select(
            "SELECT stack_pos, gesture_json, at FROM undo WHERE " MICROCYCLE_ABOVE_DONE " ORDER BY stack_pos LIMIT 1")
        : m_database.select(
            "SELECT stack_pos, gesture_json, at FROM undo WHERE undone=0 ORDER BY stack_pos DESC LIMIT 1");
    return readEntry(query);
}

bool UndoLog::setUndone(const Entry &entry, bool undone)
{
    // Nothing continues an entry that was undone and redone.
    return m_database.run("UPDATE undo SET undone=?, at=0 WHERE stack_pos=?", {int(undone), entry.position});
}

bool UndoLog::drop(const Entry &entry)
{
    return m_database.run("DELETE FROM undo WHERE stack_pos=?", {entry.position});
}

}
