// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/completion.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Text between single quotes, as bash and zsh read it.
QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', "'\\''"_L1) + u'\'';
}

/// The same for fish, where a backslash counts within quotes.
QString fishQuoted(QString text)
{
    return u'\'' + text.replace(u'\\', "\\\\"_L1).replace(u'\'', "\\'"_L1) + u'\'';
}

/// "-name" in a name of a function would be read as something else.
QString functionName(const CommandEntry &program)
{
    return u'_' + QString(program.name).replace(u'-', u'_');
}

/// Alternatives of a case: every place a command leads to.
QString casePattern(const QList<PlacedCommand> &commands)
{
    QStringList places;
    for (const auto &[place, command] : commands) {
        if (!place.isEmpty())
            places.append(quotedText(place));
    }
    return places.join(" | "_L1);
}

/// Names of every option that takes a value: the word behind one is no command.
QStringList valueOptions(const QList<PlacedCommand> &commands)
{
    QStringList names;
    for (const auto &[place, command] : commands) {
        for (const auto &option : command.options) {
            if (!option.value.isEmpty())
                names.append(option.names);
        }
    }
    names.removeDuplicates();
    return names;
}

/// A command's own options and those of the program, which count everywhere.
QList<OptionEntry> optionsAt(const CommandEntry &program, const CommandEntry &command)
{
    QList<OptionEntry> options = command.options;
    for (const auto &option : program.options) {
        const bool own = std::any_of(
            options.begin(), options.end(), [&](const auto &other) { return other.names == option.names; });
        if (!own)
            options.append(option);
    }
    return options;
}

/// What completes the value of an option, for the word before it, as branches of a case.
QString valueBranches(const QList<PlacedCommand> &commands)
{
    QString branches;
    for (const auto &[place, command] : commands) {
        for (const auto &option : command.options) {
            if (option.choices.isEmpty())
                continue;
            for (const auto &name : option.names)
                branches += u"    %1) choices=%2 ;;\n"_s.arg(
                    quotedText(place.isEmpty() ? name : place + u' ' + name), quotedText(option.choices.join(u' ')));
        }
    }
    return branches;
}

/// What may stand next on the line of a command, if that is known.
QStringList wordsAt(const CommandEntry &command)
{
    QStringList words;
    for (const auto &below : command.commands)
        words.append(below.name);
    for (const auto &operand : command.operands)
        words.append(operand.choices);
    return words;
}

/// Options of the program are matched at every place.
QString choiceLookup(const QList<PlacedCommand> &commands, const QString &before)
{
    return u"    choices=\n    case \"$place %1\" in\n"_s.arg(before) + valueBranches(commands.mid(1)) + u"    esac\n"_s
        + u"    case \"%1\" in\n"_s.arg(before) + valueBranches(commands.mid(0, 1)) + u"    esac\n"_s;
}

QString zshEntry(const QString &name, const QString &words)
{
    return quotedText(QString(name).replace(u':', "\\:"_L1) + u':' + words);
}

}

QString bashCompletion(const CommandEntry &program)
{
    const auto commands = placedCommands(program);
    const QString valued = valueOptions(commands).join(u'|');
    QString script = u"# Completion of %1 for bash; made by \"%1 completion bash\".\n%2()\n{\n"_s.arg(
        program.name, functionName(program));
    script += u"    local word before= place= choices words i\n"
              "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
              "        word=${COMP_WORDS[i]}\n"
              "        case $before in\n"
              "        "_s
        + valued + u")\n            before=\n            continue\n            ;;\n        esac\n"_s
        + u"        before=$word\n        case \"$place $word\" in\n        "_s + casePattern(commands)
        + u") place=\"$place $word\" ;;\n        esac\n    done\n    word=${COMP_WORDS[COMP_CWORD]}\n"_s;
    script += choiceLookup(commands, u"$before"_s);
    script += u"    if [ -n \"$choices\" ]; then\n"
              "        mapfile -t COMPREPLY < <(compgen -W \"$choices\" -- \"$word\")\n"
              "        return\n"
              "    fi\n"
              "    case $before in\n"
              "    "_s
        + valued
        + u")\n        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n        return\n        ;;\n    esac\n"_s;
    script += u"    words=\n    case $place in\n"_s;
    for (const auto &[place, command] : commands) {
        QStringList options;
        for (const auto &option : optionsAt(program, command))
            options.append(option.names);
        script
            += u"    %1)\n        case $word in\n        -*) words=%2 ;;\n        *) words=%3 ;;\n        esac\n"_s.arg(
                   quotedText(place), quotedText(options.join(u' ')), quotedText(wordsAt(command).join(u' ')))
            + u"        ;;\n"_s;
    }
    script += u"    esac\n"
              "    if [ -n \"$words\" ]; then\n"
              "        mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$word\")\n"
              "    else\n"
              "        mapfile -t COMPREPLY < <(compgen -f -- \"$word\")\n"
              "    fi\n}\ncomplete -o filenames -F "_s
        + functionName(program) + u' ' + program.name + u'\n';
    return script;
}

