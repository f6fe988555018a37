// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/entrance.h"

namespace demo {

namespace {

/// Takes as long for a wrong key as for a right one.
bool sameBytes(const QByteArray &given, const QByteArray &wanted)
{
    unsigned difference = given.size() == wanted.size() ? 0 : 1;
    for (qsizetype i = 0; i < given.size(); ++i)
        difference |= unsigned(given.at(i) ^ wanted.at(i % wanted.size()));
    return difference == 0;
}

}

Entrance::Entrance(const QByteArray &key)
    : m_hasKey(!key.isEmpty())
    , m_basic("Basic " + QByteArray("API_KEY:" + key).toBase64())
    , m_bearer("Bearer " + key)
    , m_apiKey("ApiKey API_KEY:" + key)
{
}

bool Entrance::admits(const QByteArray &authorization) const
{
    const bool basic = sameBytes(authorization, m_basic);
    const bool bearer = sameBytes(authorization, m_bearer);
    const bool apiKey = sameBytes(authorization, m_apiKey);
    return m_hasKey && (basic || bearer || apiKey);
}

}
