// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/journal.h"
#include "models/store/store.h"
#include "tests/support/plannedweek.h"

#include <QTemporaryDir>

namespace samples {

/// A store in a folder, with its journal beside it.
class Journalled
{
protected:
    [[nodiscard]] QString database() const { return m_folder->filePath(QStringLiteral("a.db")); }
    [[nodiscard]] QString journal() const { return store::Journal::pathFor(database()); }
    /// Of the journal, without the zeros behind them.
    [[nodiscard]] QByteArray lines() const
    {
        const QByteArray bytes = support::contentOf(journal());
        return bytes.left(bytes.lastIndexOf('\n') + 1);
    }
    void begin()
    {
        m_store.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        reopen();
    }
    void reopen(const QString &owner = QStringLiteral("i1"))
    {
        m_store.reset();
        auto opened = store::Store::open(database(), m_clock, owner);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        m_store = *std::move(opened);
    }
    void loseTheDatabase()
    {
        m_store.reset();
        for (const char *suffix : {"", "-wal", "-shm"})
            QFile::remove(database() + QLatin1StringView(suffix));
    }

    domain::FixedClock m_clock {QDateTime(support::monday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<store::Store> m_store;
};

}
