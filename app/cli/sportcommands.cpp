// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/sportsettings.h"
#include "app/cli/commands.h"
#include "app/cli/fieldinput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string sport;
    std::vector<std::string> fields;
    std::string file;
    std::optional<qint64> id;
    bool newHeartRateZones = false;
};

QString sportOf(const Arguments &arguments)
{
    return QString::fromStdString(arguments.sport);
}

QStringList heading()
{
    return {u"Id"_s, u"Sports"_s, u"FTP"_s, u"LTHR"_s, u"Max HR"_s, u"Threshold m/s"_s};
}

QStringList row(const domain::SportSettings &settings)
{
    return {QString::number(settings.id.value_or(0)),
        settings.other ? u"others"_s : settings.types.join(u' '),
        figure(settings.ftpWatts),
        figure(settings.lthrBpm),
        figure(settings.maxHrBpm),
        figure(settings.thresholdPaceMps, 2)};
}

int printOne(Context &context, const domain::Result<json::Record<domain::SportSettings>> &settings)
{
    return printRow(context.output(), settings, heading(), row);
}

/// A list in the file changes several rows, each of which names itself by its id.
int setFromFile(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const QJsonArray entries = document->isArray() ? document->array() : QJsonArray {document->object()};
    QList<QJsonObject> rows;
    for (const auto &entry : entries) {
        const auto settings = domain::fromJson<domain::SportSettings>(entry.toObject());
        if (!settings)
            return context.output().fail(settings.error());
        if (document->isArray() && !settings->id)
            return context.output().fail(domain::unreadable(u"row %1"_s.arg(rows.size() + 1), u"its id is missing"_s));
        rows.append(entry.toObject());
    }
    if (!document->isArray())
        return printOne(context,
            context.call(endpoints::UpdateSportSettings {.sport = sportOf(arguments),
                .body = rows.constFirst(),
                .recalculateHeartRateZones = arguments.newHeartRateZones}));
    return printRows(context.output(),
        context.call(endpoints::UpdateManySportSettings {
            .settings = rows, .recalculateHeartRateZones = arguments.newHeartRateZones}),
        heading(),
        row);
}

int set(Context &context, const Arguments &arguments)
{
    if (!arguments.file.empty())
        return setFromFile(context, arguments);
    if (arguments.sport.empty() || arguments.fields.empty())
        return context.output().fail(
            domain::unreadable(u"sports"_s, u"a sport and field=value are expected, or --file"_s));
    const auto body = fieldBody<domain::SportSettings>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    return printOne(context,
        context.call(endpoints::UpdateSportSettings {
            .sport = sportOf(arguments), .body = *body, .recalculateHeartRateZones = arguments.newHeartRateZones}));
}

int create(Context &context, const Arguments &arguments)
{
    auto body = fieldBody<domain::SportSettings>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    const QStringList types = sportOf(arguments).split(u',', Qt::SkipEmptyParts);
    body->insert(u"types"_s, QJsonArray::fromStringList(types));
    return printOne(context, context.call(endpoints::CreateSportSettings {.body = *body}));
}

int remove(Context &context, const Arguments &arguments)
{
    const qint64 id = arguments.id.value_or(0);
    const auto removed = context.call(endpoints::DeleteSportSettings {.settings = id});
    if (!removed)
        return context.output().fail(removed.error());
    return report(context.output(), u"Deleted sport settings %1."_s.arg(id), {{u"deleted"_s, id}});
}

int apply(Context &context, const Arguments &arguments)
{
    const auto applied = context.call(endpoints::ApplySportSettings {.sport = sportOf(arguments)});
    if (!applied)
        return context.output().fail(applied.error());
    return report(context.output(), u"The activities get these zones."_s, {{u"applied"_s, sportOf(arguments)}});
}

int distances(Context &context, const Arguments &arguments)
{
    const auto answer = context.call(endpoints::GetPaceDistances {.sport = sportOf(arguments)});
    if (!answer)
        return context.output().fail(answer.error());
    QJsonArray all;
    QStringList texts;
    for (const double metres : answer->distances) {
        all.append(metres);
        texts.append(QString::number(metres));
    }
    QJsonArray defaults;
    for (const double metres : answer->defaults)
        defaults.append(metres);
    return report(context.output(), texts.join(u' '), {{u"distances"_s, all}, {u"defaults"_s, defaults}});
}

int activities(Context &context, const Arguments &arguments)
{
    return printRows(context.output(),
        context.call(endpoints::ListMatchingActivities {.sport = sportOf(arguments)}),
        {u"Id"_s, u"Start"_s, u"Sport"_s, u"Name"_s},
        [](const domain::Activity &activity) {
            return QStringList {activity.id.value_or(domain::ActivityId {}).value,
                activity.start.toString(),
                activity.type,
                activity.name};
        });
}

using Call = int (*)(Context &, const Arguments &);

/// A command about one sport, named by its number or by the sport.
CLI::App *addAbout(CLI::App &group,
    const std::string &name,
    const std::string &help,
    Call call,
    Context &context,
    Action &action,
    const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *command = group.add_subcommand(name, help);
    command->add_option("sport", arguments->sport, "for example Ride, or the settings' id")->required();
    command->callback([&context, &action, arguments, call] {
        action = [&context, arguments, call] { return call(context, *arguments); };
    });
    return command;
}

}

void addSportCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *group = program.add_subcommand("sports", "thresholds and zones")->require_subcommand(1);
    group->add_subcommand("list", "all sports")->callback([&] {
        action = [&] {
            return printRows(context.output(), context.call(endpoints::ListSportSettings {}), heading(), row);
        };
    });
    const auto one = [](Context &on, const Arguments &of) {
        return printOne(on, on.call(endpoints::GetSportSettings {.sport = sportOf(of)}));
    };
    addAbout(*group, "get", "one sport", one, context, action, arguments);
    addAbout(*group, "apply", "give the activities of a sport the zones of today", apply, context, action, arguments);
    addAbout(*group, "activities", "the activities that apply would change", activities, context, action, arguments);
    addAbout(
        *group, "distances", "the distances of a sport's pace curves, metres", distances, context, action, arguments);
    CLI::App *creating
        = addAbout(*group, "create", "settings for sports that have none", create, context, action, arguments);
    creating->add_option("fields", arguments->fields, "field=value, beside the service's own values");

    CLI::App *setting = group->add_subcommand("set", "change fields of a sport, for example Ride ftp=260");
    setting->add_option("sport", arguments->sport, "for example Ride, or the settings' id");
    setting->add_option("fields", arguments->fields, "field=value; field= clears it");
    setting->add_option(
        "--file", arguments->file, "JSON instead: an object, or a list of rows with ids; - for standard input");
    setting->add_flag("--hr-zones", arguments->newHeartRateZones, "draw the heart rate zones anew from the threshold");
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });

    CLI::App *deleting = group->add_subcommand("delete", "delete the settings of a sport");
    deleting->add_option("id", arguments->id)->required();
    deleting->callback([&, arguments] { action = [&, arguments] { return remove(context, *arguments); }; });
}

}
