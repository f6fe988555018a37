// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/searchactivities.h"
#include "app/cli/activityoutput.h"
#include "app/cli/plainfile.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string text;
    std::string id;
    int limit = 0;
    bool whole = false;
    std::string output = "-";
    std::pair<int, int> seconds;
    std::pair<int, int> percent;
    std::string type;
    int minReps = 0;
    int maxReps = 0;
};

int search(Context &context, const Arguments &arguments)
{
    return printActivities(context,
        context.call(endpoints::SearchActivities {
            .text = QString::fromStdString(arguments.text), .limit = arguments.limit, .whole = arguments.whole}));
}

int findIntervals(Context &context, const Arguments &arguments)
{
    return printActivities(context,
        context.call(endpoints::FindIntervals {.minSeconds = arguments.seconds.first,
            .maxSeconds = arguments.seconds.second,
            .minPercent = arguments.percent.first,
            .maxPercent = arguments.percent.second,
            .type = QString::fromStdString(arguments.type),
            .minReps = arguments.minReps,
            .maxReps = arguments.maxReps,
            .limit = arguments.limit}));
}

int around(Context &context, const Arguments &arguments)
{
    return printActivities(context,
        context.call(endpoints::ActivitiesAround {
            .activity = {QString::fromStdString(arguments.id)}, .limit = arguments.limit}));
}

int tags(Context &context)
{
    const auto found = context.call(endpoints::ListActivityTags {});
    if (!found)
        return context.output().fail(found.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(QJsonArray::fromStringList(*found)));
        return Done;
    }
    for (const auto &tag : *found)
        context.output().line(tag);
    return Done;
}

int table(Context &context, const Arguments &arguments)
{
    const auto found = context.call(endpoints::DownloadActivityTable {});
    return found ? deliver(context, {arguments.output, u"activities.csv"_s}, *found)
                 : context.output().fail(found.error());
}

void addSearch(CLI::App &parent, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *searching = parent.add_subcommand("search", "activities by a part of their name, or by #tag");
    searching->add_option("text", arguments->text)->required();
    searching->add_option("--limit", arguments->limit, "at most so many; 0 for all");
    searching->add_flag("--full", arguments->whole, "every key (--json)");
    searching->callback([&, arguments] { action = [&, arguments] { return search(context, *arguments); }; });
}

}

void addActivitySearches(CLI::App &activities, Context &context, Action &action)
{
    addSearch(activities, context, action);
    auto arguments = std::make_shared<Arguments>();
    CLI::App *finding
        = activities.add_subcommand("find-intervals", "activities with intervals of a length and intensity");
    finding->add_option("--secs", arguments->seconds, "shortest and longest, in seconds")->required();
    finding->add_option("--intensity", arguments->percent, "lowest and highest, in % of the threshold")->required();
    finding->add_option("--type", arguments->type, "of the intensity: AUTO, POWER, HR or PACE");
    finding->add_option("--min-reps", arguments->minReps, "at least so many of them");
    finding->add_option("--max-reps", arguments->maxReps, "at most so many of them");
    finding->add_option("--limit", arguments->limit, "at most so many activities");
    finding->callback([&, arguments] { action = [&, arguments] { return findIntervals(context, *arguments); }; });

    CLI::App *near = activities.add_subcommand("around", "activities before and after another, nearest first");
    near->add_option("id", arguments->id)->required();
    near->add_option("--limit", arguments->limit, "at most so many");
    near->callback([&, arguments] { action = [&, arguments] { return around(context, *arguments); }; });

    activities.add_subcommand("tags", "the tags that activities have")->callback([&] {
        action = [&] { return tags(context); };
    });

    CLI::App *tabulating = activities.add_subcommand("table", "every activity as a row of a csv table");
    tabulating->add_option("--output", arguments->output, "file or folder; without it standard output");
    tabulating->callback([&, arguments] { action = [&, arguments] { return table(context, *arguments); }; });
}

void addSearchCommand(CLI::App &program, Context &context, Action &action)
{
    addSearch(program, context, action);
}

}
