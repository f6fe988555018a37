// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/manual.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// Text that troff takes for nothing but text; a dash stays a dash that can be copied.
QString troff(QString text)
{
    text.replace(u'\\', "\\e"_L1).replace(u'-', "\\-"_L1);
    if (text.startsWith(u'.') || text.startsWith(u'\''))
        text.prepend("\\&"_L1);
    return text;
}

/// Help says it in half a sentence; a page wants the full stop.
QString asSentence(QString text)
{
    if (text.isEmpty())
        return text;
    text[0] = text.at(0).toUpper();
    return text.endsWith(u'.') ? text : text + u'.';
}

QString optionText(const OptionEntry &option)
{
    QStringList names;
    for (const auto &name : option.names)
        names.append(u"\\fB"_s + troff(name) + u"\\fR"_s);
    QString head = names.join(", "_L1);
    if (!option.value.isEmpty())
        head += u" \\fI"_s + troff(option.choices.isEmpty() ? option.value : option.choices.join(u'|')) + u"\\fR"_s;
    return u".TP\n"_s + head + u'\n' + troff(asSentence(option.words)) + u'\n';
}

QString operandUse(const OperandEntry &operand)
{
    QString use = u"\\fI"_s + troff(operand.name) + u"\\fR"_s;
    if (operand.repeats)
        use += u" ..."_s;
    return operand.required ? use : u'[' + use + u']';
}

QString commandText(const CommandEntry &program, const PlacedCommand &placed)
{
    QString use = u"\\fB"_s + troff(program.name + placed.place) + u"\\fR [options]"_s;
    for (const auto &operand : placed.command.operands)
        use += u' ' + operandUse(operand);
    QString text = u".SS \""_s + troff(placed.place.mid(1)) + u"\"\n"_s + troff(asSentence(placed.command.words))
        + u"\n.PP\n"_s + use + u'\n';
    for (const auto &operand : placed.command.operands) {
        if (!operand.words.isEmpty())
            text += u".TP\n\\fI"_s + troff(operand.name) + u"\\fR\n"_s + troff(asSentence(operand.words)) + u'\n';
    }
    for (const auto &option : placed.command.options) {
        if (option.names.contains(u"--help"_s))
            continue;
        text += optionText(option);
    }
    return text;
}

QString ending()
{
    const auto entry = [](const QString &head, const QString &text) {
        return u".TP\n\\fB"_s + troff(head) + u"\\fR\n"_s + troff(text) + u'\n';
    };
    return u".SH EXIT STATUS\n"_s + entry(u"0"_s, u"Done."_s)
        + entry(u"1"_s, u"The service, a file or this machine refused; the reason is on standard error."_s)
        + entry(u"2"_s, u"The call itself was wrong."_s)
        + troff(u"With --json the reason is an object: {\"error\": {\"kind\", \"message\", \"status\"}}."_s)
        + u"\n.SH ENVIRONMENT\n"_s + entry(u"MICROCYCLE_API_KEY"_s, u"The key, before the keychain is asked."_s)
        + entry(u"MICROCYCLE_SERVER"_s, u"Another server than the service itself, https or on this machine."_s)
        + entry(u"MICROCYCLE_DATA_DIR"_s, u"Where settings are kept, instead of the platform's folder."_s);
}

}

QString manualPage(const CommandEntry &program, const QString &version)
{
    QString page = u".TH "_s + troff(program.name).toUpper() + u" 1 \"\" \"Microcycle "_s + troff(version)
        + u"\" \"User Commands\"\n.nh\n.ad l\n.SH NAME\n"_s + troff(program.name) + u" \\- "_s + troff(program.words)
        + u"\n.SH SYNOPSIS\n\\fB"_s + troff(program.name) + u"\\fR [options] \\fIcommand\\fR [...]\n.SH DESCRIPTION\n"_s
        + troff(u"Reads and writes the calendar, activities, wellness, library and settings of an Intervals.icu "
                "account. Answers are tables for people, or one JSON document with --json."_s)
        + u"\n.SH OPTIONS\nThey count for every command and may stand anywhere on the line.\n"_s;
    for (const auto &option : program.options)
        page += optionText(option);
    page += u".SH COMMANDS\n"_s;
    const auto commands = placedCommands(program);
    for (const auto &placed : commands) {
        if (placed.command.isLeaf())
            page += commandText(program, placed);
    }
    return page + ending();
}

}
