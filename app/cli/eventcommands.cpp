// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/updateevent.h"
#include "app/cli/commands.h"

#include <QUuid>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QStringList row(const domain::Event &event)
{
    return {QString::number(event.id.value_or(domain::EventId {}).value), event.start.toString(), event.category.text(), event.type,
        figure(event.movingTime), figure(event.load), event.name};
}

int print(Context &context, const json::Records<domain::Event> &events)
{
    if (context.output().isJson()) {
        context.output().json(rawOf(events));
        return Done;
    }
    QList<QStringList> rows {{u"Id"_s, u"Start"_s, u"Category"_s, u"Sport"_s, u"Time"_s, u"Load"_s, u"Name"_s}};
    for (const auto &record : events.values)
        rows.append(row(record.value));
    context.output().table(rows);
    return Done;
}

int printOne(Context &context, const domain::Result<json::Record<domain::Event>> &event)
{
    if (!event)
        return context.output().fail(event.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(event->json));
    else
        context.output().table({row(event->value)});
    return Done;
}

struct Arguments {
    DayOptions days;
    std::string categories;
    std::string file = "-";
    qint64 id = 0;
    bool bulk = false;
};

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(7, 28);
    if (!days)
        return context.output().fail(days.error());
    const QString categories = QString::fromStdString(arguments.categories);
    const auto events = context.call(endpoints::ListEvents {.days = *days, .categories = categories.split(u',', Qt::SkipEmptyParts)});
    return events ? print(context, *events) : context.output().fail(events.error());
}

int create(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    if (arguments.bulk != document->isArray())
        return context.output().fail(domain::unreadable(u"events"_s, arguments.bulk ? u"--bulk expects a list"_s : u"one object is expected; a list needs --bulk"_s));
    QList<QJsonObject> events;
    const QJsonArray array = arguments.bulk ? document->array() : QJsonArray {document->object()};
    for (const auto &entry : array) {
        QJsonObject event = entry.toObject();
        if (const auto read = domain::fromJson<domain::Event>(event); !read || !read->start.day.isValid())
            return context.output().fail(read ? domain::unreadable(u"start_date_local"_s, u"missing"_s) : read.error());
        if (!event.contains("uid"_L1))
            event.insert(u"uid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
        events.append(event);
    }
    const auto created = context.call(endpoints::CreateEvents {.events = events});
    return created ? print(context, *created) : context.output().fail(created.error());
}

int update(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    return printOne(context, context.call(endpoints::UpdateEvent {.event = {arguments.id}, .body = document->object()}));
}

int remove(Context &context, const Arguments &arguments)
{
    const auto removed = context.call(endpoints::DeleteEvent {.event = {arguments.id}});
    return removed ? Done : context.output().fail(removed.error());
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
    getting->callback([&, arguments] { action = [&, arguments] { return printOne(context, context.call(endpoints::GetEvent {.event = {arguments->id}})); }; });

    CLI::App *creating = events->add_subcommand("create", "create from JSON on standard input or a file");
    creating->add_option("file", arguments->file);
    creating->add_flag("--bulk", arguments->bulk, "the JSON is a list");
    creating->callback([&, arguments] { action = [&, arguments] { return create(context, *arguments); }; });

    CLI::App *updating = events->add_subcommand("update", "change the keys given as JSON");
    updating->add_option("id", arguments->id)->required();
    updating->add_option("file", arguments->file);
    updating->callback([&, arguments] { action = [&, arguments] { return update(context, *arguments); }; });

    CLI::App *deleting = events->add_subcommand("delete", "delete one event");
    deleting->add_option("id", arguments->id)->required();
    deleting->callback([&, arguments] { action = [&, arguments] { return remove(context, *arguments); }; });
}

}
