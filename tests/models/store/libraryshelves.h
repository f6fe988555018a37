// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/commands/librarian.h"
#include "models/store/database.h"
#include "models/store/librarytable.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"

#include <QJsonArray>

namespace samples {

inline const QDate thursday {2026, 3, 12};

using namespace Qt::StringLiterals;

inline QJsonObject folderJson(int id, const char *name, const char *type = "FOLDER")
{
    return {{u"id"_s, id}, {u"name"_s, QLatin1StringView(name)}, {u"type"_s, QLatin1StringView(type)}};
}

inline QJsonObject workoutJson(int id, int folder, const char *name)
{
    return {{u"id"_s, id},
        {u"folder_id"_s, folder},
        {u"name"_s, QLatin1StringView(name)},
        {u"type"_s, u"Ride"_s},
        {u"icu_training_load"_s, 50},
        {u"moving_time"_s, 3600},
        {u"tags"_s, QJsonArray {u"long"_s}}};
}

inline domain::LibraryWorkout ride(const QString &name)
{
    domain::LibraryWorkout workout;
    workout.name = name;
    workout.type = u"Ride"_s;
    workout.description = u"- 1h 200w"_s;
    return workout;
}

/// A store with a library, and a service that agrees to what it is told.
class Shelves
{
public:
    explicit Shelves(const domain::Clock &clock)
        : m_clock(clock)
        , m_store(*store::Store::open(QStringLiteral(":memory:"), clock))
    {
    }

    [[nodiscard]] store::Store &store() { return *m_store; }
    [[nodiscard]] std::optional<store::Operation> next()
    {
        return store::Outbox(m_store->database()).next(m_clock.now());
    }
    /// The service agrees to the next operation; a creation gets the key.
    bool confirm(int id = 0)
    {
        const auto operation = next();
        if (!operation)
            return false;
        if (operation->type == store::Operation::Type::Delete)
            return store::RemoteFold(*m_store).gone(*operation).ok();
        QJsonObject answer = operation->kind == store::Kind::Folder
            ? domain::toJson(*m_store->folder(operation->id))
            : domain::toJson(*m_store->libraryWorkout(operation->id));
        if (id > 0)
            answer.insert(u"id"_s, id);
        return store::RemoteFold(*m_store).confirmed(*operation, answer).ok();
    }
    /// "Folder: A, B | Plan*: C@3" by the names that are shown.
    [[nodiscard]] QString shelves() const
    {
        QStringList parts;
        const auto folders = m_store->folders();
        const auto rows = m_store->libraryRows();
        for (const auto &folder : folders) {
            QStringList names;
            for (const auto &row : rows) {
                if (row.folderKey == folder.key)
                    names.append(row.day ? u"%1@%2"_s.arg(row.name).arg(*row.day) : row.name);
            }
            parts.append(folder.name + (folder.plan ? u"*: "_s : u": "_s) + names.join(u", "_s));
        }
        return parts.join(u" | "_s);
    }
    [[nodiscard]] domain::LocalId folder(const QString &name) const
    {
        const auto folders = m_store->folders();
        for (const auto &entry : folders) {
            if (entry.name == name)
                return entry.id;
        }
        return {};
    }
    [[nodiscard]] domain::LocalId workout(const QString &name) const
    {
        const auto rows = m_store->libraryRows();
        for (const auto &row : rows) {
            if (row.name == name)
                return row.id;
        }
        return {};
    }

private:
    const domain::Clock &m_clock;
    std::unique_ptr<store::Store> m_store;
};

}
