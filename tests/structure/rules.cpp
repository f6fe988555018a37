// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/rules.h"

#include <QRegularExpression>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace structure {

namespace {

bool below(const QString &path, const QStringList &folders)
{
    return std::any_of(folders.begin(), folders.end(), [&](const QString &folder) {
        return path == folder || path.startsWith(folder + u'/');
    });
}

/// Folders without arrows are taken away again and again; what is left stands in a ring or leads into one.
void takeLeavesAway(QMap<QString, QSet<QString>> &arrows)
{
    for (bool taken = true; taken;) {
        taken = false;
        const QStringList rooms = arrows.keys();
        for (const auto &name : rooms) {
            auto &targets = arrows[name];
            targets.removeIf([&](const QString &to) { return !arrows.contains(to); });
            if (targets.isEmpty()) {
                arrows.remove(name);
                taken = true;
            }
        }
    }
}

}

QStringList forbiddenArrows(const Tree &tree, const QString &layer, const QStringList &mayInclude)
{
    QStringList wrong;
    for (const auto &[from, to] : includes(tree)) {
        if (below(from, {layer}) && !below(to, mayInclude))
            wrong << from + u" -> "_s + to;
    }
    return wrong;
}

QStringList ringOfFolders(const Tree &tree, const QStringList &layers)
{
    QMap<QString, QSet<QString>> arrows;
    for (const auto &[from, to] : includes(tree)) {
        if (below(from, layers) && room(from) != room(to))
            arrows[room(from)].insert(room(to));
    }
    takeLeavesAway(arrows);
    QStringList ring;
    for (auto it = arrows.cbegin(); it != arrows.cend(); ++it) {
        for (const auto &to : it.value())
            ring << it.key() + u" -> "_s + to;
    }
    ring.sort();
    return ring;
}

QStringList includesNotFromTheRoot(const Tree &tree)
{
    static const QRegularExpression quoted(u"^\\s*#\\s*include\\s*\"([^\"]+)\""_s);
    static const QRegularExpression angled(u"^\\s*#\\s*include\\s*<((?:app|ui|api|models|tests)/[^>]+)>"_s);
    QSet<QString> paths;
    for (const auto &source : tree)
        paths.insert(source.path);
    QStringList wrong;
    for (const auto &source : tree) {
        if (!source.isCode())
            continue;
        for (const auto &line : source.lines) {
            const auto match = quoted.match(line);
            const bool generated = match.captured(1).endsWith(".moc"_L1);
            if ((match.hasMatch() && !generated && !paths.contains(match.captured(1))) || angled.match(line).hasMatch())
                wrong << source.path + u": "_s + line;
        }
    }
    return wrong;
}

QStringList largeFiles(const Tree &tree, const QMap<QString, int> &allowed)
{
    QStringList wrong;
    auto unused = allowed;
    for (const auto &source : tree) {
        if (!source.isCode())
            continue;
        // The text after the last line break is not a line.
        const auto lines = source.lines.size() - (source.lines.constLast().isEmpty() ? 1 : 0);
        const qsizetype most = source.isHeader() ? 200 : 400;
        if (lines > most)
            unused.remove(source.path);
        if (lines > std::max<qsizetype>(most, allowed.value(source.path)))
            wrong << u"%1: %2 lines, at most %3"_s.arg(source.path).arg(lines).arg(most);
    }
    for (auto it = unused.cbegin(); it != unused.cend(); ++it)
        wrong << it.key() + u": needs no exception any more"_s;
    return wrong;
}

QStringList filesWithoutLicence(const Tree &tree)
{
    QStringList wrong;
    for (const auto &source : tree) {
        if (source.path.endsWith(".md"_L1) || source.path.endsWith(".qrc"_L1))
            continue;
        const QString mark = source.isCode() ? u"//"_s : u"#"_s;
        const qsizetype first = source.lines.constFirst().startsWith("#!"_L1) ? 1 : 0;
        if (source.lines.value(first) != mark + u" SPDX-FileCopyrightText: Microcycle contributors"_s
            || source.lines.value(first + 1) != mark + u" SPDX-License-Identifier: GPL-3.0-or-later"_s)
            wrong << source.path + u": the licence lines"_s;
        if (source.isHeader() && source.lines.value(2) != "#pragma once"_L1)
            wrong << source.path + u": #pragma once below the licence lines"_s;
    }
    return wrong;
}

QStringList matches(const Tree &tree, const QString &pattern, const QStringList &folders, const QStringList &except)
{
    const QRegularExpression banned(pattern);
    QStringList found;
    for (const auto &source : tree) {
        if (!source.isCode() || below(source.path, except) || (!folders.isEmpty() && !below(source.path, folders)))
            continue;
        for (qsizetype i = 0; i < source.lines.size(); ++i) {
            if (banned.match(source.lines.at(i)).hasMatch())
                found << u"%1:%2: %3"_s.arg(source.path).arg(i + 1).arg(source.lines.at(i).trimmed());
        }
    }
    return found;
}

QStringList missingDocuments(const Tree &tree)
{
    static const QRegularExpression document(u"\\w[\\w/-]*\\.md\\b"_s);
    QSet<QString> names;
    for (const auto &source : tree) {
        if (source.path.endsWith(".md"_L1))
            names << source.path << source.path.section(u'/', -1);
    }
    QStringList wrong;
    for (const auto &source : tree) {
        if (below(source.path, {u"tests/structure"_s})) // speaks of made-up ones
            continue;
        for (const auto &line : source.lines) {
            for (auto found = document.globalMatch(line); found.hasNext();) {
                const QString name = found.next().captured();
                if (!names.contains(name))
                    wrong << source.path + u": "_s + name;
            }
        }
    }
    return wrong;
}

QStringList unlistedResources(const Tree &tree, const QStringList &filesInResources)
{
    static const QRegularExpression entry(u"<file[^>]*>([^<]+)</file>"_s);
    QStringList listed;
    for (const auto &source : tree) {
        if (!source.path.endsWith(".qrc"_L1))
            continue;
        for (const auto &line : source.lines) {
            if (const auto match = entry.match(line); match.hasMatch())
                listed << match.captured(1);
        }
    }
    QStringList wrong;
    for (const auto &file : filesInResources) {
        if (!listed.contains(file))
            wrong << file + u": not listed"_s;
    }
    for (const auto &file : std::as_const(listed)) {
        if (!filesInResources.contains(file))
            wrong << file + u": not there"_s;
    }
    return wrong;
}

}
