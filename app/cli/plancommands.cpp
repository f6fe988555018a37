// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/applyplan.h"
#include "api/endpoints/plans.h"
#include "app/cli/commands.h"
#include "models/domain/localdatetime.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

struct Arguments {
    std::optional<qint64> plan;
    std::string start;
    std::string alias;
    std::string file = "-";
    std::vector<std::string> athletes;
    int first = 0;
    int last = 0;
    bool show = false;
    bool edit = false;
};

domain::FolderId planOf(const Arguments &arguments)
{
    return {QString::number(arguments.plan.value_or(0))};
}

int print(Context &context, const domain::Result<json::Record<domain::TrainingPlan>> &plan)
{
    return printRow(context.output(),
        plan,
        {u"Plan"_s, u"Start"_s, u"Applied"_s, u"Name"_s},
        [](const domain::TrainingPlan &value) {
            const QString name = value.alias.isEmpty() ? value.folder.value("name"_L1).toString() : value.alias;
            return QStringList {value.plan.value_or(domain::FolderId {u"–"_s}).value,
                value.start.isEmpty() ? u"–"_s : value.start,
                value.lastApplied.isEmpty() ? u"–"_s : value.lastApplied,
                name};
        });
}

/// The keys of the plan that a command sets; without a plan they are cleared.
domain::Result<QJsonObject> chosen(const Arguments &arguments)
{
    domain::TrainingPlan before;
    domain::TrainingPlan after;
    if (!arguments.plan) {
        before.plan = domain::FolderId {u"1"_s};
        return domain::wireBody<domain::TrainingPlan>(domain::difference(before, after));
    }
    const auto start = domain::parseDay(QString::fromStdString(arguments.start));
    if (!start)
        return start.error();
    after.plan = planOf(arguments);
    after.start = domain::dayText(*start);
    after.alias = QString::fromStdString(arguments.alias);
    return domain::wireBody<domain::TrainingPlan>(domain::difference(before, after));
}

int set(Context &context, const Arguments &arguments)
{
    const auto body = chosen(arguments);
    return body ? print(context, context.call(endpoints::PutTrainingPlan {.body = *body}))
                : context.output().fail(body.error());
}

int setMany(Context &context, const Arguments &arguments)
{
    const auto document = readJson(arguments.file);
    if (!document)
        return context.output().fail(document.error());
    if (!document->isArray())
        return context.output().fail(domain::unreadable(u"plans"_s, u"a list is expected"_s));
    QList<QJsonObject> plans;
    const QJsonArray entries = document->array();
    for (const auto &entry : entries) {
        if (entry.toObject().value("id"_L1).toString().isEmpty())
            return context.output().fail(
                domain::unreadable(u"plan %1"_s.arg(plans.size() + 1), u"the athlete's id is missing"_s));
        plans.append(entry.toObject());
    }
    const auto kept = context.call(endpoints::PutAthletePlans {.plans = plans});
    if (!kept)
        return context.output().fail(kept.error());
    return report(context.output(), u"Set %1 plans."_s.arg(plans.size()), {{u"plans"_s, plans.size()}});
}

int apply(Context &context, const Arguments &arguments)
{
    const auto start = domain::parseDay(QString::fromStdString(arguments.start));
    if (!start)
        return context.output().fail(start.error());
    const auto applied = context.call(endpoints::ApplyPlan {.folder = planOf(arguments), .start = *start});
    if (!applied)
        return context.output().fail(applied.error());
    const QString day = domain::dayText(*start);
    return report(context.output(),
        u"Laid plan %1 out from %2."_s.arg(*arguments.plan).arg(day),
        {{u"plan"_s, *arguments.plan}, {u"start"_s, day}});
}

int changes(Context &context)
{
    const auto answer = context.call(endpoints::ApplyPlanChanges {});
    if (!answer)
        return context.output().fail(answer.error());
    QStringList parts;
    for (auto it = answer->begin(); it != answer->end(); ++it)
        parts.append(it.key() + u' ' + it.value().toVariant().toString());
    const QString what = parts.isEmpty() ? QString() : u": "_s + parts.join(u", "_s);
    return report(context.output(), u"The calendar follows the plan"_s + what + u'.', *answer);
}

