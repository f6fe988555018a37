// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/guard.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype mostBodyBytes = 4 << 20;
constexpr qsizetype mostFileBytes = 65 << 20; ///< an activity file and the form around it

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
bool takesFiles(const http::Request &request)
{
    if (request.method == "PUT")
        return request.path.endsWith("/streams.csv"_L1);
    return request.method == "POST"
        && (request.path.endsWith("/activities"_L1) || request.path.endsWith("/import-workout"_L1)
            || request.path.endsWith("/wellness"_L1));
}

/// The page that a browser shows and sends back, and what the program sends for it.
bool isSignIn(const http::Request &request)
{
    return request.method == "POST" && (request.path == "/oauth/authorize"_L1 || request.path == "/api/oauth/token"_L1);
}

QByteArray contentTypeFor(const http::Request &request)
{
    if (isSignIn(request))
        return "application/x-www-form-urlencoded";
    return takesFiles(request) ? "multipart/form-data" : "application/json";
}

}

http::Request readRequest(const QHttpServerRequest &request)
{
    http::Request read {methodOf(request.method()),
        request.url().path(QUrl::FullyDecoded),
        request.query(),
        request.body(),
        request.value("Content-Type"),
        {}};
    for (const char *name : {"host", "origin", "sec-fetch-site", "authorization"})
        read.headers.insert(name, request.value(name));
    return read;
}

int guard(const http::Request &request, quint16 port)
{
    const QByteArray host = request.headers.value("host").toLower();
    const QByteArray number = QByteArray::number(port);
    if (host.isEmpty())
        return 400;
    if (host != "127.0.0.1:" + number && host != "localhost:" + number)
        return 403;
    const QByteArray site = request.headers.value("sec-fetch-site").toLower();
    const QByteArray origin = request.headers.value("origin");
    const bool ownPage = request.path == "/oauth/authorize"_L1 && origin == "http://" + host;
    if ((!origin.isEmpty() && !ownPage) || site == "cross-site" || site == "same-site")
        return 403;
    if (request.method.isEmpty())
        return 405;
    if (request.body.size() > (takesFiles(request) ? mostFileBytes : mostBodyBytes))
        return 413;
    if (!request.body.isEmpty() && !request.contentType.toLower().startsWith(contentTypeFor(request)))
        return 415;
    return 0;
}

}
