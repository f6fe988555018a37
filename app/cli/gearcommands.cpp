// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/gear.h"
#include "app/cli/commands.h"
#include "app/cli/fieldinput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr double metresPerKilometre = 1000;
constexpr double secondsPerHour = 3600;

struct Arguments {
    std::string gear;
    std::string name;
    std::string type;
    std::vector<std::string> fields;
    qint64 reminder = 0;
    int days = 0;
    std::optional<double> kilometres;
    std::optional<double> hours;
    std::optional<int> activities;
    bool csv = false;
};

domain::GearId gearOf(const Arguments &arguments)
{
    return {QString::fromStdString(arguments.gear)};
}

QStringList heading()
{
    return {u"Id"_s, u"Kind"_s, u"km"_s, u"Hours"_s, u"Activities"_s, u"Due"_s, u"Name"_s};
}

/// The most worn of the reminders, in percent.
QString due(const domain::Gear &gear)
{
    std::optional<double> most;
    const auto reminders = domain::remindersOf(gear);
    for (const auto &reminder : reminders) {
        if (reminder.percentUsed && *reminder.percentUsed >= most.value_or(0))
            most = reminder.percentUsed;
    }
    return most ? u"%1 %"_s.arg(*most, 0, 'f', 0) : u"–"_s;
}

QStringList row(const domain::Gear &gear)
{
    const auto part = [](const std::optional<double> &value, double unit) {
        return value ? std::optional(*value / unit) : std::nullopt;
    };
    return {gear.id.value_or(domain::GearId {}).value,
        gear.type,
        figure(part(gear.distanceMetres, metresPerKilometre), 0),
        figure(part(gear.timeSeconds, secondsPerHour), 0),
        figure(gear.activities),
        due(gear),
        gear.retired.isEmpty() ? gear.name : gear.name + u" (retired)"_s};
}

int printOne(Context &context, const domain::Result<json::Record<domain::Gear>> &gear)
{
    return printRow(context.output(), gear, heading(), row);
}

int list(Context &context, const Arguments &arguments)
{
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportGear {}));
    return printRows(context.output(), context.call(endpoints::ListGear {}), heading(), row);
}

int add(Context &context, const Arguments &arguments)
{
    auto body = fieldBody<domain::Gear>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    domain::Gear gear;
    gear.name = QString::fromStdString(arguments.name);
    gear.type = QString::fromStdString(arguments.type);
    const QJsonObject named = domain::wireBody<domain::Gear>(domain::difference(domain::Gear {}, gear));
    for (auto it = named.begin(); it != named.end(); ++it)
        body->insert(it.key(), it.value());
    return printOne(context, context.call(endpoints::CreateGear {.body = *body}));
}

int set(Context &context, const Arguments &arguments)
{
    const auto body = fieldBody<domain::Gear>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    return printOne(context, context.call(endpoints::UpdateGear {.gear = gearOf(arguments), .body = *body}));
}

int replace(Context &context, const Arguments &arguments)
{
    const auto body = fieldBody<domain::Gear>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    return printRows(context.output(),
        context.call(endpoints::ReplaceGear {.gear = gearOf(arguments), .body = *body}),
        heading(),
        row);
}

int remove(Context &context, const Arguments &arguments)
{
    const auto removed = context.call(endpoints::DeleteGear {.gear = gearOf(arguments)});
    if (!removed)
        return context.output().fail(removed.error());
    const QString id = gearOf(arguments).value;
    return report(context.output(), u"Deleted gear %1."_s.arg(id), {{u"deleted"_s, id}});
}

int count(Context &context, const Arguments &arguments)
{
    return printRow(context.output(),
        context.call(endpoints::CountGearUse {.gear = gearOf(arguments)}),
        {u"Activities"_s, u"km"_s, u"Hours"_s},
        [](const domain::GearUse &use) {
            return QStringList {figure(use.activities),
                figure(use.distanceMetres.value_or(0) / metresPerKilometre, 0),
                figure(use.movingSeconds.value_or(0) / secondsPerHour, 0)};
        });
}

