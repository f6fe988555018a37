// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/uploadfolder.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto fileSuffix = ".file"_L1;
constexpr auto noteSuffix = ".json"_L1;
constexpr qint64 longestNote = 64 << 10;
constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Whole or not at all, on the disk when it returns; the folder keeps others out even before the rights are set.
domain::Result<domain::Done> write(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    const bool written = file.open(QIODevice::WriteOnly) && file.setPermissions(ownerOnly)
        && file.write(bytes) == bytes.size() && file.commit();
    if (!written)
        return domain::storageFailure(QFileInfo(path).fileName(), file.errorString());
    return domain::Done {};
}

QJsonObject noteOf(const Upload &upload)
{
    QJsonObject note {{u"v"_s, 1},
        {u"name"_s, upload.name},
        {u"sha256"_s, QString::fromLatin1(upload.hash)},
        {u"bytes"_s, upload.bytes},
        {u"added"_s, upload.added.toUTC().toString(Qt::ISODateWithMs)}};
    if (upload.pairedEvent)
        note.insert(u"paired_event_id"_s, upload.pairedEvent->value);
    if (upload.refusal) {
        note.insert(u"refusal"_s,
            QJsonObject {{u"kind"_s, int(upload.refusal->kind)},
                {u"status"_s, upload.refusal->httpStatus},
                {u"detail"_s, upload.refusal->detail}});
    }
    return note;
}

std::optional<Upload> uploadFrom(const QString &id, const QJsonObject &note)
{
    Upload upload {id,
        note.value("name"_L1).toString(),
        note.value("sha256"_L1).toString().toLatin1(),
        note.value("bytes"_L1).toInteger(),
        {},
        QDateTime::fromString(note.value("added"_L1).toString(), Qt::ISODateWithMs),
        {}};
    if (upload.name.isEmpty() || upload.hash.isEmpty() || upload.bytes <= 0)
        return {};
    if (const qint64 event = note.value("paired_event_id"_L1).toInteger(); event > 0)
        upload.pairedEvent = domain::EventId {event};
    if (const QJsonObject refusal = note.value("refusal"_L1).toObject(); !refusal.isEmpty()) {
        const int kind = std::clamp(refusal.value("kind"_L1).toInt(), 0, int(domain::Error::Kind::Parse));
        upload.refusal = domain::Error {.kind = domain::Error::Kind(kind),
            .httpStatus = refusal.value("status"_L1).toInt(),
            .item = upload.name,
            .detail = refusal.value("detail"_L1).toString(),
            .retryAfter = {}};
    }
    return upload;
}

}

UploadFolder::UploadFolder(QString path)
    : m_path(std::move(path))
{
    if (!m_path.isEmpty())
        load();
}

QString UploadFolder::filePath(const QString &id) const
{
    return m_path + u'/' + id + fileSuffix;
}

QString UploadFolder::notePath(const QString &id) const
{
    return m_path + u'/' + id + noteSuffix;
}

void UploadFolder::load()
{
    const QStringList notes = QDir(m_path).entryList({u'*' + noteSuffix}, QDir::Files, QDir::Name);
    for (const auto &name : notes) {
        const QString id = name.chopped(noteSuffix.size());
        QFile note(notePath(id));
        if (!note.open(QIODevice::ReadOnly))
            continue;
        const auto upload = uploadFrom(id, QJsonDocument::fromJson(note.read(longestNote)).object());
        if (upload && QFileInfo(filePath(id)).size() == upload->bytes)
            m_uploads.append(*upload);
    }
    sweep();
}

/// A file without a note was never said to be kept; whatever else is there was being written when something ended.
void UploadFolder::sweep() const
{
    const QStringList files = QDir(m_path).entryList(QDir::Files | QDir::Hidden);
    for (const auto &name : files) {
        const bool noted = name.endsWith(fileSuffix) && QFile::exists(notePath(name.chopped(fileSuffix.size())));
        if (!noted && !name.endsWith(noteSuffix))
            QFile::remove(m_path + u'/' + name);
    }
}

const Upload *UploadFolder::find(const QString &id) const
{
    const auto found
        = std::find_if(m_uploads.begin(), m_uploads.end(), [&id](const Upload &upload) { return upload.id == id; });
    return found == m_uploads.end() ? nullptr : &*found;
}

QString UploadFolder::nextId() const
{
    qint64 last = 0;
    for (const auto &upload : m_uploads)
        last = std::max(last, upload.id.toLongLong());
    return u"%1"_s.arg(last + 1, 8, 10, QLatin1Char('0'));
}

domain::Result<Upload> UploadFolder::add(
    const QByteArray &bytes, const QString &name, std::optional<domain::EventId> pairedEvent, const QDateTime &now)
{
    const QByteArray hash = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    for (const auto &upload : std::as_const(m_uploads)) {
        if (upload.hash == hash && !upload.refusal)
            return upload;
    }
    if (m_path.isEmpty() || !QDir().mkpath(m_path) || !QFile::setPermissions(m_path, ownerOnly | QFile::ExeOwner))
        return domain::storageFailure(name, u"the folder for uploads cannot be written"_s);
    const Upload upload {nextId(), name, hash, bytes.size(), pairedEvent, now.toUTC(), {}};
    if (const auto kept = write(filePath(upload.id), bytes); !kept)
        return domain::storageFailure(name, kept.error().detail);
    if (const auto noted = writeNote(upload); !noted) {
        QFile::remove(filePath(upload.id));
        return domain::storageFailure(name, noted.error().detail);
    }
    m_uploads.append(upload);
    return upload;
}

domain::Result<domain::Done> UploadFolder::writeNote(const Upload &upload) const
{
    return write(notePath(upload.id), QJsonDocument(noteOf(upload)).toJson(QJsonDocument::Compact));
}

domain::Result<QByteArray> UploadFolder::read(const Upload &upload) const
{
    QFile file(filePath(upload.id));
    if (!file.open(QIODevice::ReadOnly))
        return domain::storageFailure(upload.name, file.errorString());
    QByteArray bytes = file.readAll();
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex() != upload.hash)
        return domain::storageFailure(upload.name, u"the kept copy is damaged"_s);
    return bytes;
}

domain::Result<domain::Done> UploadFolder::setRefusal(const QString &id, const std::optional<domain::Error> &refusal)
{
    for (auto &upload : m_uploads) {
        if (upload.id == id) {
            upload.refusal = refusal;
            return writeNote(upload);
        }
    }
    return domain::Done {};
}

void UploadFolder::remove(const QString &id)
{
    QFile::remove(notePath(id)); // first, so that nothing is sent again from a file whose removal was cut off
    QFile::remove(filePath(id));
    m_uploads.removeIf([&id](const Upload &upload) { return upload.id == id; });
}

}
