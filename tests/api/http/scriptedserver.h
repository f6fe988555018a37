// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace support {

/// A server on 127.0.0.1 that answers each request with the next bytes of its script and keeps what it was sent.
/// Empty bytes close the connection without a word; "hang" says nothing and keeps it open.
class ScriptedServer
{
public:
    explicit ScriptedServer(QByteArrayList script)
        : m_script(std::move(script))
    {
        m_server.listen(QHostAddress::LocalHost);
        QObject::connect(&m_server, &QTcpServer::newConnection, &m_server, [this] {
            auto *socket = m_server.nextPendingConnection();
            ++m_open;
            QObject::connect(socket, &QTcpSocket::disconnected, &m_server, [this] { --m_open; });
            QObject::connect(socket, &QTcpSocket::readyRead, &m_server, [this, socket] { receive(socket); });
        });
    }

    [[nodiscard]] QString origin() const { return QStringLiteral("http://127.0.0.1:%1").arg(m_server.serverPort()); }
    [[nodiscard]] const QByteArrayList &requests() const { return m_requests; }
    [[nodiscard]] int open() const { return m_open; } ///< connections
    void close() { m_server.close(); }

    static QByteArray reply(const QByteArray &status, const QByteArray &body, const QByteArray &headers = {})
    {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }

private:
    void receive(QTcpSocket *socket)
    {
        QByteArray &buffer = m_buffers[socket];
        buffer += socket->readAll();
        const qsizetype head = buffer.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        qsizetype length = 0;
        const qsizetype field = buffer.toLower().indexOf("content-length:");
        if (field >= 0 && field < head)
            length = buffer.mid(field + 15, buffer.indexOf("\r\n", field) - field - 15).trimmed().toLongLong();
        if (buffer.size() < head + 4 + length)
            return;
        m_requests.append(buffer);
        buffer.clear();
        const QByteArray answer = m_script.isEmpty() ? QByteArray() : m_script.takeFirst();
        if (answer == "hang")
            return;
        if (!answer.isEmpty())
            socket->write(answer);
        if (answer.isEmpty() || !answer.contains("Content-Length") || answer.contains("X-Close"))
            socket->disconnectFromHost();
    }

    int m_open = 0;
    QTcpServer m_server;
    QByteArrayList m_script;
    QByteArrayList m_requests;
    QHash<QTcpSocket *, QByteArray> m_buffers;
};

}
