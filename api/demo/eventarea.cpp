// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/eventarea.h"

#include "api/demo/knownkeys.h"
#include "api/demo/plannedload.h"
#include "api/demo/workoutfiles.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

/// The format of `ext`, empty without one; 422 for one that there is not.
domain::Result<QString> formatOf(const QUrlQuery &query)
{
    QString ext = query.queryItemValue(u"ext"_s, QUrl::FullyDecoded);
    if (ext.isEmpty())
        return QString();
    if (!ext.startsWith(u'.'))
        ext.prepend(u'.');
    const auto format = workoutFormat(ext);
    return format ? domain::Result<QString>(*format)
                  : refusal(422, u"Unsupported format [%1], use zwo, mrc, erg or fit"_s.arg(ext.left(20)));
}

/// How wide a single target becomes outdoors; 422 for what is no percentage.
domain::Result<workout::DocumentOptions> rangesOf(const QUrlQuery &query)
{
    workout::DocumentOptions options;
    for (const auto &[key, percent] : {std::pair {u"powerRange"_s, &options.powerRangePercent},
             std::pair {u"hrRange"_s, &options.heartRateRangePercent},
             std::pair {u"paceRange"_s, &options.paceRangePercent}}) {
        if (!query.hasQueryItem(key))
            continue;
        bool reads = false;
        *percent = query.queryItemValue(key).toDouble(&reads);
        if (!reads || !(*percent >= 0 && *percent <= 100))
            return refusal(422, u"%1 is not a percentage"_s.arg(key));
    }
    return options;
}

bool comesBefore(const QJsonObject &a, const QJsonObject &b)
{
    const QString startA = a.value("start_date_local"_L1).toString();
    const QString startB = b.value("start_date_local"_L1).toString();
    return startA == startB ? a.value("id"_L1).toInteger() < b.value("id"_L1).toInteger() : startA < startB;
}

}

Reply EventArea::handle(const http::Request &request, const QStringList &rest)
{
    const QByteArray &method = request.method;
    if (rest.isEmpty())
        return method == "GET" ? list(request.query) : ofDays(request);
    if (rest.size() == 2 && rest.last() == "mark-done"_L1)
        return method == "POST" ? markDone(request, rest.first()) : Reply(wrongMethod(method));
    if (rest.size() > 1)
        return noSuchPath();
    if (rest.first() == "bulk"_L1)
        return method == "POST" ? createMany(request) : Reply(wrongMethod(method));
    if (rest.first() == "bulk-delete"_L1)
        return method == "PUT" ? removeNamed(request) : Reply(wrongMethod(method));
    return one(request, rest.first());
}

Reply EventArea::ofDays(const http::Request &request)
{
    if (request.method == "POST")
        return create(request);
    if (request.method == "PUT")
        return updateDays(request);
    return request.method == "DELETE" ? removeDays(request) : Reply(wrongMethod(request.method));
}

domain::Result<EventArea::Wanted> EventArea::wantedOf(const QUrlQuery &query)
{
    const auto limit = limitOf(query);
    if (!limit)
        return limit.error();
    const auto format = formatOf(query);
    if (!format)
        return format.error();
    Wanted wanted {*limit, *format, listOf(query, u"category"_s), listOf(query, u"fields"_s), {}, false};
    for (const auto &name : std::as_const(wanted.categories)) {
        if (domain::OpenEnum<domain::Category>::fromText(name) == domain::Category::Other)
            return refusal(422, u"Invalid category [%1]"_s.arg(name.left(40)));
    }
    const auto calendar = numberOf(query, u"calendar_id"_s);
    if (!calendar)
        return calendar.error();
    wanted.elsewhere = calendar->value_or(1) != 1;
    const auto ranges = rangesOf(query);
    if (!ranges)
        return ranges.error();
    if (isTrue(query, u"resolve"_s))
        wanted.resolved = *ranges;
    return wanted;
}

Reply EventArea::list(const QUrlQuery &query)
{
    const auto window = windowOf(query, m_core.today(), 6);
    if (!window)
        return window.error();
    const auto wanted = wantedOf(query);
    if (!wanted)
        return wanted.error();
    auto found = m_core.state().eventsTouching(window->days());
    std::sort(found.begin(), found.end(), comesBefore);
    QJsonArray list;
    for (const auto &event : std::as_const(found)) {
        if (wanted->elsewhere || (wanted->limit > 0 && list.size() >= wanted->limit))
            break;
        if (!wanted->categories.isEmpty() && !wanted->categories.contains(event.value("category"_L1).toString()))
            continue;
        const QJsonObject whole = wanted->resolved ? withTargets(event, *wanted->resolved) : event;
        list.append(withFile(shown(whole, wanted->fields), event, wanted->format));
    }
    return QJsonValue(list);
}

