// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/credential.h"

using namespace Qt::StringLiterals;

namespace http {

void Secret::wipe()
{
    if (m_bytes.isEmpty())
        return;
    volatile char *bytes = m_bytes.data(); // volatile, so that the loop is not optimised away
    for (qsizetype i = 0; i < m_bytes.size(); ++i)
        bytes[i] = 0;
}

domain::Result<Credential> Credential::make(const QByteArray &key, Style style)
{
    const QByteArray trimmed = key.trimmed();
    bool sound = trimmed.size() >= 8 && trimmed.size() <= 256;
    for (const char c : trimmed)
        sound = sound && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-');
    if (!sound)
        return domain::unreadable(u"API key"_s, u"8 to 256 letters, digits, _ and - are expected"_s);
    Credential credential;
    credential.m_secret = Secret(trimmed);
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
    return "Basic " + QByteArray("API_KEY:" + m_secret.bytes()).toBase64();
}

}
