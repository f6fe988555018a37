// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpSocket>

/// A connection on which the test writes every byte itself.
class RawLine
{
public:
    explicit RawLine(quint16 port)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_connected = m_socket.waitForConnected(5000);
    }

    [[nodiscard]] bool isConnected() const { return m_connected; }
    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        while (m_socket.bytesToWrite() > 0 && m_socket.waitForBytesWritten(5000)) { }
    }
    /// Everything up to the end of an answer with a length, or up to the end of the connection.
    [[nodiscard]] QByteArray answer()
    {
        QByteArray all;
        while (!isWhole(all)) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000))
                break;
            all += m_socket.readAll();
        }
        return all;
    }
    /// True once the other side has ended the connection.
    [[nodiscard]] bool isEnded()
    {
        return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(5000);
    }

    /// The status of an answer; 0 if it is none.
    [[nodiscard]] static int status(const QByteArray &answer)
    {
        return answer.startsWith("HTTP/1.1 ") ? answer.mid(9, 3).toInt() : 0;
    }
    [[nodiscard]] static QByteArray body(const QByteArray &answer)
    {
        const qsizetype end = answer.indexOf("\r\n\r\n");
        return end < 0 ? QByteArray() : answer.mid(end + 4);
    }

private:
    [[nodiscard]] static bool isWhole(const QByteArray &bytes)
    {
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        const qsizetype length = bytes.indexOf("Content-Length: ");
        if (end < 0 || length < 0)
            return false;
        const qsizetype from = length + 16;
        return bytes.size() >= end + 4 + bytes.mid(from, bytes.indexOf('\r', from) - from).toLongLong();
    }

    QTcpSocket m_socket;
    bool m_connected = false;
};
