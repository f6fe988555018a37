// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/http/credential.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace http {

namespace {

constexpr qsizetype shortest = 8;
constexpr qsizetype longest = 256;

bool isKeyCharacter(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9') || c == u'-' || c == u'_';
}

/// The text itself is never part of the error, for it may be most of a real key.
domain::Error refused(const QString &detail)
{
    return {.kind = domain::Error::Kind::Insecure, .httpStatus = 0, .item = u"key"_s, .detail = detail, .retryAfter = {}};
}

}

void wipe(std::span<char> memory)
{
    volatile char *bytes = memory.data();
    for (size_t i = 0; i < memory.size(); ++i)
        bytes[i] = 0;
}

Secret::Secret(std::vector<char> bytes)
    : m_bytes(std::move(bytes))
{
}

Secret &Secret::operator=(const Secret &other)
{
    if (this != &other) {
        wipe(m_bytes);
        m_bytes = other.m_bytes;
    }
    return *this;
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    wipe(m_bytes);
    m_bytes = std::move(other.m_bytes);
    return *this;
}

Secret::~Secret()
{
    wipe(m_bytes);
}

domain::Result<Secret> Secret::parse(const QString &text)
{
    // Blanks come along when a key is copied from a page; a line break would start a second header.
    if (std::ranges::any_of(text, [](QChar c) { return c == u'\r' || c == u'\n' || c.isNull(); }))
        return refused(u"line breaks are not allowed"_s);
    const QStringView key = QStringView(text).trimmed();
    if (key.size() < shortest || key.size() > longest)
        return refused(u"expected 8 to 256 characters"_s);
    if (!std::ranges::all_of(key, isKeyCharacter))
        return refused(u"expected letters, digits, - and _ only"_s);
    std::vector<char> bytes;
    bytes.reserve(size_t(key.size())); // no growth: growing would leave copies behind
    for (QChar c : key)
        bytes.push_back(c.toLatin1());
    return Secret(std::move(bytes));
}

QByteArray Secret::revealed() const
{
    return QByteArray(m_bytes.data(), qsizetype(m_bytes.size()));
}

domain::Result<AuthStyle> parseAuthStyle(const QString &name)
{
    for (const AuthStyle style : {AuthStyle::Basic, AuthStyle::Bearer, AuthStyle::ApiKey}) {
        if (name == authStyleName(style))
            return style;
    }
    return domain::unreadable(u"authentication style"_s, u"expected basic, bearer or apikey"_s);
}

QLatin1StringView authStyleName(AuthStyle style)
{
    switch (style) {
    case AuthStyle::Basic:
        return "basic"_L1;
    case AuthStyle::Bearer:
        return "bearer"_L1;
    case AuthStyle::ApiKey:
        return "apikey"_L1;
    }
    return "basic"_L1;
}

domain::Result<Credential> Credential::make(AuthStyle style, const QString &key)
{
    auto secret = Secret::parse(key);
    if (!secret)
        return secret.error();
    return Credential(style, *std::move(secret));
}

QByteArray Credential::authorization() const
{
    QByteArray plain = m_secret.revealed();
    QByteArray header;
    switch (m_style) {
    case AuthStyle::Basic: {
        QByteArray pair = "API_KEY:" + plain;
        header = "Basic " + pair.toBase64();
        wipe({pair.data(), size_t(pair.size())});
        break;
    }
    case AuthStyle::Bearer:
        header = "Bearer " + plain;
        break;
    case AuthStyle::ApiKey:
        header = "ApiKey API_KEY:" + plain;
        break;
    }
    wipe({plain.data(), size_t(plain.size())});
    return header;
}

}
