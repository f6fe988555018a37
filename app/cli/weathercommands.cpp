// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/athlete.h"
#include "app/cli/commands.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using Answer = domain::Result<json::Record<domain::Weather>>;

int printPlaces(Context &context, const Answer &weather)
{
    if (!weather)
        return context.output().fail(weather.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(weather->json));
        return Done;
    }
    QList<QStringList> rows {{u"Id"_s, u"Place"_s, u"Latitude"_s, u"Longitude"_s, u"Shown"_s}};
    const auto places = domain::placesOf(weather->value);
    for (const auto &place : places)
        rows.append({QString::number(place.id.value_or(0)),
            place.label.isEmpty() ? place.location : place.label,
            figure(place.latitude, 2),
            figure(place.longitude, 2),
            place.enabled ? u"yes"_s : u"no"_s});
    context.output().table(rows);
    return Done;
}

int forecast(Context &context)
{
    const auto weather = context.call(endpoints::GetWeatherForecast {});
    if (!weather || context.output().isJson())
        return printPlaces(context, weather);
    QList<QStringList> rows {{u"Place"_s, u"Day"_s, u"Min °C"_s, u"Max °C"_s, u"Wind m/s"_s, u"Rain mm"_s}};
    const auto places = domain::placesOf(weather->value);
    for (const auto &place : places) {
        const auto days = domain::forecastOf(place);
        for (const auto &day : days)
            rows.append({place.label,
                day.day.toString(Qt::ISODate),
                figure(day.minCelsius, 1),
                figure(day.maxCelsius, 1),
                figure(day.windMetresPerSecond, 1),
                figure(day.rainMillimetres, 1)});
    }
    context.output().table(rows);
    return Done;
}

int set(Context &context, const std::string &file)
{
    const auto document = readJson(file);
    if (!document)
        return context.output().fail(document.error());
    const auto weather = domain::fromJson<domain::Weather>(document->object());
    if (!document->isObject() || !weather)
        return context.output().fail(
            document->isObject() ? weather.error() : domain::unreadable(u"weather"_s, u"an object is expected"_s));
    if (domain::placesOf(*weather).size() != weather->places.size())
        return context.output().fail(domain::unreadable(u"forecasts"_s, u"a place cannot be read"_s));
    return printPlaces(context, context.call(endpoints::PutWeatherConfig {.body = document->object()}));
}

}

void addWeatherCommands(CLI::App &program, Context &context, Action &action)
{
    auto file = std::make_shared<std::string>("-");
    CLI::App *weather = program.add_subcommand("weather", "the forecast for chosen places")->require_subcommand(1);
    weather->add_subcommand("forecast", "the next days")->callback([&] { action = [&] { return forecast(context); }; });
    weather->add_subcommand("places", "the places that were chosen")->callback([&] {
        action = [&] { return printPlaces(context, context.call(endpoints::GetWeatherConfig {})); };
    });
    CLI::App *setting = weather->add_subcommand("set", "choose places, given as JSON: {\"forecasts\": [...]}");
    setting->add_option("file", *file, "JSON; without it or with - standard input");
    setting->callback([&, file] { action = [&, file] { return set(context, *file); }; });
}

}
