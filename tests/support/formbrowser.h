// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/api/demo/rawline.h"

#include <QRegularExpression>
#include <QUrl>
#include <QUrlQuery>

namespace support {

/// As much of a browser as a sign-in needs: opens the page of the embedded server, ticks boxes, presses a button, and
/// goes where it is sent.
class FormBrowser
{
public:
    /// The address of the page's answer, for example "http://localhost:5000/?code=…"; empty if the page is none.
    [[nodiscard]] static QUrl answered(const QUrl &page, const QByteArray &button, const QByteArrayList &unticked = {})
    {
        const QByteArray host = "127.0.0.1:" + QByteArray::number(page.port());
        RawLine line(quint16(page.port()));
        line.send("GET " + page.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority) + " HTTP/1.1\r\nHost: " + host
            + "\r\n\r\n");
        const QString shown = QString::fromUtf8(RawLine::body(line.answer()));
        static const QRegularExpression ticket(QStringLiteral("name=\"ticket\" value=\"(\\w+)\""));
        static const QRegularExpression scope(QStringLiteral("name=\"scope\" value=\"([A-Z:]+)\""));
        QByteArray form = "ticket=" + ticket.match(shown).captured(1).toLatin1() + "&answer=" + button;
        auto scopes = scope.globalMatch(shown);
        while (scopes.hasNext()) {
            const QByteArray value = scopes.next().captured(1).toLatin1();
            if (!unticked.contains(value))
                form += "&scope=" + value.toPercentEncoding();
        }
        line.send("POST /oauth/authorize HTTP/1.1\r\nHost: " + host + "\r\nOrigin: http://" + host
            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + QByteArray::number(form.size()) + "\r\n\r\n" + form);
        static const QRegularExpression location(QStringLiteral("\r\nlocation: ([^\r]+)\r\n"));
        return QUrl(location.match(QString::fromLatin1(line.answer())).captured(1));
    }

    /// Opens an address on this machine; whoever listens there answers once the event loop runs.
    void open(const QUrl &url)
    {
        m_socket.connectToHost(QHostAddress::LocalHost, quint16(url.port()));
        m_socket.write("GET " + url.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority)
            + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }
    [[nodiscard]] QByteArray shown() { return m_shown += m_socket.readAll(); }

private:
    QTcpSocket m_socket;
    QByteArray m_shown;
};

}
