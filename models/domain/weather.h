// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/fields.h"

#include <QDate>
#include <QJsonArray>

namespace domain {

/// A place whose weather the athlete wants to see; in a forecast also with its days.
struct WeatherPlace {
    std::optional<qint64> id;
    QString label;
    QString location;
    QString provider; ///< OPEN_WEATHER
    std::optional<double> latitude;
    std::optional<double> longitude;
    bool enabled = false;
    QJsonArray daily; ///< days of a forecast, as their provider writes them
    QJsonObject extra;

    friend bool operator==(const WeatherPlace &, const WeatherPlace &) = default;
};

/// The places an athlete has chosen, or the forecast for them: both have this form.
struct Weather {
    QJsonArray places; ///< objects of WeatherPlace
    QJsonObject extra;

    friend bool operator==(const Weather &, const Weather &) = default;
};

/// One day of a forecast, as far as its provider says.
struct ForecastDay {
    QDate day;
    std::optional<double> minCelsius;
    std::optional<double> maxCelsius;
    std::optional<double> windMetresPerSecond;
    std::optional<double> rainMillimetres;
    std::optional<double> snowMillimetres;
    std::optional<double> cloudsPercent;

    friend bool operator==(const ForecastDay &, const ForecastDay &) = default;
};

/// The days of a place that can be read, in the order of the provider.
[[nodiscard]] QList<ForecastDay> forecastOf(const WeatherPlace &place);

/// The places that can be read.
[[nodiscard]] QList<WeatherPlace> placesOf(const Weather &weather);

}
