// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/weekreview.h"

#include "models/domain/sport.h"

#include <QJsonObject>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace analysis {

namespace {

SportReview &sportIn(QList<SportReview> &sports, const QString &type)
{
    const QString name = domain::summedAs(type);
    const auto known
        = std::find_if(sports.begin(), sports.end(), [&](const auto &sport) { return sport.sport == name; });
    if (known != sports.end())
        return *known;
    SportReview fresh;
    fresh.sport = name;
    return sports.emplaceBack(fresh);
}

void add(Amount &to, const Amount &amount)
{
    to.sessions += amount.sessions;
    to.time += amount.time;
    to.metres += amount.metres;
    to.load += amount.load;
}

template<typename T>
void addTarget(std::optional<T> &to, const std::optional<T> &target)
{
    if (target)
        to = to.value_or(T {}) + *target;
}

/// Ids of the events that activities say they fulfil.
QList<domain::EventId> pairedEvents(const QList<domain::Activity> &activities)
{
    QList<domain::EventId> ids;
    for (const auto &activity : activities) {
        if (activity.pairedEvent)
            ids.append(*activity.pairedEvent);
    }
    return ids;
}

void addPlanned(WeekReview &review, const WeekFacts &facts)
{
    const auto paired = pairedEvents(facts.activities);
    for (const auto &event : facts.events) {
        if (!facts.week.contains(event.start.day))
            continue;
        if (event.category == domain::Category::Target) {
            SportReview &sport = sportIn(review.sports, event.type);
            addTarget(sport.loadTarget, event.loadTarget);
            addTarget(sport.timeTarget, event.timeTarget);
            addTarget(sport.distanceTargetMetres, event.distanceTargetMetres);
        } else if (domain::isSession(event.category.value())) {
            SportReview &sport = sportIn(review.sports, event.type);
            add(sport.planned,
                {1,
                    event.movingTime.value_or(std::chrono::seconds(0)),
                    event.distanceMetres.value_or(0),
                    event.load.value_or(0)});
            const bool fulfilled = event.pairedActivity || (event.id && paired.contains(*event.id));
            sport.fulfilled += fulfilled ? 1 : 0;
            sport.missed += !fulfilled && event.start.day < facts.today ? 1 : 0;
        }
    }
}

void addTime(QList<ZoneTime> &zones, const QString &zone, std::chrono::seconds time)
{
    const auto known = std::find_if(zones.begin(), zones.end(), [&](const auto &other) { return other.zone == zone; });
    if (known != zones.end())
        known->time += time;
    else
        zones.append({zone, time});
}

void addZones(WeekReview &review, const domain::Activity &activity)
{
    for (const auto &entry : activity.zoneTimes) {
        const QJsonObject zone = entry.toObject();
        addTime(
            review.powerZones, zone.value("id"_L1).toString(), std::chrono::seconds(zone.value("secs"_L1).toInteger()));
    }
    for (qsizetype i = 0; i < activity.heartrateZoneSeconds.size(); ++i)
        addTime(review.heartrateZones, u"Z%1"_s.arg(i + 1), std::chrono::seconds(activity.heartrateZoneSeconds.at(i)));
}

void addDone(WeekReview &review, const WeekFacts &facts)
{
    const auto before = comparedDays(facts.week);
    int loadBefore = 0;
    bool doneBefore = false;
    for (const auto &activity : facts.activities) {
        if (before.contains(activity.start.day) && !activity.isStub()) {
            loadBefore += activity.load.value_or(0);
            doneBefore = true;
        }
        if (!facts.week.contains(activity.start.day))
            continue;
        if (activity.isStub()) {
            ++review.withheld;
            continue;
        }
        add(sportIn(review.sports, activity.type).done,
            {1,
                activity.movingTime.value_or(std::chrono::seconds(0)),
                activity.bestDistanceMetres().value_or(0),
                activity.load.value_or(0)});
        addZones(review, activity);
    }
    if (doneBefore)
        review.loadBefore = double(loadBefore) / weeksCompared;
}

void sum(WeekReview &review)
{
    for (const auto &sport : std::as_const(review.sports)) {
        add(review.total.planned, sport.planned);
        add(review.total.done, sport.done);
        review.total.fulfilled += sport.fulfilled;
        review.total.missed += sport.missed;
        addTarget(review.total.loadTarget, sport.loadTarget);
        addTarget(review.total.timeTarget, sport.timeTarget);
        addTarget(review.total.distanceTargetMetres, sport.distanceTargetMetres);
    }
    std::stable_sort(review.sports.begin(), review.sports.end(), [](const auto &a, const auto &b) {
        return std::max(a.done.load, a.planned.load) > std::max(b.done.load, b.planned.load);
    });
    std::stable_sort(review.powerZones.begin(), review.powerZones.end(), [](const auto &a, const auto &b) {
        const auto isOwn = [](const ZoneTime &zone) { return zone.zone.startsWith(u'Z'); };
        return isOwn(a) != isOwn(b) ? isOwn(a) : a.zone < b.zone;
    });
}

std::optional<FitnessReview> fitnessOf(const WeekFacts &facts)
{
    const QDate day = facts.week.contains(facts.today) ? facts.today : facts.week.last;
    const auto at = [&](QDate wanted) -> const domain::Wellness * {
        const auto found = std::find_if(facts.wellness.begin(), facts.wellness.end(), [wanted](const auto &record) {
            return record.day == wanted && record.ctl && record.atl;
        });
        return found == facts.wellness.end() ? nullptr : &*found;
    };
    const domain::Wellness *end = at(day);
    if (!end)
        return {};
    const domain::Wellness *weekAgo = at(day.addDays(-7));
    FitnessReview fitness {day, *end->ctl, *end->atl, end->rampRate};
    if (weekAgo)
        fitness.ramp = *end->ctl - *weekAgo->ctl;
    return fitness;
}

template<typename T>
std::optional<double> number(const std::optional<T> &value)
{
    return value ? std::optional<double>(double(*value)) : std::nullopt;
}

std::optional<double> valueOf(const domain::Wellness &day, BodyMeasure measure)
{
    switch (measure) {
    case BodyMeasure::WeightKg: // a carried-over figure was not measured that day
        return day.temporaryWeight ? std::nullopt : day.weightKg;
    case BodyMeasure::RestingHrBpm:
        return day.temporaryRestingHr ? std::nullopt : number(day.restingHrBpm);
    case BodyMeasure::HrvMs:
        return day.hrvMs;
    case BodyMeasure::SleepHours:
        return day.sleep ? std::optional(double(day.sleep->count()) / 3600) : std::nullopt;
    case BodyMeasure::SleepScore:
        return day.sleepScore;
    case BodyMeasure::SleepQuality:
        return number(day.sleepQuality);
    case BodyMeasure::Soreness:
        return number(day.soreness);
    case BodyMeasure::Fatigue:
        return number(day.fatigue);
    case BodyMeasure::Stress:
        return number(day.stress);
    case BodyMeasure::Mood:
        return number(day.mood);
    case BodyMeasure::Motivation:
        return number(day.motivation);
    }
    return {};
}

std::optional<double> meanOf(const WeekFacts &facts, const domain::DateRange &days, BodyMeasure measure)
{
    double total = 0;
    int count = 0;
    for (const auto &day : facts.wellness) {
        if (!days.contains(day.day))
            continue;
        if (const auto value = valueOf(day, measure)) {
            total += *value;
            ++count;
        }
    }
    return count > 0 ? std::optional(total / count) : std::nullopt;
}

}

std::optional<double> SportReview::compliancePercent() const
{
    if (planned.load > 0)
        return 100.0 * done.load / planned.load;
    if (planned.time.count() > 0)
        return 100.0 * double(done.time.count()) / double(planned.time.count());
    return {};
}

domain::DateRange comparedDays(const domain::DateRange &week)
{
    return {week.first.addDays(-7 * weeksCompared), week.first.addDays(-1)};
}

WeekReview reviewOf(const WeekFacts &facts)
{
    WeekReview review;
    review.week = facts.week;
    addPlanned(review, facts);
    addDone(review, facts);
    sum(review);
    review.fitness = fitnessOf(facts);
    const auto before = comparedDays(facts.week);
    for (int measure = int(BodyMeasure::WeightKg); measure <= int(BodyMeasure::Motivation); ++measure) {
        const BodyMean mean {BodyMeasure(measure),
            meanOf(facts, facts.week, BodyMeasure(measure)),
            meanOf(facts, before, BodyMeasure(measure))};
        if (mean.week || mean.before)
            review.body.append(mean);
    }
    return review;
}

}
