// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/oauthdoor.h"

#include "api/demo/answers.h"
#include "api/demo/oauthpage.h"
#include "models/domain/scopes.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace demo {

namespace {

constexpr auto lifeOfPage = 10min;
constexpr auto lifeOfCode = 2min;
constexpr qsizetype mostPending = 100;

QByteArray randomName()
{
    quint32 words[5];
    QRandomGenerator::system()->fillRange(words);
    return QByteArray(reinterpret_cast<const char *>(words), sizeof words).toHex();
}

QString hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

/// A form's body; in it a plus is a space.
QUrlQuery formOf(const http::Request &request)
{
    QByteArray body = request.body;
    return QUrlQuery(QString::fromUtf8(body.replace('+', "%20")));
}

QString field(const QUrlQuery &form, const QString &name)
{
    return form.queryItemValue(name, QUrl::FullyDecoded);
}

QByteArray tokenIn(const QByteArray &authorization)
{
    return authorization.startsWith("Bearer ") ? authorization.mid(7) : QByteArray();
}

http::Response refused(int status, const QString &text)
{
    return {status,
        QJsonDocument(QJsonObject {{u"status"_s, status}, {u"error"_s, text}}).toJson(QJsonDocument::Compact),
        "application/json",
        {}};
}

/// The area a path belongs to; what belongs to none is the athlete's own.
QString areaOf(const QString &path)
{
    const QStringList parts = path.split(u'/').mid(3);
    if (parts.value(0) == "activity"_L1)
        return u"ACTIVITY"_s;
    const QString word = parts.value(2);
    if (word.startsWith("activit"_L1) || word == "download-fit-files"_L1)
        return u"ACTIVITY"_s;
    if (word.startsWith("wellness"_L1))
        return u"WELLNESS"_s;
    if (word.contains("event"_L1) || word == "calendars"_L1 || word == "training-plan"_L1
        || word == "apply-plan-changes"_L1)
        return u"CALENDAR"_s;
    const bool library = word.startsWith("folder"_L1) || word.startsWith("workout"_L1)
        || word.startsWith("download-workout"_L1) || word == "duplicate-workouts"_L1;
    return library ? u"LIBRARY"_s : u"SETTINGS"_s;
}

}

QByteArray OauthDoor::clientId()
{
    return "microcycle-demo";
}

QByteArray OauthDoor::clientSecret(const QByteArray &key)
{
    return QCryptographicHash::hash("oauth client of " + key, QCryptographicHash::Sha256).toHex().left(32);
}

bool OauthDoor::allows(const QStringList &scopes, const http::Request &request)
{
    if (request.path.startsWith("/api/v1/athletes"_L1)) // the list of a coach's athletes is for keys
        return false;
    return domain::scopesAllow(scopes, areaOf(request.path) + (request.method == "GET" ? u":READ"_s : u":WRITE"_s));
}

std::optional<http::Response> OauthDoor::handle(const http::Request &request)
{
    if (request.path == "/oauth/authorize"_L1 && request.method == "GET")
        return page(request);
    if (request.path == "/oauth/authorize"_L1 && request.method == "POST")
        return decided(request);
    if (request.path == "/api/oauth/token"_L1 && request.method == "POST")
        return exchanged(request);
    return {};
}

bool OauthDoor::mayRedirectTo(const QUrl &url) const
{
    if (!url.isValid() || !url.userInfo().isEmpty() || url.hasFragment())
        return false;
    return (url.scheme() == "http"_L1 && url.host() == "localhost"_L1)
        || m_core.redirects().contains(url.toString(QUrl::FullyEncoded));
}

std::optional<OauthDoor::Pending> OauthDoor::taken(
    QHash<QString, Pending> &from, const QString &key, std::chrono::seconds life)
{
    if (!from.contains(key))
        return {};
    const Pending pending = from.take(key);
    return pending.since.secsTo(m_core.now()) <= life.count() ? std::optional(pending) : std::nullopt;
}

