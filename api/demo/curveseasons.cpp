// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/curvearea.h"
#include "models/domain/sportsettings.h"

#include <QRegularExpression>
#include <algorithm>
#include <cmath>
#include <map>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int mostYears = 40;
constexpr int mostOthers = 20;

/// A list of the points for the second best, one for the third best and so on.
void addOthers(QJsonObject &json, const std::vector<std::vector<std::pair<double, QString>>> &others)
{
    QJsonArray values;
    QJsonArray owners;
    const auto longer = [](const auto &a, const auto &b) { return a.size() < b.size(); };
    const auto deepest = std::max_element(others.begin(), others.end(), longer);
    const size_t ranks = deepest == others.end() ? 0 : deepest->size();
    for (size_t rank = 0; rank < ranks; ++rank) {
        QJsonArray rankValues;
        QJsonArray rankOwners;
        for (const auto &point : others) {
            const bool any = rank < point.size();
            rankValues.append(any ? QJsonValue(std::round(point[rank].first)) : QJsonValue());
            rankOwners.append(any ? QJsonValue(point[rank].second) : QJsonValue());
        }
        values.append(rankValues);
        owners.append(rankOwners);
    }
    if (values.isEmpty())
        return;
    json.insert(u"submax_values"_s, values);
    json.insert(u"submax_activity_id"_s, owners);
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

CurveArea::Best CurveArea::bestOf(const Span &span, const QString &type, CurveBook::Kind kind, int others)
{
    const bool least = kind == CurveBook::Kind::Pace || kind == CurveBook::Kind::GradePace;
    struct Entry {
        analysis::CurvePoint point;
        QString owner;
    };
    std::map<double, std::vector<Entry>> best; // of each length, the best first
    Best found;
    const size_t most = size_t(others) + 1;
    m_core.state().begin(); // what is measured for the first time is kept in one go
    for (const auto &activity : activitiesOf(span.days, type)) {
        const QString id = activity.value("id"_L1).toString();
        found.load += activity.value("icu_training_load"_L1).toDouble();
        found.seconds += activity.value("moving_time"_L1).toDouble();
        for (const auto &point : curveAfter(activity, kind, span.afterKilojoules)) {
            auto &entries = best[point.length];
            const auto place = std::find_if(entries.begin(), entries.end(), [&](const Entry &known) {
                return least ? point.value < known.point.value : point.value > known.point.value;
            });
            if (place == entries.end() && entries.size() >= most)
                continue;
            entries.insert(place, {point, id});
            if (entries.size() > most)
                entries.pop_back();
        }
    }
    m_core.state().commit();
    for (const auto &[length, entries] : best) {
        found.curve.push_back(entries.front().point);
        found.owners.push_back(entries.front().owner);
        auto &rest = found.others.emplace_back();
        for (size_t i = 1; i < entries.size(); ++i)
            rest.emplace_back(entries[i].point.value, entries[i].owner);
    }
    return found;
}

domain::Result<CurveArea::Span> CurveArea::spanNamed(
    const QString &name, QDate newest, const CurveWish &wish, const QString &type)
{
    static const QRegularExpression tired(u"^(.*)-(kj[01])$"_s);
    if (const auto match = tired.match(name); match.hasMatch() && wish.kind == CurveBook::Kind::Power) {
        const auto kilojoules = workBefore(match.captured(2), type);
        if (!kilojoules)
            return kilojoules.error();
        auto span = spanNamed(match.captured(1), newest, wish, type);
        if (!span || span->afterKilojoules > 0)
            return span ? refusal(422, u"curves: [%1] is tired twice"_s.arg(name.left(40))) : span.error();
        span->id = name;
        span->label += u", after %1 kJ"_s.arg(*kilojoules);
        span->afterKilojoules = *kilojoules;
        return span;
    }
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,4})([yd])|s(\\d{1,2})|(all)|r\\.(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{4}-\\d\\d-\\d\\d))$"_s);
    const auto match = pattern.match(name);
    const auto unknown
        = refusal(422, u"curves: [%1] is none of 1y, 42d, s0, all, r.2024-01-01.2024-02-01"_s.arg(name.left(40)));
    if (!match.hasMatch())
        return unknown;
    if (!match.captured(4).isEmpty())
        return Span {name, u"All time"_s, {newest.addYears(-mostYears), newest}};
    if (!match.captured(5).isEmpty()) {
        const domain::DateRange days {
            QDate::fromString(match.captured(5), Qt::ISODate), QDate::fromString(match.captured(6), Qt::ISODate)};
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
    return Span {name,
        count == 1 ? u"1 year"_s : u"%1 years"_s.arg(count),
        {newest.addYears(-std::min(count, mostYears)).addDays(1), newest}};
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
    addOthers(json, best.others);
    if (wish.isPace())
        json.insert(u"paceModels"_s, paceModels(best.curve));
    if (wish.kind != CurveBook::Kind::Power)
        return json;
    json.insert(u"watts_per_kg"_s, perKg);
    json.insert(u"wkg_activity_id"_s, owners);
    json.insert(u"after_kj"_s, span.afterKilojoules);
    json.insert(u"powerModels"_s, powerModels(best.curve, query.queryItemValue(u"pmType"_s)));
    if (const double five = valueOver(best.curve, 300); five > 0 && weight > 0)
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
    const auto others = numberOf(request.query, u"subMaxEfforts"_s, 0);
    if (!others)
        return others.error();
    if (*others < 0 || *others > mostOthers)
        return refusal(422, u"subMaxEfforts: 0 to %1 are possible"_s.arg(mostOthers));
    QJsonArray list;
    QJsonObject activities;
    QList<std::pair<QString, analysis::Curve>> columns;
    for (const auto &name : std::as_const(names)) {
        const auto span = spanNamed(name, newest, wish, type);
        if (!span)
            return span.error();
        const Best best = bestOf(*span, type, wish.kind, int(*others));
        list.append(curveOf(*span, best, wish, request.query));
        columns.append({span->label, best.curve});
        for (const auto &id : best.owners) {
            if (!activities.contains(id))
                activities.insert(
                    id, m_activities.shown(m_core.state().find(Shelf::Activity, id).value_or(QJsonObject())));
        }
    }
    if (wish.csv)
        return QJsonValue(curveTable(wish, columns));
    return QJsonValue(QJsonObject {{u"list"_s, list}, {u"activities"_s, activities}});
}

}
