// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/daterange.h"
#include "models/domain/fields.h"

#include <QHash>
#include <QSqlQuery>
#include <memory>

namespace demo {

/// What kinds of objects the server keeps.
enum class Shelf { Event, Activity, Wellness, Athlete, Sport };

/// The server's memory: JSON objects by kind and id, with the day they belong to, in SQLite.
class State
{
public:
    explicit State(const QString &path);
    ~State();
    State(const State &) = delete;
    State &operator=(const State &) = delete;

    [[nodiscard]] std::optional<QJsonObject> find(Shelf shelf, const QString &id);
    [[nodiscard]] QList<QJsonObject> between(Shelf shelf, const domain::DateRange &days); ///< by day, then id
    [[nodiscard]] QList<QJsonObject> all(Shelf shelf);
    void put(Shelf shelf, const QString &id, QDate day, const QJsonObject &object);
    bool remove(Shelf shelf, const QString &id);
    [[nodiscard]] bool isEmpty();
    [[nodiscard]] qint64 nextEventId();

    void begin();
    void commit();

private:
    QSqlQuery &run(const char *sql, const QVariantList &values);

    QString m_connection;
    QHash<QByteArray, std::shared_ptr<QSqlQuery>> m_statements;
};

}
