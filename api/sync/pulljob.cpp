// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/sync/pulljob.h"

#include "api/endpoints/getactivity.h"
#include "api/endpoints/getathlete.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/getstreams.h"
#include "api/endpoints/getworkout.h"
#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/listwellness.h"
#include "api/http/client.h"
#include "api/sync/inbulk.h"
#include "models/domain/whendone.h"
#include "models/store/entitytable.h"
#include "models/store/incoming.h"
#include "models/store/libraryfold.h"
#include "models/store/rowfold.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace api::sync {

namespace {

template<typename List>
QList<QJsonObject> rawOf(const List &list)
{
    QList<QJsonObject> raw;
    raw.reserve(list.values.size());
    for (const auto &record : list.values)
        raw.append(record.json);
    return raw;
}

/// The same of a long answer, as long as that is there.
template<typename T>
QList<store::Incoming> incoming(const json::Rows<T> &rows)
{
    QList<store::Incoming> list;
    list.reserve(rows.values.size());
    for (const auto &row : rows.values) {
        QString key;
        if constexpr (std::is_same_v<T, domain::Event>)
            key = QString::number(row.value.id->value);
        else if constexpr (std::is_same_v<T, domain::Activity>)
            key = row.value.id->value;
        else
            key = domain::dayText(row.value.day);
        list.append({key, rows.text(row), &row.value});
    }
    return list;
}

constexpr qsizetype shelvedAtOnce = 12; ///< of the library, whose workouts are read from their words
constexpr int mostAsked = 20; ///< of what a list lacks, in one go; the next pull goes on

domain::Result<domain::Done> done(const domain::Result<store::FoldReport> &folded)
{
    if (!folded)
        return folded.error();
    return domain::Done {};
}

/// What a person would call the record: its name, else its id, else its day.
domain::Error unreadableRecord(const json::Quarantined &record)
{
    const QJsonObject object = record.raw.toObject();
    QString item;
    for (const auto key : {"name"_L1, "id"_L1, "start_date_local"_L1}) {
        if (item.isEmpty())
            item = object.value(key).toVariant().toString().simplified().left(80);
    }
    return domain::malformed(item, u"%1: %2"_s.arg(record.reason.item, record.reason.detail));
}

}

