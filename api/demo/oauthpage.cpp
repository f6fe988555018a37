// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/oauthpage.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// No script, nothing from elsewhere, and in nobody's frame, where it could be laid under another button.
http::Response page(int status, const QString &content)
{
    const QString html
        = u"<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Microcycle server</title>"
          "<style>body{font:16px sans-serif;max-width:30em;margin:4em auto;padding:0 1em}"
          "label{display:block;margin:.4em 0}button{font:inherit;margin:1em .5em 0 0;padding:.3em 1em}</style>"
          "</head><body>%1</body></html>"_s.arg(content);
    return {status,
        html.toUtf8(),
        "text/html; charset=utf-8",
        {{"content-security-policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"},
            {"cache-control", "no-store"}}};
}

}

http::Response allowPage(const QString &ticket, const QStringList &scopes)
{
    QString boxes;
    for (const auto &scope : scopes) {
        const QString shown = scope.toHtmlEscaped();
        boxes += u"<label><input type=\"checkbox\" name=\"scope\" value=\"%1\" checked> %1</label>"_s.arg(shown);
    }
    return page(200,
        u"<h1>Allow a program?</h1><p>It asks to use the data of the demo athlete.</p>"
        "<form method=\"post\" action=\"/oauth/authorize\"><input type=\"hidden\" name=\"ticket\" value=\"%1\">%2"
        "<button name=\"answer\" value=\"allow\" id=\"allow\">Allow</button>"
        "<button name=\"answer\" value=\"refuse\" id=\"refuse\">Refuse</button></form>"_s.arg(ticket, boxes));
}

http::Response refusalPage(const QString &sentence)
{
    return page(400, u"<h1>This cannot be allowed</h1><p>%1</p>"_s.arg(sentence.toHtmlEscaped()));
}

}
