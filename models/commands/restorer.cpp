// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/restorer.h"

#include "models/commands/estimate.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/merge.h"
#include "models/store/trash.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using domain::Error;
using store::Edit;
using store::Gesture;
using store::Kind;
using store::TrashedItem;
using store::Verb;

namespace commands {

namespace {

QString nameIn(const QJsonObject &json)
{
    return json.value("name"_L1).toString();
}

bool isLocked(Kind kind, const QJsonObject &view)
{
    return (kind == Kind::Wellness && view.value("locked"_L1).toBool())
        || (kind == Kind::Event
            && (view.value("athlete_cannot_edit"_L1).toBool() || view.value("structure_read_only"_L1).toBool()));
}

/// Keys that tie the item to others stay as they are.
bool isTie(const QString &key)
{
    return key == "uid"_L1 || key == "external_id"_L1 || key.startsWith("plan_"_L1) || key.startsWith("paired_"_L1)
        || key == "folder_id"_L1;
}

QJsonObject withVersion(Kind kind, const QJsonObject &view, const QJsonObject &version, const QStringList &but)
{
    QJsonObject after = view;
    const QStringList edited = store::editedFields(kind, view, version);
    for (const QString &key : edited) {
        if (isTie(key) || but.contains(key))
            continue;
        if (version.contains(key))
            after.insert(key, version.value(key));
        else
            after.remove(key);
    }
    return after;
}

}

domain::Result<domain::Done> Restorer::version(const domain::LocalId &id, const QJsonObject &version)
{
    const auto entity = store::EntityTable(m_store.database()).find(id);
    const auto trashed = store::Trash(m_store.database()).item(id, m_store.clock().now());
    if (!entity && !trashed)
        return Error {.kind = Error::Kind::NotFound, .item = nameIn(version)};
    const Kind kind = entity ? entity->kind : trashed->kind;
    const QDate day = store::dayOf(kind, version).value_or(QDate());
    if (!entity || entity->view.isEmpty())
        return m_store.perform({Verb::Restore, nameIn(version), day, {{id, kind, {}, version, {}}}});
    if (isLocked(kind, entity->view))
        return Error {.kind = Error::Kind::Forbidden, .item = nameIn(entity->view), .detail = u"locked"_s};
    Edit edit {id, kind, entity->view, withVersion(kind, entity->view, version, {}), {}};
    if (store::differenceOf(kind, edit.before, edit.after).isEmpty())
        return domain::Done {};
    if (kind == Kind::Event && edit.before.value("description"_L1) != edit.after.value("description"_L1)) {
        // Figures that follow from the text are not typed again: the text says them.
        QStringList figures = store::fieldsOfChoice(kind, u"description"_s);
        figures.removeAll(u"description"_s);
        const QJsonObject plain = withVersion(kind, entity->view, version, figures);
        const auto before = domain::fromJson<domain::Event>(edit.before);
        const auto after = domain::fromJson<domain::Event>(plain);
        if (before && after)
            edit.derived = estimated(*after, m_store.sports(), *before);
        if (!edit.derived.isEmpty())
            edit.after = plain;
    }
    const QString subject = kind == Kind::Wellness ? domain::dayText(day) : nameIn(version);
    return m_store.perform({Verb::Restore, subject, day, {edit}});
}

domain::Result<domain::Done> Restorer::trashed(const QList<domain::LocalId> &ids)
{
    const QList<TrashedItem> all = store::Trash(m_store.database()).items(m_store.clock().now());
    QList<TrashedItem> wanted;
    QStringList folders; // keys of those that come back
    const auto want = [&](const TrashedItem &item) {
        if (std::ranges::find(wanted, item.id, &TrashedItem::id) != wanted.end())
            return;
        wanted.append(item);
        if (item.kind == Kind::Folder)
            folders.append(store::folderKeyOf(item.kind, item.json));
    };
    for (const TrashedItem &item : all) {
        if (ids.contains(item.id))
            want(item);
    }
    const auto shown = m_store.folders();
    for (const TrashedItem &item : QList(wanted)) {
        const QString key = store::folderKeyOf(item.kind, item.json);
        if (item.kind != Kind::Workout || std::ranges::find(shown, key, &store::LibraryFolder::key) != shown.end())
            continue;
        const auto folder = std::ranges::find_if(all, [&](const TrashedItem &each) {
            return each.kind == Kind::Folder && store::folderKeyOf(each.kind, each.json) == key;
        });
        if (folder == all.end())
            return Error {.kind = Error::Kind::NotFound, .item = nameIn(item.json), .detail = u"its folder is gone"_s};
        want(*folder);
    }
    for (const TrashedItem &item : all) {
        if (item.kind == Kind::Workout && folders.contains(store::folderKeyOf(item.kind, item.json)))
            want(item);
    }
    // Folders first, so that what stands in them finds them.
    std::ranges::stable_sort(wanted,
        [](const TrashedItem &a, const TrashedItem &b) { return a.kind == Kind::Folder && b.kind != Kind::Folder; });
    if (wanted.isEmpty())
        return Error {.kind = Error::Kind::NotFound, .item = u"trash"_s};
    const TrashedItem &first = wanted.first();
    Gesture gesture {Verb::Restore, nameIn(first.json), store::dayOf(first.kind, first.json).value_or(QDate()), {}};
    for (const TrashedItem &item : std::as_const(wanted))
        gesture.edits.append({item.id, item.kind, {}, item.json, {}});
    return m_store.perform(gesture);
}

}
