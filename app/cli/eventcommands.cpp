// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevent.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/manyevents.h"
#include "api/endpoints/updateevent.h"
#include "app/cli/commands.h"
#include "app/cli/eventinput.h"
#include "app/cli/eventtable.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    std::string categories;
    endpoints::EventQuery query;
    std::string ext;
    std::string locale;
    bool csv = false;
    std::string file = "-";
    std::optional<qint64> id;
    bool bulk = false;
    bool range = false;
    TextPlan text;
};

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(7, 28);
    if (!days)
        return context.output().fail(days.error());
    endpoints::EventQuery query = arguments.query;
    query.categories = QString::fromStdString(arguments.categories).split(u',', Qt::SkipEmptyParts);
    query.ext = QString::fromStdString(arguments.ext);
    query.locale = QString::fromStdString(arguments.locale);
    if (!arguments.csv)
        return printEvents(context, context.call(endpoints::ListEvents {.days = *days, .more = query}));
    return printTable(context, context.call(endpoints::ExportEvents {.days = *days, .more = query}));
}

/// Sends a list. Each event has a key of ours or the caller's by which the service finds it again.
int createAll(Context &context, const QList<QJsonObject> &events)
{
    const auto created = context.call(endpoints::CreateEvents {.events = events});
    if (!created)
        return context.output().fail(created.error());
    const int printed = printEvents(context, *created);
    if (created->values.size() == events.size())
        return printed;
    const QString counts = u"%1 sent, %2 answered"_s.arg(events.size()).arg(created->values.size());
    return context.output().fail(domain::malformed(u"events"_s, counts));
}

/// The service matches a single event by uid and a list by external_id; one that has only the latter goes as a list.
int createOne(Context &context, const QJsonObject &event)
{
    if (!event.value("uid"_L1).toString().isEmpty())
        return printEvent(context, context.call(endpoints::CreateEvent {.body = event}));
    const auto created = context.call(endpoints::CreateEvents {.events = {event}});
    if (!created)
        return context.output().fail(created.error());
    if (created->values.size() != 1)
        return context.output().fail(domain::malformed(u"event"_s, u"one answer was expected"_s));
    return printEvent(context, created->values.constFirst());
}

int create(Context &context, const Arguments &arguments)
{
    if (!arguments.text.file.empty()) {
        const auto event = newEvent(arguments.text);
        return event ? createOne(context, *event) : context.output().fail(event.error());
    }
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const auto events = newEvents(*document, arguments.bulk);
    if (!events)
        return context.output().fail(events.error());
    return arguments.bulk ? createAll(context, *events) : createOne(context, events->constFirst());
}

/// What the service changes for all events of some days at once.
int updateRange(Context &context, const Arguments &arguments, const QJsonDocument &document)
{
    if (arguments.days.oldest.empty() || arguments.days.newest.empty())
        return context.output().fail(domain::unreadable(u"--range"_s, u"it needs --oldest and --newest"_s));
    const auto days = arguments.days.range(0, 0);
    if (!days)
        return context.output().fail(days.error());
    const auto flags = rangeChange(document);
    if (!flags)
        return context.output().fail(flags.error());
    return printEvents(context,
        context.call(endpoints::UpdateEvents {
            .days = *days, .hideFromAthlete = flags->hideFromAthlete, .athleteCannotEdit = flags->athleteCannotEdit}));
}

int update(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    if (arguments.range)
        return updateRange(context, arguments, *document);
    const auto change = eventChange(*document, arguments.id);
    if (!change)
        return context.output().fail(change.error());
    return printEvent(context, context.call(endpoints::UpdateEvent {.event = change->event, .body = change->body}));
}

void addListing(CLI::App &events, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *listing = events.add_subcommand("list", "events of some days");
    arguments->days.add(*listing);
    listing->add_option("--category", arguments->categories, "comma-separated, for example WORKOUT,NOTE");
    listing->add_option("--limit", arguments->query.limit, "at most so many; 0 for all");
    listing->add_option("--calendar", arguments->query.calendar, "of one calendar only");
    listing->add_option("--ext", arguments->ext, "with each workout as a file inside (--json): zwo, mrc, erg or fit");
    listing->add_flag("--resolve", arguments->query.resolve, "with targets in watts, bpm and m/s (--json)");
    listing->add_option("--power-range", arguments->query.powerRangePercent, "widen single power targets, % each side");
    listing->add_option("--hr-range", arguments->query.heartRateRangePercent, "the same for heart rate");
    listing->add_option("--pace-range", arguments->query.paceRangePercent, "the same for pace");
    listing->add_option("--locale", arguments->locale, "language of the texts of steps, for example de");
    listing->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });
}

void addCreating(CLI::App &events, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *creating = events.add_subcommand("create", "create from JSON or from a workout's text");
    CLI::Option *file = creating->add_option("file", arguments->file, "JSON; without it or with - standard input");
    CLI::Option *bulk = creating->add_flag("--bulk", arguments->bulk, "the JSON is a list");
    CLI::Option *text
        = creating->add_option("--text", arguments->text.file, "a plain workout text; - for standard input");
    text->excludes(file)->excludes(bulk);
    creating->add_option("--date", arguments->text.date, "the text's day, YYYY-MM-DD")->needs(text);
    creating->add_option("--time", arguments->text.time, "its time, HH:MM")->needs(text);
    creating->add_option("--type", arguments->text.type, "its sport, for example Ride")->needs(text);
    creating->add_option("--name", arguments->text.name, "its name")->needs(text);
    creating->callback([&, arguments] { action = [&, arguments] { return create(context, *arguments); }; });
}

}

void addEventCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *events = program.add_subcommand("events", "planned workouts, races, notes")->require_subcommand(1);

    addListing(*events, context, action, arguments);

    CLI::App *getting = events->add_subcommand("get", "one event");
    getting->add_option("id", arguments->id)->required();
    getting->callback([&, arguments] {
        action = [&, arguments] {
            return printEvent(context, context.call(endpoints::GetEvent {.event = {arguments->id.value_or(0)}}));
        };
    });

    addCreating(*events, context, action, arguments);

    CLI::App *updating = events->add_subcommand("update", "change the keys given as JSON");
    updating->add_option("id", arguments->id, "may also stand in the JSON, which then comes on standard input");
    updating->add_option("file", arguments->file, "JSON; without it or with - standard input");
    updating->add_flag(
        "--range", arguments->range, "all events of some days; hide_from_athlete and athlete_cannot_edit only");
    arguments->days.add(*updating);
    updating->callback([&, arguments] { action = [&, arguments] { return update(context, *arguments); }; });

    addEventBatches(*events, context, action);
    addEventTransfers(*events, context, action);
}

}
