// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/lately.h"

namespace store {

namespace {

constexpr int lagSeconds = 60;

}

void Lately::confirmed(const domain::LocalId &id, const QDateTime &now)
{
    m_at.removeIf([&now](const auto &entry) { return entry.value().addSecs(lagSeconds) < now; });
    m_at.insert(id, now);
}

bool Lately::has(const domain::LocalId &id, const QDateTime &now) const
{
    const auto found = m_at.find(id);
    return found != m_at.end() && *found <= now && found->addSecs(lagSeconds) >= now;
}

}
