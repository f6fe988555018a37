// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sessionline.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr qint64 longestLine = 4096;

}

domain::Result<SessionLine> SessionLine::read(const QString &path)
{
    QFile file(path);
    const bool open = path == "-"_L1 ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open)
        return domain::storageFailure(path, file.errorString());
    const QJsonObject object = QJsonDocument::fromJson(file.readLine(longestLine)).object();
    const SessionLine line {object.value("url"_L1).toString(),
        object.value("key"_L1).toString().toLatin1(),
        object.value("athlete"_L1).toString(),
        object.value("clientId"_L1).toString().toLatin1(),
        object.value("clientSecret"_L1).toString().toLatin1()};
    if (line.url.isEmpty() || line.key.isEmpty())
        return domain::unreadable(path, u"expected one line {\"url\":…,\"key\":…,\"athlete\":…}"_s);
    return line;
}

QByteArray SessionLine::json() const
{
    const QJsonObject object {{u"url"_s, url},
        {u"key"_s, QString::fromLatin1(key)},
        {u"athlete"_s, athlete},
        {u"clientId"_s, QString::fromLatin1(clientId)},
        {u"clientSecret"_s, QString::fromLatin1(clientSecret)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

}
