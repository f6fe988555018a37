// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seed.h"

#include "api/demo/core.h"
#include "api/demo/plannedload.h"
#include "api/demo/seasons.h"
#include "api/demo/seedactivity.h"
#include "api/demo/seedgear.h"
#include "api/demo/seedlibrary.h"
#include "api/demo/seedperson.h"
#include "api/demo/seedtargets.h"
#include "api/demo/seedwellness.h"
#include "models/domain/event.h"

#include <QUuid>

using namespace Qt::StringLiterals;
using domain::Category;

namespace demo {

namespace {

constexpr int weeksAhead = 16;
constexpr int weeksOfKeptPlan = 12; // older plans are not kept, only what was done

/// Makes the training of all weeks. Every session has dice of its own day and slot.
class Training
{
public:
    Training(State &state, quint32 seed, QDate today, int weeksBehind)
        : m_state(state)
        , m_seed(seed)
        , m_today(today)
        , m_sports(demoSports())
        , m_thisMonday(today.addDays(1 - today.dayOfWeek()))
        , m_weeksBehind(weeksBehind)
    {
    }

    void fill()
    {
        for (int week = -m_weeksBehind; week <= weeksAhead; ++week)
            fillWeek(week);
        // The athlete trained before, too.
        domain::Event start = blank(mondayOf(-m_weeksBehind), Category::SetFitness, u"Fitness brought along"_s);
        start.ctl = 49;
        start.atl = 46;
        keep(start);
        const auto bands = blocks();
        for (const auto &block : bands) {
            if (block.firstWeek + block.weeks <= -m_weeksBehind)
                continue;
            domain::Event event = blank(mondayOf(block.firstWeek), Category::Plan, block.name);
            event.end->day = mondayOf(block.firstWeek + block.weeks);
            event.color = block.color;
            keep(event);
        }
    }

    [[nodiscard]] const QMap<QString, GearSum> &gear() const { return m_gear; }

private:
    [[nodiscard]] QDate mondayOf(int week) const { return m_thisMonday.addDays(7 * week); }

    void fillWeek(int week)
    {
        const QDate monday = mondayOf(week);
        const Phase phase = phaseOf(week, monday);
        if (phase == Phase::Sick)
            span(monday, 6, Category::Sick, u"Flu"_s);
        if (phase == Phase::Holiday)
            span(monday.addDays(1), 5, Category::Holiday, u"Family holiday"_s);
        if (week == 2)
            span(monday.addDays(3), 1, Category::Note, u"Travel, Lyon"_s);
        if (week % 8 == 0 && week <= 0)
            span(monday.addDays(4),
                1,
                Category::Note,
                week == 0 ? u"Bike check before the weekend"_s : u"Blood test, before breakfast"_s);
        for (int weekday = 1; weekday <= 7; ++weekday) {
            const QDate day = monday.addDays(weekday - 1);
            if (raceOn(week, weekday, day))
                continue;
            int slot = 0;
            for (const auto &session : sessionsOn(weekday, phase, week))
                place(session, day, week, slot++);
        }
    }

    bool raceOn(int week, int weekday, QDate day)
    {
        for (const auto &race : races()) {
            if (race.week != week || race.weekday != weekday)
                continue;
            Dice dice(m_seed, quint64(day.toJulianDay()) * 8);
            const Category category = race.priority == 'A' ? Category::RaceA
                : race.priority == 'B'                     ? Category::RaceB
                                                           : Category::RaceC;
            domain::Event event = blank(day, category, race.name);
            event.start.time = QTime(9, 0);
            const PlannedSession session {race.type, race.name, race.text, 0};
            resolvePlan(event, session);
            if (day < m_today)
                done(session, event.start, dice, &event);
            keep(event);
            return true;
        }
        return false;
    }

    domain::Event blank(QDate day, Category category, const QString &name)
    {
        domain::Event event;
        event.id = domain::EventId {m_state.nextEventId()};
        event.uid = QUuid::createUuidV5(
            QUuid(u"{2d6f0f3c-3f0c-4f43-9c40-0a3a7f3ce9c1}"_s), u"%1/%2"_s.arg(m_seed).arg(event.id->value))
                        .toString(QUuid::WithoutBraces);
        event.category = category;
        event.name = name;
        event.start = {day, {}};
        event.end = domain::LocalDateTime {day.addDays(1), {}};
        event.updated = m_today.addDays(-3).toString(Qt::ISODate) + u"T08:00:00.000+00:00"_s;
        return event;
    }

    void keep(const domain::Event &event)
    {
        m_state.put(Shelf::Event, QString::number(event.id->value), event.start.day, domain::toJson(event));
    }

    void span(QDate day, int days, Category category, const QString &name)
    {
        domain::Event event = blank(day, category, name);
        event.end->day = day.addDays(days);
        keep(event);
    }

