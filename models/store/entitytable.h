// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/columns.h"
#include "models/store/database.h"

#include <QJsonObject>

namespace store {

/// One entity as stored: what the service said last, and what is shown.
struct Entity {
    domain::LocalId id;
    Kind kind = Kind::Event;
    QString remoteId;
    QString externalId;
    int generation = 0;
    QJsonObject base; ///< empty if the service does not have it
    QJsonObject view; ///< empty if the user deleted it
    QString baseUpdated;
};

/// Rows of entity and body, written together.
class EntityTable
{
public:
    explicit EntityTable(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] bool has(const domain::LocalId &id);
    [[nodiscard]] std::optional<Entity> find(const domain::LocalId &id);
    [[nodiscard]] std::optional<domain::LocalId> findRemote(Kind kind, const QString &remoteId);
    [[nodiscard]] std::optional<domain::LocalId> findExternal(Kind kind, const QString &externalId);
    [[nodiscard]] QJsonObject view(const domain::LocalId &id);
    /// Whether it is there, shown, known to the service if its kind needs that, and has this key of ours: then a change
    /// of its fields is a matter of its view alone.
    [[nodiscard]] bool isShownAs(const domain::LocalId &id, Kind kind, const QString &externalId);

    /// Inserts or replaces; an entity without base and view is removed.
    domain::Result<domain::Done> save(const Entity &entity, const QList<domain::SportSettings> &sports);
    /// Of one that nothing is known of, the service's object as its text: that is base and view in one. The hash is
    /// kept with it.
    bool insert(const domain::LocalId &id,
        const QString &remoteId,
        const Columns &columns,
        QByteArrayView text,
        const QByteArray &hash);
    /// The same for an entity that was edited, and whose base and keys are as they were; it is unseen.
    domain::Result<domain::Done> saveView(const Entity &entity, const QList<domain::SportSettings> &sports);
    /// When the service last showed its object while edits of it waited. Another edit makes it unseen again: somebody
    /// else may have written between the answer and that edit.
    bool setSeen(const domain::LocalId &id, const QDateTime &now);
    bool setUnseen(const domain::LocalId &id);
    [[nodiscard]] bool isFresh(const domain::LocalId &id, const QDateTime &now, std::chrono::seconds age);
    bool remove(const domain::LocalId &id);
    /// The step profiles of all sessions anew: they depend on thresholds and zones.
    bool redrawProfiles(const QList<domain::SportSettings> &sports);

    /// Wellness has one entity per day, with a key made from it.
    [[nodiscard]] static QLatin1StringView wellnessPrefix();
    [[nodiscard]] static domain::LocalId wellnessId(QDate day);
    [[nodiscard]] static QDate wellnessDay(const domain::LocalId &id); ///< invalid for other kinds
    [[nodiscard]] static domain::LocalId newId();

private:
    Database &m_database;
};

/// Compact JSON text for a column; null for an empty object.
[[nodiscard]] QVariant jsonText(const QJsonObject &json);
[[nodiscard]] QJsonObject jsonObject(const QVariant &text);

}
