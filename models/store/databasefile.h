// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDateTime>
#include <QSqlDatabase>
#include <memory>

namespace store {

class Database;

/// What stands at the path of a database.
struct FileState {
    enum class Kind {
        Nothing, ///< no file, or an empty one
        Ours, ///< of this version or an older one
        Newer, ///< of a later version of the program
        Foreign, ///< of another program, or with something planted in it that could act by itself
        Damaged, ///< no database that can be read
    };
    Kind kind = Kind::Nothing;
    int version = 0; ///< of Ours and Newer
};

/// A connection that changes nothing, closed with the object.
class ReadOnlyConnection
{
public:
    explicit ReadOnlyConnection(const QString &path);
    ~ReadOnlyConnection();
    ReadOnlyConnection(const ReadOnlyConnection &) = delete;
    ReadOnlyConnection &operator=(const ReadOnlyConnection &) = delete;

    [[nodiscard]] bool isOpen() const { return QSqlDatabase::database(m_name, false).isOpen(); }
    [[nodiscard]] QSqlDatabase database() const { return QSqlDatabase::database(m_name, false); }
    /// The first value of the first row; invalid if it failed, which says why.
    [[nodiscard]] QVariant value(const QString &sql, QString *errorCode = nullptr) const;

private:
    QString m_name;
};

/// Whether SQLite's error code means a file whose pages make no sense, or that is none of its own.
[[nodiscard]] bool isDamage(const QString &code);

/// Looks without changing a byte of it.
[[nodiscard]] FileState inspectDatabase(const QString &path);
/// Every page reads as it should; slow for large files.
[[nodiscard]] bool isIntact(const QString &path);

/// A database that can be worked with, and where the one was put that could not.
struct OpenedDatabase {
    std::unique_ptr<Database> database;
    QString damaged; ///< empty nearly always
};

/// Opens or makes it. A damaged file is put aside and a new one made; what is not ours is an error and stays as it is.
[[nodiscard]] domain::Result<OpenedDatabase> openDatabase(const QString &path, const QDateTime &now);

/// The files that SQLite keeps for one database.
[[nodiscard]] QStringList filesOf(const QString &path);

}
