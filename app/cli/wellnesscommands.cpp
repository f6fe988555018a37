// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getwellness.h"
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "app/cli/commands.h"
#include "app/cli/fieldinput.h"
#include "app/cli/plainfile.h"
#include "models/domain/localdatetime.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    std::string day;
    std::vector<std::string> fields;
    std::string columns;
    std::string file = "-";
    bool csv = false;
    bool current = false;
    bool ignoreMissing = false;
};

QStringList heading()
{
    return {u"Day"_s, u"Weight"_s, u"Rest HR"_s, u"HRV"_s, u"Sleep"_s, u"Fitness"_s, u"Fatigue"_s, u"Form"_s};
}

QStringList row(const domain::Wellness &day)
{
    const auto form = day.ctl && day.atl ? std::optional(*day.ctl - *day.atl) : std::nullopt;
    return {domain::dayText(day.day),
        figure(day.weightKg, 1),
        figure(day.restingHrBpm),
        figure(day.hrvMs, 0),
        figure(day.sleep),
        figure(day.ctl, 1),
        figure(day.atl, 1),
        figure(form, 1)};
}

int list(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(13, 0);
    if (!days)
        return context.output().fail(days.error());
    const QStringList columns = QString::fromStdString(arguments.columns).split(u',', Qt::SkipEmptyParts);
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportWellness {.days = *days, .columns = columns}));
    const auto wellness = context.call(endpoints::ListWellness {.days = *days, .fields = columns});
    if (!wellness)
        return context.output().fail(wellness.error());
    if (context.output().isJson()) {
        context.output().json(rawOf(*wellness));
        return reportUnreadable(context.output(), *wellness);
    }
    QList<QStringList> rows {heading()};
    for (const auto &record : wellness->values)
        rows.append(row(record.value));
    context.output().table(rows);
    return reportUnreadable(context.output(), *wellness);
}

int printDay(Context &context, const domain::Result<json::Record<domain::Wellness>> &day)
{
    if (!day)
        return context.output().fail(day.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(day->json));
    else
        context.output().table({heading(), row(day->value)});
    return Done;
}

int get(Context &context, const Arguments &arguments)
{
    const auto day = domain::parseDay(QString::fromStdString(arguments.day));
    if (!day)
        return context.output().fail(day.error());
    return printDay(context, context.call(endpoints::GetWellness {.day = *day}));
}

int set(Context &context, const Arguments &arguments)
{
    const auto day = domain::parseDay(QString::fromStdString(arguments.day));
    if (!day)
        return context.output().fail(day.error());
    const auto body = fieldBody<domain::Wellness>(arguments.fields);
    if (!body)
        return context.output().fail(body.error());
    const QDate today = arguments.current ? *day : QDate();
    return printDay(context, context.call(endpoints::PutWellness {.day = *day, .body = *body, .today = today}));
}

/// A day of a list, each known key of which must have its type.
domain::Result<QJsonObject> checkedDay(const QJsonValue &entry, qsizetype index)
{
    const QString id = entry.toObject().value("id"_L1).toString().left(20);
    const QString name = id.isEmpty() ? u"day %1"_s.arg(index + 1) : id;
    const auto day = domain::fromJson<domain::Wellness>(entry.toObject());
    if (!day)
        return domain::unreadable(name + u": "_s + day.error().item, day.error().detail);
    if (!day->day.isValid())
        return domain::unreadable(name, u"its id is missing: YYYY-MM-DD"_s);
    return entry.toObject();
}

int bulk(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const QJsonArray entries = document->isArray() ? document->array() : QJsonArray {document->object()};
    QList<QJsonObject> days;
    for (const auto &entry : entries) {
        const auto day = checkedDay(entry, days.size());
        if (!day)
            return context.output().fail(day.error());
        days.append(*day);
    }
    if (!document->isArray())
        return printDay(context, context.call(endpoints::PutWellnessRecord {.body = days.constFirst()}));
    const auto kept = context.call(endpoints::PutManyWellness {.days = days});
    if (!kept)
        return context.output().fail(kept.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"days"_s, days.size()}}));
    else
        context.output().line(u"Changed %1 days."_s.arg(days.size()));
    return Done;
}

int import(Context &context, const Arguments &arguments)
{
    const auto bytes = readPlainFile(arguments.file);
    if (!bytes)
        return context.output().fail(bytes.error());
    const auto kept = context.call(endpoints::UploadWellness {
        .fileName = fileName(arguments.file), .file = *bytes, .ignoreMissing = arguments.ignoreMissing});
    if (!kept)
        return context.output().fail(kept.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"imported"_s, fileName(arguments.file)}}));
    else
        context.output().line(u"Imported %1."_s.arg(fileName(arguments.file)));
    return Done;
}

void addListing(CLI::App &wellness, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *listing = wellness.add_subcommand("list", "wellness of some days");
    arguments->days.add(*listing);
    listing->add_option("--fields", arguments->columns, "comma-separated; those not named are absent");
    listing->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *getting = wellness.add_subcommand("get", "one day");
    getting->add_option("day", arguments->day, "YYYY-MM-DD")->required();
    getting->callback([&, arguments] { action = [&, arguments] { return get(context, *arguments); }; });
}

}

void addWellnessCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *wellness = program.add_subcommand("wellness", "wellness by day")->require_subcommand(1);

    addListing(*wellness, context, action, arguments);

    CLI::App *setting = wellness->add_subcommand("set", "change fields of a day, for example weight=71.5 fatigue=2");
    setting->add_option("day", arguments->day, "YYYY-MM-DD")->required();
    setting->add_option("fields", arguments->fields, "field=value; field= clears it")->required();
    setting->add_flag("--current", arguments->current, "the day is today: weight and resting HR are the athlete's too");
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });

    CLI::App *many = wellness->add_subcommand("bulk", "change many days given as JSON, each with its id");
    many->add_option("file", arguments->file, "JSON; without it or with - standard input");
    many->callback([&, arguments] { action = [&, arguments] { return bulk(context, *arguments); }; });

    CLI::App *importing = wellness->add_subcommand("import", "days as CSV: a column for each field, and date");
    importing->add_option("file", arguments->file)->required()->check(CLI::ExistingFile);
    importing->add_flag("--ignore-missing", arguments->ignoreMissing, "empty cells leave what is there");
    importing->callback([&, arguments] { action = [&, arguments] { return import(context, *arguments); }; });
}

}
