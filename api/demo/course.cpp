// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/course.h"

#include "models/domain/activity.h"
#include "models/domain/event.h"

#include <QSet>
#include <cmath>

namespace demo {

namespace {

constexpr int daysAhead = 200;
const double fitnessShare = 1 - std::exp(-1.0 / 42);
const double fatigueShare = 1 - std::exp(-1.0 / 7);

/// WeightTraining does not count unless the athlete says so.
double factorOf(const QString &type)
{
    return type == QLatin1StringView("WeightTraining") ? 0 : 1;
}

}

void Course::compute(State &state, QDate today)
{
    const QList<QJsonObject> activities = state.all(Shelf::Activity);
    m_first = today.addDays(-42);
    if (!activities.isEmpty()) {
        if (const auto oldest = domain::fromJson<domain::Activity>(activities.first()))
            m_first = std::min(m_first, oldest->start.day);
    }
    m_days.assign(size_t(m_first.daysTo(today) + daysAhead + 1), {});
    const auto add = [this](QDate day, double load) {
        const qint64 index = m_first.daysTo(day);
        if (index >= 0 && index < qint64(m_days.size()))
            m_days[size_t(index)].load += load;
    };
    for (const auto &json : activities) {
        if (const auto activity = domain::fromJson<domain::Activity>(json))
            add(activity->start.day, activity->load.value_or(0) * factorOf(activity->type));
    }
    const QList<QJsonObject> events = state.between(Shelf::Event, {today, today.addDays(daysAhead)});
    for (const auto &json : events) {
        const auto event = domain::fromJson<domain::Event>(json);
        if (event && domain::isSession(event->category.value()) && !event->pairedActivity && !event->notOnFitnessChart)
            add(event->start.day, event->load.value_or(0) * factorOf(event->type));
    }
    Day before {};
    for (Day &day : m_days) {
        day.load = std::round(day.load);
        day.ctl = before.ctl + (day.load - before.ctl) * fitnessShare;
        day.atl = before.atl + (day.load - before.atl) * fatigueShare;
        before = day;
    }
}

Course::Day Course::at(QDate day) const
{
    const qint64 index = m_first.daysTo(day);
    return index >= 0 && index < qint64(m_days.size()) ? m_days[size_t(index)] : Day {};
}

}
