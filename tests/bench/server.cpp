// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "tests/bench/largestore.h"
#include "tests/bench/measure.h"
#include "tests/bench/oneprocessor.h"

#include <QDir>
#include <QFile>
#include <QHttpServer>
#include <QProcess>
#include <QTcpSocket>
#include <QThread>
#include <algorithm>
#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int requests = 20; ///< at a stretch
constexpr int stretches = 20;
constexpr int creations = 5;
constexpr int starts = 11;
const QDate today(2026, 3, 12);
const QByteArray key = "benchkey12345";

/// The least that a server of this kind can do: the same bytes for every request, from a thread of its own.
class BareServer
{
public:
    explicit BareServer(const QByteArray &answer)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this, answer] {
                m_http = std::make_unique<QHttpServer>();
                m_http->route(
                    u"/<arg>"_s, [answer](const QUrl &) { return QHttpServerResponse("application/json", answer); });
                m_port = m_http->listen(QHostAddress::LocalHost);
            },
            Qt::BlockingQueuedConnection);
    }
    ~BareServer()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { m_http.reset(); }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    BareServer(const BareServer &) = delete;
    BareServer &operator=(const BareServer &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }

private:
    QThread m_thread;
    QObject m_context;
    std::unique_ptr<QHttpServer> m_http;
    quint16 m_port = 0;
};

/// One connection that is used again and again.
class Line
{
public:
    explicit Line(quint16 port)
        : m_host("127.0.0.1:" + QByteArray::number(port))
    {
        m_socket.connectToHost(QHostAddress::LocalHost, port);
        m_socket.waitForConnected(5000);
    }

    /// The body of the answer; empty if there was none.
    [[nodiscard]] QByteArray body(const QByteArray &path)
    {
        m_socket.write(
            "GET " + path + " HTTP/1.1\r\nHost: " + m_host + "\r\nAuthorization: Bearer " + key + "\r\n\r\n");
        QByteArray all;
        qsizetype whole = -1;
        while (whole < 0 || all.size() < whole) {
            if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(5000))
                return {};
            all += m_socket.readAll();
            const qsizetype end = all.indexOf("\r\n\r\n");
            const qsizetype length = all.indexOf("Content-Length: ");
            if (whole < 0 && end > 0 && length > 0)
                whole = end + 4 + all.mid(length + 16, all.indexOf('\r', length) - length - 16).toLongLong();
        }
        return all.startsWith("HTTP/1.1 200") ? all.mid(all.indexOf("\r\n\r\n") + 4) : QByteArray();
    }

private:
    QByteArray m_host;
    QTcpSocket m_socket;
};

/// The demo athlete behind HTTP, started when first needed.
struct Served {
    demo::DemoServer server;
    quint16 port = 0;

    [[nodiscard]] bool start()
    {
        if (port == 0) {
            const auto info = server.start({.today = today, .key = key}, 0);
            port = info ? quint16(info->url.port()) : 0;
        }
        return port != 0;
    }
};

/// The stretches in which another program had the processor do not count.
double middle(std::vector<double> values)
{
    std::nth_element(values.begin(), values.begin() + values.size() / 2, values.end());
    return values[values.size() / 2];
}

/// Milliseconds of one request, from a short stretch of them.
double perRequest(Line &line, const QByteArray &path)
{
    return timed([&] {
        for (int i = 0; i < requests; ++i)
            [[maybe_unused]] const QByteArray answer = line.body(path);
    }) / requests;
}

void addStartOfTheServer()
{
    const QString file = benchFolder() + u"/serve.db"_s;
    measure("serve", starts, [file]() -> std::optional<Turn> {
        if (!QFile::exists(file)) {
            QDir().mkpath(benchFolder());
            demo::DemoServer first;
            if (!first.start({.databasePath = file, .today = today, .key = key}, 0))
                return {};
        }
        QProcess process;
        const double ready = timed([&] {
            process.start(
                QStringLiteral(MICROCYCLE_CLI), {u"--json"_s, u"serve"_s, u"--port"_s, u"0"_s, u"--data"_s, file});
            while (!process.canReadLine() && process.waitForReadyRead(10'000)) { }
        });
        const bool said = process.readLine().contains("\"url\"");
        process.kill();
        process.waitForFinished();
        return said ? std::optional(Turn {{"ours", ready}}) : std::nullopt;
    });
}

}

void addServer()
{
    measure("server get", starts, []() -> std::optional<Turn> {
        const QByteArray day = "/api/v1/athlete/0/wellness/2026-03-11";
        const OneProcessor here; // so the server is one of this turn
        Served served;
        if (!served.start())
            return {};
        Line line(served.port);
        const QByteArray answer = line.body(day);
        const BareServer bareServer(answer);
        Line floor(bareServer.port());
        if (answer.isEmpty() || floor.body("/x") != answer)
            return {};
        std::vector<double> ours;
        std::vector<double> bare;
        for (int i = 0; i < stretches; ++i) { // by turns, so that whatever else the machine does concerns both
            ours.push_back(perRequest(line, day));
            bare.push_back(perRequest(floor, "/x"));
        }
        return Turn {{"ours", middle(ours)}, {"floor", middle(bare)}};
    });
    const auto served = std::make_shared<Served>();
    measure("server list", starts, [served]() -> std::optional<Turn> {
        if (!served->start())
            return {};
        Line line(served->port);
        QByteArray list;
        const double ours
            = timed([&] { list = line.body("/api/v1/athlete/0/activities?oldest=2023-01-01&newest=2026-03-12"); });
        const auto activities = list.count("\"icu_athlete_id\"");
        if (activities < 1200)
            return {};
        return Turn {{"ours", ours * 1400 / double(activities)}};
    });
    measure("demo athlete", creations, []() -> std::optional<Turn> {
        bool made = false;
        const double ours = timed([&] { made = demo::DemoApi({.today = today, .key = key}).failure().isEmpty(); });
        return made ? std::optional(Turn {{"ours", ours}}) : std::nullopt;
    });
    addStartOfTheServer();
}

}
