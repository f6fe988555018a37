// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedlibrary.h"

#include "api/demo/libraryarea.h"
#include "api/demo/plannedload.h"
#include "api/demo/seedperson.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using domain::LibraryWorkout;

namespace demo {

namespace {

constexpr int daysOfWeek = 7;

QJsonObject read(const QString &name)
{
    QFile file(u":/demo/%1.json"_s.arg(name));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QString joined(const QJsonValue &lines)
{
    return lines.toVariant().toStringList().join(u'\n');
}

/// Puts folders before plans, because plans take their workouts from them by name.
class Shelves
{
public:
    Shelves(State &state, QDate today)
        : m_state(state)
        , m_today(today)
        , m_sports(demoSports())
        , m_stamp(today.addDays(-40).toString(Qt::ISODate) + u"T08:00:00.000+00:00"_s)
    {
    }

    void putFolder(const QJsonObject &source)
    {
        const auto folder = keptFolder(source);
        const QJsonArray workouts = source.value("workouts"_L1).toArray();
        for (const auto &entry : workouts) {
            LibraryWorkout workout = domain::fromJson<LibraryWorkout>(entry.toObject()).valueOr({});
            workout.extra.remove(u"text"_s);
            workout.description = joined(entry.toObject().value("text"_L1));
            workout.folder = folder;
            readWorkoutText(workout, {}, m_sports);
            workout.intensityPercent = intensityOf(workout.load, workout.movingTime);
            m_byName.insert(workout.name, workout);
            keep(workout);
        }
    }

    void putPlan(const QJsonObject &source)
    {
        const auto folder = keptFolder(source);
        const QJsonArray notes = source.value("notes"_L1).toArray();
        for (const auto &entry : notes) {
            LibraryWorkout note = domain::fromJson<LibraryWorkout>(entry.toObject()).valueOr({});
            note.description = note.extra.take(u"text"_s).toString();
            note.type = u"NOTE"_s;
            note.folder = folder;
            keep(note);
        }
        int day = 0;
        const QJsonArray weeks = source.value("weeks"_L1).toArray();
        for (const auto &week : weeks) {
            const QJsonArray days = week.toArray();
            for (qsizetype weekday = 0; weekday < days.size(); ++weekday)
                putDay(folder, day + int(weekday), days.at(weekday).toVariant().toStringList());
            day += daysOfWeek;
        }
    }

private:
    domain::FolderId keptFolder(const QJsonObject &source)
    {
        domain::Folder folder;
        folder.id = domain::FolderId {QString::number(m_state.nextEventId())};
        folder.type = domain::OpenEnum<domain::FolderType>::fromText(source.value("type"_L1).toString());
        folder.name = source.value("name"_L1).toString();
        folder.description = source.value("description"_L1).toString();
        folder.visibility = u"PRIVATE"_s;
        m_state.put(Shelf::Folder, folder.id->value, m_today, domain::toJson(folder));
        return *folder.id;
    }

    void putDay(const domain::FolderId &folder, int day, const QStringList &names)
    {
        for (const auto &name : names) {
            LibraryWorkout workout = m_byName.value(name);
            workout.folder = folder;
            workout.day = day;
            keep(workout);
        }
    }

    void keep(LibraryWorkout workout)
    {
        workout.id = domain::WorkoutId {QString::number(m_state.nextEventId())};
        workout.updated = m_stamp;
        m_state.put(Shelf::Workout, workout.id->value, m_today, domain::toJson(workout));
    }

    State &m_state;
    QDate m_today;
    QList<domain::SportSettings> m_sports;
    QString m_stamp;
    QHash<QString, LibraryWorkout> m_byName;
};

}

}

/// The resources of a static library are there once somebody asks for them, outside of any namespace.
static void openResources()
{
    Q_INIT_RESOURCE(demo);
}

namespace demo {

void putLibrary(State &state, QDate today)
{
    openResources();
    Shelves shelves(state, today);
    for (const auto &name : {u"bike"_s, u"run"_s, u"swim"_s, u"strength"_s})
        shelves.putFolder(read(name));
    for (const auto &name : {u"base"_s, u"race"_s})
        shelves.putPlan(read(name));
}

}
