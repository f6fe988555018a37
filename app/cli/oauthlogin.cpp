// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/oauth/signin.h"
#include "app/cli/login.h"
#include "models/domain/scopes.h"

#include <QEventLoop>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// On a desktop the address need not be copied; where this fails it still stands on the screen.
void openInBrowser(const QUrl &address)
{
#ifdef Q_OS_MACOS
    const QString opener = u"open"_s;
#else
    const QString opener = u"xdg-open"_s;
#endif
    QProcess::startDetached(opener, {address.toString(QUrl::FullyEncoded)});
}

}

domain::Result<endpoints::Grant> grantByBrowser(
    const Output &output, const http::BaseUrl &base, const BrowserLogin &login)
{
    auto secret = typedLine("Client secret: ");
    if (!secret)
        return secret.error();
    oauth::SignIn flow(base,
        {QString::fromStdString(login.clientId), http::Secret(secret->trimmed())},
        {.closingWords = u"Microcycle has its answer. You can close this page."_s});
    http::Secret::wipe(*secret);
    std::optional<domain::Result<endpoints::Grant>> grant;
    QEventLoop loop;
    QObject::connect(&flow, &oauth::SignIn::finished, &loop, [&](const domain::Result<endpoints::Grant> &result) {
        grant = result;
        loop.quit();
    });
    const auto address = flow.start();
    if (!address)
        return address.error();
    output.remark(u"It asks for "_s + oauth::SignIn::wantedScopes().join(u", "_s) + u". Open in your browser:"_s);
    output.remark(address->toString(QUrl::FullyEncoded));
    if (!login.noBrowser)
        openInBrowser(*address);
    loop.exec();
    if (*grant) {
        const QStringList missing = domain::missingScopes(oauth::SignIn::wantedScopes(), (*grant)->scopes);
        if (!missing.isEmpty())
            output.remark(u"Not allowed, so these will not work: "_s + missing.join(u", "_s));
    }
    return *grant;
}

}
