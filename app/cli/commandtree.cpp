// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/commandtree.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// "TEXT:{basic,bearer}" says the kind of value and, in braces, the only ones.
QStringList choicesIn(const QString &type)
{
    const qsizetype opens = type.indexOf(u'{');
    const qsizetype closes = type.lastIndexOf(u'}');
    return opens >= 0 && closes > opens ? type.mid(opens + 1, closes - opens - 1).split(u',') : QStringList();
}

QString kindIn(const QString &type)
{
    const QString kind = type.section(u':', 0, 0).section(u' ', 0, 0).section(u'{', 0, 0);
    return kind.isEmpty() ? u"TEXT"_s : kind;
}

OptionEntry optionEntry(const CLI::Option &option)
{
    OptionEntry entry;
    for (const auto &name : option.get_snames())
        entry.names.append(u'-' + QString::fromStdString(name));
    for (const auto &name : option.get_lnames())
        entry.names.append(u"--"_s + QString::fromStdString(name));
    entry.words = QString::fromStdString(option.get_description());
    if (option.get_items_expected_max() > 0) {
        const QString type = QString::fromStdString(option.get_type_name());
        entry.value = kindIn(type);
        entry.choices = choicesIn(type);
    }
    return entry;
}

void readOptions(const CLI::App &command, CommandEntry &entry)
{
    for (const CLI::Option *option : command.get_options()) {
        if (option->nonpositional())
            entry.options.append(optionEntry(*option));
        else
            entry.operands.append({QString::fromStdString(option->get_name(true)),
                QString::fromStdString(option->get_description()),
                option->get_required(),
                option->get_items_expected_max() > 1,
                choicesIn(QString::fromStdString(option->get_type_name()))});
    }
}

void place(const CommandEntry &command, const QString &at, QList<PlacedCommand> &list)
{
    list.append({at, command});
    for (const auto &below : command.commands)
        place(below, at + u' ' + below.name, list);
}

}

CommandEntry commandTree(const CLI::App &program)
{
    CommandEntry entry {
        QString::fromStdString(program.get_name()), QString::fromStdString(program.get_description()), {}, {}, {}};
    readOptions(program, entry);
    for (const CLI::App *command : program.get_subcommands([](const CLI::App *) { return true; }))
        entry.commands.append(commandTree(*command));
    return entry;
}

QList<PlacedCommand> placedCommands(const CommandEntry &tree)
{
    QList<PlacedCommand> list;
    place(tree, {}, list);
    return list;
}

}
