// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/summaryarea.h"

#include <QMap>
#include <array>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int mostZones = 7;
constexpr int mostWeeks = 520;

/// What activities come to.
struct Sums {
    int count = 0;
    double moving = 0;
    double elapsed = 0;
    double metres = 0;
    double climbed = 0;
    double load = 0;
    double calories = 0;
    double sessionRpe = 0;
    std::array<int, mostZones> zones {};

    void add(const QJsonObject &activity)
    {
        const auto number = [&activity](QLatin1StringView key) { return activity.value(key).toDouble(); };
        ++count;
        moving += number("moving_time"_L1);
        elapsed += number("elapsed_time"_L1);
        metres += number("distance"_L1);
        climbed += number("total_elevation_gain"_L1);
        load += number("icu_training_load"_L1);
        calories += number("calories"_L1);
        sessionRpe += number("icu_rpe"_L1) * number("moving_time"_L1) / 60;
        addZones(activity);
    }

    /// By power where there is some, else by heart rate.
    void addZones(const QJsonObject &activity)
    {
        const QJsonArray power = activity.value("icu_zone_times"_L1).toArray();
        const QJsonArray heart = activity.value("icu_hr_zone_times"_L1).toArray();
        for (size_t zone = 0; zone < zones.size(); ++zone) {
            const auto index = qsizetype(zone);
            if (power.isEmpty())
                zones[zone] += heart.at(index).toInt();
            else if (power.at(index).toObject().value("id"_L1).toString() != "SS"_L1)
                zones[zone] += power.at(index).toObject().value("secs"_L1).toInt();
        }
    }

    [[nodiscard]] QJsonObject json() const
    {
        QJsonArray times;
        int total = 0;
        for (const int seconds : zones) {
            times.append(seconds);
            total += seconds;
        }
        return {{u"count"_s, count},
            {u"time"_s, qint64(moving)},
            {u"moving_time"_s, qint64(moving)},
            {u"elapsed_time"_s, qint64(elapsed)},
            {u"calories"_s, qint64(calories)},
            {u"total_elevation_gain"_s, asFloat(climbed)},
            {u"training_load"_s, qint64(load)},
            {u"srpe"_s, qint64(sessionRpe)},
            {u"distance"_s, asFloat(metres)},
            {u"timeInZones"_s, times},
            {u"timeInZonesTot"_s, total}};
    }
};

}

Reply SummaryArea::weeks(const http::Request &request)
{
    if (request.method != "GET")
        return wrongMethod(request.method);
    QUrlQuery named;
    for (const auto &[ours, theirs] : {std::pair {u"oldest"_s, u"start"_s}, std::pair {u"newest"_s, u"end"_s}}) {
        if (request.query.hasQueryItem(theirs))
            named.addQueryItem(ours, request.query.queryItemValue(theirs));
    }
    if (!named.hasQueryItem(u"newest"_s))
        named.addQueryItem(u"newest"_s, domain::dayText(m_core.today()));
    const auto window = windowOf(named, m_core.today().addDays(-6), 6);
    if (!window)
        return window.error();
    const domain::DateRange days = window->days();
    if (days.days() > mostWeeks * 7)
        return refusal(422, u"start and end are too far apart"_s);
    QJsonArray rows;
    for (QDate monday = days.first.addDays(1 - days.first.dayOfWeek()); monday <= days.last; monday = monday.addDays(7))
        rows.prepend(week(monday, {std::max(monday, days.first), std::min(monday.addDays(6), days.last)}));
    return QJsonValue(rows);
}

QJsonObject SummaryArea::week(QDate monday, const domain::DateRange &days)
{
    Sums all;
    QMap<QString, Sums> bySport;
    const auto activities = m_core.state().between(Shelf::Activity, days);
    for (const auto &activity : activities) {
        if (activity.contains("_note"_L1))
            continue;
        all.add(activity);
        bySport[activity.value("type"_L1).toString()].add(activity);
    }
    QJsonArray categories;
    for (auto it = bySport.cbegin(); it != bySport.cend(); ++it) {
        QJsonObject category = it->json();
        category.insert(u"category"_s, it.key());
        categories.append(category);
    }
    QJsonObject row = all.json();
    const auto end = m_core.fitness().at(days.last);
    const auto before = m_core.fitness().at(days.last.addDays(-7));
    const QJsonObject person = m_core.state().find(Shelf::Athlete, Core::athleteId()).value_or(QJsonObject());
    row.insert(u"date"_s, domain::dayText(monday));
    row.insert(u"athlete_id"_s, Core::athleteId());
    row.insert(u"athlete_name"_s, person.value("name"_L1));
    row.insert(u"weight"_s, person.value("icu_weight"_L1));
    row.insert(u"fitness"_s, asFloat(end.point.ctl));
    row.insert(u"fatigue"_s, asFloat(end.point.atl));
    row.insert(u"form"_s, asFloat(end.point.form()));
    row.insert(u"rampRate"_s, asFloat(end.point.ctl - before.point.ctl));
    row.insert(u"byCategory"_s, categories);
    return row;
}

}
