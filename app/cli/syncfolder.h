// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QMap>
#include <QStringList>

namespace cli {

/// A folder that is kept in step with an account. Files in "plan" become planned workouts, on the day their name begins
/// with; files in "upload" become activities; "activities" receives the files of activities. What was done is written
/// in a small file in the folder, which belongs to one athlete.
class SyncFolder
{
public:
    /// Reads what is known of the folder; refuses one of another athlete, and one that is not there.
    static domain::Result<SyncFolder> open(const QString &path, const QString &athlete);

    /// Names of the files in a part of the folder, in order; hidden ones do not count.
    [[nodiscard]] QStringList planFiles() const { return filesIn(planPart); }
    [[nodiscard]] QStringList uploadFiles() const { return filesIn(uploadPart); }
    [[nodiscard]] QString planPath(const QString &name) const { return part(planPart) + u'/' + name; }
    [[nodiscard]] QString uploadPath(const QString &name) const { return part(uploadPart) + u'/' + name; }

    /// Whether a file with this content was sent, and that it now was, as these activities.
    [[nodiscard]] bool wasUploaded(const QByteArray &bytes) const;
    domain::Result<domain::Done> setUploaded(const QByteArray &bytes, const QStringList &activities);

    /// Whether an activity needs no file any more: it came from here, was saved already, or has none.
    [[nodiscard]] bool isSettled(const QString &activity) const;
    /// Saves an activity's file under a name like this one; what is there stays. Returns the name.
    domain::Result<QString> saveActivity(const QString &activity, const QString &name, const QByteArray &bytes);
    domain::Result<domain::Done> setWithoutFile(const QString &activity);

private:
    static constexpr QLatin1StringView planPart {"plan"};
    static constexpr QLatin1StringView uploadPart {"upload"};
    static constexpr QLatin1StringView activitiesPart {"activities"};

    SyncFolder(QString path, QString athlete);
    [[nodiscard]] QString part(QLatin1StringView name) const { return m_path + u'/' + name; }
    [[nodiscard]] QStringList filesIn(QLatin1StringView part) const;
    [[nodiscard]] QString statePath() const;
    domain::Result<domain::Done> load();
    [[nodiscard]] domain::Result<domain::Done> save() const;

    QString m_path;
    QString m_athlete;
    QMap<QString, QStringList> m_uploads; ///< by the hash of a file: the activities it became
    QMap<QString, QString> m_activities; ///< by id: the name of its file here, empty if it has none
};

}
