// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/demoapi.h"
#include "api/demo/door.h"
#include "api/demo/faults.h"
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
    QByteArray clientId; ///< of the one program that may sign in by browser
    QByteArray clientSecret;
};

/// One request that was let in, told when its answer begins.
struct Served {
    QByteArray method;
    QString path;
    int status = 0; ///< what the API answered, or the fault; 0 if it was no answer
    std::chrono::steady_clock::time_point arrived;
    int atOnce = 1; ///< requests without an answer when it arrived, itself included
};

/// How the server behaves on the line.
struct Manners {
    std::chrono::milliseconds latency {0}; ///< before every answer
    std::vector<Fault> faults;
    Door::Rules door;
    std::function<void(const Served &)> served; ///< called in the server's thread
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
    domain::Result<ServerInfo> start(Options options, quint16 port, Manners manners = {});
    void stop();

private:
    class Worker;

    QThread m_thread;
    Worker *m_worker = nullptr;
};

}
