// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/singleinstance.h"

#include "models/store/wholedata.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QFileInfo>
#include <QLocalSocket>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int patienceMs = 3000; ///< who has the database may be about to show its window
constexpr int tryMs = 20;

/// Short, because a socket's path is; the same for every way to write the database's path.
QString nameFor(const QString &database)
{
    const QFileInfo file(database);
    const QString whole = file.canonicalFilePath().isEmpty() ? file.absoluteFilePath() : file.canonicalFilePath();
    const QByteArray digest = QCryptographicHash::hash(whole.toUtf8(), QCryptographicHash::Sha256);
    return u"microcycle-"_s + QString::fromLatin1(digest.toHex().left(16));
}

}

SingleInstance::SingleInstance(QObject *parent)
    : QObject(parent)
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *caller = m_server.nextPendingConnection()) {
            caller->abort();
            caller->deleteLater();
        }
        Q_EMIT called();
    });
}

void SingleInstance::listen(const QString &database)
{
    const QString name = nameFor(database);
    m_server.close();
    QLocalServer::removeServer(name); // of a process that ended without a word
    m_server.listen(name);
}

bool SingleInstance::callOther(const QString &database)
{
    const QDeadlineTimer patience(patienceMs);
    do {
        QLocalSocket other;
        other.connectToServer(nameFor(database));
        if (other.waitForConnected(tryMs))
            return true;
        // Not yet, or not any more.
    } while (!patience.hasExpired() && !store::lockForWriting(database, std::chrono::milliseconds(tryMs)));
    return false;
}

}
