// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/plainfile.h"

#include "app/cli/context.h"
#include "models/files/openregular.h"
#include "models/files/safename.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace cli {

domain::Result<QByteArray> readPlainFile(const std::string &path)
{
    auto bytes = files::readRegularFile(QString::fromStdString(path));
    if (bytes && bytes->isEmpty())
        return domain::unreadable(QString::fromStdString(path), u"the file is empty"_s);
    return bytes;
}

QString fileName(const std::string &path)
{
    return QFileInfo(QString::fromStdString(path)).fileName();
}

domain::Result<QString> savePlainFile(const SaveTarget &target, const QByteArray &bytes)
{
    const QString given = QString::fromStdString(target.path);
    const bool own = !given.isEmpty() && !QFileInfo(given).isDir();
    const QString name = files::safeFileName(target.name, u"workout"_s);
    const QString path = own ? given : given.isEmpty() ? name : given + u'/' + name;
    if (!own) {
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
            return domain::storageFailure(
                path, file.exists() ? u"it is there already, use --output"_s : file.errorString());
        if (file.write(bytes) != bytes.size() || !file.flush())
            return domain::storageFailure(path, file.errorString());
        return path;
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return domain::storageFailure(path, file.errorString());
    return path;
}

domain::Result<domain::Done> writeToStandardOutput(const QByteArray &bytes)
{
    const bool written = std::fwrite(bytes.constData(), 1, size_t(bytes.size()), stdout) == size_t(bytes.size())
        && std::fflush(stdout) == 0;
    if (!written)
        return domain::storageFailure(u"standard output"_s, u"it is closed"_s);
    return domain::Done {};
}

int deliver(Context &context, const SaveTarget &target, const QByteArray &bytes)
{
    if (target.path == "-") {
        const auto written = writeToStandardOutput(bytes);
        return written ? int(Done) : context.output().fail(written.error());
    }
    const auto saved = savePlainFile(target, bytes);
    if (!saved)
        return context.output().fail(saved.error());
    if (context.output().isJson())
        context.output().json(QJsonDocument(QJsonObject {{u"file"_s, *saved}, {u"bytes"_s, bytes.size()}}));
    else
        context.output().line(u"Saved %1."_s.arg(*saved));
    return Done;
}

}
