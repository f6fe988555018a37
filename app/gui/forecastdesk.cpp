// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/forecastdesk.h"

#include "api/endpoints/athlete.h"
#include "models/domain/whendone.h"

namespace app {

namespace {

constexpr qint64 secondsBetween = 3600;

}

ForecastDesk::ForecastDesk(Session &session, const QLocale &locale)
    : m_session(session)
    , m_locale(locale)
{
    connect(&session.status(), &store::SyncStatus::changed, this, &ForecastDesk::follow);
}

void ForecastDesk::follow()
{
    if (m_session.status().state() != store::SyncStatus::State::Idle || !m_session.hasCredential())
        return;
    if (!m_asked.isValid() || m_asked.secsTo(m_session.store().clock().now()) >= secondsBetween)
        fetch();
}

void ForecastDesk::fetch()
{
    m_asked = m_session.store().clock().now();
    domain::whenDone(m_session.client().send(endpoints::GetWeatherForecast {}),
        this,
        [this](const domain::Result<endpoints::GetWeatherForecast::Response> &answer) {
            if (answer)
                Q_EMIT arrived(items::forecastFrom(answer->value, m_locale, m_session.store().athlete().fahrenheit));
        });
}

}
