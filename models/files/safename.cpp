// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/safename.h"

#include "models/files/plaintext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace files {

namespace {

constexpr qsizetype longestName = 120;
constexpr qsizetype mostBytes = 240; // file systems count bytes
constexpr qsizetype longestEnding = 12;

/// Names that mean a device on Windows, with any ending.
bool isReserved(const QString &name)
{
    static const QStringList devices {u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString stem = name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).trimmed().toLower();
    const bool port
        = (stem.startsWith("com"_L1) || stem.startsWith("lpt"_L1)) && stem.size() == 4 && stem.at(3).isDigit();
    return port || devices.contains(stem);
}

QString trimmedOf(QStringView edges, QString name)
{
    while (!name.isEmpty() && edges.contains(name.front()))
        name.remove(0, 1);
    while (!name.isEmpty() && edges.contains(name.back()))
        name.chop(1);
    return name;
}

/// Cuts before the ending, never through a character.
QString shortened(const QString &name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasEnding = dot > 0 && name.size() - dot <= longestEnding;
    const QString ending = hasEnding ? name.mid(dot) : QString();
    QString stem = hasEnding ? name.left(dot) : name;
    while (
        !stem.isEmpty() && (stem.size() + ending.size() > longestName || (stem + ending).toUtf8().size() > mostBytes))
        stem.chop(stem.size() > 1 && stem.back().isLowSurrogate() ? 2 : 1);
    return stem + ending;
}

}

QString safeFileName(const QString &outside, const QString &fallback)
{
    const QString path = plain(outside).replace(u'\\', u'/');
    QString name = path.mid(path.lastIndexOf(u'/') + 1).simplified();
    for (QChar &c : name) {
        if (QStringView(u"<>:\"|?*").contains(c))
            c = u'_';
    }
    name = shortened(trimmedOf(u". ", name.left(1000)));
    name = trimmedOf(u". ", name);
    if (isReserved(name))
        name.prepend(u'_');
    return name.isEmpty() ? fallback : name;
}

QString safeFileName(const QString &name, const QString &ending, const QString &fallback)
{
    // A slash in a name that a person gave is not a folder.
    QString stem = name;
    stem.replace(u'/', u'-').replace(u'\\', u'-');
    stem = safeFileName(stem, fallback);
    return safeFileName(stem.left(longestName - longestEnding) + u'.' + ending, fallback + u'.' + ending);
}

}
