// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/athlete.h"
#include "api/endpoints/getathlete.h"
#include "app/cli/commands.h"
#include "app/cli/fieldinput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    std::vector<std::string> fields;
    std::string device;
    qint64 item = 0;
    bool csv = false;
};

QStringList heading()
{
    return {u"Id"_s, u"Name"_s, u"Zone"_s, u"Weight"_s, u"Rest HR"_s};
}

QStringList row(const domain::Athlete &athlete)
{
    return {athlete.id.value_or(domain::AthleteId {}).value,
        athlete.name,
        athlete.timezone,
        figure(athlete.weightKg, 1),
        figure(athlete.restingHrBpm)};
}

int set(Context &context, const Arguments &arguments)
{
    const auto body = fieldBody<domain::Athlete>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    return printRow(context.output(), context.call(endpoints::UpdateAthlete {.body = *body}), heading(), row);
}

int profile(Context &context)
{
    const auto profile = context.call(endpoints::GetProfile {});
    if (!profile)
        return context.output().fail(profile.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(profile->json));
        return Done;
    }
    context.output().table({{u"Id"_s, u"Name"_s, u"Shared folders"_s, u"Own items"_s},
        {profile->athlete.id.value_or(domain::AthleteId {}).value,
            profile->athlete.name,
            QString::number(profile->sharedFolders.size()),
            QString::number(profile->customItems.size())}});
    return Done;
}

int summary(Context &context, const Arguments &arguments)
{
    domain::DateRange range;
    if (!arguments.days.oldest.empty() || !arguments.days.newest.empty()) {
        const auto days = arguments.days.range(6, 0);
        if (!days)
            return context.output().fail(days.error());
        range = *days;
    }
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportWeekSummaries {.days = range}));
    return printRows(context.output(),
        context.call(endpoints::ListWeekSummaries {.days = range}),
        {u"Week"_s, u"Athlete"_s, u"Count"_s, u"Time"_s, u"Load"_s, u"Fitness"_s, u"Fatigue"_s, u"Form"_s},
        [](const domain::WeekSummary &week) {
            const auto time
                = week.movingSeconds ? std::optional(std::chrono::seconds(*week.movingSeconds)) : std::nullopt;
            return QStringList {week.date,
                week.athleteName,
                figure(week.count),
                figure(time),
                figure(week.load),
                figure(week.fitness, 1),
                figure(week.fatigue, 1),
                figure(week.form, 1)};
        });
}

int settings(Context &context, const Arguments &arguments)
{
    const auto map = context.call(endpoints::GetDeviceSettings {.device = QString::fromStdString(arguments.device)});
    if (!map)
        return context.output().fail(map.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(*map));
        return Done;
    }
    QList<QStringList> rows {{u"Key"_s, u"Value"_s}};
    for (auto it = map->begin(); it != map->end(); ++it) {
        const QByteArray value = QJsonDocument(QJsonArray {it.value()}).toJson(QJsonDocument::Compact);
        rows.append({it.key(), QString::fromUtf8(value.mid(1).chopped(1))});
    }
    context.output().table(rows);
    return Done;
}

QStringList itemHeading()
{
    return {u"Id"_s, u"Kind"_s, u"Seen by"_s, u"Name"_s};
}

QStringList itemRow(const domain::CustomItem &item)
{
    return {QString::number(item.id.value_or(0)), item.type, item.visibility, item.name};
}

void addItems(CLI::App &athlete, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    athlete.add_subcommand("items", "charts, fields and zones of the athlete's own making")->callback([&] {
        action = [&] {
            return printRows(context.output(), context.call(endpoints::ListCustomItems {}), itemHeading(), itemRow);
        };
    });
    CLI::App *one = athlete.add_subcommand("item", "one of them");
    one->add_option("id", arguments->item)->required();
    one->callback([&, arguments] {
        action = [&, arguments] {
            return printRow(context.output(),
                context.call(endpoints::GetCustomItem {.item = arguments->item}),
                itemHeading(),
                itemRow);
        };
    });
}

}

void addAthleteCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *athlete = program.add_subcommand("athlete", "the person")->require_subcommand(1);
    athlete->add_subcommand("get", "the athlete with all settings (--json)")->callback([&] {
        action = [&] { return printRow(context.output(), context.call(endpoints::GetAthlete {}), heading(), row); };
    });
    athlete->add_subcommand("profile", "what others see of the athlete")->callback([&] {
        action = [&] { return profile(context); };
    });

    CLI::App *setting = athlete->add_subcommand("set", "change fields, for example icu_weight=71.5");
    setting->add_option("fields", arguments->fields, "field=value; field= clears it")->required();
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });

    CLI::App *weeks = athlete->add_subcommand("summary", "weeks summed up; the last one if no days are given");
    arguments->days.add(*weeks);
    weeks->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    weeks->callback([&, arguments] { action = [&, arguments] { return summary(context, *arguments); }; });

    CLI::App *device = athlete->add_subcommand("settings", "what the web page keeps for a kind of device");
    device->add_option("device", arguments->device, "phone, tablet or desktop")
        ->required()
        ->check(CLI::IsMember({"phone", "tablet", "desktop"}));
    device->callback([&, arguments] { action = [&, arguments] { return settings(context, *arguments); }; });

    addItems(*athlete, context, action, arguments);
}

}
