// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/curvearea.h"

#include "api/demo/channels.h"
#include "models/domain/sportsettings.h"

#include <QRegularExpression>
#include <QSet>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace demo {

/// The days that a curve is asked for, and how they are called.
struct CurveArea::Span {
    QString id;
    QString label;
    domain::DateRange days;
};

/// The best of several activities.
struct CurveArea::Best {
    analysis::Curve curve;
    std::vector<QString> owners; ///< whose each point is
    double load = 0;
    double seconds = 0;
};

namespace {

constexpr int mostYears = 40;

/// The power of a length that the curve may not have: between its neighbours.
double valueAt(const analysis::Curve &curve, double length)
{
    const auto after = std::lower_bound(curve.begin(), curve.end(), length,
        [](const analysis::CurvePoint &point, double wanted) { return point.length < wanted; });
    if (after == curve.end())
        return 0;
    if (after->length == length || after == curve.begin())
        return after->value;
    const auto before = std::prev(after);
    const double share = (length - before->length) / (after->length - before->length);
    return before->value + share * (after->value - before->value);
}

/// Oxygen that five minutes at a power take, in ml per kg and minute (after Sitko and others, 2021).
double oxygenOf(double wattsPerKg)
{
    return 16.61 + 8.87 * wattsPerKg;
}

QString seasonLabel(int back)
{
    return back == 0 ? u"This season"_s : back == 1 ? u"Last season"_s : u"%1 seasons ago"_s.arg(back);
}

}

double CurveArea::weightOf(const QJsonObject &activity)
{
    if (const double own = activity.value("icu_weight"_L1).toDouble(); own > 0)
        return own;
    return m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject()).value("icu_weight"_L1).toDouble();
}

QList<QJsonObject> CurveArea::activitiesOf(const domain::DateRange &days, const QString &type)
{
    const auto settings = domain::settingsFor(type, m_core.sports());
    QList<QJsonObject> found;
    const auto all = m_core.state().between(Shelf::Activity, days);
    for (const auto &activity : all) {
        const QString own = activity.value("type"_L1).toString();
        const bool together = own == type || (settings && settings->types.contains(type) && settings->types.contains(own));
        if (!isStub(activity) && (type.isEmpty() || together))
            found.append(activity);
    }
    return found;
}

CurveArea::Best CurveArea::bestOf(const domain::DateRange &days, const QString &type, CurveBook::Kind kind)
{
    const bool least = kind == CurveBook::Kind::Pace || kind == CurveBook::Kind::GradePace;
    std::map<double, std::pair<analysis::CurvePoint, QString>> best;
    Best found;
    m_core.state().begin(); // what is measured for the first time is kept in one go
    for (const auto &activity : activitiesOf(days, type)) {
        const QString id = activity.value("id"_L1).toString();
        found.load += activity.value("icu_training_load"_L1).toDouble();
        found.seconds += activity.value("moving_time"_L1).toDouble();
        for (const auto &point : m_book.curve(activity, kind)) {
            const auto known = best.find(point.length);
            if (known == best.end())
                best.emplace(point.length, std::pair(point, id));
            else if (least ? point.value < known->second.first.value : point.value > known->second.first.value)
                known->second = {point, id};
        }
    }
    m_core.state().commit();
    for (const auto &[length, entry] : best) {
        found.curve.push_back(entry.first);
        found.owners.push_back(entry.second);
    }
    return found;
}