PullJob::PullJob(store::Store &store, http::Client &client, Pull pull, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_client(client)
    , m_pull(std::move(pull))
    , m_goOn(client.scheduler().alarm([this] { takeParts(); }))
{
}

template<typename Endpoint, typename Fold>
void PullJob::read(const Endpoint &endpoint, Fold fold)
{
    domain::whenDone(m_client.send(endpoint), this, [this, fold](const auto &answer) {
        if (!answer) {
            Q_EMIT finished(answer.error(), {});
            return;
        }
        const auto folded = fold(store::RemoteFold(m_store), *answer);
        if (!folded) {
            Q_EMIT finished(folded.error(), {});
            return;
        }
        QList<domain::Error> setAside;
        if constexpr (requires { folded->quarantined; })
            setAside.fill(domain::malformed({}, {}), folded->quarantined);
        if constexpr (requires { answer->quarantined; }) {
            for (const auto &record : answer->quarantined)
                setAside.append(unreadableRecord(record));
        }
        m_setAside = setAside;
        askForNext();
    });
}

void PullJob::askForNext()
{
    if (m_missing.isEmpty()) {
        if (m_pull.what == Pull::What::Absence)
            endAbsence();
        else
            Q_EMIT finished({}, m_setAside);
        return;
    }
    const domain::LocalId id = m_missing.takeFirst();
    const auto entity = store::EntityTable(m_store.database()).find(id);
    if (!entity || entity->remoteId.isEmpty()) {
        askForNext();
    } else if (entity->kind == store::Kind::Workout) {
        ask(endpoints::GetWorkout {.workout = {entity->remoteId}}, entity->kind, id);
    } else if (entity->kind == store::Kind::Event) {
        ask(endpoints::GetEvent {.event = {entity->remoteId.toLongLong()}}, entity->kind, id);
    } else if (!m_folders) {
        askForFolder(id);
    } else {
        if (!m_folders->contains(entity->remoteId))
            m_gone.append(id);
        askForNext();
    }
}

void PullJob::askForFolder(const domain::LocalId &id)
{
    domain::whenDone(m_client.send(endpoints::ListFolders {}), this, [this, id](const auto &answer) {
        if (!answer) {
            Q_EMIT finished(answer.error(), m_setAside);
            return;
        }
        m_folders.emplace();
        for (const auto &record : answer->folders.values)
            m_folders->insert(store::remoteIdOf(store::Kind::Folder, record.json));
        for (const auto &record : answer->folders.quarantined) // whatever it is, it is there
            m_folders->insert(store::remoteIdOf(store::Kind::Folder, record.raw.toObject()));
        m_missing.prepend(id);
        askForNext();
    });
}

template<typename Endpoint>
void PullJob::ask(const Endpoint &one, store::Kind kind, const domain::LocalId &id)
{
    domain::whenDone(m_client.send(one), this, [this, id, kind](const auto &answer) {
        const auto stored = answer ? done(store::RemoteFold(m_store).record(kind, answer->json))
            : answer.error().kind == domain::Error::Kind::NotFound  ? notFound(id)
            : answer.error().kind == domain::Error::Kind::Malformed ? domain::Done {} // it is there, whatever it is
                                                                    : domain::Result<domain::Done>(answer.error());
        if (stored)
            askForNext();
        else
            Q_EMIT finished(stored.error(), m_setAside);
    });
}

domain::Result<domain::Done> PullJob::notFound(const domain::LocalId &id)
{
    if (m_store.lately().has(id, m_store.clock().now()))
        return domain::Done {}; // it was there a moment ago; the next list will tell
    if (m_pull.what != Pull::What::Absence)
        return store::RemoteFold(m_store).vanished(id);
    m_gone.append(id);
    return domain::Done {};
}

void PullJob::endAbsence()
{
    const auto stored = store::RemoteFold(m_store).believedGone(m_gone);
    if (stored)
        Q_EMIT absenceSettled(int(m_gone.size()), int(m_pull.absent.size() - m_gone.size()));
    Q_EMIT finished(stored ? std::nullopt : std::optional(stored.error()), m_setAside);
}

void PullJob::start()
{
    switch (m_pull.what) {
    case Pull::What::Athlete:
        readAthlete();
        break;
    case Pull::What::Sports:
        readSports();
        break;
    case Pull::What::Events:
        readEvents();
        break;
    case Pull::What::Activities:
        readActivities();
        break;
    case Pull::What::Wellness:
        readWellness();
        break;
    case Pull::What::ActivityDetail:
        readDetail();
        break;
    case Pull::What::Streams:
        readStreams();
        break;
    case Pull::What::Library:
        readLibrary();
        break;
    case Pull::What::Absence:
        m_missing = m_pull.absent;
        askForNext();
        break;
    }
}

void PullJob::readAthlete()
{
    read(
        endpoints::GetAthlete {}, [](store::RemoteFold fold, const auto &answer) { return fold.athlete(answer.json); });
}

void PullJob::readSports()
{
    read(endpoints::ListSportSettings {},
        [](store::RemoteFold fold, const auto &answer) { return fold.sports(rawOf(answer)); });
}

template<typename List>
void PullJob::readRows(store::Kind kind, const List &list)
{
    domain::whenDone(m_client.send(InBulk<List> {list}), this, [this, kind](auto answer) {
        if (!answer) {
            Q_EMIT finished(answer.error(), {});
            return;
        }
        for (const auto &record : answer->quarantined)
            m_setAside.append(unreadableRecord(record));
        const auto rows = std::make_shared<const std::decay_t<decltype(*answer)>>(*std::move(answer));
        const auto fold = std::make_shared<store::RowFold>(m_store, kind, m_pull.days);
        m_parts.take = [rows, list = incoming(*rows), fold, taken = qsizetype(0)]() mutable -> domain::Result<bool> {
            const qsizetype count = std::min(rowsAtOnce, list.size() - taken);
            const auto done = fold->take({list.constData() + taken, size_t(count)});
            taken += count;
            return done ? domain::Result<bool>(taken < list.size()) : done.error();
        };
        m_parts.conclude = [fold] { return fold->conclude(); };
        takeParts();
    });
}

void PullJob::takeParts()
{
    const auto more = m_parts.take();
    if (!more)
        Q_EMIT finished(more.error(), {});
    else if (*more)
        m_goOn->start(0ms); // what the person does comes first
    else
        concludeParts();
}

void PullJob::concludeParts()
{
    const auto folded = m_parts.conclude();
    if (!folded) {
        Q_EMIT finished(folded.error(), {});
        return;
    }
    for (int i = 0; i < folded->quarantined; ++i)
        m_setAside.append(domain::malformed({}, {}));
    if (m_pull.what == Pull::What::Library && !folded->missing.isEmpty() && !m_doubted) {
        m_doubted = folded->missing;
        readLibrary();
        return;
    }
    if (m_pull.what != Pull::What::Library)
        m_missing = folded->missing.mid(0, mostAsked);
    if (folded->held > 0)
        Q_EMIT missingHeld(folded->heldIds);
    askForNext();
}

void PullJob::readEvents()
{
    readRows(store::Kind::Event, endpoints::ListEvents {.days = m_pull.days});
}

void PullJob::readActivities()
{
    readRows(store::Kind::Activity, endpoints::ListActivities {.days = m_pull.days});
}

void PullJob::readWellness()
{
    readRows(store::Kind::Wellness, endpoints::ListWellness {.days = m_pull.days});
}

void PullJob::readLibrary()
{
    domain::whenDone(m_client.send(endpoints::ListFolders {}), this, [this](const auto &answer) {
        if (!answer) {
            Q_EMIT finished(answer.error(), {});
            return;
        }
        for (const auto &record : answer->folders.quarantined)
            m_setAside.append(unreadableRecord(record));
        for (const auto &record : answer->workouts.quarantined)
            m_setAside.append(unreadableRecord(record));
        // What could not be read is not gone: without all records nothing is taken for missing.
        const auto fold = std::make_shared<store::LibraryFold>(m_store,
            store::LibraryFold::Answer {
                rawOf(answer->folders), rawOf(answer->workouts), m_setAside.isEmpty(), m_doubted});
        m_parts = {[fold] { return fold->take(shelvedAtOnce); }, [fold] { return fold->conclude(); }};
        takeParts();
    });
}

QString PullJob::remoteActivity() const
{
    const auto summary = m_store.summary(m_pull.activity);
    return summary ? summary->remoteId : QString();
}

void PullJob::readDetail()
{
    read(endpoints::GetActivity {.activity = {remoteActivity()}, .intervals = true},
        [](store::RemoteFold fold, const auto &answer) { return fold.record(store::Kind::Activity, answer.json); });
}

void PullJob::readStreams()
{
    read(SamplesInBulk {{.activity = {remoteActivity()}}},
        [id = m_pull.activity](store::RemoteFold fold, const auto &answer) { return fold.streams(id, answer); });
}

}
