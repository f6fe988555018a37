// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoapi.h"
#include "models/domain/result.h"

#include <QThread>
#include <QUrl>
#include <memory>

namespace demo {

/// Where a running demo is and how to enter.
struct ServerInfo {
    QUrl url;
    QByteArray key;
    QString athlete;
};

/// The demo behind HTTP on 127.0.0.1, in a thread of its own. Other hosts' names, other origins' pages and anything
/// but JSON, and files where files are taken, are turned away before the API sees them.
class DemoServer
{
public:
    DemoServer() = default;
    ~DemoServer();
    DemoServer(const DemoServer &) = delete;
    DemoServer &operator=(const DemoServer &) = delete;

    /// Port 0 takes a free one; without a key a random one is made.
    domain::Result<ServerInfo> start(Options options, quint16 port);
    void stop();

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker = nullptr;
};

}