int remind(Context &context, const Arguments &arguments)
{
    domain::GearReminder reminder;
    reminder.name = QString::fromStdString(arguments.name);
    if (arguments.kilometres)
        reminder.distanceMetres = *arguments.kilometres * metresPerKilometre;
    if (arguments.hours)
        reminder.timeSeconds = *arguments.hours * secondsPerHour;
    reminder.activities = arguments.activities;
    if (arguments.days > 0)
        reminder.days = arguments.days;
    if (!reminder.distanceMetres && !reminder.timeSeconds && !reminder.activities && !reminder.days)
        return context.output().fail(
            domain::unreadable(u"reminder"_s, u"--distance, --hours, --activities or --days is needed"_s));
    return printOne(context,
        context.call(endpoints::AddGearReminder {.gear = gearOf(arguments), .body = domain::toJson(reminder)}));
}

int reset(Context &context, const Arguments &arguments)
{
    return printOne(context,
        context.call(
            endpoints::UpdateGearReminder {.gear = gearOf(arguments), .reminder = arguments.reminder, .reset = true}));
}

int snooze(Context &context, const Arguments &arguments)
{
    return printOne(context,
        context.call(endpoints::UpdateGearReminder {
            .gear = gearOf(arguments), .reminder = arguments.reminder, .snoozeDays = arguments.days}));
}

int unremind(Context &context, const Arguments &arguments)
{
    return printOne(context,
        context.call(endpoints::DeleteGearReminder {.gear = gearOf(arguments), .reminder = arguments.reminder}));
}

using Call = int (*)(Context &, const Arguments &);

/// A command about one piece of gear.
CLI::App *addAbout(CLI::App &group,
    const std::string &name,
    const std::string &help,
    Call call,
    Context &context,
    Action &action,
    const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *command = group.add_subcommand(name, help);
    command->add_option("gear", arguments->gear, "its id")->required();
    command->callback([&context, &action, arguments, call] {
        action = [&context, arguments, call] { return call(context, *arguments); };
    });
    return command;
}

void addReminders(CLI::App &gear, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *reminding
        = addAbout(gear, "remind", "remember to do something to gear", remind, context, action, arguments);
    reminding->add_option("name", arguments->name, "what is to be done")->required();
    reminding->add_option("--distance", arguments->kilometres, "after so many kilometres")->check(CLI::PositiveNumber);
    reminding->add_option("--hours", arguments->hours, "after so many hours")->check(CLI::PositiveNumber);
    reminding->add_option("--activities", arguments->activities, "after so many activities")
        ->check(CLI::PositiveNumber);
    reminding->add_option("--days", arguments->days, "after so many days")->check(CLI::PositiveNumber);

    const auto about = [&](const std::string &name, const std::string &help, Call call) {
        CLI::App *command = addAbout(gear, name, help, call, context, action, arguments);
        command->add_option("reminder", arguments->reminder, "its number")->required();
        return command;
    };
    about("reset", "it is done: a reminder counts from now on", reset);
    about("unremind", "delete a reminder", unremind);
    about("snooze", "put a reminder off", snooze)
        ->add_option("days", arguments->days, "how long")
        ->required()
        ->check(CLI::PositiveNumber);
}

}

void addGearCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *gear = program.add_subcommand("gear", "bikes, shoes and their parts")->require_subcommand(1);

    CLI::App *listing = gear->add_subcommand("list", "all gear");
    listing->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *adding = gear->add_subcommand("add", "add gear or a part");
    adding->add_option("name", arguments->name)->required();
    adding->add_option("--type", arguments->type, "for example Bike, Shoes or Chain")->required();
    adding->add_option("--fields", arguments->fields, "field=value, for example component=true");
    adding->callback([&, arguments] { action = [&, arguments] { return add(context, *arguments); }; });

    addAbout(*gear, "set", "change fields, for example retired=2026-03-12", set, context, action, arguments)
        ->add_option("fields", arguments->fields, "field=value; field= clears it")
        ->required();
    addAbout(*gear, "delete", "delete gear", remove, context, action, arguments);
    addAbout(*gear, "count", "count its use anew from the activities", count, context, action, arguments);
    addAbout(*gear, "replace", "retire a part and put a new one in its place", replace, context, action, arguments)
        ->add_option("fields", arguments->fields, "field=value, where the new one differs");
    addReminders(*gear, context, action, arguments);
}

}