    void place(const PlannedSession &session, QDate day, int week, int slot)
    {
        Dice dice(m_seed, quint64(day.toJulianDay()) * 8 + quint64(slot));
        const bool skipped = dice.chance(0.045) || day == m_today.addDays(-2);
        const bool past = day < m_today || (day == m_today && session.early);
        const domain::LocalDateTime start {day,
            session.early              ? QTime(6, 45)
                : day.dayOfWeek() >= 6 ? QTime(9 + 6 * slot, 0)
                                       : QTime(17 + slot, 30)};
        std::optional<domain::Event> event;
        if (week >= -weeksOfKeptPlan) {
            event = blank(day, Category::Workout, session.name);
            event->start = start;
            resolvePlan(*event, session);
        }
        if (past && !skipped)
            done(session, start, dice, event ? &*event : nullptr);
        if (event)
            keep(*event);
    }

    void resolvePlan(domain::Event &event, const PlannedSession &session)
    {
        event.type = session.type;
        event.description = session.text;
        const auto planned = plannedLoad(session.text, {session.type, false, {}}, m_sports);
        event.workoutDoc = planned.document;
        event.movingTime = planned.hasSteps ? planned.movingTime : std::chrono::minutes(session.minutes);
        event.load = planned.load;
        event.joules = planned.joules;
        event.extra.insert(u"joules_above_ftp"_s, planned.joulesAboveFtp);
        if (planned.metres > 0)
            event.distanceMetres = planned.metres;
        event.intensityPercent = intensityOf(event.load, event.movingTime);
    }

    void done(const PlannedSession &session, const domain::LocalDateTime &planned, Dice &dice, domain::Event *event)
    {
        const Effort meant
            = session.text.isEmpty() ? freeEffort(session.minutes) : effortOf(session.text, session.type, m_sports);
        const bool cutShort = dice.chance(0.05);
        const Effort effort = humanised(
            meant, cutShort ? dice.between(0.5, 0.75) : dice.between(0.94, 1.07), dice.between(0.96, 1.035));
        const bool winter = planned.day.month() >= 11 || planned.day.month() <= 2;
        const bool indoor = session.type == "Ride"_L1 && winter && secondsOf(effort) < 100 * 60;
        Done what {indoor ? u"VirtualRide"_s : session.type, session.name, planned, thresholdShare(planned.day)};
        what.start.time = planned.time.value_or(QTime(17, 30)).addSecs(dice.below(45 * 60) - 12 * 60);
        domain::Activity activity = activityOf(what, effort, m_sports, dice);
        activity.id = domain::ActivityId {u"i%1"_s.arg(70000000 + ++m_lastActivity)};
        if (event) {
            event->pairedActivity = activity.id;
            activity.pairedEvent = event->id;
            if (event->load.value_or(0) > 0)
                activity.compliancePercent = 100.0 * activity.load.value_or(0) / *event->load;
            else if (event->movingTime)
                activity.compliancePercent
                    = 100.0 * double(activity.movingTime->count()) / double(event->movingTime->count());
            activity.race = domain::isRace(event->category.value());
        }
        if (session.name.startsWith("Long"_L1))
            activity.tags = {u"long"_s};
        QJsonObject json = domain::toJson(activity);
        if (const QString gear = gearFor(activity.type); !gear.isEmpty()) {
            json.insert(u"gear"_s, QJsonObject {{u"id"_s, gear}});
            m_gear[gear].add(json);
        }
        m_state.put(Shelf::Activity, activity.id->value, activity.start.day, json);
        m_state.put(Shelf::ActivityEffort, activity.id->value, activity.start.day, effortToJson(effort));
    }

    /// Three years of training leave a mark, and so does every winter.
    [[nodiscard]] double thresholdShare(QDate day) const
    {
        const double yearsAgo = double(day.daysTo(m_today)) / 365.25;
        const double winterDip = day.month() == 12 || day.month() <= 2 ? 0.02 : 0;
        return day.daysTo(m_today) < 60 ? 1 : 1 - 0.035 * yearsAgo - winterDip;
    }

    State &m_state;
    quint32 m_seed;
    QDate m_today;
    QList<domain::SportSettings> m_sports;
    QDate m_thisMonday;
    int m_weeksBehind;
    int m_lastActivity = 0;
    QMap<QString, GearSum> m_gear;
};

/// A ride that came by way of Strava: the API passes nothing of it on.
void putStub(State &state, const QString &id, QDate day)
{
    state.put(Shelf::Activity,
        id,
        day,
        {{u"id"_s, id},
            {u"icu_athlete_id"_s, Core::athleteId()},
            {u"start_date_local"_s, day.toString(Qt::ISODate) + u"T12:10:00"_s},
            {u"source"_s, u"STRAVA"_s},
            {u"_note"_s, u"STRAVA activities are not available via the API"_s}});
}

}

void populate(State &state, quint32 seed, QDate today, int days)
{
    state.begin();
    putPerson(state, today);
    Training training(state, seed, today, days / 7);
    training.fill();
    for (const auto &[id, daysAgo] : {std::pair {u"9412003351"_s, 24}, std::pair {u"8730551204"_s, 402}}) {
        if (days >= daysAgo)
            putStub(state, id, today.addDays(-daysAgo));
    }
    putWellness(state, seed, today, days);
    putLibrary(state, today); // last, so that events keep their numbers
    putGear(state, training.gear(), today);
    putChoices(state, today);
    putTargets(state, today);
    state.commit();
}

}
