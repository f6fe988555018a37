// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"

#include <QDateTime>
#include <QHash>

namespace store {

/// What the service has confirmed in the last minute. An answer that does not know of it comes from a copy of the
/// service that lags behind, and may be believed later.
class Lately
{
public:
    void confirmed(const domain::LocalId &id, const QDateTime &now);
    void gone(const domain::LocalId &id) { m_at.remove(id); }
    [[nodiscard]] bool has(const domain::LocalId &id, const QDateTime &now) const;

private:
    QHash<domain::LocalId, QDateTime> m_at;
};

}
