// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"
#include "models/domain/result.h"

#include <vector>

namespace demo {

/// What goes wrong with one answer.
enum class Harm {
    Status, ///< another status, with the service's way of saying so
    Reset, ///< the connection ends without a word
    Cut, ///< half of the body, then the connection ends
    Garbage, ///< bytes that are no HTTP
    Html, ///< 200 with a web page, as a network with a sign-in page answers
    Drip, ///< one byte at a time
    Hang, ///< nothing, and the connection stays open
    Empty, ///< 200 without a body
    Redirect, ///< 302 to another server
    BrokenJson, ///< 200 with JSON that ends in the middle
    WrongType, ///< 200 with JSON that is neither list nor object of the service
};

/// A harm and the requests that it strikes: of those that match method and path, counted from 1, each n-th, only the
/// n-th, those from n to m, or a share of them.
struct Fault {
    Harm harm = Harm::Status;
    int status = 500; ///< of Harm::Status
    bool applied = false; ///< the request does its work before the answer is harmed
    std::optional<int> retryAfterSeconds;
    QByteArray method; ///< empty: any
    QString path; ///< "*" stands for any characters; empty: any
    int every = 1;
    std::optional<int> first;
    std::optional<int> last;
    std::optional<double> share;

    /// Reads for example "429 every 7 on GET /api/v1/athlete/*/events retry-after 2". The error names the word.
    static domain::Result<Fault> parse(const QString &text);

    /// What is sent instead of the answer, where that is an answer at all.
    [[nodiscard]] http::Response harmed(const http::Response &answer) const;
};

/// Decides which requests are struck. The same faults, seed and requests give the same answers.
class Faults
{
public:
    Faults() = default;
    Faults(const std::vector<Fault> &faults, quint32 seed);

    /// The first fault that strikes this request. Every fault counts the request, whether it strikes or not.
    [[nodiscard]] std::optional<Fault> next(const http::Request &request);

private:
    struct Counted {
        Fault fault;
        int requests = 0;
    };

    std::vector<Counted> m_faults;
    quint32 m_seed = 1;
};

}
