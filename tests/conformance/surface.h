// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "tests/conformance/validator.h"

#include <cxxabi.h>
#include <typeinfo>

namespace conformance {

/// One endpoint called once, and what the validator found.
struct Called {
    QString endpoint; ///< the name of its type
    QString operation; ///< of the description; empty if it has none
    int status = 0;
    QStringList violations;
    QString unread; ///< why our own reading of the answer failed
};

/// Calls endpoints through a validator and keeps the book.
class Surface
{
public:
    Surface(http::Client &client, const Validator &validator)
        : m_client(client)
        , m_validator(validator)
    {
    }

    /// The answer as we read it; an error if the service refused or nobody answered.
    template<typename Endpoint>
    domain::Result<typename Endpoint::Response> call(const Endpoint &endpoint)
    {
        const http::Request request = endpoint.request();
        const auto answer = exchange(nameOf(typeid(Endpoint)), request);
        if (!answer)
            return answer.error();
        auto read = [&answer] {
            if constexpr (requires { Endpoint::parse(*answer); })
                return Endpoint::parse(*answer);
            else
                return Endpoint::parse(answer->body);
        }();
        if (!read)
            m_calls.last().unread = read.error().item + u' ' + read.error().detail;
        return read;
    }

    /// What the service refuses with this status, as it should.
    template<typename Endpoint>
    void refuse(const Endpoint &endpoint, int status)
    {
        static_cast<void>(call(endpoint));
        Called &called = m_calls.last();
        if (called.status == status)
            called.unread.clear();
        else
            called.unread = QStringLiteral("%1 instead of %2").arg(called.status).arg(status);
    }

    /// The same where the answer is not needed further.
    template<typename Endpoint>
    void visit(const Endpoint &endpoint)
    {
        static_cast<void>(call(endpoint));
    }

    [[nodiscard]] const QList<Called> &calls() const { return m_calls; }

private:
    static QString nameOf(const std::type_info &type);
    domain::Result<http::Response> exchange(const QString &endpoint, const http::Request &request);

    http::Client &m_client;
    const Validator &m_validator;
    QList<Called> m_calls;
};

}
