// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/conformance/surface.h"

#include "models/domain/whendone.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>
#include <cstdlib>
#include <memory>

using namespace Qt::StringLiterals;

namespace conformance {

namespace {

QStringList violationsOf(const QByteArray &header)
{
    QStringList sentences;
    const qsizetype start = header.indexOf('['); // a long list is announced in words
    const QJsonArray found = QJsonDocument::fromJson(start < 0 ? QByteArray() : header.mid(start)).array();
    for (const auto &each : found) {
        QStringList place;
        const QJsonArray parts = each["location"_L1].toArray();
        for (const auto &part : parts)
            place.append(part.toString());
        sentences.append(place.join(u'.') + u": "_s + each["message"_L1].toString());
    }
    if (sentences.isEmpty() && !header.isEmpty())
        sentences.append(QString::fromUtf8(header.left(500)));
    return sentences;
}

}

QString Surface::nameOf(const std::type_info &type)
{
    const std::unique_ptr<char, decltype(&std::free)> name(
        abi::__cxa_demangle(type.name(), nullptr, nullptr, nullptr), &std::free);
    return QString::fromUtf8(name.get()).section(u"::"_s, -1);
}

Exchange exchangeOver(http::Client &client)
{
    return [&client](const http::Request &request) {
        std::optional<domain::Result<http::Response>> result;
        QObject context;
        domain::whenDone(client.exchange(request), &context, [&](const auto &answer) { result = answer; });
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 30'000))
            result = domain::Error {.kind = domain::Error::Kind::Timeout};
        return *result;
    };
}

domain::Result<http::Response> Surface::exchange(const QString &endpoint, const http::Request &request)
{
    const auto result = m_exchange(request);
    Called called {
        .endpoint = endpoint, .operation = operationOf(m_operations, request.method, request.path), .request = request};
    if (result) {
        called.status = result->status;
        called.answer = *result;
        called.violations = violationsOf(result->headers.value("sl-violations"));
        if (result->status >= 400)
            called.unread = u"%1 %2"_s.arg(result->status).arg(QString::fromUtf8(result->body.left(300)));
    }
    m_calls.append(called);
    return result;
}

}
