// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/weather.h"

#include <QHash>
#include <QLocale>
#include <QStringList>

namespace items {

enum class Sky { Clear, Cloudy, Rain, Snow };

/// The weather of one day as the calendar shows it.
struct DayWeather {
    Sky sky = Sky::Clear;
    QString degrees; ///< "8 to 16°", of the first place; empty where nothing is known
    QStringList words; ///< a sentence for each place

    friend bool operator==(const DayWeather &, const DayWeather &) = default;
};

using Forecast = QHash<QDate, DayWeather>;

/// The days of all places that are shown; the first place gives sky and degrees.
[[nodiscard]] Forecast forecastFrom(const domain::Weather &weather, const QLocale &locale, bool fahrenheit);

}
