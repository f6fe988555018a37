// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadworkout.h"
#include "api/endpoints/duplicateworkouts.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/listworkouts.h"
#include "api/endpoints/listworkouttags.h"
#include "api/endpoints/updatefolder.h"
#include "api/endpoints/updateworkout.h"
#include "app/cli/commands.h"
#include "app/cli/plainfile.h"
#include "models/files/safename.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct ChangeArguments {
    std::optional<qint64> id;
    std::optional<qint64> folder;
    std::vector<qint64> ids;
    std::string file = "-";
    std::string format;
    std::string output;
    int copies = 1;
    int weeks = 1;
};

domain::WorkoutId workoutOf(qint64 id)
{
    return {QString::number(id)};
}

domain::Result<QJsonObject> changeIn(const std::string &file)
{
    const auto document = readJson(file);
    if (!document)
        return document.error();
    if (!document->isObject() || document->object().isEmpty())
        return domain::malformed(QString::fromStdString(file), u"an object with the keys to change is expected"_s);
    return document->object();
}

template<typename Record>
int tellChanged(Context &context, const domain::Result<Record> &changed)
{
    if (!changed)
        return context.output().fail(changed.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(changed->json));
    else
        context.output().line(u"Changed %1."_s.arg(changed->value.name));
    return Done;
}

int change(Context &context, const ChangeArguments &arguments)
{
    const auto body = changeIn(arguments.file);
    if (!body)
        return context.output().fail(body.error());
    if (arguments.folder)
        return tellChanged(context,
            context.call(endpoints::UpdateFolder {.folder = {QString::number(*arguments.folder)}, .body = *body}));
    return tellChanged(context,
        context.call(endpoints::UpdateWorkout {.workout = workoutOf(arguments.id.value_or(0)), .body = *body}));
}

int printWorkouts(Context &context, const domain::Result<json::Records<domain::LibraryWorkout>> &workouts)
{
    if (!workouts)
        return context.output().fail(workouts.error());
    if (context.output().isJson()) {
        context.output().json(rawOf(*workouts));
        return reportUnreadable(context.output(), *workouts);
    }
    QList<QStringList> rows {{u"Id"_s, u"Sport"_s, u"Name"_s}};
    for (const auto &record : workouts->values)
        rows.append({record.value.id.value_or(domain::WorkoutId {}).value, record.value.type, record.value.name});
    context.output().table(rows);
    return reportUnreadable(context.output(), *workouts);
}

int duplicate(Context &context, const ChangeArguments &arguments)
{
    QList<domain::WorkoutId> workouts;
    for (const qint64 id : arguments.ids)
        workouts.append(workoutOf(id));
    return printWorkouts(context,
        context.call(endpoints::DuplicateWorkouts {
            .workouts = workouts, .copies = arguments.copies, .weeksBetween = arguments.weeks}));
}

int tags(Context &context)
{
    const auto found = context.call(endpoints::ListWorkoutTags {});
    if (!found)
        return context.output().fail(found.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonArray::fromStringList(*found)));
    else
        for (const QString &tag : *found)
            context.output().line(tag);
    return Done;
}

int downloadOne(Context &context, const ChangeArguments &arguments)
{
    const QString format = QString::fromStdString(arguments.format);
    const auto workout = context.call(endpoints::GetWorkout {.workout = workoutOf(arguments.id.value_or(0))});
    if (!workout)
        return context.output().fail(workout.error());
    const auto file = context.call(endpoints::DownloadWorkout {.workout = workout->json, .format = format});
    if (!file)
        return context.output().fail(file.error());
    return deliver(context, {arguments.output, files::safeFileName(workout->value.name, format, u"workout"_s)}, *file);
}

}

void addLibraryChanges(CLI::App &library, Context &context, Action &action)
{
    auto arguments = std::make_shared<ChangeArguments>();

    CLI::App *changing = library.add_subcommand("set", "change a workout or a folder: the keys of a JSON object");
    CLI::Option *id = changing->add_option("id", arguments->id, "of a workout");
    changing->add_option("--folder", arguments->folder, "a folder or plan instead")->excludes(id);
    changing->add_option("--file", arguments->file, "JSON; without it or with - standard input");
    changing->callback([&, arguments, changing] {
        if (!arguments->id && !arguments->folder)
            throw CLI::RequiredError(changing->get_name() + ": an id or --folder");
        action = [&, arguments] { return change(context, *arguments); };
    });

    CLI::App *copying = library.add_subcommand("duplicate", "copy workouts, in plans some weeks on");
    copying->add_option("ids", arguments->ids)->required();
    copying->add_option("--copies", arguments->copies, "of each")->check(CLI::Range(1, 50));
    copying->add_option("--weeks", arguments->weeks, "between one copy and the next")->check(CLI::Range(0, 52));
    copying->callback([&, arguments] { action = [&, arguments] { return duplicate(context, *arguments); }; });

    CLI::App *flat = library.add_subcommand("workouts", "all workouts in one list, whatever folder they are in");
    flat->callback([&] { action = [&] { return printWorkouts(context, context.call(endpoints::ListWorkouts {})); }; });

    CLI::App *tagging = library.add_subcommand("tags", "the tags of all workouts");
    tagging->callback([&] { action = [&] { return tags(context); }; });

    CLI::App *saving = library.add_subcommand("download", "a workout as a file, written by the service");
    saving->add_option("id", arguments->id)->required();
    saving->add_option("--format", arguments->format)->required()->check(CLI::IsMember({"zwo", "mrc", "erg", "fit"}));
    saving->add_option("-o,--output", arguments->output, "file or folder; - for standard output");
    saving->callback([&, arguments] { action = [&, arguments] { return downloadOne(context, *arguments); }; });
}

}
