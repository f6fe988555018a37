// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/syncfolder.h"

#include "models/files/openregular.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

QString hashOf(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

domain::Result<domain::Done> writeWhole(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return domain::storageFailure(path, file.errorString());
    return domain::Done {};
}

}

SyncFolder::SyncFolder(QString path, QString athlete)
    : m_path(std::move(path))
    , m_athlete(std::move(athlete))
{
}

domain::Result<SyncFolder> SyncFolder::open(const QString &path, const QString &athlete)
{
    if (!QFileInfo(path).isDir())
        return domain::storageFailure(path, u"there is no such folder"_s);
    SyncFolder folder(path, athlete);
    if (const auto loaded = folder.load(); !loaded)
        return loaded.error();
    return folder;
}

QString SyncFolder::statePath() const
{
    return m_path + u"/.microcycle-sync.json"_s;
}

domain::Result<domain::Done> SyncFolder::load()
{
    if (!QFileInfo::exists(statePath()))
        return domain::Done {};
    const auto bytes = files::readRegularFile(statePath());
    if (!bytes)
        return bytes.error();
    const QJsonDocument document = QJsonDocument::fromJson(*bytes);
    if (!document.isObject())
        return domain::unreadable(statePath(), u"it is damaged; without it all files are looked at anew"_s);
    const QJsonObject state = document.object();
    const QString owner = state.value("athlete"_L1).toString();
    if (owner != m_athlete)
        return domain::unreadable(m_path, u"the folder belongs to athlete %1, not to %2"_s.arg(owner, m_athlete));
    const QJsonObject uploads = state.value("uploads"_L1).toObject();
    for (auto it = uploads.begin(); it != uploads.end(); ++it)
        m_uploads.insert(it.key(), it.value().toVariant().toStringList());
    const QJsonObject activities = state.value("activities"_L1).toObject();
    for (auto it = activities.begin(); it != activities.end(); ++it)
        m_activities.insert(it.key(), it.value().toString());
    return domain::Done {};
}

domain::Result<domain::Done> SyncFolder::save() const
{
    QJsonObject uploads;
    for (auto it = m_uploads.begin(); it != m_uploads.end(); ++it)
        uploads.insert(it.key(), QJsonArray::fromStringList(it.value()));
    QJsonObject activities;
    for (auto it = m_activities.begin(); it != m_activities.end(); ++it)
        activities.insert(it.key(), it.value());
    const QJsonObject state {{u"athlete"_s, m_athlete}, {u"uploads"_s, uploads}, {u"activities"_s, activities}};
    return writeWhole(statePath(), QJsonDocument(state).toJson());
}

QStringList SyncFolder::filesIn(QLatin1StringView name) const
{
    return QDir(part(name)).entryList(QDir::Files | QDir::Readable, QDir::Name);
}

bool SyncFolder::wasUploaded(const QByteArray &bytes) const
{
    return m_uploads.contains(hashOf(bytes));
}

domain::Result<domain::Done> SyncFolder::setUploaded(const QByteArray &bytes, const QStringList &activities)
{
    m_uploads.insert(hashOf(bytes), activities);
    return save();
}

bool SyncFolder::isSettled(const QString &activity) const
{
    const bool fromHere = std::any_of(
        m_uploads.begin(), m_uploads.end(), [&](const auto &activities) { return activities.contains(activity); });
    return fromHere || m_activities.contains(activity);
}

domain::Result<QString> SyncFolder::saveActivity(const QString &activity, const QString &name, const QByteArray &bytes)
{
    if (!QDir().mkpath(part(activitiesPart)))
        return domain::storageFailure(part(activitiesPart), u"the folder cannot be made"_s);
    QString free = name;
    const QFileInfo wanted(name);
    for (int i = 2; QFileInfo::exists(part(activitiesPart) + u'/' + free); ++i)
        free = u"%1 (%2).%3"_s.arg(wanted.completeBaseName()).arg(i).arg(wanted.suffix());
    if (const auto written = writeWhole(part(activitiesPart) + u'/' + free, bytes); !written)
        return written.error();
    m_activities.insert(activity, free);
    if (const auto saved = save(); !saved)
        return saved.error();
    return free;
}

domain::Result<domain::Done> SyncFolder::setWithoutFile(const QString &activity)
{
    m_activities.insert(activity, {});
    return save();
}

}
