// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/ids.h"
#include "models/store/database.h"

#include <QSet>

namespace store {

/// What the service's answers lack and a person decided to keep, so that nobody is asked again at the next start.
class KeptMissing
{
public:
    explicit KeptMissing(Database &database)
        : m_database(database)
    {
    }

    [[nodiscard]] QSet<domain::LocalId> ids();
    void keep(const QSet<domain::LocalId> &ids); ///< beside those before
    void forget();

private:
    Database &m_database;
};

}
