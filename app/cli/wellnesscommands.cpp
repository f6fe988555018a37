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
        return Done;
    }
    QList<QStringList> rows {{u"Day"_s, u"Weight"_s, u"Rest HR"_s, u"HRV"_s, u"Sleep"_s, u"Fitness"_s, u"Fatigue"_s, u"Form"_s}};
    for (const auto &record : wellness->values) {
        const domain::Wellness &w = record.value;
        const auto form = w.ctl && w.atl ? std::optional(*w.ctl - *w.atl) : std::nullopt;
        rows.append({domain::dayText(w.day), figure(w.weightKg, 1), figure(w.restingHrBpm), figure(w.hrvMs, 0), figure(w.sleep), figure(w.ctl, 1), figure(w.atl, 1), figure(form, 1)});
    }
    context.output().table(rows);
    return Done;
}

/// "weight=71.5" as key and JSON value; numbers become numbers, an empty value clears.
domain::Result<std::pair<QString, QJsonValue>> assignment(const QString &text)
{
    const qsizetype at = text.indexOf(u'=');
    if (at <= 0)
        return domain::unreadable(text, u"expected field=value"_s);
    const QString value = text.mid(at + 1);
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber && std::isfinite(number))
        return std::pair(text.left(at), QJsonValue(number));
    return std::pair(text.left(at), value.isEmpty() ? QJsonValue(-1) : QJsonValue(value));
}

int set(Context &context, const Arguments &arguments)
{
    const auto day = domain::parseDay(QString::fromStdString(arguments.day));
    if (!day)
        return context.output().fail(day.error());
    QJsonObject body;
    for (const auto &field : arguments.fields) {
        const auto pair = assignment(QString::fromStdString(field));
        if (!pair)
            return context.output().fail(pair.error());
        body.insert(pair->first, pair->second);
    }
    const auto answer = context.call(endpoints::PutWellness {.day = *day, .body = body});
    if (!answer)
        return context.output().fail(answer.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(answer->json));
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
    setting->add_option("fields", arguments->fields)->required();
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });
}

}
