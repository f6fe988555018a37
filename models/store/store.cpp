// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/store.h"

#include "models/store/columns.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/keptsports.h"
#include "models/store/kinds.h"
#include "models/store/librarytable.h"
#include "models/store/outbox.h"
#include "models/store/streamcache.h"
#include "models/store/summaryquery.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

template<typename T>
domain::Result<T> readView(Database &database, Kind kind, const domain::LocalId &id)
{
    const QJsonObject view = isLibrary(kind) ? LibraryTable(database).view(kind, id) : EntityTable(database).view(id);
    if (view.isEmpty()) {
        return domain::Error {.kind = domain::Error::Kind::NotFound,
            .httpStatus = 0,
            .item = kindText(kind),
            .detail = {},
            .retryAfter = {}};
    }
    return domain::fromJson<T>(view);
}

QVariantList between(const domain::DateRange &days)
{
    return {domain::dayText(days.first), domain::dayText(days.last)};
}

}

Store::Store(std::unique_ptr<Database> database, const domain::Clock &clock)
    : m_database(std::move(database))
    , m_clock(clock)
{
    reloadSettings();
}

Store::~Store() = default;

void Store::reloadSettings()
{
    m_athlete = domain::fromJson<domain::Athlete>(jsonObject(m_database->meta(u"athlete"_s))).valueOr({});
    m_sports = sportsIn(jsonObject(m_database->meta(u"sports"_s)));
    Q_EMIT settingsChanged();
}

QList<Summary> Store::events(const domain::DateRange &days) const
{
    if (days.isEmpty())
        return {};
    return summaries(m_database->select("SELECT " MICROCYCLE_SUMMARY_COLUMNS
                                        " FROM entity e WHERE e.kind=0 AND e.v_date BETWEEN ? AND ?"
                                        " UNION ALL SELECT " MICROCYCLE_SUMMARY_COLUMNS
                                        " FROM entity e INDEXED BY entity_spans WHERE e.kind=0 AND e.flags & 16"
                                        " AND e.v_end > ? AND e.v_date < ? ORDER BY 4, 5, 9",
        between(days) + QVariantList {domain::dayText(days.first), domain::dayText(days.first)}));
}

QList<Summary> Store::activities(const domain::DateRange &days) const
{
    return summaries(
        m_database->select("SELECT " MICROCYCLE_SUMMARY_COLUMNS
                           " FROM entity e WHERE e.kind=1 AND e.v_date BETWEEN ? AND ? ORDER BY e.v_date, e.v_time",
            between(days)));
}

QList<Summary> Store::allActivities() const
{
    return summaries(m_database->select(
        "SELECT " MICROCYCLE_SUMMARY_COLUMNS
        " FROM entity e WHERE e.kind=1 AND e.v_date IS NOT NULL ORDER BY e.v_date DESC, e.v_time DESC"));
}

QList<Summary> Store::milestones(const domain::DateRange &days) const
{
    return summaries(m_database->select("SELECT " MICROCYCLE_SUMMARY_COLUMNS
                                        " FROM entity e WHERE e.kind=0 AND e.v_date BETWEEN ? AND ?"
                                        " AND e.v_category IN ('RACE_A','RACE_B','RACE_C','FITNESS_DAYS','SET_FITNESS')"
                                        " ORDER BY e.v_date, e.v_time, e.v_name",
        between(days)));
}

QList<ItemLoad> Store::loads(Kind kind, const domain::DateRange &days) const
{
    QList<ItemLoad> list;
    QSqlQuery &query
        = m_database->select("SELECT v_date, v_type, v_category, v_load, v_paired IS NOT NULL, flags FROM entity"
                             " WHERE kind IS ? AND v_date BETWEEN ? AND ?",
            QVariantList {int(kind)} + between(days));
    while (query.next()) {
        ItemLoad item {QDate::fromString(query.value(0).toString(), Qt::ISODate),
            query.value(1).toString(),
            {},
            {},
            query.value(4).toBool(),
            !(query.value(5).toInt() & OffFitnessChart)};
        if (kind == Kind::Event)
            item.category = domain::OpenEnum<domain::Category>::fromText(query.value(2).toString());
        if (!query.value(3).isNull())
            item.load = query.value(3).toInt();
        list.append(item);
    }
    query.finish();
    return list;
}

