// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/setaside.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace store {

QString asidePath(const QString &path, const QString &why, const QDateTime &now)
{
    const QString stem = path + u'.' + why + u'-' + now.toUTC().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = stem;
    for (int n = 2; QFile::exists(name); ++n)
        name = stem + u'-' + QString::number(n);
    return name;
}

QString setAside(const QString &path, const QString &why, const QDateTime &now)
{
    const QString name = asidePath(path, why, now);
    return QFile::rename(path, name) ? name : QString();
}

}
