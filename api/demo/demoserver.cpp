// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"

#include "api/demo/delivery.h"
#include "api/demo/guard.h"
#include "api/demo/oauthdoor.h"
#include "api/demo/parser.h"

#include <QLoggingCategory>
#include <QPointer>
#include <QRandomGenerator>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QLoggingCategory::CategoryFilter filterBefore = nullptr;

/// Qt would write whole requests with their keys into a log that somebody turned up.
void filterRequests(QLoggingCategory *category)
{
    if (filterBefore)
        filterBefore(category);
    if (qstrcmp(category->categoryName(), "qt.httpserver") == 0)
        category->setEnabled(QtDebugMsg, false);
}

void keepRequestsOutOfLogs()
{
    [[maybe_unused]] static const bool done = [] {
        filterBefore = QLoggingCategory::installFilter(filterRequests);
        return true;
    }();
}

QByteArray randomKey()
{
    quint32 words[4];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

}

/// Lives in the server's thread, because the HTTP server and the database must.
class DemoServer::Worker : public QObject
{
public:
    Worker(Manners manners, quint32 seed)
        : m_manners(std::move(manners))
        , m_faults(m_manners.faults, seed)
    {
    }

    domain::Result<quint16> listen(const Options &options, quint16 port)
    {
        keepRequestsOutOfLogs();
        m_api = std::make_unique<DemoApi>(options);
        if (const QString failure = m_api->failure(); !failure.isEmpty())
            return domain::storageFailure(options.databasePath, failure);
        m_http = std::make_unique<Parser>(
            [this](const QHttpServerRequest &request, QTcpSocket *socket) { answer(request, socket); });
        auto *door = new Door(m_manners.door, m_http.get());
        if (!door->listen(QHostAddress::LocalHost, port))
            return domain::storageFailure(u"port %1"_s.arg(port), door->errorString());
        m_port = door->serverPort();
        m_http->bind(door);
        return m_port;
    }

private:
    void answer(const QHttpServerRequest &request, QTcpSocket *socket)
    {
        const http::Request asked = readRequest(request);
        if (const int status = guard(asked, m_port); status != 0) {
            socket->write(wireOf({status,
                "{\"status\":" + QByteArray::number(status) + ",\"error\":\"Refused\"}",
                "application/json",
                {}}));
            return;
        }
        ++m_open;
        const Served served {asked.method, asked.path, 0, std::chrono::steady_clock::now(), m_open};
        const auto fault = m_faults.next(asked);
        const http::Response response = !fault || fault->applied ? m_api->handle(asked) : http::Response {};
        if (m_manners.latency.count() == 0) {
            finish(socket, served, response, fault);
            return;
        }
        QTimer::singleShot(
            m_manners.latency, this, [this, target = QPointer<QTcpSocket>(socket), served, response, fault] {
                finish(target, served, response, fault);
            });
    }

    /// The connection may have gone meanwhile.
    void finish(QTcpSocket *socket, Served served, const http::Response &response, const std::optional<Fault> &fault)
    {
        --m_open;
        if (socket)
            deliver(socket, response, fault);
        const bool answered
            = !fault || (fault->harm != Harm::Reset && fault->harm != Harm::Hang && fault->harm != Harm::Garbage);
        served.status = !answered ? 0 : fault ? fault->harmed(response).status : response.status;
        if (m_manners.served)
            m_manners.served(served);
    }

    Manners m_manners;
    Faults m_faults;
    std::unique_ptr<DemoApi> m_api;
    std::unique_ptr<Parser> m_http;
    quint16 m_port = 0;
    int m_open = 0;
};

DemoServer::~DemoServer()
{
    stop();
}

domain::Result<ServerInfo> DemoServer::start(Options options, quint16 port, Manners manners)
{
    stop();
    if (options.key.isEmpty())
        options.key = randomKey();
    m_worker = new Worker(std::move(manners), options.seed);
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    std::optional<domain::Result<quint16>> listening;
    QMetaObject::invokeMethod(
        m_worker, [&] { listening = m_worker->listen(options, port); }, Qt::BlockingQueuedConnection);
    if (!*listening) {
        const domain::Error error = listening->error();
        stop();
        return error;
    }
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(**listening);
    return ServerInfo {
        url, options.key, DemoApi::athleteId(), OauthDoor::clientId(), OauthDoor::clientSecret(options.key)};
}

void DemoServer::stop()
{
    if (!m_thread.isRunning())
        return;
    m_thread.quit();
    m_thread.wait();
    m_worker = nullptr;
}

}
