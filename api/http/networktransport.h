// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/transport.h"

#include <memory>

class QNetworkAccessManager;

namespace http {

/// Over the network, with everything off that the network layer would do by itself.
class NetworkTransport : public Transport
{
public:
    explicit NetworkTransport(bool loopback); ///< loopback: neither proxy nor strict transport security
    ~NetworkTransport() override;

    [[nodiscard]] Passage *send(const Outgoing &outgoing, QObject *parent) override;

private:
    std::unique_ptr<QNetworkAccessManager> m_network;
};

}
