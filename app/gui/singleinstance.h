// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>

namespace app {

/// Lets a second start bring the window of the first to the front. To connect is the whole message: nothing is read.
class SingleInstance : public QObject
{
    Q_OBJECT

public:
    explicit SingleInstance(QObject *parent = nullptr);

    /// Answers for this database; whoever holds its lock may call it.
    void listen(const QString &database);
    void stop() { m_server.close(); }
    /// Whether the process that has the database open heard it.
    [[nodiscard]] static bool callOther(const QString &database);

Q_SIGNALS:
    void called();

private:
    QLocalServer m_server;
};

}
