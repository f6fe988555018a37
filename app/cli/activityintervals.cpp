// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/activityintervals.h"

#include "app/cli/activityoutput.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string id;
    std::string file = "-";
    bool merge = false;
    qint64 interval = 0;
    std::vector<qint64> intervals;
    int at = 0;
    int start = 0;
    int end = 0;

    [[nodiscard]] domain::ActivityId activity() const { return {QString::fromStdString(id)}; }
};

QStringList intervalRow(const domain::Interval &part)
{
    return {part.id ? QString::number(*part.id) : u"–"_s,
        part.type,
        QString::number(part.startIndex),
        QString::number(part.endIndex),
        figure(part.movingTime),
        figure(part.averageWatts, 0),
        figure(part.averageHeartrateBpm, 0),
        part.label};
}

const QStringList heading {u"Id"_s, u"Type"_s, u"From"_s, u"To"_s, u"Time"_s, u"Watts"_s, u"Heart"_s, u"Label"_s};

int printParts(Context &context, const domain::Result<endpoints::IntervalsAnswer> &answer)
{
    return printRecord(context, answer, [](const domain::ActivityIntervals &parts) {
        QList<QStringList> rows {heading};
        for (const auto &part : domain::intervalsFromJson(parts.intervals))
            rows.append(intervalRow(part));
        return rows;
    });
}

int setIntervals(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    if (arguments.interval > 0) {
        if (!document->isObject())
            return context.output().fail(domain::unreadable(u"interval"_s, u"an object is expected"_s));
        return printParts(context,
            context.call(endpoints::PutInterval {
                .activity = arguments.activity(), .interval = arguments.interval, .body = document->object()}));
    }
    if (!document->isArray())
        return context.output().fail(domain::unreadable(u"intervals"_s, u"a list is expected"_s));
    endpoints::ReplaceIntervals endpoint {.activity = arguments.activity(), .intervals = {}, .all = !arguments.merge};
    const QJsonArray entries = document->array();
    for (const auto &entry : entries) {
        if (!entry.isObject())
            return context.output().fail(
                domain::unreadable(u"interval %1"_s.arg(endpoint.intervals.size() + 1), u"an object is expected"_s));
        endpoint.intervals.append(entry.toObject());
    }
    return printParts(context, context.call(endpoint));
}

int stats(Context &context, const Arguments &arguments)
{
    return printRecord(context,
        context.call(endpoints::GetIntervalStats {
            .activity = arguments.activity(), .startIndex = arguments.start, .endIndex = arguments.end}),
        [](const domain::Interval &part) {
            return QList<QStringList> {heading, intervalRow(part)};
        });
}

}

void addActivityIntervals(CLI::App &activities, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *group = activities.add_subcommand("intervals", "the parts of an activity")->require_subcommand(1);
    const auto command = [&](const char *name, const char *what, auto run) {
        CLI::App *added = group->add_subcommand(name, what);
        added->add_option("id", arguments->id, "the activity")->required();
        added->callback([&action, &context, arguments, run] {
            action = [&context, arguments, run] { return run(context, *arguments); };
        });
        return added;
    };
    command("list", "the parts as they are", [](Context &c, const Arguments &a) {
        return printParts(c, c.call(endpoints::GetIntervals {.activity = a.activity()}));
    });
    CLI::App *setting
        = command("set", "divide the activity anew, from a JSON list of start_index, end_index, label", setIntervals);
    setting->add_option("file", arguments->file, "JSON; without it or with - standard input");
    setting->add_flag("--merge", arguments->merge, "what the list does not touch stays");
    setting->add_option("--interval", arguments->interval, "change one part, from a JSON object");
    CLI::App *deleting = command("delete", "take parts away", [](Context &c, const Arguments &a) {
        return printParts(c,
            c.call(endpoints::DeleteIntervals {
                .activity = a.activity(), .intervals = QList<qint64>(a.intervals.begin(), a.intervals.end())}));
    });
    deleting->add_option("interval", arguments->intervals, "ids of the parts")->required();
    CLI::App *splitting = command("split", "cut the part at an index in two", [](Context &c, const Arguments &a) {
        return printParts(c, c.call(endpoints::SplitInterval {.activity = a.activity(), .at = a.at}));
    });
    splitting->add_option("at", arguments->at, "index of the sample")->required();
    CLI::App *measuring = command("stats", "what a part would measure", stats);
    measuring->add_option("start", arguments->start, "index of the first sample")->required();
    measuring->add_option("end", arguments->end, "index after the last sample")->required();
}

}
