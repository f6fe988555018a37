// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seed.h"

#include "api/demo/demoapi.h"
#include "api/demo/seasons.h"
#include "api/demo/seedperson.h"
#include "api/demo/seedwellness.h"
#include "models/domain/activity.h"
#include "models/domain/sport.h"
#include "models/workout/document.h"
#include "models/workout/parse.h"
#include "models/workout/resolve.h"

#include <QRandomGenerator>
#include <QUuid>
#include <cmath>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int weeksBehind = 157;
constexpr int weeksAhead = 16;
constexpr int weeksOfKeptPlan = 6; // older plans are not kept, only what was done

/// Makes the training of all weeks; chance comes from one generator, so the order of calls is part of the result.
class Training
{
public:
    Training(State &state, quint32 seed, QDate today)
        : m_state(state)
        , m_random(seed)
        , m_today(today)
        , m_sports(demoSports())
    {
    }

    void fill()
    {
        const QDate thisMonday = m_today.addDays(1 - m_today.dayOfWeek());
        for (int week = -weeksBehind; week <= weeksAhead; ++week) {
            const QDate monday = thisMonday.addDays(7 * week);
            const Phase phase = phaseOf(monday, m_today);
            markWeek(monday, phase, week);
            for (int weekday = 1; weekday <= 7; ++weekday) {
                const auto sessions = sessionsOn(weekday, phase, week + 1000);
                int slot = 0;
                for (const auto &session : sessions)
                    place(session, monday.addDays(weekday - 1), week, slot++);
            }
        }
        for (const auto &[offset, category, name] : {std::tuple {11 * 7 + 5, domain::Category::RaceA, u"Lakes half distance"_s}, std::tuple {6 * 7 + 6, domain::Category::RaceB, u"Tour of the hills"_s},
                 std::tuple {-10 * 7 + 6, domain::Category::RaceC, u"Town ten kilometres"_s}, std::tuple {-52 * 7 + 5, domain::Category::RaceA, u"Coast triathlon"_s}})
            race(thisMonday.addDays(offset), category, name);
    }

private:
    void markWeek(QDate monday, Phase phase, int week)
    {
        if (phase == Phase::Sick)
            span(monday, 6, domain::Category::Sick, u"Flu"_s);
        if (phase == Phase::Holiday)
            span(monday.addDays(1), 5, domain::Category::Holiday, u"Family holiday"_s);
        if (week % 8 == 0 && week >= -8)
            span(monday.addDays(4), 1, domain::Category::Note, week > 0 ? u"Bike check before the weekend"_s : u"Felt strong this week"_s);
    }

    domain::Event blank(QDate day, domain::Category category, const QString &name)
    {
        domain::Event event;
        event.id = domain::EventId {++m_lastEvent};
        quint32 words[4];
        m_random.fillRange(words);
        event.uid = QUuid(words[0], ushort(words[1]), ushort(0x4000 | (words[1] >> 20)), uchar(0x80 | (words[2] & 0x3f)), uchar(words[2] >> 8), uchar(words[2] >> 16),
            uchar(words[2] >> 24), uchar(words[3]), uchar(words[3] >> 8), uchar(words[3] >> 16), uchar(words[3] >> 24))
                        .toString(QUuid::WithoutBraces);
        event.category = category;
        event.name = name;
        event.start = {day, {}};
        event.end = domain::LocalDateTime {day.addDays(1), {}};
        event.updated = m_today.addDays(-3).toString(Qt::ISODate) + u"T08:00:00.000+00:00"_s;
        return event;
    }

    void keep(const domain::Event &event) { m_state.put(Shelf::Event, QString::number(event.id->value), event.start.day, domain::toJson(event)); }

    void span(QDate day, int days, domain::Category category, const QString &name)
    {
        domain::Event event = blank(day, category, name);
        event.end->day = day.addDays(days);
        keep(event);
    }

    void race(QDate day, domain::Category category, const QString &name)
    {
        domain::Event event = blank(day, category, name);
        event.type = category == domain::Category::RaceC ? u"Run"_s : u"Ride"_s;
        event.movingTime = category == domain::Category::RaceC ? std::chrono::minutes(42) : std::chrono::minutes(290);
        event.load = category == domain::Category::RaceC ? 62 : 255;
        event.start.time = QTime(9, 0);
        keep(event);
        if (day < m_today)
            done({event.type, name, {}, int(event.movingTime->count() / 60), 0.9}, day, 0, &event);
    }

    void place(const PlannedSession &session, QDate day, int week, int slot)
    {
        const bool skipped = m_random.bounded(100) < 4 || (week == 0 && day == m_today.addDays(-1) && slot == 0);
        const bool past = day < m_today || (day == m_today && slot == 0 && m_random.bounded(100) < 20);
        std::optional<domain::Event> event;
        if (week >= -weeksOfKeptPlan && (!past || m_random.bounded(100) < 92)) {
            event = blank(day, domain::Category::Workout, session.name);
            event->type = session.type;
            event->description = session.text;
            event->start.time = slot == 0 ? std::optional(QTime(day.dayOfWeek() >= 6 ? 9 : 17, 30)) : QTime(7, 0);
            resolvePlan(*event, session);
        }
        if (past && !skipped)
            done(session, day, slot, event ? &*event : nullptr);
        if (event)
            keep(*event);
    }

