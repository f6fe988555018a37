// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace structure {

/// One text file of the tree; the path is relative to its root.
struct Source {
    QString path;
    QStringList lines;

    [[nodiscard]] bool isHeader() const { return path.endsWith(QLatin1StringView(".h")); }
    [[nodiscard]] bool isCode() const { return isHeader() || path.endsWith(QLatin1StringView(".cpp")); }
    [[nodiscard]] bool isIn(const QString &folder) const { return path.startsWith(folder + QLatin1Char('/')); }
};

using Tree = QList<Source>;

/// Everything written by hand: code, CMake, scripts and documents; no build folders, no hidden ones.
[[nodiscard]] Tree treeAt(const QString &root);

/// A tree of one file, for asking whether a rule sees what it should.
[[nodiscard]] Source source(const QString &path, const QString &text);

/// An #include "…" that names a file of the tree.
struct Include {
    QString from;
    QString to;
};
[[nodiscard]] QList<Include> includes(const Tree &tree);

/// "models/store" of "models/store/outbox.cpp".
[[nodiscard]] QString room(const QString &path);

}
