// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/searcharea.h"

#include "api/demo/channels.h"
#include "api/demo/intervalarea.h"

#include <QSet>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

const QStringList &summaryKeys()
{
    static const QStringList keys {u"id"_s,
        u"name"_s,
        u"start_date_local"_s,
        u"type"_s,
        u"race"_s,
        u"distance"_s,
        u"moving_time"_s,
        u"tags"_s,
        u"description"_s};
    return keys;
}

QDateTime momentOf(const QJsonObject &activity)
{
    const auto start = startOf(activity);
    return {start.day, start.time.value_or(QTime(0, 0)), Qt::UTC};
}

bool hasTag(const QJsonObject &activity, const QString &tag)
{
    const QJsonArray tags = activity.value("tags"_L1).toArray();
    return std::any_of(tags.begin(), tags.end(), [&tag](const QJsonValue &own) {
        return own.toString().compare(tag, Qt::CaseInsensitive) == 0;
    });
}

}

QList<QJsonObject> SearchArea::newestFirst()
{
    auto all = m_core.state().all(Shelf::Activity);
    std::stable_sort(all.begin(), all.end(), [](const QJsonObject &a, const QJsonObject &b) {
        return a.value("start_date_local"_L1).toString() > b.value("start_date_local"_L1).toString();
    });
    return all;
}

std::optional<Reply> SearchArea::handle(const http::Request &request, const QString &area, const QStringList &rest)
{
    const QString path = rest.isEmpty() ? area : area + u'/' + rest.join(u'/');
    static const QStringList known {u"activities/search"_s,
        u"activities/search-full"_s,
        u"activities/interval-search"_s,
        u"activities-around"_s,
        u"activity-tags"_s,
        u"activities.csv"_s};
    if (!known.contains(path))
        return {};
    if (request.method != "GET")
        return wrongMethod(request.method);
    if (path.startsWith("activities/search"_L1))
        return byName(request, path.endsWith("-full"_L1));
    if (path == "activities/interval-search"_L1)
        return byInterval(request);
    if (path == "activities-around"_L1)
        return around(request);
    return path == "activity-tags"_L1 ? tags() : table();
}

Reply SearchArea::byName(const http::Request &request, bool whole)
{
    const QString wanted = request.query.queryItemValue(u"q"_s, QUrl::FullyDecoded).trimmed();
    if (wanted.isEmpty())
        return refusal(422, u"Required request parameter 'q' is not present"_s);
    const auto limit = limitOf(request.query);
    if (!limit)
        return limit.error();
    QJsonArray found;
    for (const auto &activity : newestFirst()) {
        if (*limit > 0 && found.size() >= *limit)
            break;
        const bool matches = wanted.startsWith(u'#')
            ? hasTag(activity, wanted.mid(1))
            : activity.value("name"_L1).toString().contains(wanted, Qt::CaseInsensitive);
        if (!matches || isStub(activity))
            continue;
        if (whole) {
            found.append(m_activities.shown(activity));
            continue;
        }
        QJsonObject summary;
        for (const auto &key : summaryKeys())
            summary.insert(key, activity.contains(key) ? activity.value(key) : QJsonValue(QJsonValue::Null));
        found.append(summary);
    }
    return QJsonValue(found);
}

Reply SearchArea::byInterval(const http::Request &request)
{
    std::array<double, 4> needed {};
    const std::array keys {u"minSecs"_s, u"maxSecs"_s, u"minIntensity"_s, u"maxIntensity"_s};
    for (size_t i = 0; i < keys.size(); ++i) {
        const auto number = neededNumber(request.query, keys[i]);
        if (!number)
            return number.error();
        needed[i] = *number;
    }
    const auto fewest = numberOf(request.query, u"minReps"_s, 1);
    const auto most = numberOf(request.query, u"maxReps"_s, 999'999);
    const auto limit = numberOf(request.query, u"limit"_s, 30);
    for (const auto *number : {&fewest, &most, &limit}) {
        if (!*number)
            return number->error();
    }
    const QString family = request.query.queryItemValue(u"type"_s);
    if (!family.isEmpty() && !QStringList {u"AUTO"_s, u"POWER"_s, u"HR"_s, u"PACE"_s}.contains(family))
        return refusal(422, u"type: [%1] is none of AUTO, POWER, HR, PACE"_s.arg(family.left(40)));
    QJsonArray found;
    for (const auto &activity : newestFirst()) {
        if (found.size() >= *limit)
            break;
        const auto parts = isStub(activity) ? QList<Part> {} : partsIn(m_core, activity);
        const auto fits = [&](const Part &part) {
            const double seconds = part.end - part.start;
            const double intensity = std::round(100 * part.share);
            return part.work && seconds >= needed[0] && seconds <= needed[1] && intensity >= needed[2]
                && intensity <= needed[3];
        };
        const auto reps = double(std::count_if(parts.begin(), parts.end(), fits));
        if (reps >= *fewest && reps <= *most && reps > 0)
            found.append(m_activities.shown(activity));
    }
    return QJsonValue(found);
}

Reply SearchArea::around(const http::Request &request)
{
    const QString id = request.query.queryItemValue(u"activity_id"_s);
    if (id.isEmpty())
        return refusal(422, u"Required request parameter 'activity_id' is not present"_s);
    const auto centre = m_core.state().find(Shelf::Activity, id);
    if (!centre)
        return refusal(404, u"Activity not found"_s);
    const auto limit = numberOf(request.query, u"limit"_s, 30);
    if (!limit)
        return limit.error();
    const QDateTime moment = momentOf(*centre);
    QList<std::pair<qint64, QJsonObject>> near;
    for (const auto &activity : m_core.state().all(Shelf::Activity)) {
        if (activity.value("id"_L1) != centre->value("id"_L1))
            near.append({std::abs(moment.secsTo(momentOf(activity))), activity});
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QJsonArray found;
    for (const auto &[distance, activity] : std::as_const(near)) {
        if (found.size() >= *limit)
            break;
        found.append(m_activities.shown(activity));
    }
    return QJsonValue(found);
}

Reply SearchArea::tags()
{
    QSet<QString> all;
    for (const auto &activity : m_core.state().all(Shelf::Activity)) {
        const QJsonArray own = activity.value("tags"_L1).toArray();
        for (const auto &tag : own)
            all.insert(tag.toString());
    }
    QStringList sorted(all.begin(), all.end());
    sorted.sort(Qt::CaseInsensitive);
    return QJsonValue(QJsonArray::fromStringList(sorted));
}

Reply SearchArea::table()
{
    static const QStringList keys {u"id"_s,
        u"start_date_local"_s,
        u"name"_s,
        u"type"_s,
        u"moving_time"_s,
        u"elapsed_time"_s,
        u"distance"_s,
        u"total_elevation_gain"_s,
        u"average_speed"_s,
        u"average_heartrate"_s,
        u"max_heartrate"_s,
        u"average_cadence"_s,
        u"icu_average_watts"_s,
        u"icu_weighted_avg_watts"_s,
        u"icu_ftp"_s,
        u"icu_intensity"_s,
        u"icu_training_load"_s,
        u"icu_ctl"_s,
        u"icu_atl"_s,
        u"icu_joules"_s,
        u"icu_rpe"_s,
        u"feel"_s,
        u"calories"_s,
        u"source"_s};
    QList<QStringList> rows {keys};
    for (const auto &activity : newestFirst()) {
        const QJsonObject shown = m_activities.shown(activity);
        QStringList row;
        for (const auto &key : keys)
            row.append(shown.value(key).toVariant().toString());
        rows.append(row);
    }
    return QJsonValue(csvOf(rows));
}

}
