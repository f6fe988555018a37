// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/intervalarea.h"

#include "api/demo/channels.h"
#include "api/demo/partition.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

QString idOf(const QJsonObject &activity)
{
    return activity.value("id"_L1).toString();
}

domain::Activity typed(const QJsonObject &activity)
{
    return domain::fromJson<domain::Activity>(activity).valueOr({});
}

/// A part as it was written: only its ends and its label count.
domain::Result<Part> partIn(const QJsonObject &json, int samples)
{
    const double start = json.value("start_index"_L1).toDouble(-1);
    const double end = json.value("end_index"_L1).toDouble(-1);
    if (start < 0 || end <= start || end > samples)
        return refusal(
            422, u"start_index and end_index: [%1, %2] is not within 0 to %3"_s.arg(start).arg(end).arg(samples));
    return Part {
        .start = int(start), .end = int(end), .work = true, .share = 0, .label = json.value("label"_L1).toString()};
}

int samplesOf(const Track &track)
{
    return int(track.time.size());
}

}

QList<Part> partsIn(Core &core, const QJsonObject &activity)
{
    if (const auto divided = core.state().find(Shelf::Partition, idOf(activity)))
        return partsFromJson(*divided);
    const auto effort = core.state().find(Shelf::ActivityEffort, idOf(activity));
    return filledUp(
        partsOf(effortFromJson(effort.value_or(QJsonObject()))), 0, effortFromJson(effort.value_or(QJsonObject())));
}

ActivityParts measuredParts(Core &core, const QJsonObject &activity)
{
    const Track track = trackIn(core, activity);
    return track.time.empty() ? ActivityParts {} : intervalsOf(track, typed(activity), partsIn(core, activity));
}

bool IntervalArea::knows(const QString &part)
{
    return part == "intervals"_L1 || part == "delete-intervals"_L1 || part == "split-interval"_L1
        || part == "interval-stats"_L1;
}

Reply IntervalArea::handle(const http::Request &request, const QJsonObject &activity, const QStringList &rest)
{
    const QString part = rest.value(0);
    if (rest.size() > 2 || (rest.size() == 2 && part != "intervals"_L1))
        return noSuchPath();
    const bool reads
        = part == "interval-stats"_L1 || (part == "intervals"_L1 && rest.size() == 1 && request.method == "GET");
    if (request.method != (reads ? "GET" : "PUT"))
        return wrongMethod(request.method);
    if (part == "interval-stats"_L1)
        return stats(request, activity);
    if (reads)
        return answer(activity);
    if (part == "delete-intervals"_L1)
        return take(request, activity);
    if (part == "split-interval"_L1)
        return split(request, activity);
    return rest.size() == 2 ? putOne(request, activity, rest.at(1)) : replace(request, activity);
}

Reply IntervalArea::answer(const QJsonObject &activity)
{
    const auto parts = measuredParts(m_core, activity);
    return QJsonValue(QJsonObject {{u"id"_s, idOf(activity)},
        {u"analyzed"_s, activity.value("analyzed"_L1)},
        {u"icu_intervals"_s, parts.intervals},
        {u"icu_groups"_s, parts.groups}});
}

Reply IntervalArea::kept(const QJsonObject &activity, QList<Part> parts)
{
    const Track track = trackIn(m_core, activity);
    parts = filledUp(std::move(parts), samplesOf(track), track.effort);
    const QDate day = startOf(activity).day;
    m_core.state().put(Shelf::Partition, idOf(activity), day, partsToJson(parts));
    QJsonObject changed = activity;
    changed.insert(u"analyzed"_s, m_core.stamp());
    changed.insert(u"interval_summary"_s,
        QJsonArray::fromStringList(intervalSummary(intervalsOf(track, typed(activity), parts), typed(activity).type)));
    m_core.state().put(Shelf::Activity, idOf(activity), day, changed);
    return answer(changed);
}

Reply IntervalArea::replace(const http::Request &request, const QJsonObject &activity)
{
    const auto body = bodyObjects(request);
    if (!body)
        return body.error();
    const int samples = samplesOf(trackIn(m_core, activity));
    const bool all = request.query.queryItemValue(u"all"_s) != "false"_L1;
    QList<Part> parts = all ? QList<Part> {} : partsIn(m_core, activity);
    for (const auto &entry : *body) {
        auto part = partIn(entry, samples);
        if (!part)
            return part.error();
        parts = withPart(parts, *part);
    }
    return kept(activity, parts);
}

Reply IntervalArea::putOne(const http::Request &request, const QJsonObject &activity, const QString &id)
{
    const auto body = bodyObject(request);
    if (!body)
        return body.error();
    bool isNumber = false;
    const qint64 number = id.toLongLong(&isNumber);
    if (!isNumber)
        return refusal(422, u"Interval id [%1] is no number"_s.arg(id.left(40)));
    QList<Part> parts = partsIn(m_core, activity);
    const auto known
        = std::find_if(parts.begin(), parts.end(), [number](const Part &part) { return part.id == number; });
    QJsonObject wanted;
    if (known != parts.end()) {
        wanted = {{u"start_index"_s, known->start}, {u"end_index"_s, known->end}, {u"label"_s, known->label}};
        known->work = false; // what is left of it where it was
        known->label.clear();
        known->id = 0;
    }
    for (auto it = body->begin(); it != body->end(); ++it)
        wanted.insert(it.key(), it.value());
    auto part = partIn(wanted, samplesOf(trackIn(m_core, activity)));
    if (!part)
        return part.error();
    part->id = number > 0 ? number : 0;
    return kept(activity, withPart(parts, *part));
}

Reply IntervalArea::take(const http::Request &request, const QJsonObject &activity)
{
    const auto body = bodyObjects(request);
    if (!body)
        return body.error();
    QList<Part> parts = partsIn(m_core, activity);
    for (const auto &entry : *body) {
        const qint64 id = entry.value("id"_L1).toInteger();
        if (parts.removeIf([id](const Part &part) { return part.id == id; }) == 0)
            return refusal(404, u"Interval %1 not found"_s.arg(id));
    }
    return kept(activity, parts);
}

Reply IntervalArea::split(const http::Request &request, const QJsonObject &activity)
{
    const auto at = neededNumber(request.query, u"splitAt"_s);
    if (!at)
        return at.error();
    QList<Part> parts = partsIn(m_core, activity);
    for (auto &part : parts) {
        if (*at <= part.start || *at >= part.end)
            continue;
        Part second = part;
        second.start = part.end = int(*at);
        second.id = 0;
        part.work = second.work = true; // two easy neighbours would be one again
        parts.append(second);
        return kept(activity, parts);
    }
    return refusal(422, u"splitAt: no interval has [%1] inside"_s.arg(*at));
}

Reply IntervalArea::stats(const http::Request &request, const QJsonObject &activity)
{
    const auto start = neededNumber(request.query, u"start_index"_s);
    const auto end = neededNumber(request.query, u"end_index"_s);
    if (!start || !end)
        return start ? end.error() : start.error();
    const Track track = trackIn(m_core, activity);
    auto part = partIn({{u"start_index"_s, *start}, {u"end_index"_s, *end}}, samplesOf(track));
    if (!part)
        return part.error();
    part->share = shareIn(track.effort, part->start, part->end);
    return QJsonValue(measuredPart(track, *part, typed(activity)));
}

}
