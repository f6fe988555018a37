// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <chrono>

class QTcpSocket;

namespace demo {

/// Lets in as many connections as there are seats, shows out those that are silent for too long and those that send
/// more than any request may hold.
class Door : public QTcpServer
{
    Q_OBJECT

public:
    struct Rules {
        int seats = 32;
        std::chrono::milliseconds idle {10'000};
        qint64 mostBytes = 66 << 20; ///< waiting to be read on one connection
    };

    explicit Door(const Rules &rules, QObject *parent = nullptr)
        : QTcpServer(parent)
        , m_rules(rules)
    {
    }

    [[nodiscard]] int taken() const { return m_taken; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void watch(QTcpSocket *socket);

    Rules m_rules;
    int m_taken = 0;
};

}
