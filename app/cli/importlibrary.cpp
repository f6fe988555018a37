// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createfolder.h"
#include "api/endpoints/createworkouts.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/updateworkout.h"
#include "app/cli/exchange.h"
#include "app/cli/libraryinput.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace cli {

namespace {

constexpr auto folderKey = "folder_id"_L1;

/// The library has no keys of other programs: a folder is known by kind and name, a workout by folder, name, day in
/// the plan and place among its equals.
QString folderName(const QJsonObject &folder)
{
    return folder.value("type"_L1).toString() + u'\n' + folder.value("name"_L1).toString();
}

class WorkoutNames
{
public:
    QString next(const QString &folder, const QJsonObject &workout)
    {
        const QString name = folder + u'\n' + workout.value("name"_L1).toString() + u'\n'
            + QString::number(workout.value("day"_L1).toInt(-1));
        return name + u'\n' + QString::number(++m_seen[name]);
    }

private:
    QHash<QString, int> m_seen;
};

struct KnownLibrary {
    QHash<QString, qint64> folders; ///< ids
    QHash<QString, QJsonObject> workouts;
};

KnownLibrary knownOf(const endpoints::Library &library)
{
    KnownLibrary known;
    QHash<QString, QString> names;
    for (const auto &folder : library.folders.values) {
        const QString name = folderName(folder.json);
        names.insert(folder.value.id->value, name);
        known.folders.insert(name, folder.value.id->value.toLongLong());
    }
    WorkoutNames workouts;
    for (const auto &workout : library.workouts.values) {
        const QString folder = names.value(workout.value.folder.value_or(domain::FolderId {}).value);
        known.workouts.insert(workouts.next(folder, workout.json), workout.json);
    }
    return known;
}

/// The keys of a workout that a person writes, without where it lies.
QJsonObject writtenKeys(const QJsonObject &workout)
{
    static const QStringList editable = domain::editableKeys<domain::LibraryWorkout>();
    QJsonObject written;
    for (const auto &key : editable) {
        if (workout.contains(key) && !workout.value(key).isNull() && key != folderKey)
            written.insert(key, workout.value(key));
    }
    return written;
}

domain::Result<qint64> makeFolder(Context &context, const QJsonObject &wanted)
{
    const auto folder = domain::fromJson<domain::Folder>(wanted);
    if (!folder)
        return folder.error();
    domain::Folder fresh;
    fresh.name = folder->name;
    fresh.type = folder->type;
    fresh.description = folder->description;
    const auto body = domain::wireBody<domain::Folder>(domain::difference(domain::Folder {}, fresh));
    const auto made = context.call(endpoints::CreateFolder {.body = body});
    if (!made)
        return made.error();
    return made->value.id->value.toLongLong();
}

/// Brings the workouts of one folder over.
class FolderImport
{
public:
    FolderImport(Context &context, const KnownLibrary &known, bool dryRun)
        : m_context(context)
        , m_known(known)
        , m_dryRun(dryRun)
    {
    }

    domain::Result<domain::Done> run(const QJsonObject &folder, Tally &tally)
    {
        const QString name = folderName(folder);
        const bool isNew = !m_known.folders.contains(name);
        tally.count(isNew ? Fate::Created : Fate::Kept);
        QList<QJsonObject> fresh;
        WorkoutNames names;
        for (const auto &value : folder.value("children"_L1).toArray()) {
            const QJsonObject wanted = writtenKeys(value.toObject());
            const QJsonObject there = m_known.workouts.value(names.next(name, value.toObject()));
            if (there.isEmpty()) {
                fresh.append(wanted);
                tally.count(Fate::Created);
            } else if (const auto done = update(wanted, there, tally); !done) {
                return done;
            }
        }
        if (m_dryRun || (fresh.isEmpty() && !isNew))
            return domain::Done {};
        const auto id = isNew ? makeFolder(m_context, folder) : domain::Result<qint64>(m_known.folders.value(name));
        if (!id)
            return id.error();
        return create(fresh, *id);
    }

private:
    domain::Result<domain::Done> update(const QJsonObject &wanted, const QJsonObject &there, Tally &tally)
    {
        QJsonObject changes;
        for (auto it = wanted.begin(); it != wanted.end(); ++it) {
            if (!sameValue(it.key(), it.value(), there.value(it.key())))
                changes.insert(it.key(), it.value());
        }
        tally.count(changes.isEmpty() ? Fate::Kept : Fate::Changed);
        if (changes.isEmpty() || m_dryRun)
            return domain::Done {};
        const domain::WorkoutId id {there.value("id"_L1).toVariant().toString()};
        const auto updated = m_context.call(endpoints::UpdateWorkout {.workout = id, .body = changes});
        return updated ? domain::Result<domain::Done>(domain::Done {}) : updated.error();
    }

    domain::Result<domain::Done> create(const QList<QJsonObject> &workouts, qint64 folder)
    {
        if (workouts.isEmpty())
            return domain::Done {};
        QJsonArray entries;
        for (const auto &workout : workouts)
            entries.append(workout);
        const auto bodies = newWorkouts(QJsonDocument(entries), true, folder);
        if (!bodies)
            return bodies.error();
        const auto created = m_context.call(endpoints::CreateWorkouts {.workouts = *bodies});
        return created ? domain::Result<domain::Done>(domain::Done {}) : created.error();
    }

    Context &m_context;
    const KnownLibrary &m_known;
    bool m_dryRun;
};

}

domain::Result<Tally> importLibrary(Context &context, const QJsonArray &folders, bool dryRun)
{
    const auto library = context.call(endpoints::ListFolders {});
    if (!library)
        return library.error();
    const KnownLibrary known = knownOf(*library);
    Tally tally;
    for (const auto &folder : folders) {
        const QString name = folder.toObject().value("name"_L1).toString();
        if (name.isEmpty())
            return domain::unreadable(u"library"_s, u"a folder without a name"_s);
        if (const auto done = FolderImport(context, known, dryRun).run(folder.toObject(), tally); !done) {
            domain::Error error = done.error();
            error.item = u"folder "_s + name + (error.item.isEmpty() ? QString() : u", "_s + error.item);
            return error;
        }
    }
    return tally;
}

}
