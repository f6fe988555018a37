// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/weather.h"

#include "models/domain/fieldsimpl.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace domain {

/// A day in the form of Open Weather, the one provider there is.
struct ProviderDay {
    std::optional<qint64> noon; ///< seconds since 1970
    QJsonObject temperatures;
    std::optional<double> wind;
    std::optional<double> rain;
    std::optional<double> snow;
    std::optional<double> clouds;
    QJsonObject extra;
};

struct ProviderTemperatures {
    std::optional<double> min;
    std::optional<double> max;
    QJsonObject extra;
};

template<>
struct Fields<ProviderDay> {
    static constexpr auto all = std::tuple {
        field("dt"_L1, &ProviderDay::noon, Access::ReadOnly),
        field("temp"_L1, &ProviderDay::temperatures, Access::ReadOnly),
        field("wind_speed"_L1, &ProviderDay::wind, Access::ReadOnly),
        field("rain"_L1, &ProviderDay::rain, Access::ReadOnly),
        field("snow"_L1, &ProviderDay::snow, Access::ReadOnly),
        field("clouds"_L1, &ProviderDay::clouds, Access::ReadOnly),
    };
};

template<>
struct Fields<ProviderTemperatures> {
    static constexpr auto all = std::tuple {
        field("min"_L1, &ProviderTemperatures::min, Access::ReadOnly),
        field("max"_L1, &ProviderTemperatures::max, Access::ReadOnly),
    };
};

template<>
struct Fields<WeatherPlace> {
    static constexpr auto all = std::tuple {
        field("id"_L1, &WeatherPlace::id),
        field("label"_L1, &WeatherPlace::label),
        field("location"_L1, &WeatherPlace::location),
        field("provider"_L1, &WeatherPlace::provider),
        field("lat"_L1, &WeatherPlace::latitude),
        field("lon"_L1, &WeatherPlace::longitude),
        field("enabled"_L1, &WeatherPlace::enabled),
        field("daily"_L1, &WeatherPlace::daily, Access::ReadOnly),
    };
};

template<>
struct Fields<Weather> {
    static constexpr auto all = std::tuple {
        field("forecasts"_L1, &Weather::places),
    };
};

MICROCYCLE_INSTANTIATE_FIELDS(ProviderDay)
MICROCYCLE_INSTANTIATE_FIELDS(ProviderTemperatures)
MICROCYCLE_INSTANTIATE_FIELDS(WeatherPlace)
MICROCYCLE_INSTANTIATE_FIELDS(Weather)

QList<ForecastDay> forecastOf(const WeatherPlace &place)
{
    QList<ForecastDay> days;
    for (const auto &entry : place.daily) {
        const auto day = fromJson<ProviderDay>(entry.toObject());
        if (!entry.isObject() || !day || !day->noon)
            continue;
        const auto degrees = fromJson<ProviderTemperatures>(day->temperatures);
        // Noon of the place is the same day in UTC nearly everywhere.
        days.append({QDateTime::fromSecsSinceEpoch(*day->noon, Qt::UTC).date(),
            degrees ? degrees->min : std::nullopt,
            degrees ? degrees->max : std::nullopt,
            day->wind,
            day->rain,
            day->snow,
            day->clouds});
    }
    return days;
}

QList<WeatherPlace> placesOf(const Weather &weather)
{
    QList<WeatherPlace> places;
    for (const auto &entry : weather.places) {
        auto place = fromJson<WeatherPlace>(entry.toObject());
        if (entry.isObject() && place)
            places.append(*std::move(place));
    }
    return places;
}

}
