// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/remotefold.h"

#include <span>

namespace store {

/// Brings the library, folders first, into the store, some of it at a time, so that the window goes on between.
class LibraryFold
{
public:
    /// What an answer holds. It is whole if all of it could be read: then what is missing is gone, unless it is
    /// suspiciously much.
    struct Answer {
        QList<QJsonObject> folders;
        QList<QJsonObject> workouts;
        bool isWhole = true;
        /// What an answer a moment ago lacked; nothing if there was none. One answer is not believed.
        std::optional<QList<domain::LocalId>> doubted = {};
    };

    LibraryFold(Store &store, Answer answer);

    /// At most so many more, in one transaction; false after the last ones.
    domain::Result<bool> take(qsizetype most);
    /// After the last ones: what is missing goes if it was doubted, else it is listed, and the models are told of all
    /// of it.
    domain::Result<FoldReport> conclude();

private:
    domain::Result<domain::Done> take(const QList<QJsonObject> &folders, const QList<QJsonObject> &workouts);
    [[nodiscard]] bool settleMissing();
    [[nodiscard]] bool removeMissing(); ///< within a transaction

    Database &m_database;
    RemoteFold m_fold;
    Answer m_answer;
    qsizetype m_takenFolders = 0;
    qsizetype m_takenWorkouts = 0;
    QSet<QString> m_seenFolders;
    QSet<QString> m_seenWorkouts;
    FoldReport m_report;
};

}
