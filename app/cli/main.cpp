// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>
#include <algorithm>
#include <string_view>

namespace {

/// A key among the arguments must not be repeated in the message about it.
bool namesAKey(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument(argv[i]);
        for (const std::string_view option :
            {"--api-key", "--apikey", "--key", "--password", "--token", "--client-secret"}) {
            if (argument == option || (argument.starts_with(option) && argument[option.size()] == '='))
                return true;
        }
    }
    return false;
}

/// The option may stand behind what could not be read, and then has not been read itself.
bool wantsJson(int argc, char **argv)
{
    return std::any_of(
        argv + 1, argv + argc, [](const char *argument) { return std::string_view(argument) == "--json"; });
}

int wrongUse(bool json, const std::string &sentence)
{
    return cli::Output(json).wrongUse(QString::fromStdString(sentence));
}

}

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("microcycle"));

    cli::Options options;
    cli::Context context(options);
    cli::Action action;
    CLI::App program("Your Intervals.icu calendar from a shell", "microcycle-cli");
    program.set_version_flag("--version", MICROCYCLE_VERSION);
    program.add_flag("--json", options.json, "one JSON document instead of a table");
    program.add_option("--server", options.server, "another server than the account's, https or this machine");
    program.add_option("--session",
        options.session,
        "file with the line that serve --json prints; - for standard input. Without it the key is taken from "
        "MICROCYCLE_API_KEY, else from the keychain");
    program.add_option("--auth-style", options.authStyle, "basic, bearer or apikey")
        ->check(CLI::IsMember({"basic", "bearer", "apikey"}));
    program.fallthrough();
    program.require_subcommand(1);
    cli::addServeCommand(program, context, action);
    cli::addAccountCommands(program, context, action);
    cli::addEventCommands(program, context, action);
    cli::addTargetCommands(program, context, action);
    cli::addActivityCommands(program, context, action);
    cli::addCurveCommands(program, context, action);
    cli::addSearchCommand(program, context, action);
    cli::addWellnessCommands(program, context, action);
    cli::addSportCommands(program, context, action);
    cli::addAthleteCommands(program, context, action);
    cli::addGearCommands(program, context, action);
    cli::addPlanCommands(program, context, action);
    cli::addWeatherCommands(program, context, action);
    cli::addLibraryCommands(program, context, action);
    cli::addWorkoutCommands(program, context, action);
    cli::addWeekCommands(program, context, action);
    cli::addExchangeCommands(program, context, action);
    cli::addSyncCommand(program, context, action);
    cli::addDataCommands(program, context, action);
    cli::addDocumentCommands(program, context, action);
    if (namesAKey(argc, argv))
        return wrongUse(wantsJson(argc, argv),
            "A key among the arguments is seen by everybody on this machine. Give it to login on standard input, "
            "in MICROCYCLE_API_KEY or in a session file.");
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        if (error.get_exit_code() != int(CLI::ExitCodes::Success) && wantsJson(argc, argv))
            return wrongUse(true, error.what());
        return program.exit(error) == 0 ? cli::Done : cli::Usage;
    }
    if (!options.server.empty() && !http::BaseUrl::parse(QString::fromStdString(options.server)))
        return wrongUse(options.json, "--server: an https address is expected, or http on this machine itself");
    return action();
}
