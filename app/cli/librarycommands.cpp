// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/applyplan.h"
#include "api/endpoints/createfolder.h"
#include "api/endpoints/createworkout.h"
#include "api/endpoints/createworkouts.h"
#include "api/endpoints/deletefolder.h"
#include "api/endpoints/deleteworkout.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/importworkout.h"
#include "api/endpoints/listfolders.h"
#include "app/cli/commands.h"
#include "app/cli/libraryinput.h"
#include "models/domain/localdatetime.h"

#include <QFileInfo>
#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::optional<qint64> id;
    std::optional<qint64> folder;
    std::string search;
    std::string file = "-";
    std::string name;
    std::string type;
    std::string start;
    bool folders = false;
    bool plan = false;
    bool bulk = false;
    LibraryText text;
};

domain::FolderId folderId(const Arguments &arguments)
{
    return {QString::number(arguments.folder.value_or(0))};
}

domain::WorkoutId workoutId(const Arguments &arguments)
{
    return {QString::number(arguments.id.value_or(0))};
}

QStringList heading()
{
    return {u"Id"_s, u"Folder"_s, u"Day"_s, u"Sport"_s, u"Time"_s, u"Load"_s, u"Name"_s};
}

QStringList row(const domain::LibraryWorkout &workout)
{
    return {workout.id.value_or(domain::WorkoutId {}).value,
        workout.folder.value_or(domain::FolderId {}).value,
        figure(workout.day),
        workout.type,
        figure(domain::plannedTime(workout)),
        figure(workout.load),
        workout.name};
}

int print(Context &context, const json::Records<domain::LibraryWorkout> &workouts)
{
    if (context.output().isJson()) {
        context.output().json(rawOf(workouts));
    } else {
        QList<QStringList> rows {heading()};
        for (const auto &record : workouts.values)
            rows.append(row(record.value));
        context.output().table(rows);
    }
    return reportUnreadable(context.output(), workouts);
}

int printOne(Context &context, const domain::Result<json::Record<domain::LibraryWorkout>> &workout)
{
    if (!workout)
        return context.output().fail(workout.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(workout->json));
    else
        context.output().table({heading(), row(workout->value)});
    return Done;
}

int printFolders(Context &context, const endpoints::Library &library)
{
    if (context.output().isJson()) {
        context.output().json(rawOf(library.folders));
        return reportUnreadable(context.output(), library.folders);
    }
    QList<QStringList> rows {{u"Id"_s, u"Kind"_s, u"Workouts"_s, u"Name"_s}};
    for (const auto &folder : library.folders.values) {
        const auto inside = std::count_if(library.workouts.values.begin(),
            library.workouts.values.end(),
            [&](const auto &workout) { return workout.value.folder == folder.value.id; });
        rows.append({folder.value.id->value, folder.value.type.text(), QString::number(inside), folder.value.name});
    }
    context.output().table(rows);
    return reportUnreadable(context.output(), library.folders);
}

int list(Context &context, const Arguments &arguments)
{
    auto library = context.call(endpoints::ListFolders {});
    if (!library)
        return context.output().fail(library.error());
    if (arguments.folders)
        return printFolders(context, *library);
    const QString search = QString::fromStdString(arguments.search);
    library->workouts.values.removeIf([&](const auto &record) {
        const bool elsewhere = arguments.folder && record.value.folder != folderId(arguments);
        return elsewhere || !record.value.name.contains(search, Qt::CaseInsensitive);
    });
    return print(context, library->workouts);
}

int add(Context &context, const Arguments &arguments)
{
    if (!arguments.text.file.empty()) {
        const auto workout = newWorkout(arguments.text, arguments.folder);
        return workout ? printOne(context, context.call(endpoints::CreateWorkout {.body = *workout}))
                       : context.output().fail(workout.error());
    }
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    const auto workouts = newWorkouts(*document, arguments.bulk, arguments.folder);
    if (!workouts)
        return context.output().fail(workouts.error());
    if (!arguments.bulk)
        return printOne(context, context.call(endpoints::CreateWorkout {.body = workouts->constFirst()}));
    const auto created = context.call(endpoints::CreateWorkouts {.workouts = *workouts});
    return created ? print(context, *created) : context.output().fail(created.error());
}

int addFolder(Context &context, const Arguments &arguments)
{
    domain::Folder folder;
    folder.name = QString::fromStdString(arguments.name);
    folder.type = arguments.plan ? domain::FolderType::Plan : domain::FolderType::Folder;
    const auto body = domain::wireBody<domain::Folder>(domain::difference(domain::Folder {}, folder));
    const auto made = context.call(endpoints::CreateFolder {.body = body});
    if (!made)
        return context.output().fail(made.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(made->json));
    else
        context.output().line(u"Made %1 as folder %2."_s.arg(made->value.name, made->value.id->value));
    return Done;
}

int import(Context &context, const Arguments &arguments)
{
    const auto bytes = readAll(arguments.file);
    if (!bytes)
        return context.output().fail(bytes.error());
    return printOne(context,
        context.call(endpoints::ImportWorkout {.folder = folderId(arguments),
            .type = QString::fromStdString(arguments.type),
            .fileName = QFileInfo(QString::fromStdString(arguments.file)).fileName(),
            .file = *bytes}));
}

