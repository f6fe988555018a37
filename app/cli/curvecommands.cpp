// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/activityoutput.h"
#include "app/cli/curveoutput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string type;
    std::string spans;
    std::string model;
    std::string newest;
    std::string kind = "power";
    std::string lengths;
    std::string fatigue;
    int others = 0;
    bool gap = false;
    bool csv = false;
    DayOptions days;

    [[nodiscard]] QString sport() const { return QString::fromStdString(type); }
    [[nodiscard]] endpoints::CurveKind curveKind(const std::string &name) const
    {
        return curveKindNamed(gap && name == "pace" ? "gap" : name);
    }
};

int seasons(Context &context, const Arguments &arguments, const std::string &name)
{
    endpoints::ListCurves endpoint {.kind = arguments.curveKind(name),
        .type = arguments.sport(),
        .spans = QString::fromStdString(arguments.spans).split(u',', Qt::SkipEmptyParts),
        .model = QString::fromStdString(arguments.model),
        .others = arguments.others};
    if (!arguments.newest.empty()) {
        const auto day = domain::parseDay(QString::fromStdString(arguments.newest));
        if (!day)
            return context.output().fail(day.error());
        endpoint.newest = *day;
    }
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportCurves {endpoint}));
    const auto set = context.call(endpoint);
    if (!set)
        return context.output().fail(set.error());
    if (!context.output().isJson())
        return printCurves(context, set->curves);
    context.output().json(QJsonDocument(set->json));
    return reportUnreadable(context.output(), set->curves);
}

int each(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(28, 0);
    if (!days)
        return context.output().fail(days.error());
    endpoints::ListActivityCurves endpoint {
        .kind = arguments.curveKind(arguments.kind), .days = *days, .type = arguments.sport()};
    endpoint.fatigue = QString::fromStdString(arguments.fatigue);
    for (const auto &text : QString::fromStdString(arguments.lengths).split(u',', Qt::SkipEmptyParts)) {
        bool ok = false;
        endpoint.lengths.append(text.toDouble(&ok));
        if (!ok)
            return context.output().fail(domain::unreadable(u"--lengths"_s, u"[%1] is no number"_s.arg(text)));
    }
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportActivityCurves {endpoint}));
    const auto set = context.call(endpoint);
    if (!set)
        return context.output().fail(set.error());
    if (context.output().isJson()) {
        context.output().json(QJsonDocument(set->json));
        return reportUnreadable(context.output(), set->activities);
    }
    QStringList heading {u"Id"_s, u"Start"_s};
    for (const double length : set->lengths)
        heading.append(QString::number(length));
    QList<QStringList> rows {heading};
    for (const auto &record : set->activities.values) {
        QStringList row {record.value.activity, record.value.start};
        for (const double value : record.value.values())
            row.append(QString::number(value));
        rows.append(row);
    }
    context.output().table(rows);
    return reportUnreadable(context.output(), set->activities);
}

int powerAtHeart(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(42, 0);
    if (!days)
        return context.output().fail(days.error());
    return printRecord(context,
        context.call(endpoints::GetPowerHeartCurve {.days = *days, .type = arguments.sport()}),
        [](const domain::PowerHeartCurve &curve) {
            QList<QStringList> rows {{u"Watts"_s, u"Bpm"_s, u"Cadence"_s, u"Minutes"_s}};
            for (qsizetype i = 0; i < curve.bpm.size(); ++i) {
                if (curve.minutes.value(i) > 0)
                    rows.append({QString::number(curve.minWatts.value_or(0) + i * curve.bucketWatts.value_or(0)),
                        QString::number(curve.bpm.at(i)),
                        QString::number(curve.cadenceRpm.value(i)),
                        QString::number(curve.minutes.at(i))});
            }
            return rows;
        });
}

int model(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetMmpModel {.type = arguments.sport()}),
        [](const domain::PowerModel &found) -> QList<QStringList> {
            return {{u"Model"_s, found.type},
                {u"Critical power W"_s, figure(found.criticalWatts, 0)},
                {u"W' J"_s, figure(found.storeJoules, 0)},
                {u"Pmax W"_s, figure(found.mostWatts, 0)},
                {u"FTP W"_s, figure(found.ftpWatts, 0)}};
        });
}

}

void addCurveCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *group = program.add_subcommand("curves", "the best over each length, of seasons and activities")
                          ->require_subcommand(1);
    const auto sport
        = [&](CLI::App *command) { return command->add_option("--type", arguments->type, "sport, for example Ride"); };
    for (const std::string name : {"power", "hr", "pace"}) {
        CLI::App *command = group->add_subcommand(name, "the athlete's " + name + " curves");
        CLI::Option *type = sport(command);
        if (name == "power")
            type->required();
        command->add_option("--spans",
            arguments->spans,
            name == "power" ? "comma-separated: 1y, 42d, s0, all, r.2024-01-01.2024-02-01; with -kj0 or -kj1 behind it "
                              "what a tired rider did"
                            : "comma-separated: 1y, 42d, s0, all, r.2024-01-01.2024-02-01");
        command->add_option("--others", arguments->others, "so many next best curves behind each")
            ->check(CLI::Range(0, 20));
        command->add_flag("--csv", arguments->csv, "the service's own table as CSV");
        command->add_option("--newest", arguments->newest, "the last day, YYYY-MM-DD; today without it");
        if (name == "power")
            command->add_option("--model", arguments->model, "MS_2P, MORTON_3P, FFT_CURVES or ECP");
        if (name == "pace")
            command->add_flag("--gap", arguments->gap, "as if all of it had been level");
        command->callback([&action, &context, arguments, name] {
            action = [&context, arguments, name] { return seasons(context, *arguments, name); };
        });
    }
    CLI::App *side = group->add_subcommand("activities", "the best of each activity of some days");
    side->add_option("kind", arguments->kind, "power, hr, pace or gap; power without it")
        ->check(CLI::IsMember({"power", "hr", "pace", "gap"}));
    sport(side);
    arguments->days.add(*side);
    side->add_option("--lengths", arguments->lengths, "seconds or metres, comma-separated");
    side->add_option(
        "--fatigue", arguments->fatigue, "kj0 or kj1: power after the work that the sport's settings name");
    side->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    side->callback([&, arguments] { action = [&, arguments] { return each(context, *arguments); }; });

    CLI::App *heart = group->add_subcommand("power-hr", "heart rate and cadence at each power");
    sport(heart);
    arguments->days.add(*heart);
    heart->callback([&, arguments] { action = [&, arguments] { return powerAtHeart(context, *arguments); }; });

    CLI::App *fitted = group->add_subcommand("model", "the model that steps in % MMP are resolved with");
    sport(fitted)->required();
    fitted->callback([&, arguments] { action = [&, arguments] { return model(context, *arguments); }; });
}

}
