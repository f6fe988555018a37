// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oauth/signin.h"

#include "models/domain/whendone.h"

#include <QOAuth2AuthorizationCodeFlow>
#include <QOAuthHttpServerReplyHandler>
#include <QRandomGenerator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using Kind = domain::Error::Kind;

namespace oauth {

namespace {

domain::Error failure(Kind kind, const QString &detail)
{
    return {.kind = kind, .httpStatus = 0, .item = u"sign-in"_s, .detail = detail, .retryAfter = {}};
}

QByteArray randomState()
{
    quint32 words[8];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

/// Takes as long wherever they differ.
bool sameText(const QByteArray &given, const QByteArray &wanted)
{
    unsigned difference = given.size() == wanted.size() ? 0 : 1;
    for (qsizetype i = 0; i < given.size() && !wanted.isEmpty(); ++i)
        difference |= unsigned(given.at(i) ^ wanted.at(i % wanted.size()));
    return difference == 0;
}

/// The service always allows the name "localhost" and knows nothing of the number it stands for.
class Listener : public QOAuthHttpServerReplyHandler
{
public:
    explicit Listener(QObject *parent)
        : QOAuthHttpServerReplyHandler(QHostAddress::LocalHost, 0, parent)
    {
    }
    [[nodiscard]] QString callback() const override { return u"http://localhost:%1/"_s.arg(port()); }
};

/// Only the address is made here. The code is exchanged by our own client: it sends once, minds the deadline and says
/// why it was refused.
class Flow : public QOAuth2AuthorizationCodeFlow
{
public:
    using QOAuth2AuthorizationCodeFlow::buildAuthenticateUrl;
};

}

SignIn::SignIn(const http::BaseUrl &base, App app, Options options, QObject *parent)
    : QObject(parent)
    , m_base(base)
    , m_app(std::move(app))
    , m_options(std::move(options))
    , m_state(randomState())
{
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] {
        end(failure(Kind::Timeout, u"nobody came back from the browser"_s));
    });
}

SignIn::~SignIn() = default;

QStringList SignIn::wantedScopes()
{
    return {u"ACTIVITY:WRITE"_s, u"WELLNESS:WRITE"_s, u"CALENDAR:WRITE"_s, u"LIBRARY:WRITE"_s, u"SETTINGS:WRITE"_s};
}

domain::Result<QUrl> SignIn::start()
{
    static const QRegularExpression sound(u"\\A[A-Za-z0-9._-]{1,100}\\z"_s);
    if (!sound.match(m_app.clientId).hasMatch())
        return domain::unreadable(u"client id"_s, u"up to 100 letters, digits, dots, _ and - are expected"_s);
    if (m_app.clientSecret.isEmpty())
        return domain::unreadable(u"client secret"_s, u"it is missing"_s);
    m_listener = new Listener(this);
    if (!m_listener->isListening())
        return domain::storageFailure(u"sign-in"_s, u"no port of this machine can be listened on"_s);
    m_listener->setCallbackText(m_options.closingWords);
    connect(m_listener, &QAbstractOAuthReplyHandler::callbackReceived, this, &SignIn::came);
    m_patience.start(m_options.patience);
    return authorisationAddress();
}

QUrl SignIn::authorisationAddress()
{
    Flow flow;
    QUrl address = m_base.url();
    address.setPath(u"/oauth/authorize"_s);
    flow.setAuthorizationUrl(address);
    flow.setClientIdentifier(m_app.clientId);
    flow.setState(QString::fromLatin1(m_state));
    flow.setScope(m_options.scopes.join(u','));
    flow.setReplyHandler(m_listener);
    const QUrl built = flow.buildAuthenticateUrl();
    flow.setReplyHandler(nullptr);
    return built;
}

void SignIn::came(const QVariantMap &answer)
{
    if (m_ended)
        return;
    const auto text = [&answer](const QString &key) { return answer.value(key).toString(); };
    if (!sameText(text(u"state"_s).toUtf8(), m_state)) {
        end(failure(Kind::Insecure, u"what came back belongs to another sign-in"_s));
        return;
    }
    if (const QString error = text(u"error"_s); !error.isEmpty()) {
        const bool refused = error == "access_denied"_L1;
        end(failure(refused ? Kind::Forbidden : Kind::Rejected, error.left(100)));
        return;
    }
    if (const QString code = text(u"code"_s); !code.isEmpty())
        exchange(code);
    else
        end(domain::malformed(u"sign-in"_s, u"no code came back"_s));
}

void SignIn::exchange(const QString &code)
{
    const QString redirect = m_listener->callback();
    m_listener->close(); // one answer is enough
    m_patience.stop();
    m_client = std::make_unique<http::Client>(
        m_base, http::Credential {}, http::Client::Options {.deadline = std::chrono::seconds(20)});
    const endpoints::ExchangeCode endpoint {m_app.clientId, m_app.clientSecret, code, redirect};
    domain::whenDone(
        m_client->send(endpoint), this, [this](const domain::Result<endpoints::Grant> &grant) { end(grant); });
}

void SignIn::end(const domain::Result<endpoints::Grant> &result)
{
    if (std::exchange(m_ended, true))
        return;
    m_patience.stop();
    m_listener->close();
    m_app.clientSecret = {};
    Q_EMIT finished(result);
}

}
