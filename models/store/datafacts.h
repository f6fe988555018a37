// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace store {

/// What the files of one database say of themselves, read without changing a byte. The database may be open elsewhere.
struct DataFacts {
    QString database; ///< its path
    QString owner; ///< whose edits they are: origin and athlete, divided by a space; empty if nothing says so
    QString athleteId;
    QString athleteName;
    QDateTime lastSync; ///< UTC; invalid if nothing was ever read from the service
    qint64 bytes = 0; ///< of all files that belong to it
    int waiting = 0; ///< edits that the service has not confirmed
    bool isReadable = false; ///< else the figures from the database are not known
};

[[nodiscard]] DataFacts factsOf(const QString &database);

}
