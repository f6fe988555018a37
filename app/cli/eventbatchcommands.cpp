// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/manyevents.h"
#include "api/endpoints/markeventdone.h"
#include "app/cli/commands.h"
#include "app/cli/eventtable.h"
#include "models/domain/localdatetime.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    std::vector<qint64> ids;
    std::vector<std::string> externalIds;
    std::string categories;
    std::string notBefore;
    bool range = false;
    bool allFuture = false;
    bool others = false;
    int copies = 1;
    int weeks = 1;
};

QList<domain::EventId> eventIds(const Arguments &arguments)
{
    QList<domain::EventId> ids;
    for (const qint64 id : arguments.ids)
        ids.append(domain::EventId {id});
    return ids;
}

int reportDeleted(Context &context, const QJsonValue &what, const QString &sentence)
{
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"deleted"_s, what}}));
    else
        context.output().line(sentence);
    return Done;
}

int removeOne(Context &context, const Arguments &arguments)
{
    const qint64 id = arguments.ids.front();
    endpoints::DeleteEvent endpoint {.event = {id}, .others = arguments.others};
    if (!arguments.notBefore.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(arguments.notBefore));
        if (!day)
            return context.output().fail(day.error());
        endpoint.notBefore = *day;
    }
    const auto removed = context.call(endpoint);
    if (!removed)
        return context.output().fail(removed.error());
    const QString sentence = arguments.others ? u"Deleted event %1 and those added with it."_s : u"Deleted event %1."_s;
    return reportDeleted(context, id, sentence.arg(id));
}

int removeMany(Context &context, const Arguments &arguments)
{
    endpoints::BulkDeleteEvents endpoint {.events = eventIds(arguments)};
    for (const auto &external : arguments.externalIds)
        endpoint.externalIds.append(QString::fromStdString(external));
    const auto count = context.call(endpoint);
    if (!count)
        return context.output().fail(count.error());
    return reportDeleted(context, *count, *count == 1 ? u"Deleted 1 event."_s : u"Deleted %1 events."_s.arg(*count));
}

/// Much may go at once, so the days and the categories must be said.
int removeRange(Context &context, const Arguments &arguments)
{
    const bool hasEnd = arguments.allFuture != !arguments.days.newest.empty();
    if (arguments.days.oldest.empty() || arguments.categories.empty() || !hasEnd)
        return context.output().fail(
            domain::unreadable(u"--range"_s, u"it needs --oldest, --category, and --newest or --all-future"_s));
    DayOptions days = arguments.days;
    if (days.newest.empty())
        days.newest = days.oldest;
    const auto range = days.range(0, 0);
    if (!range)
        return context.output().fail(range.error());
    const QString categories = QString::fromStdString(arguments.categories);
    const auto removed = context.call(endpoints::DeleteEvents {.oldest = range->first,
        .newest = arguments.allFuture ? QDate() : range->last,
        .categories = categories.split(u',', Qt::SkipEmptyParts)});
    if (!removed)
        return context.output().fail(removed.error());
    return reportDeleted(context, categories, u"Deleted the events of the days."_s);
}

int remove(Context &context, const Arguments &arguments)
{
    if (arguments.range)
        return removeRange(context, arguments);
    return arguments.ids.size() == 1 && arguments.externalIds.empty() ? removeOne(context, arguments)
                                                                      : removeMany(context, arguments);
}

int markDone(Context &context, const Arguments &arguments)
{
    const auto activity = context.call(endpoints::MarkEventDone {.event = {arguments.ids.front()}});
    if (!activity)
        return context.output().fail(activity.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(activity->json));
    else
        context.output().line(u"Done as activity %1."_s.arg(activity->value.id.value_or(domain::ActivityId {}).value));
    return Done;
}

int tags(Context &context)
{
    const auto tags = context.call(endpoints::ListEventTags {});
    if (!tags)
        return context.output().fail(tags.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonArray::fromStringList(*tags)));
    else
        for (const auto &tag : *tags)
            context.output().line(tag);
    return Done;
}

int calendars(Context &context)
{
    const auto calendars = context.call(endpoints::ListCalendars {});
    if (!calendars)
        return context.output().fail(calendars.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(*calendars));
        return Done;
    }
    QList<QStringList> rows {{u"Id"_s, u"Name"_s}};
    for (const auto &calendar : *calendars)
        rows.append({calendar.toObject().value("id"_L1).toVariant().toString(),
            calendar.toObject().value("name"_L1).toString()});
    context.output().table(rows);
    return Done;
}

void addDeleting(CLI::App &events, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *deleting = events.add_subcommand("delete", "delete events");
    CLI::Option *ids = deleting->add_option("id", arguments->ids, "one or several");
    CLI::Option *external
        = deleting->add_option("--external-id", arguments->externalIds, "by the key this program's user gave");
    CLI::Option *others
        = deleting->add_flag("--others", arguments->others, "and all that were added in one go with it");
    deleting->add_option("--not-before", arguments->notBefore, "of the others only those from this day on")
        ->needs(others);
    CLI::Option *range = deleting->add_flag("--range", arguments->range, "all events of some days and categories");
    deleting->add_option("--category", arguments->categories, "comma-separated, for example WORKOUT,NOTE")
        ->needs(range);
    deleting->add_flag("--all-future", arguments->allFuture, "without a last day")->needs(range);
    arguments->days.add(*deleting);
    range->excludes(ids)->excludes(external)->excludes(others);
    others->excludes(external);
    deleting->callback([&, arguments, deleting] {
        if (!arguments->range && arguments->ids.empty() && arguments->externalIds.empty())
            throw CLI::RequiredError(deleting->get_name() + ": an id, --external-id or --range");
        if (arguments->others && arguments->ids.size() != 1)
            throw CLI::ValidationError("--others", "one id is expected");
        action = [&, arguments] { return remove(context, *arguments); };
    });
}

}

void addEventBatches(CLI::App &events, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    addDeleting(events, context, action, arguments);

    CLI::App *doing = events.add_subcommand("done", "make an activity of a planned session, just as it was planned");
    doing->add_option("id", arguments->ids)->required()->expected(1);
    doing->callback([&, arguments] { action = [&, arguments] { return markDone(context, *arguments); }; });

    CLI::App *copying = events.add_subcommand("duplicate", "copy events to later weeks");
    copying->add_option("id", arguments->ids, "one or several")->required();
    copying->add_option("--copies", arguments->copies, "how many")->check(CLI::PositiveNumber);
    copying->add_option("--weeks", arguments->weeks, "between one copy and the next")->check(CLI::NonNegativeNumber);
    copying->callback([&, arguments] {
        action = [&, arguments] {
            return printEvents(context,
                context.call(endpoints::DuplicateEvents {
                    .events = eventIds(*arguments), .copies = arguments->copies, .weeksBetween = arguments->weeks}));
        };
    });

    events.add_subcommand("tags", "the tags that events have")->callback([&] {
        action = [&] { return tags(context); };
    });
    events.add_subcommand("calendars", "the calendars that events are on")->callback([&] {
        action = [&] { return calendars(context); };
    });
    events.add_subcommand("fitness", "the events that change the course of fitness")->callback([&] {
        action = [&] { return printEvents(context, context.call(endpoints::ListFitnessModelEvents {})); };
    });
}

}
