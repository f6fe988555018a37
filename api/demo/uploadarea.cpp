// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/uploadarea.h"

#include "api/demo/formdata.h"
#include "api/demo/pairing.h"
#include "models/domain/athlete.h"
#include "models/files/archive.h"
#include "models/files/readfile.h"
#include "models/files/safename.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr size_t mostSamples = 900'000;

QString queryText(const QUrlQuery &query, const QString &key)
{
    // Forms write a space as a plus sign.
    const QString encoded = query.queryItemValue(key, QUrl::FullyEncoded).replace(u'+', u' ');
    return QUrl::fromPercentEncoding(encoded.toLatin1()).trimmed();
}

/// The event that the query names; nothing without one, 422 for one that is not there.
domain::Result<std::optional<qint64>> namedEvent(State &state, const QUrlQuery &query)
{
    const QString text = queryText(query, u"paired_event_id"_s);
    if (text.isEmpty())
        return std::optional<qint64> {};
    bool number = false;
    const qint64 id = text.toLongLong(&number);
    if (!number || !state.find(Shelf::Event, QString::number(id)))
        return refusal(422, u"Event %1 not found"_s.arg(text.left(40)));
    return std::optional(id);
}

}

/// A file of the upload: known already, or with what was read from it.
struct UploadArea::Arrival {
    Recordings::File file;
    QByteArray hash;
    QStringList known; ///< the activities it became before
    QList<UploadedActivity> activities;
};

Owner ownerOf(Core &core)
{
    const auto json = core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const auto athlete = domain::fromJson<domain::Athlete>(json).valueOr({});
    QTimeZone zone(athlete.timezone.toLatin1());
    return {.sports = core.sports(),
        .zone = zone.isValid() ? zone : QTimeZone::utc(),
        .restingHeartRate = athlete.restingHrBpm.value_or(50) * 1.0,
        .male = athlete.sex != "F"_L1};
}

domain::Result<UploadArea::Arrival> UploadArea::arrival(
    const QString &name, const QByteArray &bytes, const Owner &owner)
{
    Arrival arrival {{name, bytes}, Recordings::hashOf(bytes), {}, {}};
    arrival.known = m_core.recordings().activitiesOf(arrival.hash);
    if (!arrival.known.isEmpty())
        return arrival;
    const auto read = files::readActivityFile(bytes, name);
    if (!read)
        return unreadableFile(name, read.error());
    const files::ActivityFile &recorded = read->constFirst().content;
    if (recorded.streams.timeSeconds.size() > mostSamples)
        return refusal(422, u"%1: the recording is too long"_s.arg(name));
    arrival.activities = activitiesIn(recorded, owner);
    if (arrival.activities.isEmpty())
        return refusal(422, u"%1: nothing was recorded with a time, so this is no activity"_s.arg(name));
    return arrival;
}

domain::Result<QList<UploadArea::Arrival>> UploadArea::arrivals(const http::Request &request)
{
    const auto part = uploadedFile(request);
    if (!part)
        return part.error();
    const QString name = files::safeFileName(part->fileName, u"file"_s);
    const bool packed = files::isGzip(part->bytes) || files::isZip(part->bytes);
    const auto unpacked = packed ? files::unpack(part->bytes, name) : QList<files::Unpacked> {{name, part->bytes}};
    if (!unpacked)
        return unreadableFile(name, unpacked.error());
    const Owner person = ownerOf(m_core);
    QList<Arrival> list;
    std::optional<domain::Error> refused;
    for (const auto &file : *unpacked) {
        auto one = arrival(files::safeFileName(file.name, name), file.bytes, person);
        const auto same = [&one](const Arrival &other) { return other.hash == one->hash; };
        if (!one)
            refused = refused.value_or(one.error()); // what else is in an archive does not spoil it
        else if (std::none_of(list.begin(), list.end(), same))
            list.append(*std::move(one));
    }
    if (list.isEmpty())
        return refused.value_or(refusal(422, u"%1: the archive is empty"_s.arg(name)));
    return list;
}

/// As it was asked for, else as it was planned, else as the file has it.
QString UploadArea::nameOf(const domain::Activity &activity, const QString &given, std::optional<qint64> planned)
{
    if (!given.isEmpty())
        return given;
    const auto event = planned ? m_core.state().find(Shelf::Event, QString::number(*planned)) : std::nullopt;
    if (const QString name = event.value_or(QJsonObject()).value("name"_L1).toString(); !name.isEmpty())
        return name;
    return activity.name.isEmpty() ? activity.type : activity.name;
}

QString UploadArea::keep(
    UploadedActivity uploaded, const Arrival &from, const QUrlQuery &query, std::optional<qint64> event)
{
    domain::Activity &activity = uploaded.activity;
    const QString id = u"i%1"_s.arg(1'000'000 + m_core.state().nextEventId());
    activity.id = domain::ActivityId {id};
    activity.externalId = queryText(query, u"external_id"_s);
    if (const QString given = queryText(query, u"description"_s); !given.isEmpty())
        activity.description = given;
    if (const QString given = queryText(query, u"device_name"_s); !given.isEmpty())
        activity.deviceName = given;
    activity.analyzed = activity.updated = m_core.stamp();
    for (const auto &key : {u"created"_s, u"icu_sync_date"_s})
        activity.extra.insert(key, activity.updated);
    activity.extra.insert(u"icu_athlete_id"_s, Core::athleteId());
    activity.extra.insert(u"file_type"_s, from.file.name.section(u'.', -1).toLower());
    const auto planned = event ? event : plannedFor(m_core.state(), activity);
    activity.name = nameOf(activity, queryText(query, u"name"_s), planned);
    QJsonObject json = domain::toJson(activity);
    if (planned) {
        tie(m_core.state(), json, *planned, activity.updated);
        setCompliance(json, m_core.state());
    }
    m_core.state().put(Shelf::Activity, id, activity.start.day, json);
    m_core.state().put(Shelf::ActivityEffort, id, activity.start.day, effortToJson(uploaded.laps));
    m_core.recordings().keep(id, from.hash, uploaded.streams);
    return id;
}

http::Response UploadArea::upload(const http::Request &request)
{
    const auto fail = [&](const domain::Error &error) { return responseOf(error, request.path, m_core.now()); };
    const auto event = namedEvent(m_core.state(), request.query);
    if (!event)
        return fail(event.error());
    const auto files = arrivals(request);
    if (!files)
        return fail(files.error());
    QStringList ids;
    bool anyNew = false;
    std::optional<qint64> wanted = *event;
    m_core.state().begin();
    for (const auto &file : *files) {
        ids.append(file.known);
        for (const auto &activity : file.activities)
            ids.append(keep(activity, file, request.query, std::exchange(wanted, std::nullopt)));
        if (file.activities.isEmpty())
            continue;
        m_core.recordings().keep(file.hash, file.file);
        anyNew = true;
    }
    m_core.state().commit();
    if (anyNew)
        m_core.loadsChanged();
    QJsonArray activities;
    for (const auto &id : std::as_const(ids))
        activities.append(QJsonObject {{u"icu_athlete_id"_s, Core::athleteId()}, {u"id"_s, id}});
    const QJsonObject answer {
        {u"icu_athlete_id"_s, Core::athleteId()}, {u"id"_s, ids.value(0)}, {u"activities"_s, activities}};
    http::Response response = responseOf(QJsonValue(answer), request.path, m_core.now());
    response.status = anyNew ? 201 : 200;
    return response;
}

}
