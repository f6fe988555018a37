// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/demo/fitness.h"
#include "api/demo/options.h"
#include "api/demo/recordings.h"
#include "api/demo/state.h"
#include "models/domain/sportsettings.h"

namespace demo {

/// What all areas of the API share: the state, the clock, and the fitness computed from the state.
class Core
{
public:
    explicit Core(Options options);

    [[nodiscard]] static QString athleteId();

    [[nodiscard]] State &state() { return m_state; }
    [[nodiscard]] Recordings &recordings() { return m_recordings; }
    [[nodiscard]] QDate today() const { return m_options.today; }
    [[nodiscard]] const QByteArray &key() const { return m_options.key; }
    [[nodiscard]] const QStringList &redirects() const { return m_options.redirects; }
    [[nodiscard]] QDateTime now() const { return m_options.now(); }

    [[nodiscard]] const Fitness &fitness(); ///< computed when first asked for after a write
    void loadsChanged() { m_fitness.reset(); }
    [[nodiscard]] QString stamp(); ///< an instant that no earlier write had
    [[nodiscard]] QList<domain::SportSettings> sports();

private:
    Options m_options;
    State m_state;
    Recordings m_recordings {m_state};
    std::optional<Fitness> m_fitness;
    QDateTime m_lastStamp;
};

}