int hide(Context &context, const Arguments &arguments)
{
    return printRows(context.output(),
        context.call(endpoints::HidePlanDays {
            .folder = planOf(arguments), .oldest = arguments.first, .newest = arguments.last, .hide = !arguments.show}),
        {u"Id"_s, u"Day"_s, u"Hidden"_s, u"Name"_s},
        [](const domain::LibraryWorkout &workout) {
            return QStringList {workout.id.value_or(domain::WorkoutId {}).value,
                figure(workout.day),
                workout.hideFromAthlete ? u"yes"_s : u"no"_s,
                workout.name};
        });
}

int printPeople(Context &context, const domain::Result<json::Records<domain::SharedWith>> &people)
{
    return printRows(context.output(), people, {u"Id"_s, u"Edits"_s, u"Name"_s}, [](const domain::SharedWith &person) {
        return QStringList {
            person.id.value_or(domain::AthleteId {}).value, person.canEdit ? u"yes"_s : u"no"_s, person.name};
    });
}

int share(Context &context, const Arguments &arguments)
{
    endpoints::PutSharing sharing {.folder = planOf(arguments), .people = {}};
    for (const auto &athlete : arguments.athletes) {
        domain::SharedWith person;
        person.id = domain::AthleteId {QString::fromStdString(athlete)};
        person.canEdit = arguments.edit;
        sharing.people.append(person);
    }
    return printPeople(context, context.call(sharing));
}

void addSharing(CLI::App &plan, Context &context, Action &action, const std::shared_ptr<Arguments> &arguments)
{
    CLI::App *hiding = plan.add_subcommand("hide", "hide days of a plan from athletes");
    hiding->add_option("plan", arguments->plan, "its id")->required();
    hiding->add_option("first", arguments->first, "first day, from 0")->required()->check(CLI::NonNegativeNumber);
    hiding->add_option("last", arguments->last, "last day")->required()->check(CLI::NonNegativeNumber);
    hiding->add_flag("--show", arguments->show, "show them again instead");
    hiding->callback([&, arguments] { action = [&, arguments] { return hide(context, *arguments); }; });

    CLI::App *shared = plan.add_subcommand("shared", "whom a folder or plan is shared with");
    shared->add_option("plan", arguments->plan, "its id")->required();
    shared->callback([&, arguments] {
        action = [&, arguments] {
            return printPeople(context, context.call(endpoints::ListSharing {.folder = planOf(*arguments)}));
        };
    });

    CLI::App *sharing = plan.add_subcommand("share", "share a folder or plan with these athletes and nobody else");
    sharing->add_option("plan", arguments->plan, "its id")->required();
    sharing->add_option("athletes", arguments->athletes, "their ids; none ends the sharing");
    sharing->add_flag("--edit", arguments->edit, "they may change it");
    sharing->callback([&, arguments] { action = [&, arguments] { return share(context, *arguments); }; });
}

}

void addPlanCommands(CLI::App &program, Context &context, Action &action)
{
    auto arguments = std::make_shared<Arguments>();
    CLI::App *plan = program.add_subcommand("plan", "the plan that is trained by")->require_subcommand(1);
    plan->add_subcommand("get", "the athlete's plan")->callback([&] {
        action = [&] { return print(context, context.call(endpoints::GetTrainingPlan {})); };
    });

    CLI::App *setting = plan->add_subcommand("set", "train by a plan from a day on");
    setting->add_option("plan", arguments->plan, "its id")->required();
    setting->add_option("--start", arguments->start, "the plan's first day, YYYY-MM-DD")->required();
    setting->add_option("--alias", arguments->alias, "what the athlete calls it");
    setting->callback([&, arguments] { action = [&, arguments] { return set(context, *arguments); }; });

    plan->add_subcommand("clear", "train by no plan")->callback([&, arguments] {
        action = [&, arguments] { return set(context, *arguments); };
    });

    CLI::App *many = plan->add_subcommand("set-many", "plans of several athletes, given as JSON");
    many->add_option("file", arguments->file, "a list; without it or with - standard input");
    many->callback([&, arguments] { action = [&, arguments] { return setMany(context, *arguments); }; });

    CLI::App *applying = plan->add_subcommand("apply", "lay any plan out on the calendar");
    applying->add_option("plan", arguments->plan, "its id")->required();
    applying->add_option("--start", arguments->start, "the plan's first day, YYYY-MM-DD")->required();
    applying->callback([&, arguments] { action = [&, arguments] { return apply(context, *arguments); }; });

    plan->add_subcommand("changes", "bring what changed in the athlete's plan to the calendar, from today on")
        ->callback([&] { action = [&] { return changes(context); }; });
    addSharing(*plan, context, action, arguments);
}

}