    void resolvePlan(domain::Event &event, const PlannedSession &session)
    {
        event.movingTime = std::chrono::minutes(session.minutes);
        const auto parsed = workout::parse(session.text);
        if (parsed.isEmpty())
            return;
        const auto settings = domain::settingsFor(event.type, m_sports).value_or(domain::SportSettings {});
        const auto figures = workout::resolve(parsed, settings, {.type = event.type});
        event.workoutDoc = workout::toDocument(parsed, settings, figures);
        event.movingTime = figures.duration;
        event.load = figures.load;
        event.joules = figures.joules;
        if (figures.metres > 0)
            event.distanceMetres = figures.metres;
        if (figures.intensityPercent)
            event.intensityPercent = float(*figures.intensityPercent);
    }

    void done(const PlannedSession &session, QDate day, int slot, domain::Event *event);

    State &m_state;
    QRandomGenerator m_random;
    QDate m_today;
    QList<domain::SportSettings> m_sports;
    qint64 m_lastEvent = 0;
    int m_lastActivity = 0;
};

void Training::done(const PlannedSession &session, QDate day, int slot, domain::Event *event)
{
    const double luck = 0.9 + m_random.generateDouble() * 0.2;
    const int seconds = int(session.minutes * 60 * luck);
    const auto family = domain::familyOf(session.type);
    domain::Activity a;
    a.id = domain::ActivityId {u"i%1"_s.arg(1000000 + ++m_lastActivity)};
    const bool winter = day.month() >= 11 || day.month() <= 2;
    a.type = family == domain::SportFamily::Ride && winter && session.minutes < 100 ? u"VirtualRide"_s : session.type;
    a.name = session.name;
    a.source = a.type == "VirtualRide"_L1 ? u"ZWIFT"_s : u"GARMIN_CONNECT"_s;
    a.start = {day, QTime(slot == 0 ? (day.dayOfWeek() >= 6 ? 9 : 17) : 7, m_random.bounded(50), m_random.bounded(60))};
    a.startUtc = QDateTime(day, *a.start.time, Qt::UTC).addSecs(-3600).toString(Qt::ISODate);
    a.movingTime = std::chrono::seconds(seconds);
    a.elapsedTime = std::chrono::seconds(int(seconds * 1.05));
    const double intensity = session.intensity * (0.97 + m_random.generateDouble() * 0.06);
    const double hours = seconds / 3600.0;
    a.load = int(std::round(hours * intensity * intensity * 100));
    a.intensityPercent = float(100 * std::sqrt(*a.load * 36.0 / seconds));
    a.averageHeartrateBpm = std::round(66 + intensity * 100);
    a.maxHeartrateBpm = std::round(90 + intensity * 100);
    a.lthrBpm = 168;
    a.calories = int(hours * 650 * intensity);
    a.rpe = std::clamp(int(std::round(intensity * 9 - 1)), 1, 10);
    a.feel = 1 + m_random.bounded(4);
    a.trainer = a.type == "VirtualRide"_L1;
    if (family == domain::SportFamily::Ride) {
        a.ftpWatts = 250;
        a.normalizedWatts = std::round(250 * intensity);
        a.averageWatts = std::round(250 * intensity * 0.94);
        a.joules = int(*a.averageWatts * seconds);
        a.joulesAboveFtp = intensity > 0.8 ? int(*a.joules * 0.08) : 0;
        a.averageCadenceRpm = 86 + m_random.bounded(6);
        a.averageSpeedMps = 7.2 + intensity * 2.4;
        a.variabilityIndex = 1.06;
        a.decouplingPercent = std::round(m_random.generateDouble() * 60) / 10;
        a.elevationGainMetres = a.trainer.value_or(false) ? 0 : std::round(hours * 420);
    } else if (family == domain::SportFamily::Run) {
        a.averageSpeedMps = 3.6 * intensity + 0.2;
        a.averageCadenceRpm = 84 + m_random.bounded(4);
        a.elevationGainMetres = std::round(hours * 110);
    } else if (family == domain::SportFamily::Swim) {
        a.averageSpeedMps = 1.18 * intensity;
    } else {
        a.load = 25 + m_random.bounded(10);
        a.intensityPercent.reset();
    }
    if (a.averageSpeedMps) {
        a.distanceMetres = std::round(*a.averageSpeedMps * seconds);
        a.icuDistanceMetres = a.distanceMetres;
        a.streamTypes = {u"time"_s, u"heartrate"_s, u"cadence"_s, u"velocity_smooth"_s, u"altitude"_s, u"latlng"_s};
        if (family == domain::SportFamily::Ride)
            a.streamTypes.append(u"watts"_s);
    }
    a.powerZonesPercent = {55, 75, 90, 105, 120, 150, 999};
    a.heartrateZonesBpm = {136, 150, 157, 167, 172, 177, 188};
    a.weightKg = 71.5;
    a.analyzed = day.toString(Qt::ISODate) + u"T20:00:00.000+00:00"_s;
    if (event) {
        event->pairedActivity = a.id;
        a.pairedEvent = event->id;
        if (event->load && *event->load > 0)
            a.compliancePercent = std::round(100.0 * *a.load / *event->load);
    }
    m_state.put(Shelf::Activity, a.id->value, day, domain::toJson(a));
}

}

void populate(State &state, quint32 seed, QDate today)
{
    state.begin();
    putPerson(state, today);
    Training(state, seed, today).fill();
    putWellness(state, seed, today);
    state.commit();
}

}
