// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/seedtargets.h"

#include "api/demo/core.h"
#include "models/domain/event.h"
#include "models/domain/sport.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr int targetWeeksBefore = 2;
constexpr int targetWeeksAfter = 4;
constexpr int targetWeekDays = 7;
constexpr int targetLoadStep = 10;
constexpr int targetSecondsStep = 15 * 60;

struct PlannedWeek {
    int rideLoad = 0;
    int runSeconds = 0;
};

PlannedWeek plannedIn(State &state, QDate monday)
{
    PlannedWeek planned;
    const auto events = state.between(Shelf::Event, {monday, monday.addDays(targetWeekDays - 1)});
    for (const auto &json : events) {
        const auto event = domain::fromJson<domain::Event>(json);
        if (!event || !domain::isSession(event->category.value()))
            continue;
        const auto family = domain::familyOf(event->type);
        if (family == domain::SportFamily::Ride)
            planned.rideLoad += event->load.value_or(0);
        if (family == domain::SportFamily::Run)
            planned.runSeconds += int(event->movingTime.value_or(std::chrono::seconds(0)).count());
    }
    return planned;
}

domain::Event targetOf(const QString &sport, QDate monday)
{
    domain::Event event;
    event.category = domain::Category::Target;
    event.type = sport;
    event.name = sport + u" target"_s;
    event.start = {monday, {}};
    event.end = domain::LocalDateTime {monday.addDays(1), {}};
    event.forWeek = true;
    return event;
}

void keepTarget(State &state, domain::Event event, QDate today)
{
    const qint64 id = state.nextEventId();
    event.id = domain::EventId {id};
    event.uid = QUuid::createUuidV5(QUuid(), event.start.day.toString(Qt::ISODate) + event.name)
                    .toString(QUuid::WithoutBraces);
    event.updated = today.addDays(-1).toString(Qt::ISODate) + u"T18:00:00.000+00:00"_s;
    QJsonObject json = domain::toJson(event);
    json.insert(u"athlete_id"_s, Core::athleteId());
    json.insert(u"calendar_id"_s, 1);
    state.put(Shelf::Event, QString::number(id), event.start.day, json);
}

}

void putTargets(State &state, QDate today)
{
    const QDate thisMonday = today.addDays(1 - today.dayOfWeek());
    for (int week = -targetWeeksBefore; week <= targetWeeksAfter; ++week) {
        const QDate monday = thisMonday.addDays(targetWeekDays * week);
        const PlannedWeek planned = plannedIn(state, monday);
        if (planned.rideLoad >= targetLoadStep) {
            domain::Event ride = targetOf(u"Ride"_s, monday);
            ride.loadTarget = planned.rideLoad / targetLoadStep * targetLoadStep;
            keepTarget(state, ride, today);
        }
        if (planned.runSeconds >= targetSecondsStep) {
            domain::Event run = targetOf(u"Run"_s, monday);
            run.timeTarget = std::chrono::seconds(planned.runSeconds / targetSecondsStep * targetSecondsStep);
            keepTarget(state, run, today);
        }
    }
}

}
