// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/client.h"
#include "app/cli/output.h"
#include "models/domain/whendone.h"

#include <QEventLoop>
#include <memory>

namespace cli {

/// The API key in the environment, for scripts that have no keychain.
inline constexpr const char *apiKeyVariable = "MICROCYCLE_API_KEY";

/// What every command shares: where the service is, with which credential, and how to print. The key itself is never
/// an option, because everybody on the machine can read the arguments of a program.
struct Options {
    bool json = false;
    std::string server; ///< empty: the session's or the last account's, else the service itself
    std::string session; ///< file with the line that "serve --json" prints; "-" reads standard input
    std::string authStyle = "basic";
};

/// The credential style of --auth-style: basic, bearer or apikey.
[[nodiscard]] http::Credential::Style styleNamed(const std::string &name);

/// A client for the account the options mean, made on first use: that of the session file, else of the key in the
/// environment, else of the last account, whose key is in the keychain.
class Context
{
public:
    explicit Context(const Options &options)
        : m_options(options)
    {
    }
    [[nodiscard]] const Options &options() const { return m_options; }
    [[nodiscard]] Output output() const { return Output(m_options.json); }

    /// The client, or the reason there is none (not signed in, keychain locked, bad address).
    domain::Result<http::Client *> client();

    /// Sends an endpoint and waits for its answer; a command line has nothing else to do meanwhile.
    template<typename Endpoint>
    domain::Result<typename Endpoint::Response> call(const Endpoint &endpoint)
    {
        const auto connected = client();
        if (!connected)
            return connected.error();
        return await((*connected)->send(endpoint));
    }

    template<typename T>
    static T await(const QFuture<T> &future)
    {
        QEventLoop loop;
        std::optional<T> result;
        domain::whenDone(future, &loop, [&](const T &value) {
            result = value;
            loop.quit();
        });
        loop.exec(QEventLoop::ExcludeUserInputEvents);
        return *std::move(result);
    }

private:
    struct Access {
        QString origin;
        http::Credential credential;
    };
    [[nodiscard]] domain::Result<Access> access() const;
    [[nodiscard]] domain::Result<Access> accessOfAccount() const;

    const Options &m_options;
    std::unique_ptr<http::Client> m_client;
};

}
