// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listwellness.h"
#include "api/endpoints/putwellness.h"
#include "app/cli/commands.h"

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    DayOptions days;
    std::string day;
    std::vector<std::string> fields;
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
    const auto wellness = context.call(endpoints::ListWellness {.days = *days});
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

domain::Result<QJsonValue> valueFor(const QString &key, const QString &text)
{
    if (text == "true"_L1 || text == "false"_L1)
        return QJsonValue(text == "true"_L1);
    bool isNumber = false;
    const double number = text.toDouble(&isNumber);
    const auto asNumber = domain::fromJson<domain::Wellness>({{key, number}});
    // A comment may consist of digits: only where the field is written as a number it is one.
    if (isNumber && std::isfinite(number) && asNumber && domain::toJson(*asNumber).value(key).isDouble())
        return QJsonValue(number);
    if (const auto read = domain::fromJson<domain::Wellness>({{key, text}}); !read)
        return read.error();
    return QJsonValue(text);
}

/// "weight=71.5 comments=" as changes; an empty value clears the field.
domain::Result<domain::Patch> changes(const std::vector<std::string> &fields)
{
    domain::Patch patch;
    for (const auto &field : fields) {
        const QString text = QString::fromStdString(field);
        const qsizetype at = text.indexOf(u'=');
        if (at <= 0)
            return domain::unreadable(text.left(60), u"expected field=value"_s);
        const QString key = text.left(at);
        QJsonValue after = QJsonValue::Null;
        if (at + 1 < text.size()) {
            const auto value = valueFor(key, text.mid(at + 1));
            if (!value)
                return value.error();
            after = *value;
        }
        patch.changes.insert(key, {QJsonValue::Null, after});
    }
    return patch;
}

int set(Context &context, const Arguments &arguments)
{
    const auto day = domain::parseDay(QString::fromStdString(arguments.day));
    if (!day)
        return context.output().fail(day.error());
    const auto patch = changes(arguments.fields);
    if (!patch)
        return context.output().fail(patch.error());
    const QJsonObject body = domain::wireBody<domain::Wellness>(*patch);
    const auto answer = context.call(endpoints::PutWellness {.day = *day, .body = body});
    if (!answer)
        return context.output().fail(answer.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(answer->json));
    else
        context.output().table({heading(), row(answer->value)});
    return Done;
}

}

void addWellnessCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *wellness = program.add_subcommand("wellness", "wellness by day")->require_subcommand(1);

    CLI::App *listing = wellness->add_subcommand("list", "wellness of some days");
    arguments->days.add(*listing);
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *setting = wellness->add_subcommand("set", "change fields of a day, for example weight=71.5 fatigue=2");
    setting->add_option("day", arguments->day, "YYYY-MM-DD")->required();
    setting->add_option("fields", arguments->fields, "field=value; field= clears it")->required();
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });
}

}
