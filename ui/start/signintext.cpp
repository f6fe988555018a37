// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/start/signintext.h"

#include <QCoreApplication>

namespace ui {

namespace {

/// Keeps the translations of this file in one context.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(SignInText)
};

QString busy(const domain::Error &error, const QString &service)
{
    if (!error.retryAfter || error.retryAfter->count() <= 1)
        return Words::tr("%1 asks to slow down. Try again in a moment.").arg(service);
    return Words::tr("%1 asks to slow down. Try again in %n s.", nullptr, static_cast<int>(error.retryAfter->count()))
        .arg(service);
}

}

SignInText signInText(const domain::Error &error, const QString &service)
{
    using Kind = domain::Error::Kind;
    switch (error.kind) {
    case Kind::Unauthorised:
        return {Words::tr("%1 does not accept this key. Copy it again from your settings there.").arg(service), false};
    case Kind::Forbidden:
        return {
            Words::tr("%1 knows this key, but it may not read your data. Create a new one there.").arg(service), false};
    case Kind::Parse:
        return {Words::tr("This does not look like a key: it has 8 or more letters, digits, “_” and “-”, "
                          "and nothing else."),
            false};
    case Kind::Offline:
        if (error.httpStatus == 407) {
            return {Words::tr("The proxy of this network wants a password first, so %1 was not reached.").arg(service),
                true};
        }
        return {Words::tr("No connection to %1. Check the network and try again.").arg(service), true};
    case Kind::Timeout:
        return {Words::tr("%1 took too long to answer. Try again in a moment.").arg(service), true};
    case Kind::RateLimited:
        return {busy(error, service), true};
    case Kind::Insecure:
        return {Words::tr("The connection to %1 is not safe: it could not prove who it is. Nothing was sent. "
                          "A filter of this network or a wrong clock may be the reason.")
                    .arg(service),
            true};
    case Kind::Redirected:
    case Kind::Malformed:
    case Kind::NotFound:
    case Kind::Rejected:
    case Kind::Conflict:
        return {Words::tr("What answered does not speak like %1. A sign-in page of this network may be in the way.")
                    .arg(service),
            true};
    case Kind::Server:
    case Kind::Storage:
        break;
    }
    return {Words::tr("%1 has trouble at the moment. Try again in a moment.").arg(service), true};
}

QString browserSignInText(const domain::Error &error, const QString &service)
{
    using Kind = domain::Error::Kind;
    const bool ours = error.item == QLatin1StringView("sign-in"); // said by the flow and not by the line
    switch (error.kind) {
    case Kind::Forbidden:
        return Words::tr("You refused in the browser. Nothing was changed.");
    case Kind::Timeout:
        if (ours)
            return Words::tr("Nobody came back from the browser. Open it again when you are ready.");
        break;
    case Kind::Insecure:
        if (ours)
            return Words::tr("What came back from the browser belongs to another sign-in. Open it again.");
        break;
    case Kind::Unauthorised:
        return Words::tr("%1 does not know this client id with this secret.").arg(service);
    case Kind::Rejected:
        return Words::tr(
            "%1 did not accept what came back from the browser; it counts for two minutes only. Open it again.")
            .arg(service);
    case Kind::Parse:
        return Words::tr("This cannot be the client id or secret. Copy both again from your application at %1.")
            .arg(service);
    case Kind::Storage:
        return Words::tr("The browser could not be listened to on this computer.");
    default:
        break;
    }
    return signInText(error, service).sentence;
}

QString missingScopesText(const QStringList &missing, const QString &service)
{
    const auto wordOf = [](const QString &scope) {
        if (scope.startsWith(QLatin1StringView("ACTIVITY")))
            return Words::tr("activities");
        if (scope.startsWith(QLatin1StringView("WELLNESS")))
            return Words::tr("wellness");
        if (scope.startsWith(QLatin1StringView("CALENDAR")))
            return Words::tr("calendar");
        if (scope.startsWith(QLatin1StringView("LIBRARY")))
            return Words::tr("library");
        return scope.startsWith(QLatin1StringView("SETTINGS")) ? Words::tr("settings") : scope;
    };
    QStringList words;
    for (const QString &scope : missing)
        words.append(wordOf(scope));
    return Words::tr("Not everything was allowed at %1. Without it, this cannot be read or changed here: %2.")
        .arg(service, words.join(QLatin1StringView(", ")));
}

}
