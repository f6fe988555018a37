// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/daterange.h"
#include "models/domain/fields.h"

#include <QHash>
#include <QSqlQuery>
#include <memory>
#include <vector>

namespace demo {

/// What kinds of objects the server keeps.
enum class Shelf {
    Event,
    Activity,
    Wellness,
    Athlete,
    Sport,
    ActivityEffort,
    Folder,
    Workout,
    Token,
    Gear,
    CustomItem,
    Choice,
    Message,
    Partition,
    Tombstone
};

/// The server's memory: JSON objects by kind and id, with the day they belong to, in SQLite.
class State
{
public:
    /// The little that fitness needs to know of an activity.
    struct Load {
        QDate day;
        QString type;
        double load = 0;
    };

    explicit State(const QString &path);
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    [[nodiscard]] bool isOpen() const { return m_failure.isEmpty(); }
    [[nodiscard]] const QString &failure() const { return m_failure; } ///< empty if the database could be opened
    [[nodiscard]] const QString &connection() const { return m_connection; } ///< for tables beside the objects

    [[nodiscard]] std::optional<QJsonObject> find(Shelf shelf, const QString &id);
    [[nodiscard]] std::optional<QJsonObject> findExternal(
        const QString &externalId, Shelf shelf = Shelf::Event); ///< an event or activity, by its creator's key
    [[nodiscard]] std::optional<QJsonObject> findUid(const QString &uid);
    [[nodiscard]] QList<QJsonObject> between(Shelf shelf, const domain::DateRange &days); ///< by day, then id
    /// The same as they are kept: what QJsonDocument writes.
    [[nodiscard]] std::optional<QByteArray> text(Shelf shelf, const QString &id);
    [[nodiscard]] QList<QByteArray> textsBetween(Shelf shelf, const domain::DateRange &days);
    [[nodiscard]] QList<QJsonObject> eventsTouching(const domain::DateRange &days); ///< in no order
    [[nodiscard]] QList<QJsonObject> eventsOf(const QString &category);
    [[nodiscard]] QList<QJsonObject> all(Shelf shelf);
    [[nodiscard]] std::vector<Load> loads(Shelf shelf); ///< by day, without parsing any object
    void put(Shelf shelf, const QString &id, QDate day, const QJsonObject &object);
    bool remove(Shelf shelf, const QString &id);
    [[nodiscard]] bool isEmpty();
    /// Never the same number twice, whatever was deleted.
    [[nodiscard]] qint64 nextEventId();

    void begin();
    void commit();
    void rollback();

private:
    QSqlQuery &run(const char *sql, const QVariantList &values = {});
    QSqlQuery &runBetween(Shelf shelf, const domain::DateRange &days);

    QString m_connection;
    QString m_failure;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements;
};

}
