// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createevents.h"
#include "api/endpoints/downloadactivity.h"
#include "api/endpoints/downloadevent.h"
#include "api/endpoints/downloadworkouts.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/uploadactivity.h"
#include "app/cli/activityoutput.h"
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
#include "app/cli/workoutimport.h"
#include "models/files/safename.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::optional<qint64> id;
    std::string format;
    std::string output;
    std::vector<std::string> files;
    std::vector<std::string> ids;
    bool withoutPower = false;
    bool withoutHeartRate = false;
    DayOptions days;
    ImportPlan plan;
    std::string name;
    std::optional<qint64> pairedEvent;
};

/// An error that says which of several files it is about.
domain::Error about(const std::string &path, domain::Error error)
{
    const QString file = QString::fromStdString(path);
    if (error.item.isEmpty() || error.item == fileName(path))
        error.item = file;
    else if (!error.item.startsWith(file))
        error.item = file + u": "_s + error.item;
    return error;
}

int download(Context &context, const Arguments &arguments)
{
    const domain::EventId id {arguments.id.value_or(0)};
    const QString format = QString::fromStdString(arguments.format);
    const auto event = context.call(endpoints::GetEvent {.event = id});
    if (!event)
        return context.output().fail(event.error());
    const auto file = context.call(endpoints::DownloadEvent {.event = id, .format = format});
    if (!file)
        return context.output().fail(file.error());
    if (arguments.output == "-") {
        const auto written = writeToStandardOutput(*file);
        return written ? int(Done) : context.output().fail(written.error());
    }
    const QString name = files::safeFileName(event->value.name, format, u"event-%1"_s.arg(id.value));
    const auto saved = savePlainFile({arguments.output, name}, *file);
    if (!saved)
        return context.output().fail(saved.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {
            {u"event"_s, id.value}, {u"format"_s, format}, {u"file"_s, *saved}, {u"bytes"_s, file->size()}}));
    else
        context.output().line(u"Saved %1."_s.arg(*saved));
    return Done;
}

int pack(Context &context, const Arguments &arguments)
{
    const auto days = arguments.days.range(0, 6);
    if (!days)
        return context.output().fail(days.error());
    const auto archive
        = context.call(endpoints::DownloadWorkouts {.days = *days, .format = QString::fromStdString(arguments.format)});
    return archive ? deliver(context, {arguments.output, u"workouts.zip"_s}, *archive)
                   : context.output().fail(archive.error());
}

QJsonArray jsonOf(const QList<files::Note> &notes)
{
    QJsonArray array;
    for (const auto &note : notes)
        array.append(QJsonObject {{u"item"_s, note.item}, {u"detail"_s, note.detail}});
    return array;
}

/// Results of several files: a table for people, one list for machines. Failures went to standard error already.
void print(Context &context, const QList<QStringList> &rows, const QJsonArray &results)
{
    if (results.isEmpty())
        return;
    if (context.output().isJson())
        context.output().json(QJsonDocument(results));
    else
        context.output().table(rows);
}

int importFiles(Context &context, const Arguments &arguments)
{
    QList<QStringList> rows {{u"File"_s, u"Id"_s, u"Start"_s, u"Sport"_s, u"Time"_s, u"Load"_s, u"Name"_s}};
    QJsonArray results;
    int outcome = Done;
    for (const auto &path : arguments.files) {
        const auto read = eventsInFile(path, arguments.plan);
        if (!read) {
            outcome = context.output().fail(about(path, read.error()));
            continue;
        }
        const auto created = context.call(endpoints::CreateEvents {.events = read->events});
        if (!created) {
            outcome = context.output().fail(about(path, created.error()));
            continue;
        }
        if (created->values.size() != read->events.size()) {
            const QString counts = u"%1 sent, %2 answered"_s.arg(read->events.size()).arg(created->values.size());
            outcome = context.output().fail(about(path, domain::malformed({}, counts)));
        }
        QJsonArray events;
        for (const auto &record : created->values) {
            const domain::Event &event = record.value;
            events.append(record.json);
            rows.append({fileName(path),
                QString::number(event.id.value_or(domain::EventId {}).value),
                event.start.toString(),
                event.type,
                figure(event.movingTime),
                figure(event.load),
                event.name});
        }
        results.append(QJsonObject {
            {u"file"_s, QString::fromStdString(path)}, {u"events"_s, events}, {u"notes"_s, jsonOf(read->notes)}});
        for (const auto &note : read->notes) {
            if (!context.output().isJson())
                context.output().remark(u"%1: %2: %3"_s.arg(fileName(path), note.item, note.detail));
        }
    }
    print(context, rows, results);
    return outcome;
}

domain::Result<endpoints::Uploaded> uploadOne(Context &context, const std::string &path, const Arguments &arguments)
{
    const auto bytes = readPlainFile(path);
    if (!bytes)
        return bytes.error();
    endpoints::UploadActivity endpoint {
        .file = *bytes, .fileName = fileName(path), .name = QString::fromStdString(arguments.name)};
    if (arguments.pairedEvent)
        endpoint.pairedEvent = domain::EventId {*arguments.pairedEvent};
    return context.call(endpoint);
}

