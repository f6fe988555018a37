// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/curvearea.h"

#include "api/demo/channels.h"
#include "models/domain/sportsettings.h"

#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace demo {

double CurveArea::weightOf(const QJsonObject &activity)
{
    if (const double own = activity.value("icu_weight"_L1).toDouble(); own > 0)
        return own;
    return m_core.state()
        .find(Shelf::Athlete, Core::athleteId())
        .value_or(QJsonObject())
        .value("icu_weight"_L1)
        .toDouble();
}

QList<QJsonObject> CurveArea::activitiesOf(const domain::DateRange &days, const QString &type)
{
    const auto settings = domain::settingsFor(type, m_core.sports());
    QList<QJsonObject> found;
    const auto all = m_core.state().between(Shelf::Activity, days);
    for (const auto &activity : all) {
        const QString own = activity.value("type"_L1).toString();
        const bool together
            = own == type || (settings && settings->types.contains(type) && settings->types.contains(own));
        if (!isStub(activity) && (type.isEmpty() || together))
            found.append(activity);
    }
    return found;
}

analysis::Curve CurveArea::curveAfter(const QJsonObject &activity, CurveBook::Kind kind, int kilojoules)
{
    return kilojoules > 0 ? m_book.tiredCurve(activity, kilojoules) : m_book.curve(activity, kind);
}

domain::Result<int> CurveArea::workBefore(const QString &fatigue, const QString &type)
{
    if (fatigue.isEmpty() || fatigue == "normal"_L1)
        return 0;
    if (fatigue != "kj0"_L1 && fatigue != "kj1"_L1)
        return refusal(422, u"fatigue: [%1] is none of normal, kj0, kj1"_s.arg(fatigue.left(40)));
    const QString key = u"after_"_s + fatigue;
    const auto settings = domain::settingsFor(type, m_core.sports());
    const int kilojoules = settings ? settings->extra.value(key).toInt() : 0;
    if (kilojoules <= 0)
        return refusal(
            422, u"%1: the settings of %2 have none"_s.arg(key, type.isEmpty() ? u"no sport"_s : type.left(40)));
    return kilojoules;
}

Reply CurveArea::ofActivity(const http::Request &request, const QJsonObject &activity, const QString &part)
{
    const bool gap = isTrue(request.query, u"gap"_s);
    const bool several = part.startsWith("power-curves"_L1);
    const auto wish = curveWish(part, several ? u"-curves"_s : u"-curve"_s, gap);
    if (!wish)
        return noSuchPath();
    if (const auto error = unsupportedCurve(request.query))
        return *error;
    const QString type = activity.value("type"_L1).toString();
    QStringList tired = wish->kind == CurveBook::Kind::Power ? listOf(request.query, u"fatigue"_s) : QStringList();
    if (tired.isEmpty())
        tired = {u"normal"_s};
    if (!several && tired.size() > 1)
        return refusal(422, u"fatigue: one of kj0 and kj1 is expected"_s);
    QJsonArray curves;
    QList<std::pair<QString, analysis::Curve>> columns;
    for (const auto &name : std::as_const(tired)) {
        const auto kilojoules = workBefore(name, type);
        if (!kilojoules)
            return kilojoules.error();
        curves.append(activityCurve(activity, *wish, *kilojoules));
        columns.append({*kilojoules > 0 ? u"%1 after %2 kJ"_s.arg(wish->valueKey()).arg(*kilojoules) : wish->valueKey(),
            curveAfter(activity, wish->kind, *kilojoules)});
    }
    if (wish->csv)
        return QJsonValue(curveTable(*wish, columns));
    if (!several)
        return QJsonValue(curves.first());
    const QStringList types = listOf(request.query, u"types"_s);
    return QJsonValue(types.isEmpty() || types.contains(u"watts"_s) ? curves : QJsonArray());
}

