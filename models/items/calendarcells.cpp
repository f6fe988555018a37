// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/calendarcells.h"

#include "models/domain/sport.h"
#include "models/workout/profile.h"

#include <QHash>
#include <QSet>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace items {

namespace {

using domain::Category;

std::optional<int> seconds(const store::Summary &item)
{
    return item.movingTime ? std::optional<int>(int(item.movingTime->count())) : std::nullopt;
}

Card cardOf(const store::Summary &item, QDate today)
{
    Card card;
    card.id = item.id;
    card.kind = item.kind;
    card.category = item.category.value();
    card.sport = item.type;
    card.name = item.name;
    card.time = item.time;
    card.load = item.load;
    card.movingSeconds = seconds(item);
    card.distanceMetres = item.distanceMetres;
    card.compliancePercent = item.compliancePercent;
    card.profile = item.profile;
    card.readOnly = item.readOnly;
    card.stub = item.stub;
    card.mark = item.mark;
    if (item.kind == store::Kind::Activity) {
        card.state = CardState::Done;
        return card;
    }
    card.state = item.day < today ? CardState::Missed : CardState::Planned;
    card.estimated = item.mark != store::Mark::Synced && !item.profile.isEmpty();
    card.movable = !item.readOnly;
    return card;
}

/// The service's rule where it gave no figure: load against planned load, else time against planned time.
std::optional<double> compliance(const Card &done, const Card &plan)
{
    if (done.load && plan.load.value_or(0) > 0)
        return 100.0 * *done.load / *plan.load;
    if (done.movingSeconds && plan.movingSeconds.value_or(0) > 0)
        return 100.0 * *done.movingSeconds / *plan.movingSeconds;
    return {};
}

Card merged(Card activity, const Card &plan)
{
    activity.planId = plan.id;
    activity.plannedLoad = plan.load;
    activity.plannedSeconds = plan.movingSeconds;
    if (activity.profile.isEmpty())
        activity.profile = plan.profile;
    if (!activity.compliancePercent || *activity.compliancePercent <= 0)
        activity.compliancePercent = compliance(activity, plan);
    if (activity.name.isEmpty())
        activity.name = plan.name;
    return activity;
}

/// Places everything into the weeks it was made for.
class Builder
{
public:
    Builder(QDate first, int weeks, QDate today)
        : m_first(first)
        , m_today(today)
        , m_rows(weeks)
    {
        for (int row = 0; row < weeks; ++row) {
            m_rows[row].week.first = first.addDays(7 * row);
            for (int column = 0; column < 7; ++column) {
                DayCell &cell = m_rows[row].days[size_t(column)];
                cell.date = first.addDays(7 * row + column);
                cell.today = cell.date == today;
            }
        }
    }

    QList<WeekRow> build(const QList<store::Summary> &events, const QList<store::Summary> &activities)
    {
        QHash<QString, const store::Summary *> plans; // by the remote id of either half
        for (const store::Summary &event : events) {
            if (!event.remoteId.isEmpty())
                plans.insert(u'e' + event.remoteId, &event);
            if (!event.pairedWith.isEmpty())
                plans.insert(u'a' + event.pairedWith, &event);
        }
        QSet<domain::LocalId> merges;
        for (const store::Summary &activity : activities) {
            const store::Summary *plan = plans.value(u'a' + activity.remoteId, nullptr);
            if (!plan && !activity.pairedWith.isEmpty())
                plan = plans.value(u'e' + activity.pairedWith, nullptr);
            Card card = cardOf(activity, m_today);
            if (plan && domain::isSession(plan->category.value())) {
                card = merged(card, cardOf(*plan, m_today));
                merges.insert(plan->id);
            }
            place(activity.day, card);
        }
        for (const store::Summary &event : events)
            add(event, merges.contains(event.id));
        for (WeekRow &row : m_rows)
            finish(row);
        return m_rows;
    }

private:
    DayCell *cell(QDate day)
    {
        const qint64 offset = m_first.daysTo(day);
        if (offset < 0 || offset >= qint64(m_rows.size()) * 7)
            return nullptr;
        return &m_rows[offset / 7].days[size_t(offset % 7)];
    }

    WeekCell *week(QDate day) { return cell(day) ? &m_rows[m_first.daysTo(day) / 7].week : nullptr; }

    void place(QDate day, const Card &card)
    {
        if (DayCell *at = cell(day))
            at->cards.append(card);
    }

