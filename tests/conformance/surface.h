// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "tests/conformance/validator.h"

#include <QJsonObject>
#include <cxxabi.h>
#include <functional>
#include <typeinfo>

namespace conformance {

/// What our reader made of an answer.
struct AnswerReading {
    std::optional<domain::Error> error;
    qsizetype quarantined = 0; ///< records that could not be read
    QList<QJsonObject> unknown; ///< of each record, what its type has no name for
};

/// One endpoint called once, and what the validator found.
struct Called {
    QString endpoint; ///< the name of its type
    QString operation; ///< of the description; empty if it has none
    int status = 0;
    QStringList violations;
    QString unread; ///< why our own reading of the answer failed
    int refusal = 0; ///< the status it should be refused with; 0 if it should not
    http::Request request;
    http::Response answer;
    std::function<AnswerReading(const http::Response &)> read;
};

/// How a request gets its answer.
using Exchange = std::function<domain::Result<http::Response>(const http::Request &)>;

/// Through a client; waits for the answer.
[[nodiscard]] Exchange exchangeOver(http::Client &client);

/// Calls endpoints and keeps the book.
class Surface
{
public:
    /// The operations are those of the description, if there is one.
    explicit Surface(Exchange exchange, QStringList operations = {})
        : m_exchange(std::move(exchange))
        , m_operations(std::move(operations))
    {
    }

    /// The answer as we read it; an error if the service refused or nobody answered.
    template<typename Endpoint>
    domain::Result<typename Endpoint::Response> call(const Endpoint &endpoint)
    {
        const auto answer = exchange(nameOf(typeid(Endpoint)), endpoint.request());
        m_calls.last().read = readingOf<Endpoint>;
        if (!answer)
            return answer.error();
        auto read = parsed<Endpoint>(*answer);
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
        called.refusal = status;
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
    template<typename Endpoint>
    static domain::Result<typename Endpoint::Response> parsed(const http::Response &answer)
    {
        if constexpr (requires { Endpoint::parse(answer); })
            return Endpoint::parse(answer);
        else
            return Endpoint::parse(answer.body);
    }

    template<typename Endpoint>
    static AnswerReading readingOf(const http::Response &answer)
    {
        const auto read = parsed<Endpoint>(answer);
        if (!read)
            return {.error = read.error()};
        AnswerReading reading;
        if constexpr (requires { read->value.extra; }) {
            reading.unknown.append(read->value.extra);
        } else if constexpr (requires { read->values.first().value.extra; }) {
            for (const auto &record : read->values)
                reading.unknown.append(record.value.extra);
            reading.quarantined = read->quarantined.size();
        }
        return reading;
    }

    static QString nameOf(const std::type_info &type);
    domain::Result<http::Response> exchange(const QString &endpoint, const http::Request &request);

    Exchange m_exchange;
    QStringList m_operations;
    QList<Called> m_calls;
};

}
