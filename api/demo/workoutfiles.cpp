// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/workoutfiles.h"

#include "api/demo/answers.h"
#include "models/files/eventfile.h"
#include "models/files/readfile.h"
#include "models/files/safename.h"
#include "models/files/workouttext.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr qsizetype mostWorkoutFileBytes = 2 << 20;

/// The file's bytes out of the body; nothing without any.
domain::Result<std::optional<QByteArray>> contentsOf(const QJsonObject &body)
{
    const QString encoded = body.value("file_contents_base64"_L1).toString();
    if (!encoded.isEmpty()) {
        const auto decoded
            = QByteArray::fromBase64Encoding(encoded.toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            return refusal(422, u"file_contents_base64: this is not Base64"_s);
        return std::optional(decoded.decoded);
    }
    const QString text = body.value("file_contents"_L1).toString();
    return text.isEmpty() ? std::optional<QByteArray> {} : std::optional(text.toUtf8());
}

}

std::optional<QString> workoutFormat(const QString &suffix)
{
    static const QStringList formats {u".zwo"_s, u".mrc"_s, u".erg"_s, u".fit"_s};
    return formats.contains(suffix) ? std::optional(suffix.mid(1)) : std::nullopt;
}

domain::Result<Recordings::File> workoutFileOf(
    const domain::Event &event, const QString &format, const QList<domain::SportSettings> &sports)
{
    const auto file = files::fileOf(event, sports);
    if (!file)
        return refusal(422, u"The event has no workout"_s);
    const auto written
        = files::writeWorkoutFile(*file, files::formatOfName(u"x."_s + format), files::settingsOf(event, sports));
    if (!written)
        return unreadableFile(event.name, written.error());
    const QString name = files::safeFileName(event.name, format, u"workout"_s).replace(u' ', u'_');
    return Recordings::File {name, written->bytes};
}

domain::Result<QJsonObject> workoutInFile(const QByteArray &bytes, const QString &fileName)
{
    const QString name = files::safeFileName(fileName, u"workout"_s);
    if (bytes.size() > mostWorkoutFileBytes)
        return refusal(413, u"%1: the file is too large for a workout"_s.arg(name));
    const auto read = files::readWorkoutFile(bytes, name);
    if (!read)
        return unreadableFile(name, read.error());
    const auto &[inside, format, file] = read->constFirst();
    QJsonObject keys {{u"description"_s, files::workoutText(file)}};
    keys.insert(u"name"_s, file.name.isEmpty() ? inside.section(u'.', 0, -2) : file.name);
    if (!file.sport.isEmpty())
        keys.insert(u"type"_s, file.sport);
    if (!file.tags.isEmpty())
        keys.insert(u"tags"_s, QJsonArray::fromStringList(file.tags));
    return keys;
}

domain::Result<QJsonObject> withFileRead(const QJsonObject &body)
{
    const auto contents = contentsOf(body);
    if (!contents)
        return contents.error();
    if (!*contents)
        return body;
    const QString name = body.value("filename"_L1).toString();
    if (!workoutFormat(u'.' + name.section(u'.', -1).toLower()))
        return refusal(422, u"filename: a name ending in .zwo, .mrc, .erg or .fit is required"_s);
    const auto keys = workoutInFile(**contents, name);
    if (!keys)
        return keys.error();
    QJsonObject whole = body;
    for (auto it = keys->begin(); it != keys->end(); ++it) {
        const QJsonValue given = body.value(it.key());
        if (it.key() == "description"_L1 || given.isUndefined() || given.isNull() || given.toString(u"-"_s).isEmpty())
            whole.insert(it.key(), it.value());
    }
    if (!whole.contains("category"_L1))
        whole.insert(u"category"_s, u"WORKOUT"_s);
    return whole;
}

}