QJsonObject CurveArea::activityCurve(const QJsonObject &activity, const CurveWish &wish, int afterKilojoules)
{
    const auto curve = curveAfter(activity, wish.kind, afterKilojoules);
    QJsonObject json = curveJson(curve, wish);
    for (const auto &key : {u"id"_s, u"start_date_local"_s, u"moving_time"_s})
        json.insert(key, activity.value(key));
    json.insert(u"training_load"_s, activity.value("icu_training_load"_L1));
    json.insert(u"weight"_s, weightOf(activity));
    if (wish.isPace()) {
        json.insert(u"type"_s, wish.kind == CurveBook::Kind::GradePace ? u"GAP"_s : u"PACE"_s);
        json.insert(u"paceModels"_s, paceModels(curve));
    }
    if (wish.kind == CurveBook::Kind::Power) {
        json.insert(u"stream_type"_s, u"watts"_s);
        json.insert(u"watts"_s, json.value("values"_L1)); // the service says it twice
        json.insert(u"after_kj"_s, afterKilojoules);
        json.insert(u"powerModels"_s, powerModels(curve));
    }
    return json;
}

std::optional<Reply> CurveArea::ofAthlete(const http::Request &request, const QString &part)
{
    if (part == "power-hr-curve"_L1 || part == "mmp-model"_L1) {
        if (request.method != "GET")
            return wrongMethod(request.method);
        return part == "mmp-model"_L1 ? model(request) : powerAndHeart(request);
    }
    const bool each = part.startsWith("activity-"_L1);
    const auto wish = curveWish(each ? part.mid(9) : part, u"-curves"_s, isTrue(request.query, u"gap"_s));
    if (!wish)
        return {};
    if (request.method != "GET")
        return wrongMethod(request.method);
    if (const auto error = unsupportedCurve(request.query))
        return *error;
    return each ? sideBySide(request, *wish) : seasons(request, *wish);
}

Reply CurveArea::sideBySide(const http::Request &request, const CurveWish &wish)
{
    for (const auto &key : {u"oldest"_s, u"newest"_s}) {
        if (!request.query.hasQueryItem(key))
            return refusal(422, u"Required request parameter '%1' is not present"_s.arg(key));
    }
    const auto window = windowOf(request.query, {}, 0);
    if (!window)
        return window.error();
    const QString lengthsKey = wish.isPace() ? u"distances"_s : u"secs"_s;
    std::vector<double> lengths;
    for (const auto &text : listOf(request.query, lengthsKey)) {
        bool ok = false;
        lengths.push_back(text.toDouble(&ok));
        if (!ok || !(lengths.back() > 0))
            return refusal(422, u"%1: [%2] is no length"_s.arg(lengthsKey, text.left(20)));
    }
    const QString type = request.query.queryItemValue(u"type"_s);
    const bool power = wish.kind == CurveBook::Kind::Power;
    const auto before = workBefore(power ? request.query.queryItemValue(u"fatigue"_s) : QString(), type);
    if (!before)
        return before.error();
    std::vector<std::pair<QJsonObject, analysis::Curve>> found;
    double longest = 0;
    m_core.state().begin();
    for (const auto &activity : activitiesOf(window->days(), type)) {
        auto curve = curveAfter(activity, wish.kind, *before);
        if (curve.empty())
            continue;
        longest = std::max(longest, curve.back().length);
        found.emplace_back(activity, std::move(curve));
    }
    m_core.state().commit();
    if (lengths.empty())
        lengths = wish.isPace() ? analysis::curveMetres(longest) : analysis::curveSeconds(longest);
    QJsonArray curves;
    QList<QStringList> rows {{u"id"_s, u"start_date_local"_s, u"weight"_s}};
    QJsonArray axis;
    for (const double length : lengths) {
        axis.append(length);
        rows[0].append(QString::number(length));
    }
    for (const auto &[activity, curve] : found) {
        QJsonArray values;
        const double weight = weightOf(activity);
        QStringList row {activity.value("id"_L1).toString(),
            activity.value("start_date_local"_L1).toString(),
            QString::number(weight)};
        for (const double length : lengths) {
            values.append(std::round(valueOver(curve, length)));
            row.append(QString::number(values.last().toInt()));
        }
        rows.append(row);
        curves.append(QJsonObject {{u"id"_s, activity.value("id"_L1)},
            {u"start_date_local"_s, activity.value("start_date_local"_L1)},
            {u"weight"_s, weight},
            {wish.valueKey(), values}});
    }
    if (wish.csv)
        return QJsonValue(csvOf(rows));
    QJsonObject answer {{wish.isPace() ? u"distances"_s : u"secs"_s, axis}, {u"curves"_s, curves}};
    if (power)
        answer.insert(u"after_kj"_s, *before);
    if (wish.isPace())
        answer.insert(u"gap"_s, wish.kind == CurveBook::Kind::GradePace);
    return QJsonValue(answer);
}

