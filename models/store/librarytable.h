// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/entitytable.h"
#include "models/store/libraryrows.h"

namespace store {

/// The columns of folders and workouts of the library, and what joins the two: the folder's key, which is one made
/// here until the service has given its own.
class LibraryTable
{
public:
    explicit LibraryTable(Database &database)
        : m_database(database)
    {
    }

    /// The row beside the entity's; nothing for kinds that are not of the library.
    bool save(const Entity &entity);
    [[nodiscard]] QList<LibraryFolder> folders();
    [[nodiscard]] QList<LibraryRow> workouts();
    /// What is shown of one folder or workout; empty if the key is of something else.
    [[nodiscard]] QJsonObject view(Kind kind, const domain::LocalId &id);

    [[nodiscard]] bool hasFolder(const QString &folder); ///< that is shown
    /// Whether something that waits to be sent is to stand in the folder of this key.
    [[nodiscard]] bool isNeeded(const QString &folder);
    /// What waits for a folder goes after everything that waits now, in its order, and may be sent if it was refused.
    bool putBehind(const QString &folder);
    /// Everything that names the folder by one key names it by the other: views, waiting edits, steps to undo.
    bool renumber(const QString &from, const QString &to);

    /// Keys made here, until the service has given its own.
    [[nodiscard]] static QString newFolderKey();
    [[nodiscard]] static bool isOwnKey(const QString &key);

private:
    Database &m_database;
};

/// The key by which a folder is named, or by which a workout names its folder; empty without one.
[[nodiscard]] QString folderKeyOf(Kind kind, const QJsonObject &json);
/// The workout in another folder; other kinds stay as they are.
[[nodiscard]] QJsonObject withFolderKey(Kind kind, const QJsonObject &json, const QString &key);

/// What is created anew after the service saw it deleted gets no key of the service's; a folder gets one made here.
[[nodiscard]] QJsonObject withFreshLibraryKeys(Kind kind, const QJsonObject &json);

}
