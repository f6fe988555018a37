// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/fitnesstimeline.h"

#include <QJsonObject>
#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace items {

namespace {

bool isTurn(domain::Category category)
{
    return category == domain::Category::FitnessDays || category == domain::Category::SetFitness;
}

}

FitnessTimeline::FitnessTimeline(store::Store &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_today(store.clock().today())
{
    readSettings();
    m_window = {m_today.addDays(-400), m_today.addDays(365)};
    reload();
    connect(&m_store, &store::Store::changed, this, &FitnessTimeline::onStoreChanged);
    connect(&m_store, &store::Store::settingsChanged, this, [this] {
        readSettings();
        reload();
        Q_EMIT changed({});
    });
}

void FitnessTimeline::ensure(const domain::DateRange &days)
{
    if (days.isEmpty() || (m_window.contains(days.first) && m_window.contains(days.last)))
        return;
    // A margin keeps scrolling from widening the window week by week.
    m_window = m_window.united({days.first.addDays(-200), days.last.addDays(200)});
    reload();
    Q_EMIT changed({});
}

int FitnessTimeline::indexOf(QDate day) const
{
    return m_window.contains(day) ? int(m_window.first.daysTo(day)) : -1;
}

void FitnessTimeline::readSettings()
{
    const domain::Athlete athlete = m_store.athlete();
    m_percent = athlete.formAsPercent;
    m_factors.clear();
    m_factors.insert(u"WeightTraining"_s, {0, 0}); // the service's default
    for (const QJsonValue &row : athlete.typeSettings) {
        const QJsonObject settings = row.toObject();
        m_factors.insert(settings.value("type"_L1).toString(),
            {settings.value("ctlFactor"_L1).toDouble(1), settings.value("atlFactor"_L1).toDouble(1)});
    }
}

analysis::DayLoad FitnessTimeline::weighted(std::optional<int> points, const QString &sport) const
{
    const double load = points.value_or(0);
    const auto factor = m_factors.constFind(sport);
    if (factor == m_factors.constEnd())
        return {load, load};
    return {load * factor->ctl, load * factor->atl};
}

void FitnessTimeline::reload()
{
    const auto count = size_t(m_window.days());
    m_planned.assign(count, 0);
    m_done.assign(count, 0);
    m_doneWeighted.assign(count, {});
    m_plannedWeighted.assign(count, {});
    m_loads.assign(count, {});
    m_server.assign(count, {});
    m_points.assign(count, {});
    m_preview.assign(count, {});
    m_scratch.assign(count, {});
    m_items.clear();
    m_previewing = false;
    readLoads(m_window);
    readServer(m_window);
    readTurns();
    m_turnsStale = false;
    compute();
}

void FitnessTimeline::readLoads(const domain::DateRange &days)
{
    const auto first = size_t(indexOf(days.first));
    const auto count = size_t(days.days());
    std::fill_n(m_planned.begin() + qsizetype(first), count, 0.0F);
    std::fill_n(m_done.begin() + qsizetype(first), count, 0.0F);
    std::fill_n(m_plannedWeighted.begin() + qsizetype(first), count, analysis::DayLoad {});
    std::fill_n(m_doneWeighted.begin() + qsizetype(first), count, analysis::DayLoad {});
    for (const store::ItemLoad &activity : m_store.loads(store::Kind::Activity, days)) {
        const int index = indexOf(activity.day);
        if (index < 0 || !activity.load)
            continue;
        const analysis::DayLoad load = weighted(activity.load, activity.type);
        m_done[size_t(index)] += float(*activity.load);
        m_doneWeighted[size_t(index)].ctl += load.ctl;
        m_doneWeighted[size_t(index)].atl += load.atl;
    }
    // A planned session of the past that nobody did is missed and counts no more.
    for (const store::ItemLoad &event : m_store.loads(store::Kind::Event, {std::max(days.first, m_today), days.last})) {
        const int index = indexOf(event.day);
        if (index < 0 || !event.load || event.paired || !domain::isSession(event.category.value()))
            continue;
        m_planned[size_t(index)] += float(*event.load);
        if (event.onFitnessChart) {
            const analysis::DayLoad load = weighted(event.load, event.type);
            m_plannedWeighted[size_t(index)].ctl += load.ctl;
            m_plannedWeighted[size_t(index)].atl += load.atl;
        }
    }
}

void FitnessTimeline::readServer(const domain::DateRange &days)
{
    std::fill_n(m_server.begin() + indexOf(days.first), days.days(), std::nullopt);
    for (const store::FitnessDay &day : m_store.fitness(days)) {
        const int index = indexOf(day.day);
        if (index >= 0 && day.day <= m_today)
            m_server[size_t(index)] = analysis::FitnessPoint {day.ctl, day.atl};
    }
}

void FitnessTimeline::readTurns()
{
    m_turns.clear();
    m_turnIds.clear();
    for (const store::Summary &event : m_store.milestones(m_window)) {
        const domain::Category category = event.category.value();
        const int index = indexOf(event.day);
        if (index < 0 || !isTurn(category))
            continue;
        const auto full = m_store.event(event.id);
        if (!full.ok())
            continue;
        m_turnIds.insert(event.id);
        analysis::Turn turn;
        turn.index = index;
        if (category == domain::Category::FitnessDays) {
            turn.ctlDays = full->ctlDays;
            turn.atlDays = full->atlDays;
        } else {
            turn.ctl = full->ctl;
            turn.atl = full->atl;
        }
        m_turns.push_back(turn);
    }
    std::ranges::stable_sort(m_turns, {}, &analysis::Turn::index);
}

void FitnessTimeline::compute()
{
    const int count = int(m_points.size());
    const int todayIndex = std::clamp(int(m_window.first.daysTo(m_today)), 0, count);
    for (int i = 0; i < count; ++i) {
        const auto at = size_t(i);
        m_loads[at] = i <= todayIndex ? m_doneWeighted[at] : analysis::DayLoad {};
        if (i >= todayIndex) {
            m_loads[at].ctl += m_plannedWeighted[at].ctl;
            m_loads[at].atl += m_plannedWeighted[at].atl;
        }
    }
    m_firstKnown = count;
    for (int i = 0; i < count && m_firstKnown == count; ++i) {
        const auto at = size_t(i);
        if (m_server[at] || m_done[at] > 0 || m_planned[at] > 0)
            m_firstKnown = i;
    }
    // The figure the service gives for today may or may not hold what is still planned, and lags behind an edit made
    // here. So today is reckoned from the day before; only without any earlier day does today's figure stand, as done.
    std::optional<analysis::FitnessPoint> served;
    if (todayIndex < count)
        served = std::exchange(m_server[size_t(todayIndex)], std::nullopt);
    const auto earlier = std::span(m_server).first(size_t(todayIndex));
    if (served && std::ranges::none_of(earlier, [](const auto &day) { return day.has_value(); })) {
        const auto &open = m_plannedWeighted[size_t(todayIndex)];
        m_server[size_t(todayIndex)] = analysis::FitnessPoint {
            served->ctl + open.ctl * analysis::fitnessGain, served->atl + open.atl * analysis::fatigueGain};
    }
    analysis::project({}, m_loads, m_points, m_turns, m_server);
    if (todayIndex < count)
        m_server[size_t(todayIndex)] = served;
}

void FitnessTimeline::onStoreChanged(const store::Change &change)
{
    const QDate today = m_store.clock().today();
    if (change.everything || today != m_today) {
        m_today = today;
        reload();
        Q_EMIT changed({});
        return;
    }
    for (const domain::LocalId &id : change.ids) {
        m_items.remove(id);
        m_turnsStale = m_turnsStale || m_turnIds.contains(id);
    }
    // Days between are read as well: one look at a year costs less than a look at each of its days.
    domain::DateRange span;
    for (const QDate &day : change.days) {
        if (indexOf(day) >= 0)
            span = span.united({day, day});
    }
    if (span.isEmpty())
        return;
    readLoads(span);
    readServer(span);
    m_turnsStale = m_turnsStale || std::ranges::any_of(m_store.milestones(span), [](const store::Summary &event) {
        return isTurn(event.category.value());
    });
    if (std::exchange(m_turnsStale, false))
        readTurns();
    compute();
    if (m_previewing)
        clearPreview();
    Q_EMIT changed(span.first);
}

const FitnessTimeline::Item *FitnessTimeline::itemOf(const domain::LocalId &id)
{
    const auto known = m_items.constFind(id);
    if (known != m_items.constEnd())
        return &*known;
    const auto summary = m_store.summary(id);
    if (!summary || !summary->load || summary->kind != store::Kind::Event)
        return nullptr;
    const Item item {summary->day,
        float(*summary->load),
        weighted(summary->load, summary->type),
        summary->onFitnessChart && summary->pairedWith.isEmpty() && domain::isSession(summary->category.value())};
    return &*m_items.insert(id, item);
}

void FitnessTimeline::preview(const QList<Shift> &shifts, const QList<Arrival> &arrivals)
{
    m_changes.clear();
    for (const Shift &shift : shifts) {
        const Item *item = itemOf(shift.id);
        if (!item || (!item->counts && shift.from.isValid()))
            continue;
        const int from = shift.from >= m_today ? indexOf(shift.from) : -1;
        const int to = shift.to >= m_today ? indexOf(shift.to) : -1;
        if (from >= 0)
            m_changes.push_back({from, {-item->weighted.ctl, -item->weighted.atl}});
        if (to >= 0)
            m_changes.push_back({to, item->weighted});
    }
    for (const Arrival &arrival : arrivals) {
        if (const int to = arrival.day >= m_today ? indexOf(arrival.day) : -1; to >= 0)
            m_changes.push_back({to, weighted(arrival.load, arrival.sport)});
    }
    std::ranges::copy(m_points, m_preview.begin());
    analysis::addChanges(m_changes, m_preview, m_turns, m_scratch);
    m_previewing = true;
    Q_EMIT previewChanged();
}

void FitnessTimeline::clearPreview()
{
    if (!m_previewing)
        return;
    m_previewing = false;
    Q_EMIT previewChanged();
}

}
