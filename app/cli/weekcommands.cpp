// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getathlete.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listwellness.h"
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
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
        context.output().remark(u"%1 activities are left out: the service does not give their data."_s.arg(result->withheld));
    return Done;
}

}

void addWeekCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *week = program.add_subcommand("week", "a whole week: plan it, look back on it")->require_subcommand(1);

    CLI::App *analyzing = week->add_subcommand("analyze", "planned against done, fitness and wellness of a week");
    analyzing->add_option("day", arguments->day, "any day of the week, YYYY-MM-DD; today without it");
    analyzing->add_option("--html", arguments->page, "write one web page to this file; - for standard output");
    analyzing->callback([&, arguments] { action = [&, arguments] { return analyze(context, *arguments); }; });
}

}
