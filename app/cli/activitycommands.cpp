// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createactivities.h"
#include "api/endpoints/deleteactivity.h"
#include "api/endpoints/getactivities.h"
#include "api/endpoints/getactivity.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/updateactivity.h"
#include "app/cli/activityinput.h"
#include "app/cli/activityoutput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    int limit = 0;
    std::vector<std::string> ids;
    std::string id;
    std::string fields;
    std::string file = "-";
    bool intervals = false;
    bool bulk = false;
    bool tombstone = false;

    [[nodiscard]] domain::ActivityId activity() const { return {QString::fromStdString(id)}; }
};

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(28, 0);
    if (!days)
        return context.output().fail(days.error());
    const QStringList fields = QString::fromStdString(arguments.fields).split(u',', Qt::SkipEmptyParts);
    return printActivities(
        context, context.call(endpoints::ListActivities {.days = *days, .limit = arguments.limit, .fields = fields}));
}

int get(Context &context, const Arguments &arguments)
{
    const auto ids = activityIds(arguments.ids);
    if (ids.size() == 1)
        return printActivity(
            context, context.call(endpoints::GetActivity {.activity = ids.first(), .intervals = arguments.intervals}));
    return printActivities(
        context, context.call(endpoints::GetActivities {.activities = ids, .intervals = arguments.intervals}));
}

int create(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const auto activities = newActivities(*document, arguments.bulk);
    if (!activities)
        return context.output().fail(activities.error());
    if (!arguments.bulk)
        return printActivity(context, context.call(endpoints::CreateActivity {.body = activities->constFirst()}));
    const auto created = context.call(endpoints::CreateActivities {.activities = *activities});
    const int printed = printActivities(context, created);
    if (!created || created->values.size() == activities->size())
        return printed;
    const QString counts = u"%1 sent, %2 answered"_s.arg(activities->size()).arg(created->values.size());
    return context.output().fail(domain::malformed(u"activities"_s, counts));
}

int update(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const auto body = activityChange(*document);
    if (!body)
        return context.output().fail(body.error());
    return printActivity(
        context, context.call(endpoints::UpdateActivity {.activity = arguments.activity(), .body = *body}));
}

int remove(Context &context, const Arguments &arguments)
{
    const auto gone = arguments.tombstone ? context.call(endpoints::DeleteTombstone {.activity = arguments.activity()})
                                          : context.call(endpoints::DeleteActivity {.activity = arguments.activity()});
    if (!gone)
        return context.output().fail(gone.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"deleted"_s, arguments.activity().value}}));
    else
        context.output().line((arguments.tombstone ? u"Activity %1 may come back."_s : u"Deleted activity %1."_s)
                                  .arg(arguments.activity().value));
    return Done;
}

void addWriting(CLI::App &activities, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *creating = activities.add_subcommand("create", "write down what was not recorded, from JSON");
    creating->add_option("file", arguments->file, "JSON; without it or with - standard input");
    creating->add_flag("--bulk", arguments->bulk, "the JSON is a list; what it holds already is changed");
    creating->callback([&, arguments] { action = [&, arguments] { return create(context, *arguments); }; });

    CLI::App *updating = activities.add_subcommand("update", "change the keys given as JSON");
    updating->add_option("id", arguments->id)->required();
    updating->add_option("file", arguments->file, "JSON; without it or with - standard input");
    updating->callback([&, arguments] { action = [&, arguments] { return update(context, *arguments); }; });

    CLI::App *deleting = activities.add_subcommand("delete", "delete one activity");
    deleting->add_option("id", arguments->id)->required();
    deleting->add_flag("--tombstone", arguments->tombstone, "delete what keeps a deleted one from coming back");
    deleting->callback([&, arguments] { action = [&, arguments] { return remove(context, *arguments); }; });
}

}

void addActivityCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *activities = program.add_subcommand("activities", "completed activities")->require_subcommand(1);

    CLI::App *listing = activities->add_subcommand("list", "activities of some days, newest first");
    arguments->days.add(*listing);
    listing->add_option("--limit", arguments->limit, "at most so many; 0 for all");
    listing->add_option("--fields", arguments->fields, "only these keys, comma-separated; id and start always");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *getting = activities->add_subcommand("get", "one activity, or several as a list");
    getting->add_option("id", arguments->ids)->required();
    getting->add_flag("--intervals", arguments->intervals, "with its intervals (--json)");
    getting->callback([&, arguments] { action = [&, arguments] { return get(context, *arguments); }; });

    addWriting(*activities, context, action, arguments);
    addActivitySearches(*activities, context, action);
    addActivityStreams(*activities, context, action);
    addActivityIntervals(*activities, context, action);
    addActivityFigures(*activities, context, action);
    addActivityTransfers(*activities, context, action);
}

}