int upload(Context &context, const Arguments &arguments)
{
    const bool forOne = !arguments.name.empty() || arguments.pairedEvent;
    if (forOne && arguments.files.size() > 1)
        return context.output().fail(
            domain::unreadable(u"activities upload"_s, u"--name and --paired-event are for one file"_s));
    QList<QStringList> rows {{u"File"_s, u"Activity"_s, u"New"_s}};
    QJsonArray results;
    int outcome = Done;
    for (const auto &path : arguments.files) {
        const auto uploaded = uploadOne(context, path, arguments);
        if (!uploaded) {
            outcome = context.output().fail(about(path, uploaded.error()));
            continue;
        }
        QJsonArray ids;
        for (const auto &id : uploaded->activities) {
            ids.append(id.value);
            rows.append({fileName(path), id.value, uploaded->duplicate ? u"no, it was there"_s : u"yes"_s});
        }
        results.append(QJsonObject {{u"file"_s, QString::fromStdString(path)},
            {u"id"_s, ids.first()},
            {u"activities"_s, ids},
            {u"duplicate"_s, uploaded->duplicate}});
    }
    print(context, rows, results);
    return outcome;
}

/// One as a file of its kind, several as FIT files in a zip.
int downloadActivities(Context &context, const Arguments &arguments)
{
    const auto ids = activityIds(arguments.ids);
    if (ids.size() != 1) {
        if (arguments.format != "fit")
            return context.output().fail(
                domain::unreadable(u"activities download"_s, u"several come only as --format fit"_s));
        const auto zip = context.call(endpoints::DownloadFitFiles {
            .activities = ids, .power = !arguments.withoutPower, .heartRate = !arguments.withoutHeartRate});
        return zip ? deliver(context, {arguments.output, u"activities.zip"_s}, *zip)
                   : context.output().fail(zip.error());
    }
    using Form = endpoints::DownloadActivity::Form;
    const Form form = arguments.format == "fit" ? Form::Fit : arguments.format == "gpx" ? Form::Gpx : Form::Original;
    const auto file = context.call(endpoints::DownloadActivity {.activity = ids.first(),
        .form = form,
        .power = !arguments.withoutPower,
        .heartRate = !arguments.withoutHeartRate});
    if (!file)
        return context.output().fail(file.error());
    const QString ending = form == Form::Gpx || file->left(4096).contains("<gpx") ? u"gpx"_s
        : file->startsWith("\x1f\x8b")                                            ? u"gz"_s
        : file->startsWith("PK")                                                  ? u"zip"_s
        : file->mid(8, 4) == ".FIT"                                               ? u"fit"_s
                                                                                  : u"tcx"_s;
    return deliver(context, {arguments.output, ids.first().value + u'.' + ending}, *file);
}

}

void addEventTransfers(CLI::App &events, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *downloading = events.add_subcommand("download", "a planned workout as a file");
    downloading->add_option("id", arguments->id)->required();
    downloading->add_option("--format", arguments->format, "zwo, mrc, erg or fit")
        ->required()
        ->check(CLI::IsMember({"zwo", "mrc", "erg", "fit"}));
    downloading->add_option(
        "--output", arguments->output, "file or folder; - for standard output. Without it the workout's name, here");
    downloading->callback([&, arguments] { action = [&, arguments] { return download(context, *arguments); }; });

    CLI::App *packing = events.add_subcommand("zip", "the planned workouts of some days as files in a zip");
    arguments->days.add(*packing);
    packing->add_option("--format", arguments->format, "zwo, mrc, erg or fit")
        ->required()
        ->check(CLI::IsMember({"zwo", "mrc", "erg", "fit"}));
    packing->add_option(
        "--output", arguments->output, "file or folder; - for standard output. Without it workouts.zip");
    packing->callback([&, arguments] { action = [&, arguments] { return pack(context, *arguments); }; });

    CLI::App *importing = events.add_subcommand("import", "plan the workouts of files: zwo, erg, mrc, fit, ics");
    importing->add_option("file", arguments->files)->required();
    importing->add_option("--date", arguments->plan.date, "the day of workouts, YYYY-MM-DD; today without it");
    importing->add_flag("--upsert", arguments->plan.upsert, "change what the same file made before");
    importing->callback([&, arguments] { action = [&, arguments] { return importFiles(context, *arguments); }; });
}

void addActivityTransfers(CLI::App &activities, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *uploading
        = activities.add_subcommand("upload", "send recorded activities: fit, tcx, gpx, also in gz or zip");
    uploading->add_option("file", arguments->files)->required();
    uploading->add_option("--name", arguments->name, "of the activity, for one file");
    uploading->add_option("--paired-event", arguments->pairedEvent, "the id of the event it fulfils, for one file");
    uploading->callback([&, arguments] { action = [&, arguments] { return upload(context, *arguments); }; });

    CLI::App *downloading
        = activities.add_subcommand("download", "an activity as a file; several as FIT files in a zip");
    downloading->add_option("id", arguments->ids)->required();
    arguments->format = "original";
    downloading->add_option("--format", arguments->format, "original, fit or gpx; original without it")
        ->check(CLI::IsMember({"original", "fit", "gpx"}));
    downloading->add_option(
        "--output", arguments->output, "file or folder; - for standard output. Without it here, named by its id");
    downloading->add_flag("--no-power", arguments->withoutPower, "leave power out (fit, gpx)");
    downloading->add_flag("--no-hr", arguments->withoutHeartRate, "leave heart rate out (fit, gpx)");
    downloading->callback(
        [&, arguments] { action = [&, arguments] { return downloadActivities(context, *arguments); }; });
}

}
