// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <CLI/CLI.hpp>

namespace cli {

/// An option of a command, as its help says it.
struct OptionEntry {
    QStringList names; ///< with their dashes: "--json"
    QString words;
    QString value; ///< what kind of value it takes, for example "TEXT"; empty for a flag
    QStringList choices; ///< the only values it takes; empty if any will do
};

/// What stands on a command's line without a dash.
struct OperandEntry {
    QString name;
    QString words;
    bool required = false;
    bool repeats = false;
    QStringList choices; ///< the only words that may stand there; empty if any will do
};

/// A command with all below it. Completion and manual are made of this and of nothing else, so that they cannot say
/// anything else than the help does.
struct CommandEntry {
    QString name;
    QString words;
    QList<OptionEntry> options;
    QList<OperandEntry> operands;
    QList<CommandEntry> commands;

    [[nodiscard]] bool isLeaf() const { return commands.isEmpty(); }
};

[[nodiscard]] CommandEntry commandTree(const CLI::App &program);

/// A command and the names that lead to it, each with a blank in front: " events list". The program itself is empty.
struct PlacedCommand {
    QString place;
    CommandEntry command;
};
/// Every command below the tree and the tree itself, parents first.
[[nodiscard]] QList<PlacedCommand> placedCommands(const CommandEntry &tree);

}