domain::Result<CurveArea::Span> CurveArea::spanNamed(const QString &name, QDate newest)
{
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,4})([yd])|s(\\d{1,2})|(all)|r\\.(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{4}-\\d\\d-\\d\\d))$"_s);
    const auto match = pattern.match(name);
    const auto unknown = refusal(422, u"curves: [%1] is none of 1y, 42d, s0, all, r.2024-01-01.2024-02-01"_s.arg(name.left(40)));
    if (!match.hasMatch())
        return unknown;
    if (!match.captured(4).isEmpty())
        return Span {name, u"All time"_s, {newest.addYears(-mostYears), newest}};
    if (!match.captured(5).isEmpty()) {
        const domain::DateRange days {QDate::fromString(match.captured(5), Qt::ISODate), QDate::fromString(match.captured(6), Qt::ISODate)};
        if (!days.first.isValid() || !days.last.isValid() || days.isEmpty())
            return unknown;
        return Span {name, match.captured(5) + u" - "_s + match.captured(6), days};
    }
    if (!match.captured(3).isEmpty()) {
        const int back = match.captured(3).toInt();
        const QDate first(newest.year() - back, 1, 1);
        return Span {name, seasonLabel(back), {first, back == 0 ? newest : first.addYears(1).addDays(-1)}};
    }
    const int count = match.captured(1).toInt();
    if (match.captured(2) == "d"_L1)
        return Span {name, count == 1 ? u"1 day"_s : u"%1 days"_s.arg(count), {newest.addDays(1 - count), newest}};
    return Span {name, count == 1 ? u"1 year"_s : u"%1 years"_s.arg(count), {newest.addYears(-std::min(count, mostYears)).addDays(1), newest}};
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
    const auto curve = m_book.curve(activity, wish->kind);
    if (wish->csv)
        return QJsonValue(curveTable(*wish, {{wish->valueKey(), curve}}));
    QJsonObject json = curveJson(curve, *wish);
    for (const auto &key : {u"id"_s, u"start_date_local"_s, u"moving_time"_s})
        json.insert(key, activity.value(key));
    json.insert(u"training_load"_s, activity.value("icu_training_load"_L1));
    json.insert(u"weight"_s, weightOf(activity));
    if (wish->isPace()) {
        json.insert(u"type"_s, gap ? u"GAP"_s : u"PACE"_s);
        json.insert(u"paceModels"_s, paceModels(curve));
    }
    if (wish->kind == CurveBook::Kind::Power) {
        json.insert(u"stream_type"_s, u"watts"_s);
        json.insert(u"watts"_s, json.value("values"_L1)); // the service says it twice
        json.insert(u"after_kj"_s, 0);
        json.insert(u"powerModels"_s, powerModels(curve));
    }
    const QStringList types = listOf(request.query, u"types"_s);
    if (several)
        return QJsonValue(types.isEmpty() || types.contains(u"watts"_s) ? QJsonArray {json} : QJsonArray());
    return QJsonValue(json);
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

QJsonObject CurveArea::curveOf(const Span &span, const Best &best, const CurveWish &wish, const QUrlQuery &query)
{
    QJsonObject json = curveJson(best.curve, wish);
    json.insert(u"id"_s, span.id);
    json.insert(u"label"_s, span.label);
    json.insert(u"start_date_local"_s, domain::dayText(span.days.first) + u"T00:00:00"_s);
    json.insert(u"end_date_local"_s, domain::dayText(span.days.last.addDays(1)) + u"T00:00:00"_s);
    json.insert(u"days"_s, qint64(span.days.days()));
    json.insert(u"training_load"_s, std::round(best.load));
    json.insert(u"moving_time"_s, std::round(best.seconds));
    const double weight = weightOf({});
    json.insert(u"weight"_s, weight);
    QJsonArray owners;
    QJsonArray perKg;
    for (size_t i = 0; i < best.curve.size(); ++i) {
        owners.append(best.owners[i]);
        perKg.append(weight > 0 ? asFloat(std::round(100 * best.curve[i].value / weight) / 100) : 0);
    }
    json.insert(u"activity_id"_s, owners);
    if (wish.isPace())
        json.insert(u"paceModels"_s, paceModels(best.curve));
    if (wish.kind != CurveBook::Kind::Power)
        return json;
    json.insert(u"watts_per_kg"_s, perKg);
    json.insert(u"wkg_activity_id"_s, owners);
    json.insert(u"after_kj"_s, 0);
    json.insert(u"powerModels"_s, powerModels(best.curve, query.queryItemValue(u"pmType"_s)));
    if (const double five = valueAt(best.curve, 300); five > 0 && weight > 0)
        json.insert(u"vo2max_5m"_s, asFloat(oxygenOf(five / weight)));
    return json;
}

