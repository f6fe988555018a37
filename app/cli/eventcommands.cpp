// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevent.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/updateevent.h"
#include "app/cli/commands.h"
#include "app/cli/eventinput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

using OneEvent = domain::Result<json::Record<domain::Event>>;

QStringList heading()
{
    return {u"Id"_s, u"Start"_s, u"Category"_s, u"Sport"_s, u"Time"_s, u"Load"_s, u"Name"_s};
}

QStringList row(const domain::Event &event)
{
    return {QString::number(event.id.value_or(domain::EventId {}).value),
        event.start.toString(),
        event.category.text(),
        event.type,
        figure(event.movingTime),
        figure(event.load),
        event.name};
}

int print(Context &context, const json::Records<domain::Event> &events)
{
    if (context.output().isJson()) {
        context.output().json(rawOf(events));
    } else {
        QList<QStringList> rows {heading()};
        for (const auto &record : events.values)
            rows.append(row(record.value));
        context.output().table(rows);
    }
    return reportUnreadable(context.output(), events);
}

int printOne(Context &context, const OneEvent &event)
{
    if (!event)
        return context.output().fail(event.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(event->json));
    else
        context.output().table({heading(), row(event->value)});
    return Done;
}

struct Arguments {
    DayOptions days;
    std::string categories;
    std::string file = "-";
    std::optional<qint64> id;
    bool bulk = false;
    TextPlan text;
};

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(7, 28);
    if (!days)
        return context.output().fail(days.error());
    const QString categories = QString::fromStdString(arguments.categories);
    const auto events
        = context.call(endpoints::ListEvents {.days = *days, .categories = categories.split(u',', Qt::SkipEmptyParts)});
    return events ? print(context, *events) : context.output().fail(events.error());
}

/// Sends a list. Each event has a key of ours or the caller's by which the service finds it again.
int createAll(Context &context, const QList<QJsonObject> &events)
{
    const auto created = context.call(endpoints::CreateEvents {.events = events});
    if (!created)
        return context.output().fail(created.error());
    const int printed = print(context, *created);
    if (created->values.size() == events.size())
        return printed;
    const QString counts = u"%1 sent, %2 answered"_s.arg(events.size()).arg(created->values.size());
    return context.output().fail(domain::malformed(u"events"_s, counts));
}

/// The service matches a single event by uid and a list by external_id; one that has only the latter goes as a list.
int createOne(Context &context, const QJsonObject &event)
{
    if (!event.value("uid"_L1).toString().isEmpty())
        return printOne(context, context.call(endpoints::CreateEvent {.body = event}));
    const auto created = context.call(endpoints::CreateEvents {.events = {event}});
    if (!created)
        return context.output().fail(created.error());
    if (created->values.size() != 1)
        return context.output().fail(domain::malformed(u"event"_s, u"one answer was expected"_s));
    return printOne(context, created->values.constFirst());
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

int update(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const auto change = eventChange(*document, arguments.id);
    if (!change)
        return context.output().fail(change.error());
    return printOne(context, context.call(endpoints::UpdateEvent {.event = change->event, .body = change->body}));
}

int remove(Context &context, const Arguments &arguments)
{
    const auto removed = context.call(endpoints::DeleteEvent {.event = {arguments.id.value_or(0)}});
    if (!removed)
        return context.output().fail(removed.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"deleted"_s, arguments.id.value_or(0)}}));
    else
        context.output().line(u"Deleted event %1."_s.arg(arguments.id.value_or(0)));
    return Done;
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

    CLI::App *listing = events->add_subcommand("list", "events of some days");
    arguments->days.add(*listing);
    listing->add_option("--category", arguments->categories, "comma-separated, for example WORKOUT,NOTE");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *getting = events->add_subcommand("get", "one event");
    getting->add_option("id", arguments->id)->required();
    getting->callback([&, arguments] {
        action = [&, arguments] {
            return printOne(context, context.call(endpoints::GetEvent {.event = {arguments->id.value_or(0)}}));
        };
    });

    addCreating(*events, context, action, arguments);

    CLI::App *updating = events->add_subcommand("update", "change the keys given as JSON");
    updating->add_option("id", arguments->id, "may also stand in the JSON, which then comes on standard input");
    updating->add_option("file", arguments->file, "JSON; without it or with - standard input");
    updating->callback([&, arguments] { action = [&, arguments] { return update(context, *arguments); }; });

    CLI::App *deleting = events->add_subcommand("delete", "delete one event");
    deleting->add_option("id", arguments->id)->required();
    deleting->callback([&, arguments] { action = [&, arguments] { return remove(context, *arguments); }; });

    addEventTransfers(*events, context, action);
}

}