http::Response OauthDoor::page(const http::Request &request)
{
    if (field(request.query, u"client_id"_s).toUtf8() != clientId())
        return refusalPage(u"The server does not know this client_id."_s);
    const QUrl redirect(field(request.query, u"redirect_uri"_s), QUrl::StrictMode);
    if (!mayRedirectTo(redirect))
        return refusalPage(u"The redirect_uri is neither registered nor http://localhost/."_s);
    const QStringList scopes = domain::scopesOf(field(request.query, u"scope"_s));
    const auto unknown = std::ranges::find_if_not(scopes, domain::isScope);
    if (scopes.isEmpty() || unknown != scopes.end())
        return refusalPage(
            u"The scope %1 does not exist."_s.arg(scopes.isEmpty() ? u"without a name"_s : unknown->left(40)));
    if (m_pages.size() >= mostPending)
        m_pages.clear();
    const QString ticket = QString::fromLatin1(randomName());
    m_pages.insert(ticket, {redirect, field(request.query, u"state"_s), scopes, m_core.now()});
    return allowPage(ticket, scopes);
}

http::Response OauthDoor::decided(const http::Request &request)
{
    const QUrlQuery form = formOf(request);
    const auto asked = taken(m_pages, field(form, u"ticket"_s), lifeOfPage);
    if (!asked)
        return refusalPage(u"This page is too old. Start again from the program."_s);
    const QStringList ticked = form.allQueryItemValues(u"scope"_s, QUrl::FullyDecoded);
    QStringList granted;
    std::ranges::copy_if(
        asked->scopes, std::back_inserter(granted), [&ticked](const QString &scope) { return ticked.contains(scope); });
    QUrl redirect = asked->redirect;
    QUrlQuery query(redirect);
    if (field(form, u"answer"_s) != "allow"_L1 || granted.isEmpty()) {
        query.addQueryItem(u"error"_s, u"access_denied"_s);
    } else {
        if (m_codes.size() >= mostPending)
            m_codes.clear();
        const QString code = QString::fromLatin1(randomName());
        m_codes.insert(code, {asked->redirect, {}, granted, m_core.now()});
        query.addQueryItem(u"code"_s, code);
    }
    if (!asked->state.isEmpty())
        query.addQueryItem(u"state"_s, QString::fromLatin1(QUrl::toPercentEncoding(asked->state)));
    redirect.setQuery(query);
    return {303, {}, "text/plain", {{"location", redirect.toEncoded()}, {"cache-control", "no-store"}}};
}

http::Response OauthDoor::exchanged(const http::Request &request)
{
    const QUrlQuery form = formOf(request);
    const bool known = field(form, u"client_id"_s).toUtf8() == clientId()
        && field(form, u"client_secret"_s).toUtf8() == clientSecret(m_core.key());
    if (!known)
        return refused(401, u"Unknown client_id or wrong client_secret"_s);
    const auto granted = taken(m_codes, field(form, u"code"_s), lifeOfCode);
    const QString redirect = field(form, u"redirect_uri"_s);
    if (!granted || (!redirect.isEmpty() && QUrl(redirect) != granted->redirect))
        return refused(400, u"Invalid code"_s);
    const QByteArray token = randomName();
    const QString scope = granted->scopes.join(u',');
    m_core.state().put(Shelf::Token, hashOf(token), m_core.today(), {{u"scope"_s, scope}});
    const QString name
        = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject()).value("name"_L1).toString();
    const QJsonObject answer {{u"token_type"_s, u"Bearer"_s},
        {u"access_token"_s, QString::fromLatin1(token)},
        {u"scope"_s, scope},
        {u"athlete"_s, QJsonObject {{u"id"_s, Core::athleteId()}, {u"name"_s, name}}}};
    return {
        200, QJsonDocument(answer).toJson(QJsonDocument::Compact), "application/json", {{"cache-control", "no-store"}}};
}

std::optional<QStringList> OauthDoor::scopesOfToken(const QByteArray &authorization)
{
    const QByteArray token = tokenIn(authorization);
    const auto kept = token.isEmpty() ? std::nullopt : m_core.state().find(Shelf::Token, hashOf(token));
    if (!kept)
        return {};
    return domain::scopesOf(kept->value("scope"_L1).toString());
}

void OauthDoor::disconnect(const QByteArray &authorization)
{
    m_core.state().remove(Shelf::Token, hashOf(tokenIn(authorization)));
}

}
