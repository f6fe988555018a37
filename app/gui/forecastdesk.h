// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "models/items/forecast.h"

#include <QObject>

namespace app {

/// Brings the forecast to the calendar after a sync, once an hour. A forecast that cannot be had is no trouble: the
/// days then show none, and the page of plan and weather says why.
class ForecastDesk : public QObject
{
    Q_OBJECT

public:
    ForecastDesk(Session &session, const QLocale &locale);

    void fetch(); ///< now

Q_SIGNALS:
    void arrived(const items::Forecast &forecast);

private:
    void follow();

    Session &m_session;
    QLocale m_locale;
    QDateTime m_asked; ///< UTC
};

}