Reply CurveArea::powerAndHeart(const http::Request &request)
{
    if (const auto error = unsupportedCurve(request.query))
        return *error;
    const auto start = domain::LocalDateTime::parse(request.query.queryItemValue(u"start"_s, QUrl::FullyDecoded));
    const auto end = domain::LocalDateTime::parse(request.query.queryItemValue(u"end"_s, QUrl::FullyDecoded));
    if (!start || !end || end->day < start->day)
        return refusal(422, u"start and end: two days are required"_s);
    const QString type = request.query.hasQueryItem(u"type"_s) ? request.query.queryItemValue(u"type"_s) : u"Ride"_s;
    std::map<int, analysis::Bucket> sums;
    m_core.state().begin();
    for (const auto &activity : activitiesOf({start->day, end->day}, type)) {
        for (const auto &span : m_book.powerSpans(activity)) {
            if (span.heartRateBpm.value_or(0) <= 0)
                continue;
            auto &sum = sums[int(span.start)];
            sum.seconds += span.seconds;
            sum.heartRateBpm = sum.heartRateBpm.value_or(0) + span.seconds * *span.heartRateBpm;
            sum.cadenceRpm = sum.cadenceRpm.value_or(0) + span.seconds * span.cadenceRpm.value_or(0);
        }
    }
    m_core.state().commit();
    QJsonArray bpm;
    QJsonArray cadence;
    QJsonArray minutes;
    const int least = sums.empty() ? 0 : sums.begin()->first;
    const int most = sums.empty() ? 0 : sums.rbegin()->first;
    for (int watts = least; !sums.empty() && watts <= most; watts += CurveBook::spanWatts) {
        const auto found = sums.find(watts);
        const double seconds = found == sums.end() ? 0 : found->second.seconds;
        bpm.append(seconds > 0 ? std::round(*found->second.heartRateBpm / seconds) : 0);
        cadence.append(seconds > 0 ? std::round(*found->second.cadenceRpm / seconds) : 0);
        minutes.append(std::round(seconds / 60));
    }
    const auto settings = domain::settingsFor(type, m_core.sports()).value_or(domain::SportSettings {});
    return QJsonValue(QJsonObject {{u"athleteId"_s, Core::athleteId()},
        {u"start"_s, start->toString()},
        {u"end"_s, end->toString()},
        {u"minWatts"_s, least},
        {u"maxWatts"_s, most},
        {u"bucketSize"_s, CurveBook::spanWatts},
        {u"bpm"_s, bpm},
        {u"cadence"_s, cadence},
        {u"minutes"_s, minutes},
        {u"ftp"_s, settings.ftpWatts.value_or(0)},
        {u"lthr"_s, settings.lthrBpm.value_or(0)},
        {u"max_hr"_s, settings.maxHrBpm.value_or(0)}});
}

Reply CurveArea::model(const http::Request &request)
{
    const QString type = request.query.queryItemValue(u"type"_s);
    if (type.isEmpty())
        return refusal(422, u"Required request parameter 'type' is not present"_s);
    const auto athlete = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const int days = std::max(1, athlete.value("icu_mmp_days"_L1).toInt(42));
    const Best best
        = bestOf({.days = {m_core.today().addDays(1 - days), m_core.today()}}, type, CurveBook::Kind::Power);
    const QJsonArray models = powerModels(best.curve, u"MORTON_3P"_s);
    if (models.isEmpty())
        return refusal(404, u"No power model for %1"_s.arg(type.left(40)));
    return QJsonValue(models.first().toObject());
}

}
