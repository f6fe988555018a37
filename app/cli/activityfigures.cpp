// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/activityfigures.h"

#include "api/endpoints/curves.h"
#include "app/cli/activityoutput.h"
#include "app/cli/curveoutput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string id;
    std::string kind = "power";
    int width = 0;
    std::string stream = "watts";
    int seconds = 0;
    double metres = 0;
    int count = 0;
    bool excludeIntervals = false;
    bool boundsOnly = false;
    bool every = false;
    bool csv = false;
    std::string fatigue;
    std::string text;

    [[nodiscard]] domain::ActivityId activity() const { return {QString::fromStdString(id)}; }
};

int histogram(Context &context, const Arguments &arguments)
{
    using Kind = endpoints::GetHistogram::Kind;
    const Kind kind = arguments.kind == "hr" ? Kind::HeartRate
        : arguments.kind == "pace"           ? Kind::Pace
        : arguments.kind == "gap"            ? Kind::GradePace
                                             : Kind::Power;
    return printRows(context.output(),
        context.call(
            endpoints::GetHistogram {.activity = arguments.activity(), .kind = kind, .width = arguments.width}),
        {u"From"_s, u"Seconds"_s, u"Watts"_s, u"Heart"_s, u"Cadence"_s},
        [](const domain::Bucket &b) -> QStringList {
            return {QString::number(b.start),
                figure(b.seconds),
                figure(b.watts, 0),
                figure(b.bpm, 0),
                figure(b.cadenceRpm, 0)};
        });
}

int timeAtHeartRate(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetTimeAtHeartRate {.activity = arguments.activity()}),
        [](const domain::TimeAtHeartRate &held) {
            QList<QStringList> rows {{u"Bpm"_s, u"Seconds"_s, u"Or above"_s}};
            for (qsizetype i = 0; i < held.seconds.size(); ++i)
                rows.append({QString::number(held.minBpm.value_or(0) + i),
                    QString::number(held.seconds.at(i)),
                    QString::number(held.cumulativeSeconds.value(i))});
            return rows;
        });
}

int powerAndHeart(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetPowerVsHeart {.activity = arguments.activity()}),
        [](const domain::PowerVsHeart &found) -> QList<QStringList> {
            return {{u"Watts per beat"_s, figure(found.wattsPerBeat, 3)},
                {u"First half"_s, figure(found.firstHalf, 3)},
                {u"Second half"_s, figure(found.secondHalf, 3)},
                {u"Decoupling %"_s, figure(found.decouplingPercent, 1)}};
        });
}

int efforts(Context &context, const Arguments &arguments)
{
    if (arguments.seconds <= 0 && arguments.metres <= 0)
        return context.output().fail(domain::unreadable(u"activities efforts"_s, u"--secs or --metres is needed"_s));
    return printRows(context.output(),
        context.call(endpoints::FindBestEfforts {.activity = arguments.activity(),
            .stream = QString::fromStdString(arguments.stream),
            .seconds = arguments.seconds,
            .metres = arguments.metres,
            .count = arguments.count,
            .excludeIntervals = arguments.excludeIntervals}),
        {u"From"_s, u"To"_s, u"Average"_s, u"Seconds"_s, u"Metres"_s},
        [](const domain::BestEffort &e) -> QStringList {
            return {QString::number(e.startIndex),
                QString::number(e.endIndex),
                QString::number(e.average, 'f', 1),
                figure(e.seconds, 0),
                figure(e.metres, 0)};
        });
}

int map(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetActivityMap {
            .activity = arguments.activity(), .bounds = {}, .boundsOnly = arguments.boundsOnly}),
        [](const domain::ActivityMap &way) {
            QList<QStringList> rows {{u"Latitude"_s, u"Longitude"_s}};
            const QJsonArray points = way.points.isEmpty() ? way.bounds : way.points;
            for (const auto &point : points)
                rows.append({QString::number(point.toArray().at(0).toDouble(), 'f', 6),
                    QString::number(point.toArray().at(1).toDouble(), 'f', 6)});
            return rows;
        });
}

QString told(const std::optional<domain::Celsius> &temperature)
{
    return temperature ? QString::number(temperature->degrees, 'f', 1) : u"–"_s;
}