int remove(Context &context, const Arguments &arguments)
{
    QJsonArray gone;
    if (arguments.folder) {
        const auto removed = context.call(endpoints::DeleteFolder {.folder = folderId(arguments)});
        if (!removed)
            return context.output().fail(removed.error());
        gone.append(*arguments.folder);
    } else {
        const auto removed = context.call(endpoints::DeleteWorkout {.workout = workoutId(arguments)});
        if (!removed)
            return context.output().fail(removed.error());
        gone.append(arguments.id.value_or(0));
    }
    const QString kind = arguments.folder ? u"folder"_s : u"workout"_s;
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"deleted"_s, gone.first()}, {u"kind"_s, kind}}));
    else
        context.output().line(u"Deleted %1 %2."_s.arg(kind).arg(gone.first().toInteger()));
    return Done;
}

int applyPlan(Context &context, const Arguments &arguments)
{
    const auto start = domain::parseDay(QString::fromStdString(arguments.start));
    if (!start)
        return context.output().fail(start.error());
    const auto applied = context.call(endpoints::ApplyPlan {.folder = folderId(arguments), .start = *start});
    if (!applied)
        return context.output().fail(applied.error());
    const QString day = domain::dayText(*start);
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"plan"_s, *arguments.folder}, {u"start"_s, day}}));
    else
        context.output().line(u"Laid plan %1 out from %2."_s.arg(*arguments.folder).arg(day));
    return Done;
}

void addAdding(CLI::App &library, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *adding = library.add_subcommand("add", "add workouts from JSON or from a workout's text");
    CLI::Option *file = adding->add_option("file", arguments->file, "JSON; without it or with - standard input");
    CLI::Option *bulk = adding->add_flag("--bulk", arguments->bulk, "the JSON is a list");
    CLI::Option *text
        = adding->add_option("--text", arguments->text.file, "a plain workout text; - for standard input");
    text->excludes(file)->excludes(bulk);
    adding->add_option("--folder", arguments->folder, "where it goes, unless the JSON says so");
    adding->add_option("--type", arguments->text.type, "the text's sport, for example Ride")->needs(text);
    adding->add_option("--name", arguments->text.name, "its name")->needs(text);
    adding->add_option("--tags", arguments->text.tags, "its tags, comma-separated")->needs(text);
    adding->add_option("--day", arguments->text.day, "its day in a plan, from 0")->needs(text);
    adding->callback([&, arguments] { action = [&, arguments] { return add(context, *arguments); }; });

    CLI::App *making = library.add_subcommand("add-folder", "make a folder, or a plan");
    making->add_option("name", arguments->name)->required();
    making->add_flag("--plan", arguments->plan, "a plan, whose workouts have days");
    making->callback([&, arguments] { action = [&, arguments] { return addFolder(context, *arguments); }; });

    CLI::App *importing = library.add_subcommand("import", "a workout file: zwo, mrc, erg or fit");
    importing->add_option("file", arguments->file)->required()->check(CLI::ExistingFile);
    importing->add_option("--folder", arguments->folder, "where it goes")->required();
    importing->add_option("--type", arguments->type, "its sport, for example Ride")->required();
    importing->callback([&, arguments] { action = [&, arguments] { return import(context, *arguments); }; });
}

}

void addLibraryCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *library = program.add_subcommand("library", "folders, plans and their workouts")->require_subcommand(1);

    CLI::App *listing = library->add_subcommand("list", "workouts, or folders");
    CLI::Option *folders = listing->add_flag("--folders", arguments->folders, "folders and plans instead of workouts");
    listing->add_option("--folder", arguments->folder, "of one folder only")->excludes(folders);
    listing->add_option("--search", arguments->search, "with this in their name")->excludes(folders);
    listing->callback([&, arguments] { action = [&, arguments] { return list(context, *arguments); }; });

    CLI::App *getting = library->add_subcommand("get", "one workout");
    getting->add_option("id", arguments->id)->required();
    getting->callback([&, arguments] {
        action = [&, arguments] {
            return printOne(context, context.call(endpoints::GetWorkout {.workout = workoutId(*arguments)}));
        };
    });

    addAdding(*library, context, action, arguments);
    addLibraryChanges(*library, context, action);

    CLI::App *deleting = library->add_subcommand("delete", "delete a workout, or a folder with all in it");
    CLI::Option *id = deleting->add_option("id", arguments->id, "of a workout");
    CLI::Option *folder = deleting->add_option("--folder", arguments->folder, "a folder or plan instead");
    id->excludes(folder);
    deleting->callback([&, arguments, deleting] {
        if (!arguments->id && !arguments->folder)
            throw CLI::RequiredError(deleting->get_name() + ": an id or --folder");
        action = [&, arguments] { return remove(context, *arguments); };
    });

    CLI::App *planning = library->add_subcommand("apply", "lay a plan out on the calendar");
    planning->add_option("plan", arguments->folder, "its id")->required();
    planning->add_option("--start", arguments->start, "the plan's first day, YYYY-MM-DD")->required();
    planning->callback([&, arguments] { action = [&, arguments] { return applyPlan(context, *arguments); }; });
}

}
