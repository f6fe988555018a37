// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/core.h"

#include "api/demo/seed.h"

using namespace Qt::StringLiterals;

namespace demo {

Core::Core(Options options)
    : m_options(std::move(options))
    , m_state(m_options.databasePath)
{
    if (m_options.populate && m_state.isOpen() && m_state.isEmpty())
        populate(m_state, m_options.seed, m_options.today, m_options.days);
}

QString Core::athleteId()
{
    return u"i0000001"_s;
}

const Fitness &Core::fitness()
{
    if (!m_fitness)
        m_fitness.emplace(m_state, athleteId(), m_options.today);
    return *m_fitness;
}

QString Core::stamp()
{
    QDateTime now = m_options.now().toUTC();
    if (m_lastStamp.isValid() && now <= m_lastStamp)
        now = m_lastStamp.addMSecs(1);
    m_lastStamp = now;
    return now.toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+00:00"_s;
}

QList<domain::SportSettings> Core::sports()
{
    QList<domain::SportSettings> sports;
    const auto rows = m_state.all(Shelf::Sport);
    for (const auto &row : rows) {
        if (auto settings = domain::fromJson<domain::SportSettings>(row))
            sports.append(*std::move(settings));
    }
    return sports;
}

}
