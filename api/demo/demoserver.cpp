// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"

#include <QHttpServer>
#include <QHttpServerRequest>
#include <QHttpServerResponder>
#include <QHttpServerResponse>
#include <QRandomGenerator>
#include <QTcpServer>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype mostBodyBytes = 4 << 20;
constexpr qsizetype mostFormBytes = 65 << 20; ///< an activity file and the form around it

QByteArray methodOf(QHttpServerRequest::Method method)
{
    switch (method) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return {};
    }
}

/// Where files are sent to; everything else is JSON.
bool takesForms(const QHttpServerRequest &request)
{
    const QString path = request.url().path();
    return request.method() == QHttpServerRequest::Method::Post && (path.endsWith("/activities"_L1) || path.endsWith("/import-workout"_L1));
}

/// 0 if the request may pass, else the status to turn it away with.
int guard(const QHttpServerRequest &request, quint16 port)
{
    const QByteArray host = request.value("Host").toLower();
    const QByteArray number = QByteArray::number(port);
    if (host.isEmpty())
        return 400;
    if (host != "127.0.0.1:" + number && host != "localhost:" + number)
        return 403;
    const QByteArray site = request.value("Sec-Fetch-Site").toLower();
    if (!request.value("Origin").isEmpty() || site == "cross-site" || site == "same-site")
        return 403;
    if (methodOf(request.method()).isEmpty())
        return 405;
    const bool form = takesForms(request);
    if (request.body().size() > (form ? mostFormBytes : mostBodyBytes))
        return 413;
    const QByteArray wanted = form ? "multipart/form-data" : "application/json";
    if (!request.body().isEmpty() && !request.value("Content-Type").toLower().startsWith(wanted))
        return 415;
    return 0;
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
    domain::Result<quint16> listen(const Options &options, quint16 port)
    {
        m_api = std::make_unique<DemoApi>(options);
        if (const QString failure = m_api->failure(); !failure.isEmpty())
            return domain::storageFailure(options.databasePath, failure);
        m_http = std::make_unique<QHttpServer>();
        auto *sockets = new QTcpServer(m_http.get());
        if (!sockets->listen(QHostAddress::LocalHost, port))
            return domain::storageFailure(u"port %1"_s.arg(port), sockets->errorString());
        m_port = sockets->serverPort();
        m_http->setMissingHandler([this](const QHttpServerRequest &request, QHttpServerResponder &&responder) { answer(request, std::move(responder)); });
        m_http->bind(sockets);
        return m_port;
    }

private:
    void answer(const QHttpServerRequest &request, QHttpServerResponder &&responder)
    {
        if (const int status = guard(request, m_port); status != 0) {
            responder.write(QByteArray("{\"status\":" + QByteArray::number(status) + ",\"error\":\"Refused\"}"), "application/json", QHttpServerResponder::StatusCode(status));
            return;
        }
        http::Request asked {methodOf(request.method()), request.url().path(QUrl::FullyDecoded), request.query(), request.body(), request.value("Content-Type"), {}};
        asked.headers.insert("authorization", request.value("Authorization"));
        const http::Response response = m_api->handle(asked);
        const auto status = QHttpServerResponder::StatusCode(response.status);
        if (const QByteArray save = response.headers.value("content-disposition"); !save.isEmpty())
            responder.write(response.body, {{"Content-Type", response.contentType}, {"Content-Disposition", save}}, status);
        else
            responder.write(response.body, response.contentType, status);
    }

    std::unique_ptr<DemoApi> m_api;
    std::unique_ptr<QHttpServer> m_http;
    quint16 m_port = 0;
};

DemoServer::~DemoServer()
{
    stop();
}

domain::Result<ServerInfo> DemoServer::start(Options options, quint16 port)
{
    stop();
    if (options.key.isEmpty())
        options.key = randomKey();
    m_worker = new Worker;
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    std::optional<domain::Result<quint16>> listening;
    QMetaObject::invokeMethod(m_worker, [&] { listening = m_worker->listen(options, port); }, Qt::BlockingQueuedConnection);
    if (!*listening) {
        const domain::Error error = listening->error();
        stop();
        return error;
    }
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(u"127.0.0.1"_s);
    url.setPort(**listening);
    return ServerInfo {url, options.key, DemoApi::athleteId()};
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