int weather(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetWeatherSummary {.activity = arguments.activity()}),
        [](const domain::WeatherSummary &air) -> QList<QStringList> {
            return {{u"Weather"_s, air.description},
                {u"Temperature °C"_s, told(air.average)},
                {u"from"_s, told(air.min)},
                {u"to"_s, told(air.max)},
                {u"Wind m/s"_s, figure(air.windMps, 1)},
                {u"Headwind %"_s, figure(air.headwindPercent, 0)}};
        });
}

int messages(Context &context, const Arguments &arguments)
{
    if (!arguments.text.empty()) {
        const auto added = context.call(endpoints::AddMessage {
            .activity = arguments.activity(), .content = QString::fromStdString(arguments.text)});
        if (!added)
            return context.output().fail(added.error());
        if (context.output().isJson())
            context.output().json(QJsonDocument(*added));
        else
            context.output().line(u"Message %1 is there."_s.arg(added->value("id"_L1).toInteger()));
        return Done;
    }
    return printRows(context.output(),
        context.call(endpoints::ListMessages {.activity = arguments.activity()}),
        {u"Id"_s, u"When"_s, u"Who"_s, u"What"_s},
        [](const domain::Message &m) -> QStringList {
            return {QString::number(m.id.value_or(0)), m.created, m.name, m.content};
        });
}

int curve(Context &context, const Arguments &arguments)
{
    const endpoints::GetActivityCurve one {.activity = arguments.activity(), .kind = curveKindNamed(arguments.kind)};
    const endpoints::GetActivityCurves several {
        .activity = one.activity, .fatigue = QString::fromStdString(arguments.fatigue).split(u',', Qt::SkipEmptyParts)};
    const bool tired = one.kind == endpoints::CurveKind::Power && !several.fatigue.isEmpty();
    if (arguments.every || tired) {
        return arguments.csv ? printTable(context, context.call(endpoints::ExportPowerCurves {several}))
                             : printCurves(context, context.call(several));
    }
    if (arguments.csv)
        return printTable(context, context.call(endpoints::ExportActivityCurve {one}));
    return printRecord(context, context.call(one), [](const domain::Curve &found) { return curveRows({found}); });
}

}

void addActivityFigures(CLI::App &activities, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    const auto command = [&](const char *name, const char *what, int (*run)(Context &, const Arguments &)) {
        CLI::App *added = activities.add_subcommand(name, what);
        added->add_option("id", arguments->id, "the activity")->required();
        added->callback([&action, &context, arguments, run] {
            action = [&context, arguments, run] { return run(context, *arguments); };
        });
        return added;
    };
    const auto ofKind = [&](CLI::App *added) {
        added->add_option("kind", arguments->kind, "power, hr, pace or gap; power without it")
            ->check(CLI::IsMember({"power", "hr", "pace", "gap"}));
        return added;
    };
    CLI::App *curves = ofKind(command("curve", "the best over each length", curve));
    curves->add_flag("--streams", arguments->every, "of every stream of power");
    curves->add_option("--fatigue",
        arguments->fatigue,
        "of power, comma-separated: normal, kj0, kj1 (after the work that the sport's settings name)");
    curves->add_flag("--csv", arguments->csv, "the service's own table as CSV");
    CLI::App *spans = ofKind(command("histogram", "how long it was in each span", histogram));
    spans->add_option("--width", arguments->width, "of a span, in watts or bpm");
    command("time-at-hr", "the seconds at each heart rate", timeAtHeartRate);
    command("power-hr", "power against heart rate", powerAndHeart);
    CLI::App *best = command("efforts", "the best stretches of a length", efforts);
    best->add_option("--stream", arguments->stream, "watts without it");
    best->add_option("--secs", arguments->seconds, "their length in seconds");
    best->add_option("--metres", arguments->metres, "or in metres");
    best->add_option("--count", arguments->count, "at most so many");
    best->add_flag("--exclude-intervals", arguments->excludeIntervals, "none inside an interval");
    CLI::App *way = command("map", "the way as positions", map);
    way->add_flag("--bounds", arguments->boundsOnly, "only its corners");
    command("weather", "the air it was done in", weather);
    CLI::App *talk = command("messages", "what was said about it", messages);
    talk->add_option("--add", arguments->text, "say something");
}

}