std::optional<Summary> Store::summary(const domain::LocalId &id) const
{
    const auto found = summaries(m_database->select(
        "SELECT " MICROCYCLE_SUMMARY_COLUMNS " FROM entity e WHERE e.local_id=? AND e.v_date IS NOT NULL", {id.value}));
    return found.isEmpty() ? std::nullopt : std::optional(found.first());
}

domain::Result<domain::Event> Store::event(const domain::LocalId &id) const
{
    return readView<domain::Event>(*m_database, Kind::Event, id);
}

domain::Result<domain::Activity> Store::activity(const domain::LocalId &id) const
{
    return readView<domain::Activity>(*m_database, Kind::Activity, id);
}

QList<LibraryFolder> Store::folders() const
{
    return LibraryTable(*m_database).folders();
}

QList<LibraryRow> Store::libraryRows() const
{
    return LibraryTable(*m_database).workouts();
}

domain::Result<domain::Folder> Store::folder(const domain::LocalId &id) const
{
    return readView<domain::Folder>(*m_database, Kind::Folder, id);
}

domain::Result<domain::LibraryWorkout> Store::libraryWorkout(const domain::LocalId &id) const
{
    return readView<domain::LibraryWorkout>(*m_database, Kind::Workout, id);
}

std::optional<domain::LocalId> Store::findRemote(Kind kind, const QString &remoteId) const
{
    return EntityTable(*m_database).findRemote(kind, remoteId);
}

domain::Wellness Store::wellness(QDate day) const
{
    domain::Wellness empty;
    empty.day = day;
    return readView<domain::Wellness>(*m_database, Kind::Wellness, EntityTable::wellnessId(day)).valueOr(empty);
}

QList<domain::Wellness> Store::wellness(const domain::DateRange &days) const
{
    QList<domain::Wellness> list;
    QSqlQuery &query = m_database->select("SELECT b.view_json FROM entity e JOIN body b USING(local_id)"
                                          " WHERE e.kind=2 AND e.v_date BETWEEN ? AND ? ORDER BY e.v_date",
        between(days));
    while (query.next()) {
        if (auto day = domain::fromJson<domain::Wellness>(jsonObject(query.value(0))))
            list.append(*std::move(day));
    }
    query.finish();
    return list;
}

QList<FitnessDay> Store::fitness(const domain::DateRange &days) const
{
    QList<FitnessDay> list;
    QSqlQuery &query
        = m_database->select("SELECT v_date, v_ctl, v_atl, v_ramp, v_ctl_load FROM entity WHERE kind=2 AND v_date"
                             " BETWEEN ? AND ? AND v_ctl IS NOT NULL ORDER BY v_date",
            between(days));
    while (query.next()) {
        FitnessDay day {QDate::fromString(query.value(0).toString(), Qt::ISODate),
            query.value(1).toDouble(),
            query.value(2).toDouble(),
            {},
            {}};
        if (!query.value(3).isNull())
            day.rampRate = query.value(3).toDouble();
        if (!query.value(4).isNull())
            day.ctlLoad = query.value(4).toInt();
        list.append(day);
    }
    query.finish();
    return list;
}

domain::Athlete Store::athlete() const
{
    return m_athlete;
}

QList<domain::SportSettings> Store::sports() const
{
    return m_sports;
}

std::optional<domain::StreamSet> Store::streams(const domain::LocalId &activity) const
{
    return StreamCache(*m_database).find(activity);
}

int Store::waitingEdits() const
{
    return Outbox(*m_database).count();
}

void Store::announce(const Change &change)
{
    if (change.hasDays())
        Q_EMIT changed(change);
    if (change.library)
        Q_EMIT libraryChanged();
}

}
