// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevents.h"
#include "api/endpoints/listevents.h"
#include "app/cli/commands.h"
#include "models/domain/localdatetime.h"

#include <QRegularExpression>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr double metresPerKilometre = 1000;
constexpr int longestWeekHours = 168;

struct Arguments {
    DayOptions days;
    std::string day;
    std::string type;
    std::string name;
    std::string time;
    std::optional<int> load;
    std::optional<double> kilometres;
};

QDate mondayOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek());
}

/// "6:30" or "6" hours.
domain::Result<std::chrono::seconds> hoursOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,3})(?::([0-5]\\d))?$"_s);
    const auto match = form.match(text);
    const int hours = match.captured(1).toInt();
    if (!match.hasMatch() || hours > longestWeekHours)
        return domain::unreadable(u"--time"_s, u"hours and minutes are expected, for example 6:30"_s);
    return std::chrono::seconds(std::chrono::hours(hours) + std::chrono::minutes(match.captured(2).toInt()));
}

QStringList heading()
{
    return {u"Id"_s, u"Week"_s, u"Sport"_s, u"Load"_s, u"Time"_s, u"km"_s, u"Name"_s};
}

QStringList row(const domain::Event &event)
{
    const auto metres = event.distanceTargetMetres;
    return {QString::number(event.id.value_or(domain::EventId {}).value),
        domain::dayText(event.start.day),
        event.type,
        figure(event.loadTarget),
        figure(event.timeTarget),
        figure(metres ? std::optional(*metres / metresPerKilometre) : std::nullopt, 1),
        event.name};
}

int print(Context &context, const domain::Result<json::Records<domain::Event>> &targets)
{
    if (!targets)
        return context.output().fail(targets.error());
    if (context.output().isJson()) {
        context.output().json(rawOf(*targets));
    } else {
        QList<QStringList> rows {heading()};
        for (const auto &record : targets->values)
            rows.append(row(record.value));
        context.output().table(rows);
    }
    return reportUnreadable(context.output(), *targets);
}

/// The week's target of one sport; an existing one of the same week and sport is changed.
domain::Result<QJsonObject> target(const Arguments &arguments)
{
    const auto day = domain::parseDay(QString::fromStdString(arguments.day));
    if (!day)
        return day.error();
    domain::Event event;
    event.category = domain::Category::Target;
    event.start = {mondayOf(*day), {}};
    event.type = QString::fromStdString(arguments.type);
    event.name = QString::fromStdString(arguments.name);
    event.forWeek = true;
    event.loadTarget = arguments.load;
    if (arguments.kilometres) {
        if (!std::isfinite(*arguments.kilometres) || *arguments.kilometres < 0)
            return domain::unreadable(u"--distance"_s, u"kilometres are expected"_s);
        event.distanceTargetMetres = *arguments.kilometres * metresPerKilometre;
    }
    if (!arguments.time.empty()) {
        const auto time = hoursOf(QString::fromStdString(arguments.time));
        if (!time)
            return time.error();
        event.timeTarget = *time;
    }
    if (!event.loadTarget && !event.timeTarget && !event.distanceTargetMetres)
        return domain::unreadable(u"target"_s, u"--load, --time or --distance is needed"_s);
    return domain::toJson(event);
}

int set(Context &context, const Arguments &arguments)
{
    const auto wanted = target(arguments);
    if (!wanted)
        return context.output().fail(wanted.error());
    return print(context,
        context.call(endpoints::CreateEvents {.events = {*wanted}, .match = endpoints::CreateEvents::Match::Uid}));
}

int list(Context &context, const Arguments &arguments)
{
    auto days = arguments.days.range(0, 28);
    if (!days)
        return context.output().fail(days.error());
    days->first = mondayOf(days->first); // a target stands on its week's first day
    return print(context, context.call(endpoints::ListEvents {.days = *days, .categories = {u"TARGET"_s}}));
}

}

void addTargetCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *targets
        = program.add_subcommand("targets", "what a week of a sport shall come to")->require_subcommand(1);

    CLI::App *listing = targets->add_subcommand("list", "targets of some weeks");
    arguments->days.add(*listing);
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *setting = targets->add_subcommand("set", "set the target of a week, or change it");
    setting->add_option("day", arguments->day, "any day of the week, YYYY-MM-DD")->required();
    setting->add_option("--type", arguments->type, "sport, for example Ride")->required();
    setting->add_option("--load", arguments->load, "training load")->check(CLI::NonNegativeNumber);
    setting->add_option("--time", arguments->time, "hours, for example 6:30");
    setting->add_option("--distance", arguments->kilometres, "kilometres");
    setting->add_option("--name", arguments->name, "its name");
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });
}

}