    void add(const store::Summary &event, bool mergedAway)
    {
        const Category category = event.category.value();
        if (domain::isSession(category)) {
            addPlannedSums(event);
            if (domain::isRace(category))
                addBar(event);
            if (!mergedAway)
                place(event.day, cardOf(event, m_today));
        } else if (category == Category::Plan) {
            addPhase(event);
        } else if (category == Category::Target) {
            if (WeekCell *at = week(event.day))
                at->targets.append(
                    {.id = event.id, .sport = event.type, .name = event.name, .readOnly = event.readOnly});
        } else if (event.forWeek) {
            if (WeekCell *at = week(event.day); at && !event.name.isEmpty())
                at->notes.append(event.name);
        } else {
            addBar(event);
        }
    }

    void addPlannedSums(const store::Summary &event)
    {
        WeekCell *at = week(event.day);
        if (!at)
            return;
        at->plannedSeconds += seconds(event).value_or(0);
        at->plannedLoad += event.load.value_or(0);
        at->plannedMetres += event.distanceMetres.value_or(0);
    }

    void addPhase(const store::Summary &event)
    {
        for (WeekRow &row : m_rows) {
            if (event.day <= row.week.first.addDays(6) && event.endDay > row.week.first) {
                row.week.phase = event.name;
                row.week.phaseColor = event.color;
            }
        }
    }

    void addBar(const store::Summary &event)
    {
        const QDate last = std::max(event.day, event.endDay.addDays(-1));
        for (WeekRow &row : m_rows) {
            const int from = int(std::max<qint64>(0, row.week.first.daysTo(event.day)));
            const int to = int(std::min<qint64>(6, row.week.first.daysTo(last)));
            if (from > 6 || to < 0 || from > to)
                continue;
            int lane = 0;
            const auto taken = [&row, from, to, &lane] {
                for (int column = from; column <= to; ++column) {
                    for (const Bar &bar : row.days[size_t(column)].bars) {
                        if (bar.lane == lane)
                            return true;
                    }
                }
                return false;
            };
            while (taken())
                ++lane;
            for (int column = from; column <= to; ++column) {
                DayCell &at = row.days[size_t(column)];
                at.bars.append({event.id,
                    event.category.value(),
                    event.name.isEmpty() ? event.category.text() : event.name,
                    event.color,
                    lane,
                    at.date > event.day,
                    at.date < last,
                    !event.readOnly});
            }
        }
    }

    static void addZones(const Card &card, WeekCell &week)
    {
        if (card.profile.isEmpty())
            return;
        for (const workout::Bar &bar : workout::decode(card.profile))
            week.zoneSeconds[size_t(std::clamp<int>(bar.zone, 1, 7) - 1)] += int(bar.seconds);
    }

    static void addDone(const Card &card, WeekCell &week)
    {
        week.doneSeconds += card.movingSeconds.value_or(0);
        week.doneLoad += card.load.value_or(0);
        week.doneMetres += card.distanceMetres.value_or(0);
        for (WeekTarget &target : week.targets) {
            if (domain::summedAs(card.sport) != domain::summedAs(target.sport))
                continue;
            target.doneSeconds += card.movingSeconds.value_or(0);
            target.doneLoad += card.load.value_or(0);
            target.doneMetres += card.distanceMetres.value_or(0);
        }
    }

    static void finish(WeekRow &row)
    {
        static const QStringList usual = domain::knownSports();
        const auto place = [](const WeekTarget &target) {
            return usual.contains(target.sport) ? usual.indexOf(target.sport) : usual.size();
        };
        std::ranges::stable_sort(row.week.targets, {}, place);
        for (DayCell &day : row.days) {
            std::ranges::stable_sort(
                day.cards, {}, [](const Card &card) { return card.time.value_or(QTime(23, 59, 59)); });
            for (const Card &card : day.cards) {
                if (card.state != CardState::Missed)
                    addZones(card, row.week);
                if (card.state == CardState::Done)
                    addDone(card, row.week);
            }
        }
    }

    QDate m_first;
    QDate m_today;
    QList<WeekRow> m_rows;
};

}

int DayCell::load() const
{
    int sum = 0;
    for (const Card &card : cards) {
        if (card.state != CardState::Missed)
            sum += card.load.value_or(0);
    }
    return sum;
}

int DayCell::lanes() const
{
    int count = 0;
    for (const Bar &bar : bars)
        count = std::max(count, bar.lane + 1);
    return count;
}

QList<WeekRow> buildWeeks(
    QDate first, int weeks, QDate today, const QList<store::Summary> &events, const QList<store::Summary> &activities)
{
    return Builder(first, weeks, today).build(events, activities);
}

}
