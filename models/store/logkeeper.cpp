// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/logkeeper.h"

#include "models/store/logging.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace store {

namespace {

/// What cannot be brought home now stays in the log, where it is as safe.
void bringHome(const QString &path)
{
    const QString connection = QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection);
        database.setDatabaseName(path);
        database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=0"_s);
        QSqlQuery query(database.open() ? database : QSqlDatabase());
        if (!query.exec(u"PRAGMA wal_checkpoint(PASSIVE)"_s))
            qCWarning(lcStore) << "the log of" << path << "stays long:" << query.lastError().text();
    }
    QSqlDatabase::removeDatabase(connection);
}

}

LogKeeper::LogKeeper(const QString &database)
    : m_database(database)
    , m_log(database + u"-wal"_s)
{
}

void LogKeeper::afterCommit()
{
    if (QFileInfo(m_log).size() > longLog)
        m_job.startUnlessRunning([path = m_database] { bringHome(path); });
}

}
