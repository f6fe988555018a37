// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/credential.h"

using namespace Qt::StringLiterals;

namespace http {

void Secret::wipe(QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    volatile char *memory = bytes.data(); // volatile, so that the loop is not optimised away
    for (qsizetype i = 0; i < bytes.size(); ++i)
        memory[i] = 0;
}

domain::Result<Credential> Credential::make(const QByteArray &key, Style style)
{
    QByteArray trimmed = key.trimmed();
    bool sound = trimmed.size() >= 8 && trimmed.size() <= 256;
    for (const char c : trimmed)
        sound = sound
            && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-');
    if (!sound)
        return domain::unreadable(u"API key"_s, u"8 to 256 letters, digits, _ and - are expected"_s);
    Credential credential;
    credential.m_secret = Secret(std::move(trimmed));
    credential.m_style = style;
    return credential;
}

QByteArray Credential::header() const
{
    switch (m_style) {
    case Style::Bearer:
        return "Bearer " + m_secret.bytes();
    case Style::ApiKey:
        return "ApiKey API_KEY:" + m_secret.bytes();
    case Style::Basic:
        break;
    }
    QByteArray pair = "API_KEY:" + m_secret.bytes();
    const QByteArray header = "Basic " + pair.toBase64();
    Secret::wipe(pair);
    return header;
}

}
