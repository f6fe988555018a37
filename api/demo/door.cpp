// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/door.h"

#include <QElapsedTimer>
#include <QTcpSocket>
#include <QTimer>
#include <memory>

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
    // Looking at the clock for each piece of data costs less than starting the timer anew.
    auto *silence = new QTimer(socket);
    const auto last = std::make_shared<QElapsedTimer>();
    last->start();
    silence->setSingleShot(true);
    connect(silence, &QTimer::timeout, socket, [this, socket, silence, last] {
        const auto left = m_rules.idle - std::chrono::milliseconds(last->elapsed());
        if (left.count() > 0)
            silence->start(left);
        else
            socket->abort();
    });
    connect(socket, &QTcpSocket::disconnected, this, [this] { --m_taken; });
    connect(socket, &QTcpSocket::bytesWritten, socket, [last] { last->start(); });
    connect(socket, &QTcpSocket::readyRead, socket, [this, socket, last] {
        last->start();
        if (socket->bytesAvailable() > m_rules.mostBytes)
            socket->abort();
    });
    silence->start(m_rules.idle);
}

}
