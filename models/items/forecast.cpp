// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/forecast.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr double wetMillimetres = 0.5; // less is not felt on a ride
constexpr double cloudyPercent = 60;

class ForecastWords
{
    Q_DECLARE_TR_FUNCTIONS(items::ForecastWords)

public:
    ForecastWords(const QLocale &locale, bool fahrenheit)
        : m_locale(locale)
        , m_fahrenheit(fahrenheit)
    {
    }

    [[nodiscard]] static QString sky(Sky sky)
    {
        switch (sky) {
        case Sky::Clear:
            return tr("clear");
        case Sky::Cloudy:
            return tr("cloudy");
        case Sky::Rain:
            return tr("rain");
        case Sky::Snow:
            break;
        }
        return tr("snow");
    }

    [[nodiscard]] QString degrees(const domain::ForecastDay &day) const
    {
        if (day.minCelsius && day.maxCelsius)
            return tr("%1 to %2°", "lowest, highest temperature").arg(number(*day.minCelsius), number(*day.maxCelsius));
        const auto one = day.maxCelsius ? day.maxCelsius : day.minCelsius;
        return one ? tr("%1°", "a temperature").arg(number(*one)) : QString();
    }

    [[nodiscard]] QString sentence(const QString &place, const domain::ForecastDay &day, Sky sky) const
    {
        QStringList parts {ForecastWords::sky(sky)};
        if (const QString range = degrees(day); !range.isEmpty())
            parts.append(range + (m_fahrenheit ? u"F"_s : u"C"_s));
        if (day.windMetresPerSecond)
            parts.append(tr("wind %1 m/s").arg(m_locale.toString(*day.windMetresPerSecond, 'f', 0)));
        if (day.rainMillimetres.value_or(0) > 0)
            parts.append(tr("%1 mm of rain").arg(m_locale.toString(*day.rainMillimetres, 'f', 1)));
        if (day.snowMillimetres.value_or(0) > 0)
            parts.append(tr("%1 mm of snow").arg(m_locale.toString(*day.snowMillimetres, 'f', 1)));
        return tr("%1: %2", "a place, its weather").arg(place, parts.join(u", "_s));
    }

private:
    [[nodiscard]] QString number(double celsius) const
    {
        const int rounded = qRound(m_fahrenheit ? celsius * 9 / 5 + 32 : celsius);
        const QString text = m_locale.toString(std::abs(rounded));
        return rounded < 0 ? QChar(0x2212) + text : text;
    }

    const QLocale &m_locale;
    bool m_fahrenheit;
};

Sky skyOf(const domain::ForecastDay &day)
{
    if (day.snowMillimetres.value_or(0) >= wetMillimetres)
        return Sky::Snow;
    if (day.rainMillimetres.value_or(0) >= wetMillimetres)
        return Sky::Rain;
    return day.cloudsPercent.value_or(0) >= cloudyPercent ? Sky::Cloudy : Sky::Clear;
}

}

Forecast forecastFrom(const domain::Weather &weather, const QLocale &locale, bool fahrenheit)
{
    const ForecastWords words(locale, fahrenheit);
    Forecast forecast;
    const auto places = domain::placesOf(weather);
    for (const domain::WeatherPlace &place : places) {
        const QString name = place.label.isEmpty() ? place.location : place.label;
        const auto days = domain::forecastOf(place);
        for (const domain::ForecastDay &day : days) {
            const Sky sky = skyOf(day);
            const bool first = !forecast.contains(day.day);
            DayWeather &known = forecast[day.day];
            if (first) {
                known.sky = sky;
                known.degrees = words.degrees(day);
            }
            known.words.append(words.sentence(name, day, sky));
        }
    }
    return forecast;
}

}
