// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/versionsmodel.h"

#include "models/store/entitytable.h"
#include "models/store/trash.h"

using namespace Qt::StringLiterals;
using store::ItemVersion;
using store::Origin;

namespace items {

namespace {

/// Whether it is what stands there, and nothing that stood there once.
bool isNow(const store::ItemVersion &state)
{
    return !state.at.isValid() && !state.json.isEmpty();
}

}

QString pastMoment(const QDateTime &utc, QDate today, const QLocale &locale)
{
    const QDateTime local = utc.toLocalTime();
    const QString time = locale.toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(today);
    if (days == 0)
        return VersionsModel::tr("today %1", "a time").arg(time);
    if (days == 1)
        return VersionsModel::tr("yesterday %1", "a time").arg(time);
    const QString format = local.date().year() == today.year()
        ? VersionsModel::tr("ddd d MMM", "a day, as QLocale writes it")
        : VersionsModel::tr("d MMM yyyy", "a day, as QLocale writes it");
    return VersionsModel::tr("%1 %2", "a day, a time").arg(locale.toString(local.date(), format), time);
}

VersionsModel::VersionsModel(store::Store &store, FieldWords words, QObject *parent)
    : QAbstractListModel(parent)
    , m_store(store)
    , m_words(std::move(words))
    , m_service(u"Intervals.icu"_s)
{
    connect(&store, &store::Store::changed, this, [this](const store::Change &change) {
        if (change.everything || change.ids.contains(m_id))
            refresh();
    });
    connect(&store, &store::Store::libraryChanged, this, &VersionsModel::refresh);
}

void VersionsModel::setItem(const domain::LocalId &id)
{
    m_id = id;
    refresh();
}

void VersionsModel::setService(const QString &name)
{
    m_service = name;
    refresh();
}

void VersionsModel::refresh()
{
    QList<Row> rows = m_id.value.isEmpty() ? QList<Row>() : rowsNow();
    if (rows == m_rows)
        return;
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

QList<VersionsModel::Row> VersionsModel::rowsNow()
{
    const auto entity = store::EntityTable(m_store.database()).find(m_id);
    const auto trashed = store::Trash(m_store.database()).item(m_id, m_store.clock().now());
    m_kind = entity ? entity->kind : trashed ? trashed->kind : store::Kind::Event;
    const QJsonObject view = entity ? entity->view : QJsonObject();
    QList<ItemVersion> states {{{}, entity && entity->base != entity->view ? Origin::User : Origin::Service, view, {}}};
    states += store::ItemHistory(m_store.database()).versions(m_id);
    if (view.isEmpty() && trashed) {
        // What it was at the end may never have been replaced, only deleted.
        const auto same = [&](const ItemVersion &state) { return state.json == trashed->json; };
        if (std::ranges::none_of(states, same))
            states.insert(1, {trashed->at, Origin::User, trashed->json, trashed->origin});
    }
    m_name.clear();
    QList<Row> rows;
    for (qsizetype i = 0; i < states.size(); ++i) {
        if (m_name.isEmpty())
            m_name = states.at(i).json.value("name"_L1).toString().simplified();
        Row row = rowOf(states.at(i), i + 1 < states.size() ? &states.at(i + 1) : nullptr);
        row.restorable = i > 0 && (view.isEmpty() || !m_words.differences(m_kind, view, row.json).isEmpty());
        rows.append(row);
    }
    return rows;
}

QString VersionsModel::titleOf(const ItemVersion &state, const ItemVersion *older) const
{
    if (!older)
        return isNow(state) ? tr("As it is now") : tr("The oldest version kept");
    const bool here = state.origin == Origin::User || older->replacedBy.value_or(Origin::Service) == Origin::User;
    if (state.json.isEmpty())
        return here ? tr("Deleted here") : tr("Deleted on %1", "the name of the service").arg(m_service);
    return here ? tr("Changed here") : tr("Changed on %1", "the name of the service").arg(m_service);
}

VersionsModel::Row VersionsModel::rowOf(const ItemVersion &state, const ItemVersion *older) const
{
    Row row {titleOf(state, older), {}, {}, state.json, false};
    if (older) {
        row.detail = pastMoment(older->at, m_store.clock().today(), m_words.locale());
        if (!state.json.isEmpty())
            row.differences = m_words.differences(m_kind, older->json, state.json);
    }
    if (isNow(state))
        row.detail = older ? tr("%1 \u00b7 as it is now", "when").arg(row.detail) : tr("No earlier version is kept");
    return row;
}

QJsonObject VersionsModel::version(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows.at(row).json : QJsonObject();
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.title;
    case Qt::AccessibleTextRole: {
        QStringList parts {row.title, row.detail};
        for (const FieldDifference &each : row.differences)
            parts.append(tr("%1: %2, before: %3", "a field, what it became, what it was")
                             .arg(each.field, each.after, each.before));
        parts.removeAll(QString());
        return parts.join(u". "_s);
    }
    case KeptDetailRole:
        return row.detail;
    case KeptDifferencesRole:
        return QVariant::fromValue(row.differences);
    case KeptRestorableRole:
        return row.restorable;
    case KeptKindRole:
        return int(m_kind);
    case KeptIdRole:
        return m_id.value;
    default:
        return {};
    }
}

}
