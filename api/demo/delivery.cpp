// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/delivery.h"

#include <QTcpSocket>
#include <QTimer>

using namespace std::chrono_literals;

namespace demo {

namespace {

constexpr auto pauseOfDrip = 20ms;

/// After the line is free again: the server is still inside the request that the connection brought.
void end(QTcpSocket *socket)
{
    QMetaObject::invokeMethod(
        socket, [socket] { socket->abort(); }, Qt::QueuedConnection);
}

void endAfterWriting(QTcpSocket *socket)
{
    QMetaObject::invokeMethod(
        socket, [socket] { socket->disconnectFromHost(); }, Qt::QueuedConnection);
}

void drip(QTcpSocket *socket, const QByteArray &bytes)
{
    auto *timer = new QTimer(socket);
    QObject::connect(timer, &QTimer::timeout, socket, [timer, socket, bytes, at = qsizetype(0)]() mutable {
        socket->write(bytes.constData() + at, 1);
        if (++at == bytes.size())
            timer->deleteLater();
    });
    timer->start(pauseOfDrip);
}

}

QByteArray wireOf(const http::Response &response)
{
    QByteArray wire;
    wire.reserve(response.body.size() + 1000);
    wire += "HTTP/1.1 " + QByteArray::number(response.status) + (response.status < 400 ? " OK\r\n" : " Refused\r\n");
    if (!response.contentType.isEmpty())
        wire += "Content-Type: " + response.contentType + "\r\n";
    for (auto it = response.headers.cbegin(); it != response.headers.cend(); ++it)
        wire += it.key() + ": " + it.value() + "\r\n";
    wire += "Content-Length: " + QByteArray::number(response.body.size()) + "\r\n\r\n";
    wire += response.body;
    return wire;
}

void deliver(QTcpSocket *socket, const http::Response &answer, const std::optional<Fault> &fault)
{
    if (!fault) {
        socket->write(wireOf(answer));
        return;
    }
    const QByteArray wire = wireOf(fault->harmed(answer));
    switch (fault->harm) {
    case Harm::Reset:
        end(socket);
        break;
    case Harm::Cut:
        socket->write(wire.chopped(std::max<qsizetype>(1, answer.body.size() / 2)));
        endAfterWriting(socket);
        break;
    case Harm::Garbage:
        socket->write("\x16\x03\x01 this is no answer\r\n\r\n");
        endAfterWriting(socket);
        break;
    case Harm::Drip:
        drip(socket, wire);
        break;
    case Harm::Hang:
        break;
    default:
        socket->write(wire);
        break;
    }
}

}
