// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"

#include <QCoreApplication>

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
    program.add_option("--session", options.session, "file with the line that serve --json prints; - for standard input");
    program.add_option("--auth-style", options.authStyle, "basic, bearer or apikey")->check(CLI::IsMember({"basic", "bearer", "apikey"}));
    program.fallthrough();
    program.require_subcommand(1);
    cli::addServeCommand(program, context, action);
    cli::addAccountCommands(program, context, action);
    cli::addEventCommands(program, context, action);
    cli::addActivityCommands(program, context, action);
    cli::addWellnessCommands(program, context, action);
    cli::addSportCommands(program, context, action);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError &error) {
        return program.exit(error) == 0 ? cli::Done : cli::Usage;
    }
    return action();
}