QString zshCompletion(const CommandEntry &program)
{
    const auto commands = placedCommands(program);
    const QString valued = valueOptions(commands).join(u'|');
    QString script = u"#compdef %1\n# Completion of %1 for zsh; made by \"%1 completion zsh\".\n%2() {\n"_s.arg(
        program.name, functionName(program));
    script += u"    local before= place= choices word\n    local -a names options\n"
              "    for word in \"${(@)words[2,CURRENT-1]}\"; do\n"
              "        case $before in\n        ("_s
        + valued + u")\n            before=\n            continue\n            ;;\n        esac\n"_s
        + u"        before=$word\n        case \"$place $word\" in\n        ("_s + casePattern(commands)
        + u") place=\"$place $word\" ;;\n        esac\n    done\n"_s;
    script += choiceLookup(commands, u"$before"_s);
    script += u"    if [[ -n $choices ]]; then\n        compadd -- ${=choices}\n        return\n    fi\n"
              "    case $before in\n    ("_s
        + valued + u")\n        _files\n        return\n        ;;\n    esac\n    case $place in\n"_s;
    for (const auto &[place, command] : commands) {
        QStringList names;
        for (const auto &below : command.commands)
            names.append(zshEntry(below.name, below.words));
        for (const auto &operand : command.operands) {
            for (const auto &choice : operand.choices)
                names.append(zshEntry(choice, operand.words));
        }
        QStringList options;
        for (const auto &option : optionsAt(program, command)) {
            for (const auto &name : option.names)
                options.append(zshEntry(name, option.words));
        }
        script += u"    (%1)\n        names=(%2)\n        options=(%3)\n        ;;\n"_s.arg(
            quotedText(place), names.join(u' '), options.join(u' '));
    }
    return script
        + u"    esac\n"
          "    if [[ $PREFIX == -* ]]; then\n        _describe -o option options\n"
          "    elif (( $#names )); then\n        _describe command names\n"
          "    else\n        _files\n    fi\n}\n%1 \"$@\"\n"_s.arg(functionName(program));
}

QString fishCompletion(const CommandEntry &program)
{
    const auto commands = placedCommands(program);
    QStringList places;
    for (const auto &[place, command] : commands.mid(1))
        places.append(fishQuoted(place));
    const QString at = u"_%1_at"_s.arg(functionName(program));
    QString script
        = u"# Completion of %1 for fish; made by \"%1 completion fish\".\nfunction %2\n"_s.arg(program.name, at);
    script += u"    set -l place ''\n    set -l before ''\n"
              "    for word in (commandline -opc)[2..-1]\n"
              "        if contains -- $before "_s
        + valueOptions(commands).join(u' ')
        + u"\n            set before ''\n            continue\n        end\n"
          "        set before $word\n        if contains -- \"$place $word\" "_s
        + places.join(u' ')
        + u"\n            set place \"$place $word\"\n        end\n    end\n"
          "    test \"$place\" = $argv[1]\nend\n"_s;
    for (const auto &[place, command] : commands) {
        const QString start = u"complete -c %1 -n %2"_s.arg(program.name, fishQuoted(at + u" \""_s + place + u'"'));
        for (const auto &below : command.commands)
            script += start + u" -f -a %1 -d %2\n"_s.arg(fishQuoted(below.name), fishQuoted(below.words));
        for (const auto &operand : command.operands) {
            if (!operand.choices.isEmpty())
                script += start + u" -f -a %1\n"_s.arg(fishQuoted(operand.choices.join(u' ')));
        }
        for (const auto &option : command.options) {
            QString line = place.isEmpty() ? u"complete -c %1"_s.arg(program.name) : start;
            for (const auto &name : option.names)
                line += name.startsWith("--"_L1) ? u" -l "_s + name.mid(2) : u" -s "_s + name.mid(1);
            if (!option.choices.isEmpty())
                line += u" -x -a "_s + fishQuoted(option.choices.join(u' '));
            else if (!option.value.isEmpty())
                line += u" -r"_s;
            script += line + u" -d "_s + fishQuoted(option.words) + u'\n';
        }
    }
    return script;
}

}
