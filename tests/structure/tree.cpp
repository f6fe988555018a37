// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/structure/tree.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace structure {

Source source(const QString &path, const QString &text)
{
    return {path, text.split(u'\n')};
}

Tree treeAt(const QString &root)
{
    static const QStringList kinds {u"*.h"_s, u"*.cpp"_s, u"CMakeLists.txt"_s, u"*.cmake"_s, u"*.md"_s, u"*.qrc"_s};
    static const QStringList folders {
        u"app"_s, u"ui"_s, u"api"_s, u"models"_s, u"tests"_s, u"cmake"_s, u"packaging"_s, u"docs"_s, u"resources"_s};
    Tree tree;
    const auto add = [&](const QString &path) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            tree.append(source(QDir(root).relativeFilePath(path), QString::fromUtf8(file.readAll())));
    };
    for (const auto &folder : folders) {
        QDirIterator files(root + u'/' + folder, kinds, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            add(files.next());
    }
    const auto top = QDir(root).entryInfoList(kinds, QDir::Files);
    for (const auto &file : top)
        add(file.filePath());
    for (const auto &script : {u"dev"_s, u".ci/run"_s, u"packaging/install-deps"_s})
        add(root + u'/' + script);
    return tree;
}

QList<Include> includes(const Tree &tree)
{
    static const QRegularExpression quoted(u"^\\s*#\\s*include\\s*\"((?:app|ui|api|models|tests)/[^\"]+)\""_s);
    QList<Include> list;
    for (const auto &source : tree) {
        if (!source.isCode())
            continue;
        for (const auto &line : source.lines) {
            if (const auto match = quoted.match(line); match.hasMatch())
                list.append({source.path, match.captured(1)});
        }
    }
    return list;
}

QString room(const QString &path)
{
    const QStringList parts = path.split(u'/');
    return parts.size() < 3 ? parts.first() : parts.at(0) + u'/' + parts.at(1);
}

}
