// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/model/action.h"

#include <QRandomGenerator>
#include <array>

using namespace Qt::StringLiterals;

namespace fault {

namespace {

using What = Action::What;

struct Likely {
    What what;
    const char *name;
    int byClient; ///< how often, beside the others
    int byWeb;
};

constexpr std::array all {
    Likely {What::Wait, "wait", 26, 26},
    Likely {What::Create, "create", 7, 3},
    Likely {What::Rename, "rename", 9, 6},
    Likely {What::Recolour, "recolour", 5, 3},
    Likely {What::AddLine, "line", 6, 4},
    Likely {What::Rewrite, "rewrite", 4, 3},
    Likely {What::Move, "move", 6, 3},
    Likely {What::Remove, "remove", 4, 3},
    Likely {What::Log, "log", 3, 3},
    Likely {What::AddFolder, "folder", 1, 0},
    Likely {What::AddTemplate, "template", 2, 0},
    Likely {What::RewriteTemplate, "retemplate", 2, 0},
    Likely {What::RemoveFromLibrary, "unkeep", 1, 0},
    Likely {What::Undo, "undo", 5, 0},
    Likely {What::Redo, "redo", 2, 0},
    Likely {What::Choose, "choose", 6, 0},
    Likely {What::Sync, "sync", 6, 0},
    Likely {What::Fail, "fail", 7, 0},
    Likely {What::Leave, "leave", 2, 0},
    Likely {What::Return, "return", 3, 0},
    Likely {What::Restart, "restart", 1, 0},
};

constexpr std::array names {"a", "b", "c", "web"};

What drawn(QRandomGenerator &random, int Likely::*weight)
{
    int sum = 0;
    for (const auto &each : all)
        sum += each.*weight;
    int at = random.bounded(sum);
    for (const auto &each : all) {
        at -= each.*weight;
        if (at < 0)
            return each.what;
    }
    return What::Wait;
}

}

Script scriptOf(quint32 seed, int actions)
{
    QRandomGenerator random(seed);
    Script script;
    while (script.size() < actions) {
        const int who = std::min(random.bounded(7) / 2, Action::web);
        script.append(
            {who, drawn(random, who == Action::web ? &Likely::byWeb : &Likely::byClient), random.bounded(1000)});
    }
    return script;
}

QString textOf(const Script &script)
{
    QStringList words;
    for (const auto &action : script) {
        const auto found = std::ranges::find(all, action.what, &Likely::what);
        words.append(u"%1.%2.%3"_s.arg(QLatin1StringView(names.at(size_t(action.who))), QLatin1StringView(found->name))
                         .arg(action.pick));
    }
    return words.join(u' ');
}

std::optional<Script> scriptFrom(const QString &text)
{
    Script script;
    const auto words = text.split(u' ', Qt::SkipEmptyParts);
    for (const auto &word : words) {
        const auto parts = word.split(u'.');
        if (parts.size() != 3)
            return {};
        const auto who
            = std::ranges::find_if(names, [&](const char *name) { return parts.at(0) == QLatin1StringView(name); });
        const auto what = std::ranges::find_if(
            all, [&](const Likely &each) { return parts.at(1) == QLatin1StringView(each.name); });
        if (who == names.end() || what == all.end())
            return {};
        script.append({int(who - names.begin()), what->what, parts.at(2).toInt()});
    }
    return script;
}

}
