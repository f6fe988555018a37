// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/door.h"

#include <QTcpSocket>
#include <QTimer>

namespace demo {

void Door::incomingConnection(qintptr descriptor)
{
    auto *socket = new QTcpSocket(this);
    if (!socket->setSocketDescriptor(descriptor) || m_taken >= m_rules.seats) {
        socket->abort();
        socket->deleteLater();
        return;
    }
    ++m_taken;
    watch(socket);
    addPendingConnection(socket);
}

void Door::watch(QTcpSocket *socket)
{
    auto *silence = new QTimer(socket);
    silence->setSingleShot(true);
    connect(silence, &QTimer::timeout, socket, [socket] { socket->abort(); });
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_taken; });
    connect(socket, &QTcpSocket::bytesWritten, silence, [silence] { silence->start(); });
    connect(socket, &QTcpSocket::readyRead, silence, [this, socket, silence] {
        silence->start();
        if (socket->bytesAvailable() > m_rules.mostBytes)
            socket->abort();
    });
    silence->start(m_rules.idle);
}

}
