// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/fitness.h"

#include "models/domain/localdatetime.h"

#include <QJsonArray>
#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int daysAhead = 400;

QDate dayOf(const QJsonObject &object)
{
    return QDate::fromString(object.value("start_date_local"_L1).toString().left(10), Qt::ISODate);
}

std::optional<double> numberOf(const QJsonObject &object, QLatin1StringView key)
{
    const QJsonValue value = object.value(key);
    return value.isDouble() ? std::optional(value.toDouble()) : std::nullopt;
}

bool isTraining(const QString &category)
{
    return category == "WORKOUT"_L1 || category.startsWith("RACE_"_L1);
}

}

Fitness::Fitness(State &state, const QString &athlete, QDate today)
{
    const auto done = state.loads(Shelf::Activity);
    const auto values = state.eventsOf(u"SET_FITNESS"_s);
    const auto constants = state.eventsOf(u"FITNESS_DAYS"_s);
    m_first = done.empty() ? today : std::min(today, done.front().day);
    if (!values.isEmpty())
        m_first = std::min(m_first, dayOf(values.first()));
    m_loads.resize(size_t(m_first.daysTo(today) + daysAhead + 1));
    m_points.resize(m_loads.size());
    readFactors(state, athlete);
    for (const auto &load : done)
        add(load.day, load.type, load.load);
    addPlanned(state, today);
    for (auto &load : m_loads)
        load = {std::round(load.ctl), std::round(load.atl)};
    analysis::project({}, m_loads, m_points, turnsOf(values, constants));
}

Fitness::Day Fitness::at(QDate day) const
{
    const qsizetype index = indexOf(day);
    return index < 0 ? Day {} : Day {m_points[size_t(index)], m_loads[size_t(index)]};
}

qsizetype Fitness::indexOf(QDate day) const
{
    const qint64 index = m_first.daysTo(day);
    return index >= 0 && index < qint64(m_loads.size()) ? qsizetype(index) : -1;
}

void Fitness::readFactors(State &state, const QString &athlete)
{
    m_factors.insert(u"WeightTraining"_s, {0, 0}); // does not count unless the athlete says so
    const QJsonArray settings
        = state.find(Shelf::Athlete, athlete).value_or(QJsonObject()).value("icu_type_settings"_L1).toArray();
    for (const auto &entry : settings) {
        const QJsonObject factors = entry.toObject();
        m_factors.insert(factors.value("type"_L1).toString(),
            {factors.value("ctlFactor"_L1).toDouble(1), factors.value("atlFactor"_L1).toDouble(1)});
    }
}

void Fitness::add(QDate day, const QString &type, double load)
{
    const qsizetype index = indexOf(day);
    if (index < 0)
        return;
    const auto factors = m_factors.value(type, {1, 1});
    m_loads[size_t(index)].ctl += load * factors.ctl;
    m_loads[size_t(index)].atl += load * factors.atl;
}

/// What is planned counts from today on, unless it has been done: its activity counts instead. What was missed does not
/// count.
void Fitness::addPlanned(State &state, QDate today)
{
    const auto events = state.between(Shelf::Event, {today, today.addDays(daysAhead)});
    for (const auto &event : events) {
        const bool counts = isTraining(event.value("category"_L1).toString())
            && event.value("paired_activity_id"_L1).toString().isEmpty()
            && !event.value("not_on_fitness_chart"_L1).toBool();
        if (counts)
            add(dayOf(event), event.value("type"_L1).toString(), event.value("icu_training_load"_L1).toDouble());
    }
}

std::vector<analysis::Turn> Fitness::turnsOf(
    const QList<QJsonObject> &values, const QList<QJsonObject> &constants) const
{
    std::vector<analysis::Turn> turns;
    const auto collect = [this, &turns](const QList<QJsonObject> &events, bool sets) {
        for (const auto &event : events) {
            const qsizetype index = indexOf(dayOf(event));
            if (index < 0)
                continue;
            analysis::Turn turn {.index = int(index), .ctlDays = {}, .atlDays = {}, .ctl = {}, .atl = {}};
            (sets ? turn.ctl : turn.ctlDays) = numberOf(event, sets ? "icu_ctl"_L1 : "ctl_days"_L1);
            (sets ? turn.atl : turn.atlDays) = numberOf(event, sets ? "icu_atl"_L1 : "atl_days"_L1);
            turns.push_back(turn);
        }
    };
    collect(values, true);
    collect(constants, false);
    std::stable_sort(turns.begin(), turns.end(), [](const auto &a, const auto &b) { return a.index < b.index; });
    return turns;
}

}