Reply CurveArea::seasons(const http::Request &request, const CurveWish &wish)
{
    const QString type = request.query.queryItemValue(u"type"_s);
    if (wish.kind == CurveBook::Kind::Power && type.isEmpty())
        return refusal(422, u"Required request parameter 'type' is not present"_s);
    QDate newest = m_core.today();
    if (request.query.hasQueryItem(u"newest"_s)) {
        const auto day = domain::LocalDateTime::parse(request.query.queryItemValue(u"newest"_s, QUrl::FullyDecoded));
        if (!day)
            return refusal(422, u"newest: invalid date"_s);
        newest = day->day;
    }
    QStringList names = listOf(request.query, u"curves"_s);
    if (names.isEmpty())
        names = {u"1y"_s};
    QJsonArray list;
    QJsonObject activities;
    QList<std::pair<QString, analysis::Curve>> columns;
    for (const auto &name : std::as_const(names)) {
        const auto span = spanNamed(name, newest);
        if (!span)
            return span.error();
        const Best best = bestOf(span->days, type, wish.kind);
        list.append(curveOf(*span, best, wish, request.query));
        columns.append({span->label, best.curve});
        for (const auto &id : best.owners) {
            if (!activities.contains(id))
                activities.insert(id, m_activities.shown(m_core.state().find(Shelf::Activity, id).value_or(QJsonObject())));
        }
    }
    if (wish.csv)
        return QJsonValue(curveTable(wish, columns));
    return QJsonValue(QJsonObject {{u"list"_s, list}, {u"activities"_s, activities}});
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
    std::vector<std::pair<QJsonObject, analysis::Curve>> found;
    double longest = 0;
    m_core.state().begin();
    for (const auto &activity : activitiesOf(window->days(), request.query.queryItemValue(u"type"_s))) {
        auto curve = m_book.curve(activity, wish.kind);
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
        QStringList row {activity.value("id"_L1).toString(), activity.value("start_date_local"_L1).toString(), QString::number(weight)};
        for (const double length : lengths) {
            values.append(std::round(valueAt(curve, length)));
            row.append(QString::number(values.last().toInt()));
        }
        rows.append(row);
        curves.append(QJsonObject {{u"id"_s, activity.value("id"_L1)}, {u"start_date_local"_s, activity.value("start_date_local"_L1)},
            {u"weight"_s, weight}, {wish.valueKey(), values}});
    }
    if (wish.csv)
        return QJsonValue(csvOf(rows));
    QJsonObject answer {{wish.isPace() ? u"distances"_s : u"secs"_s, axis}, {u"curves"_s, curves}};
    if (wish.kind == CurveBook::Kind::Power)
        answer.insert(u"after_kj"_s, 0);
    if (wish.isPace())
        answer.insert(u"gap"_s, wish.kind == CurveBook::Kind::GradePace);
    return QJsonValue(answer);
}

Reply CurveArea::powerAndHeart(const http::Request &request)
{
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
    return QJsonValue(QJsonObject {{u"athleteId"_s, Core::athleteId()}, {u"start"_s, start->toString()}, {u"end"_s, end->toString()},
        {u"minWatts"_s, least}, {u"maxWatts"_s, most}, {u"bucketSize"_s, CurveBook::spanWatts}, {u"bpm"_s, bpm},
        {u"cadence"_s, cadence}, {u"minutes"_s, minutes}, {u"ftp"_s, settings.ftpWatts.value_or(0)},
        {u"lthr"_s, settings.lthrBpm.value_or(0)}, {u"max_hr"_s, settings.maxHrBpm.value_or(0)}});
}

Reply CurveArea::model(const http::Request &request)
{
    const QString type = request.query.queryItemValue(u"type"_s);
    if (type.isEmpty())
        return refusal(422, u"Required request parameter 'type' is not present"_s);
    const auto athlete = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    const int days = std::max(1, athlete.value("icu_mmp_days"_L1).toInt(42));
    const Best best = bestOf({m_core.today().addDays(1 - days), m_core.today()}, type, CurveBook::Kind::Power);
    const QJsonArray models = powerModels(best.curve, u"MORTON_3P"_s);
    if (models.isEmpty())
        return refusal(404, u"No power model for %1"_s.arg(type.left(40)));
    return QJsonValue(models.first().toObject());
}

}
