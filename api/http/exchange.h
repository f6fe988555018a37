// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/baseurl.h"
#include "api/http/client.h"
#include "api/http/credential.h"

#include <QObject>

namespace http {

/// The time an exchange gets: the deadline, and what a slow line needs for a large body.
[[nodiscard]] std::chrono::milliseconds deadlineOf(const Client::Options &options, qsizetype bodyBytes);

/// One request on its way: deadline, size limit, redirects by hand, and what the end of it means.
class Exchange : public QObject
{
    Q_OBJECT

public:
    /// Each redirect that is followed takes a place in the rate, as the first request did before.
    Exchange(Transport &transport,
        domain::Scheduler &scheduler,
        RateWindow &rate,
        const BaseUrl &base,
        const Credential &credential,
        const Client::Options &options,
        Request request,
        QObject *parent);
    ~Exchange() override;

    void start();

Q_SIGNALS:
    void finished(const domain::Result<http::Response> &result);

private:
    void send();
    void sendInTurn();
    void receive(const QByteArray &bytes);
    void complete(const Arrival &arrival);
    [[nodiscard]] bool follow(const Response &response);
    void end(const domain::Result<Response> &result);

    Transport &m_transport;
    domain::Scheduler &m_scheduler;
    RateWindow &m_rate;
    const BaseUrl &m_base;
    const Credential &m_credential;
    Client::Options m_options;
    Request m_request;
    Passage *m_passage = nullptr;
    std::unique_ptr<domain::Alarm> m_deadline;
    std::unique_ptr<domain::Alarm> m_turn; ///< of a redirect
    QByteArray m_body;
    QUrl m_url; ///< of the request under way
    int m_redirects = 0;
    bool m_sent = false;
    bool m_timedOut = false;
    bool m_tooLarge = false;
    bool m_ended = false;
};

}
