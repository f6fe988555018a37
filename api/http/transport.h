// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QNetworkReply>
#include <QObject>
#include <QUrl>
#include <chrono>
#include <optional>

namespace http {

/// One request as it goes over the line.
struct Outgoing {
    QByteArray method;
    QUrl url;
    QMap<QByteArray, QByteArray> headers; ///< with the credential; later ones win over the same name in other letters
    std::optional<QByteArray> body; ///< there with POST and PUT, even if it is empty
    std::chrono::milliseconds idle {30'000}; ///< without a byte, after which it ends with OperationCanceledError
    qint64 mostBytes = 0; ///< that may come out of what is packed
};

/// What there is to say at the end of a passage, beside the bytes that arrived.
struct Arrival {
    QNetworkReply::NetworkError error = QNetworkReply::NoError;
    int status = 0; ///< 0: no head arrived
    QByteArray contentType;
    QMap<QByteArray, QByteArray> headers; ///< names in lower case
};

/// A request under way.
class Passage : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;
    /// Ends it with OperationCanceledError, perhaps before this returns.
    virtual void abort() = 0;

Q_SIGNALS:
    void requestSent(); ///< wholly, so that it may be done whatever comes after
    void received(const QByteArray &bytes); ///< of the body, unpacked
    void finished(const http::Arrival &arrival); ///< once, and nothing after it
};

/// Brings requests to a server: each at most once, without following redirects, keeping cookies or asking anybody.
class Transport
{
public:
    virtual ~Transport() = default;
    /// It is under way when this returns; nothing is emitted before.
    [[nodiscard]] virtual Passage *send(const Outgoing &outgoing, QObject *parent) = 0;
};

}
