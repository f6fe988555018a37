// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commands.h"
#include "app/cli/completion.h"
#include "app/cli/manual.h"
#include "app/cli/plainfile.h"

#include <memory>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

int printText(Context &context, const QString &text)
{
    const auto written = writeToStandardOutput(text.toUtf8());
    return written ? int(Done) : context.output().fail(written.error());
}

int completion(Context &context, const CLI::App &program, const std::string &shell)
{
    const CommandEntry tree = commandTree(program);
    if (shell == "zsh")
        return printText(context, zshCompletion(tree));
    return printText(context, shell == "fish" ? fishCompletion(tree) : bashCompletion(tree));
}

}

void addDocumentCommands(CLI::App &program, Context &context, Action &action)
{
    auto shell = std::make_shared<std::string>();
    CLI::App *completing = program.add_subcommand("completion", "the script that completes commands in a shell");
    completing->add_option("shell", *shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
    completing->callback([&, shell] { action = [&, shell] { return completion(context, program, *shell); }; });

    program.add_subcommand("manual", "the manual page, for man")->callback([&] {
        action
            = [&] { return printText(context, manualPage(commandTree(program), QStringLiteral(MICROCYCLE_VERSION))); };
    });
}

}
