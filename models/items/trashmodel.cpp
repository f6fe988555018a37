// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/trashmodel.h"

#include "models/items/versionsmodel.h"
#include "models/store/librarytable.h"

#include <QHash>

using namespace Qt::StringLiterals;
using store::Kind;
using store::TrashedItem;

namespace items {

TrashModel::TrashModel(store::Store &store, const QLocale &locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_locale(locale)
    , m_service(u"Intervals.icu"_s)
{
    connect(&store, &store::Store::changed, this, &TrashModel::refresh);
    connect(&store, &store::Store::libraryChanged, this, &TrashModel::refresh);
    refresh();
}

void TrashModel::setService(const QString &name)
{
    m_service = name;
    refresh();
}

void TrashModel::refresh()
{
    QList<Row> rows = rowsNow();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QString TrashModel::placeOf(const TrashedItem &item, int inside) const
{
    switch (item.kind) {
    case Kind::Folder:
        if (inside == 0)
            return tr("Folder of the library");
        // The English for one is written out, for there is no English translation that would choose it.
        return inside == 1 ? tr("Folder with 1 workout") : tr("Folder with %n workouts", nullptr, inside);
    case Kind::Workout:
        return tr("In the library");
    case Kind::Event:
    case Kind::Activity:
    case Kind::Wellness:
        break;
    }
    const QDate day = QDate::fromString(item.json.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
    return m_locale.toString(day, tr("ddd d MMM", "a day, as QLocale writes it"));
}

QList<TrashModel::Row> TrashModel::rowsNow()
{
    const QList<TrashedItem> items = store::Trash(m_store.database()).items(m_store.clock().now());
    QHash<QString, int> folders; // by key, with how many workouts
    for (const TrashedItem &item : items) {
        if (item.kind == Kind::Folder)
            folders.insert(store::folderKeyOf(item.kind, item.json), 0);
    }
    const auto folderIn = [&](const TrashedItem &item) {
        return item.kind == Kind::Workout ? folders.find(store::folderKeyOf(item.kind, item.json)) : folders.end();
    };
    for (const TrashedItem &item : items) {
        if (const auto folder = folderIn(item); folder != folders.end())
            ++*folder;
    }
    QList<Row> rows;
    for (const TrashedItem &item : items) {
        if (folderIn(item) != folders.end())
            continue; // it comes back with its folder
        const int inside = item.kind == Kind::Folder ? folders.value(store::folderKeyOf(item.kind, item.json)) : 0;
        const QString name = item.json.value("name"_L1).toString().simplified();
        const QString when = pastMoment(item.at, m_store.clock().today(), m_locale);
        const QString who = item.origin == store::Origin::User
            ? tr("deleted here %1", "when").arg(when)
            : tr("deleted on %1 %2", "the name of the service, when").arg(m_service, when);
        rows.append({item.id,
            item.kind,
            name.isEmpty() ? tr("Without a name") : name,
            tr("%1 \u00b7 %2", "the day, who deleted it").arg(placeOf(item, inside), who),
            item.json.value("type"_L1).toString()});
    }
    return rows;
}

int TrashModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant TrashModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.name;
    case Qt::AccessibleTextRole:
        return tr("%1. %2", "the name, where it was and who deleted it").arg(row.name, row.detail);
    case KeptDetailRole:
        return row.detail;
    case KeptRestorableRole:
        return true;
    case KeptSportRole:
        return row.sport;
    case KeptKindRole:
        return int(row.kind);
    case KeptIdRole:
        return row.id.value;
    default:
        return {};
    }
}

}
