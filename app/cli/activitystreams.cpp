// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/getstreams.h"
#include "api/endpoints/updatestreams.h"
#include "api/json/records.h"
#include "app/cli/activityoutput.h"
#include "app/cli/plainfile.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::string id;
    std::string types;
    std::string format = "json";
    std::string output;
    std::string file = "-";

    [[nodiscard]] domain::ActivityId activity() const { return {QString::fromStdString(id)}; }
    [[nodiscard]] QStringList wanted() const { return QString::fromStdString(types).split(u',', Qt::SkipEmptyParts); }
};

int asTable(Context &context, const Arguments &arguments)
{
    const auto table
        = context.call(endpoints::DownloadStreamTable {.activity = arguments.activity(), .types = arguments.wanted()});
    if (!table)
        return context.output().fail(table.error());
    const std::string path = arguments.output.empty() ? "-" : arguments.output;
    return deliver(context, {path, arguments.activity().value + u"-streams.csv"_s}, *table);
}

int streams(Context &context, const Arguments &arguments)
{
    if (arguments.format == "csv")
        return asTable(context, arguments);
    const auto streams
        = context.call(endpoints::GetStreams {.activity = arguments.activity(), .types = arguments.wanted()});
    if (!streams)
        return context.output().fail(streams.error());
    if (context.output().isJson()) {
        QJsonArray array;
        for (const auto &stream : *streams)
            array.append(domain::toJson(stream));
        context.output().json(QJsonDocument(array));
        return Done;
    }
    QList<QStringList> rows {{u"Stream"_s, u"Samples"_s}};
    for (const auto &stream : *streams)
        rows.append({stream.type, QString::number(stream.data.size())});
    context.output().table(rows);
    return Done;
}

/// A list of streams is JSON; anything else is taken for a table.
domain::Result<endpoints::StreamsUpdated> sent(Context &context, const Arguments &arguments, const QByteArray &bytes)
{
    if (!bytes.trimmed().startsWith('['))
        return context.call(endpoints::UpdateStreamTable {.activity = arguments.activity(), .table = bytes});
    const auto streams = json::records<domain::Stream>(bytes);
    if (!streams)
        return streams.error();
    if (!streams->quarantined.isEmpty())
        return streams->quarantined.constFirst().reason;
    endpoints::UpdateStreams endpoint {.activity = arguments.activity(), .streams = {}};
    for (const auto &record : streams->values)
        endpoint.streams.append(record.value);
    return context.call(endpoint);
}

int setStreams(Context &context, const Arguments &arguments)
{
    const auto bytes = readAll(arguments.file);
    if (!bytes)
        return context.output().fail(bytes.error());
    const auto updated = sent(context, arguments, *bytes);
    if (!updated)
        return context.output().fail(updated.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"updated"_s, QJsonArray::fromStringList(updated->updated)},
            {u"deleted"_s, QJsonArray::fromStringList(updated->deleted)}}));
    else
        context.output().line(
            u"Updated: %1. Deleted: %2."_s.arg(updated->updated.join(u", "_s), updated->deleted.join(u", "_s)));
    return Done;
}

}

void addActivityStreams(CLI::App &activities, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *streaming = activities.add_subcommand("streams", "the recorded channels of an activity");
    streaming->add_option("id", arguments->id)->required();
    streaming->add_option("--types", arguments->types, "comma-separated, for example watts,heartrate");
    streaming->add_option("--format", arguments->format, "json or csv")->check(CLI::IsMember({"json", "csv"}));
    streaming->add_option("--output", arguments->output, "file or folder for csv; without it standard output");
    streaming->callback([&, arguments] { action = [&, arguments] { return streams(context, *arguments); }; });

    CLI::App *setting
        = activities.add_subcommand("set-streams", "put other channels in the place of the recorded ones");
    setting->add_option("id", arguments->id)->required();
    setting->add_option("file", arguments->file, "a JSON list of streams, or csv; without it or with - standard input");
    setting->callback([&, arguments] { action = [&, arguments] { return setStreams(context, *arguments); }; });
}

}
