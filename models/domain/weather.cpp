// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/weather.h"

#include "models/domain/fieldsimpl.h"

using namespace Qt::StringLiterals;

namespace domain {

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

MICROCYCLE_INSTANTIATE_FIELDS(WeatherPlace)
MICROCYCLE_INSTANTIATE_FIELDS(Weather)

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
