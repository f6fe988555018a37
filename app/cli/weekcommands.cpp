// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getathlete.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listwellness.h"
#include "app/cli/commands.h"
#include "app/cli/eventplan.h"
#include "app/cli/plainfile.h"
#include "app/cli/planinput.h"
#include "app/cli/weekreport.h"
#include "models/domain/clock.h"
#include "models/domain/localdatetime.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string day;
    std::string page;
    std::string plan;
    bool dryRun = false;
};

/// The week from Monday to Sunday around the day given, or around today.
domain::Result<domain::DateRange> weekAround(const std::string &text)
{
    const auto day = text.empty() ? domain::Result<QDate>(domain::SystemClock().today())
                                  : domain::parseDay(QString::fromStdString(text));
    if (!day)
        return domain::unreadable(QString::fromStdString(text), u"a day is written YYYY-MM-DD"_s);
    const QDate monday = day->addDays(1 - day->dayOfWeek());
    return domain::DateRange {monday, monday.addDays(6)};
}

/// The values of a list; a record that cannot be read would make the figures wrong.
template<typename T>
domain::Result<QList<T>> valuesOf(const domain::Result<json::Records<T>> &list)
{
    if (!list)
        return list.error();
    if (!list->quarantined.isEmpty())
        return list->quarantined.constFirst().reason;
    QList<T> values;
    for (const auto &record : list->values)
        values.append(record.value);
    return values;
}

domain::Result<analysis::WeekReview> review(Context &context, const domain::DateRange &week)
{
    const domain::DateRange days = week.united(analysis::comparedDays(week));
    const auto events = valuesOf(context.call(endpoints::ListEvents {.days = week}));
    if (!events)
        return events.error();
    const auto activities = valuesOf(context.call(endpoints::ListActivities {.days = days}));
    if (!activities)
        return activities.error();
    const auto wellness = valuesOf(context.call(endpoints::ListWellness {.days = days}));
    if (!wellness)
        return wellness.error();
    return analysis::reviewOf({week, domain::SystemClock().today(), *events, *activities, *wellness});
}

int savePage(Context &context, const analysis::WeekReview &review, const std::string &path)
{
    const auto athlete = context.call(endpoints::GetAthlete {});
    if (!athlete)
        return context.output().fail(athlete.error());
    const QByteArray page = reportPage(review, athlete->value.name);
    if (path == "-") {
        const auto written = writeToStandardOutput(page);
        return written ? int(Done) : context.output().fail(written.error());
    }
    const auto saved = savePlainFile({path, u"week.html"_s}, page);
    if (!saved)
        return context.output().fail(saved.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"file"_s, *saved}, {u"bytes"_s, page.size()}}));
    else
        context.output().line(u"Saved %1."_s.arg(*saved));
    return Done;
}

int analyze(Context &context, const Arguments &arguments)
{
    const auto week = weekAround(arguments.day);
    if (!week)
        return context.output().fail(week.error());
    const auto result = review(context, *week);
    if (!result)
        return context.output().fail(result.error());
    if (!arguments.page.empty())
        return savePage(context, *result, arguments.page);
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(reportJson(*result)));
        return Done;
    }
    context.output().line(reportTitle(*result));
    for (const auto &table : reportTables(*result)) {
        context.output().line({});
        context.output().line(table.title);
        context.output().table(table.rows);
    }
    if (result->withheld > 0)
        context.output().remark(
            u"%1 activities are left out: the service does not give their data."_s.arg(result->withheld));
    return Done;
}

domain::Result<QList<QJsonObject>> readPlan(const Arguments &arguments)
{
    PlanReading reading {arguments.plan == "-" ? u"standard input"_s : QString::fromStdString(arguments.plan), {}};
    if (!arguments.day.empty()) {
        const auto week = weekAround(arguments.day);
        if (!week)
            return week.error();
        reading.monday = week->first;
    }
    const auto bytes = readAll(arguments.plan);
    if (!bytes)
        return bytes.error();
    return plannedEvents(*bytes, reading);
}

/// What the calendar has, or of a trial would have.
QJsonObject shown(const PlannedChange &change, bool dryRun)
{
    if (change.fate == Fate::Created && dryRun)
        return change.wanted;
    if (change.fate != Fate::Changed || !dryRun)
        return change.known;
    QJsonObject changes = change.changes;
    changes.insert(u"id"_s, change.known.value("id"_L1));
    return changes;
}

int printPlan(Context &context, const QList<PlannedChange> &plan, bool dryRun)
{
    if (context.output().isJson()) {
        QJsonObject json {{u"dryRun"_s, dryRun}};
        for (const Fate fate : {Fate::Created, Fate::Changed, Fate::Kept}) {
            QJsonArray list;
            for (const auto &change : plan) {
                if (change.fate == fate)
                    list.append(shown(change, dryRun));
            }
            json.insert(fateName(fate), list);
        }
        context.output().json(QJsonDocument(json));
        return Done;
    }
    QList<QStringList> rows {{u"What"_s, u"Start"_s, u"Category"_s, u"Sport"_s, u"Name"_s, u"Changes"_s}};
    for (const auto &change : plan) {
        const QJsonObject &event = change.wanted;
        rows.append({fateName(change.fate),
            event.value("start_date_local"_L1).toString(),
            event.value("category"_L1).toString(),
            event.value("type"_L1).toString(),
            event.value("name"_L1).toString(),
            change.changes.keys().join(u' ')});
    }
    context.output().table(rows);
    context.output().line((dryRun ? u"Nothing was sent; it would be: "_s : QString()) + tallyOf(plan).text() + u'.');
    return Done;
}

int create(Context &context, const Arguments &arguments)
{
    const auto events = readPlan(arguments);
    if (!events)
        return context.output().fail(events.error());
    auto plan = planFor(context, *events);
    if (!plan)
        return context.output().fail(plan.error());
    if (!arguments.dryRun) {
        if (const auto done = carryOut(context, *plan); !done)
            return context.output().fail(done.error());
    }
    return printPlan(context, *plan, arguments.dryRun);
}

}

void addWeekCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *week = program.add_subcommand("week", "a whole week: plan it, look back on it")->require_subcommand(1);

    CLI::App *creating = week->add_subcommand("create", "put a plan on the calendar; twice the same changes nothing");
    creating->add_option("file", arguments->plan, "JSON or CSV; - for standard input")->required();
    creating->add_option("--week", arguments->day, "any day of the week that weekdays in the plan are in, YYYY-MM-DD");
    creating->add_flag("--dry-run", arguments->dryRun, "only show what would be created, changed and kept");
    creating->callback([&, arguments] { action = [&, arguments] { return create(context, *arguments); }; });

    CLI::App *analyzing = week->add_subcommand("analyze", "planned against done, fitness and wellness of a week");
    analyzing->add_option("day", arguments->day, "any day of the week, YYYY-MM-DD; today without it");
    analyzing->add_option("--html", arguments->page, "write one web page to this file; - for standard output");
    analyzing->callback([&, arguments] { action = [&, arguments] { return analyze(context, *arguments); }; });
}

}
