// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getactivity.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/listactivities.h"
#include "app/cli/commands.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    int limit = 0;
    std::string id;
    std::string types;
    bool intervals = false;
};

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(28, 0);
    if (!days)
        return context.output().fail(days.error());
    const auto activities = context.call(endpoints::ListActivities {.days = *days, .limit = arguments.limit});
    if (!activities)
        return context.output().fail(activities.error());
    if (context.output().isJson()) {
        context.output().json(rawOf(*activities));
        return reportUnreadable(context.output(), *activities);
    }
    QList<QStringList> rows {{u"Id"_s, u"Start"_s, u"Sport"_s, u"Time"_s, u"Km"_s, u"Load"_s, u"Name"_s}};
    for (const auto &record : activities->values) {
        const domain::Activity &a = record.value;
        const auto metres = a.bestDistanceMetres();
        rows.append({a.id.value_or(domain::ActivityId {}).value,
            a.start.toString(),
            a.type,
            figure(a.movingTime),
            figure(metres ? std::optional(*metres / 1000) : std::nullopt, 1),
            figure(a.load),
            a.name});
    }
    context.output().table(rows);
    return reportUnreadable(context.output(), *activities);
}

int get(Context &context, const Arguments &arguments)
{
    const auto activity = context.call(
        endpoints::GetActivity {.activity = {QString::fromStdString(arguments.id)}, .intervals = arguments.intervals});
    if (!activity)
        return context.output().fail(activity.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(activity->json));
        return Done;
    }
    QList<QStringList> rows;
    for (auto it = activity->json.begin(); it != activity->json.end(); ++it) {
        if (it.value().isString() || it.value().isDouble())
            rows.append({it.key(), it.value().toVariant().toString()});
    }
    context.output().table(rows);
    return Done;
}

int streams(Context &context, const Arguments &arguments)
{
    const endpoints::GetStreams endpoint {.activity = {QString::fromStdString(arguments.id)},
        .types = QString::fromStdString(arguments.types).split(u',', Qt::SkipEmptyParts)};
    const auto streams = context.call(endpoint);
    if (!streams)
        return context.output().fail(streams.error());
    if (context.output().isJson()) {
        QJsonArray array;
        for (const auto &stream : *streams)
            array.append(domain::toJson(stream));
        context.output().json(QJsonDocument(array));
        return Done;
    }
    QList<QStringList> rows {{u"Stream"_s, u"Samples"_s}};
    for (const auto &stream : *streams)
        rows.append({stream.type, QString::number(stream.data.size())});
    context.output().table(rows);
    return Done;
}

}

void addActivityCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *activities = program.add_subcommand("activities", "completed activities")->require_subcommand(1);

    CLI::App *listing = activities->add_subcommand("list", "activities of some days, newest first");
    arguments->days.add(*listing);
    listing->add_option("--limit", arguments->limit, "at most so many; 0 for all");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *getting = activities->add_subcommand("get", "one activity");
    getting->add_option("id", arguments->id)->required();
    getting->add_flag("--intervals", arguments->intervals, "with its intervals (--json)");
    getting->callback([&, arguments] { action = [&, arguments] { return get(context, *arguments); }; });

    CLI::App *streaming = activities->add_subcommand("streams", "the recorded channels of an activity");
    streaming->add_option("id", arguments->id)->required();
    streaming->add_option("--types", arguments->types, "comma-separated, for example watts,heartrate");
    streaming->callback([&, arguments] { action = [&, arguments] { return streams(context, *arguments); }; });

    addActivityTransfers(*activities, context, action);
}

}
