// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/endpoints/exchangecode.h"
#include "api/http/client.h"

#include <QTimer>

class QOAuthHttpServerReplyHandler;

namespace oauth {

/// Who asks, as the service knows the program; both come from the person.
struct App {
    QString clientId;
    http::Secret clientSecret;
};

/// One sign-in by way of the browser: listens on a free port of this machine, makes the address to open there, and
/// turns what comes back into a token. It opens no browser itself and keeps nothing.
class SignIn : public QObject
{
    Q_OBJECT

public:
    struct Options {
        std::chrono::milliseconds patience {5 * 60'000}; ///< for the person in the browser
        QString closingWords; ///< shown there at the end
        QStringList scopes = wantedScopes();
    };

    SignIn(const http::BaseUrl &base, App app, Options options, QObject *parent = nullptr);
    ~SignIn() override;

    /// All that the calendar, the activities, wellness, the library and the thresholds need.
    [[nodiscard]] static QStringList wantedScopes();

    /// The address to open in the browser; an error if the client id cannot be one or no port can be had.
    domain::Result<QUrl> start();

Q_SIGNALS:
    /// Once. Forbidden: the person refused. Timeout: nobody came back. Insecure: what came back belongs to another
    /// sign-in. Unauthorised: the service does not know this client id with this secret.
    void finished(const domain::Result<endpoints::Grant> &result);

private:
    [[nodiscard]] QUrl authorisationAddress();
    void came(const QVariantMap &answer);
    void exchange(const QString &code);
    void end(const domain::Result<endpoints::Grant> &result);

    http::BaseUrl m_base;
    App m_app;
    Options m_options;
    QByteArray m_state; ///< comes back unchanged, so that nobody else's answer is taken for this one's
    QOAuthHttpServerReplyHandler *m_listener = nullptr;
    std::unique_ptr<http::Client> m_client;
    QTimer m_patience;
    bool m_ended = false;
};

}