QJsonObject EventArea::shown(const QJsonObject &event, const QStringList &fields)
{
    static const QStringList switches {u"athlete_cannot_edit"_s,
        u"entered"_s,
        u"for_week"_s,
        u"hide_from_athlete"_s,
        u"not_on_fitness_chart"_s,
        u"show_as_note"_s,
        u"show_on_ctl_line"_s,
        u"structure_read_only"_s};
    QJsonObject json = event;
    for (const auto &key : switches) {
        if (!json.contains(key))
            json.insert(key, false);
    }
    json.insert(u"athlete_id"_s, Core::athleteId());
    json.insert(u"created_by_id"_s, Core::athleteId());
    json.insert(u"calendar_id"_s, 1);
    if (!json.contains(u"training_availability"_s))
        json.insert(u"training_availability"_s, u"NORMAL"_s);
    const QDate day = QDate::fromString(event.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
    if (m_core.fitness().covers(day)) {
        const auto end = m_core.fitness().at(day);
        json.insert(u"icu_ctl"_s, asFloat(end.point.ctl));
        json.insert(u"icu_atl"_s, asFloat(end.point.atl));
    }
    return complete(json, blankEvent(), fields);
}

QJsonObject EventArea::withTargets(QJsonObject event, const workout::DocumentOptions &ranges)
{
    const auto planned = domain::fromJson<domain::Event>(event);
    if (planned && event.value("workout_doc"_L1).isObject())
        event.insert(u"workout_doc"_s,
            resolvedDocument(planned->description,
                {planned->type, planned->indoor.value_or(false), planned->target},
                m_core.sports(),
                ranges));
    return event;
}

QJsonObject EventArea::withFile(QJsonObject shown, const QJsonObject &event, const QString &format)
{
    if (format.isEmpty())
        return shown;
    const auto planned = domain::fromJson<domain::Event>(event);
    const auto file = planned ? workoutFileOf(*planned, format, m_core.sports())
                              : domain::Result<Recordings::File>(planned.error());
    if (file) {
        shown.insert(u"workout_filename"_s, file->name);
        shown.insert(u"workout_file_base64"_s, QString::fromLatin1(file->bytes.toBase64()));
    }
    return shown;
}

Reply EventArea::shownOr(const domain::Result<QJsonObject> &stored)
{
    return stored ? Reply(QJsonValue(shown(*stored))) : Reply(stored.error());
}

Reply EventArea::one(const http::Request &request, const QString &id)
{
    if (request.method != "GET" && request.method != "PUT" && request.method != "DELETE")
        return wrongMethod(request.method);
    const auto known = m_core.state().find(Shelf::Event, id);
    if (!known)
        return refusal(404, u"Event not found"_s);
    if (request.method == "GET") {
        const auto format = formatOf(request.query);
        return format ? Reply(QJsonValue(withFile(shown(*known), *known, *format))) : Reply(format.error());
    }
    if (request.method == "DELETE")
        return remove(*known, request.query);
    const auto body = bodyObject(request);
    return body ? shownOr(store(known, *body)) : Reply(body.error());
}

Reply EventArea::create(const http::Request &request)
{
    const auto body = bodyObject(request);
    return body ? shownOr(upsert(*body, request.query, {})) : Reply(body.error());
}

Reply EventArea::createMany(const http::Request &request)
{
    const auto bodies = bodyObjects(request);
    if (!bodies)
        return bodies.error();
    const QString planApplied = isTrue(request.query, u"updatePlanApplied"_s) ? m_core.stamp() : QString();
    QList<QJsonObject> kept;
    m_core.state().begin();
    for (const auto &body : *bodies) {
        const auto stored = upsert(body, request.query, planApplied);
        if (!stored) {
            m_core.state().rollback();
            m_core.loadsChanged();
            return stored.error();
        }
        kept.append(*stored);
    }
    m_core.state().commit();
    QJsonArray answers;
    for (const auto &event : std::as_const(kept))
        answers.append(shown(event)); // after the last write, so that fitness is computed once
    return QJsonValue(answers);
}

domain::Result<QJsonObject> EventArea::upsert(
    const QJsonObject &body, const QUrlQuery &query, const QString &planApplied)
{
    auto wanted = withFileRead(body);
    if (!wanted)
        return wanted;
    if (!planApplied.isEmpty())
        wanted->insert(u"plan_applied"_s, planApplied);
    return store(matching(body, query), *wanted);
}

std::optional<QJsonObject> EventArea::matching(const QJsonObject &body, const QUrlQuery &query)
{
    const QString external = body.value("external_id"_L1).toString();
    if (isTrue(query, u"upsert"_s))
        return external.isEmpty() ? std::nullopt : m_core.state().findExternal(external);
    if (!isTrue(query, u"upsertOnUid"_s))
        return {};
    const QString uid = body.value("uid"_L1).toString();
    if (const auto known = uid.isEmpty() ? std::nullopt : m_core.state().findUid(uid))
        return known;
    if (body.value("category"_L1) != "TARGET"_L1)
        return {};
    const QDate day = QDate::fromString(body.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
    const auto sameDay = m_core.state().between(Shelf::Event, {day, day});
    for (const auto &event : sameDay) {
        if (event.value("category"_L1) == "TARGET"_L1 && event.value("type"_L1) == body.value("type"_L1))
            return event;
    }
    return {};
}

}
