// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/models/store/deeds.h"

#include "models/commands/planner.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedride.h"

using namespace Qt::StringLiterals;
using store::Kind;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

namespace samples {

std::unique_ptr<Store> knownStore(const domain::Clock &clock)
{
    auto store = *Store::open(u":memory:"_s, clock);
    QJsonObject activity {{u"id"_s, u"i5"_s}, {u"type"_s, u"Ride"_s}, {u"name"_s, u"Morning"_s}};
    activity.insert(u"start_date_local"_s, u"2026-03-11T07:00:00"_s);
    const QJsonObject ride {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}};
    QJsonObject built = plannedRide(9, u"C"_s);
    built.insert(u"description"_s, u"- 1h 200w"_s);
    const bool made = RemoteFold(*store).sports({ride}).ok() && pull(*store, {plannedRide(7, u"A"_s), built})
        && pullDay(*store, {{u"weight"_s, 62}, {u"comments"_s, u"fine"_s}})
        && RemoteFold(*store).record(Kind::Activity, activity).ok()
        && support::foldLibrary(*store, {folderJson(10, "Bike")}, {workoutJson(101, 10, "A")}).ok();
    if (!made)
        qFatal("the store could not be filled");
    return store;
}

domain::LocalId known(Store &store, int id)
{
    return store.findRemote(Kind::Event, QString::number(id)).value_or(domain::LocalId {});
}

bool nothing(Store &)
{
    return true;
}

bool rename(Store &store, int id, const QString &name)
{
    auto event = store.event(known(store, id));
    if (!event)
        return false;
    event->name = name;
    return commands::Planner(store).edit(known(store, id), *event).ok();
}

bool log(Store &store, double weightKg, const QString &comments)
{
    auto day = store.wellness(rideDay);
    day.weightKg = weightKg;
    day.comments = comments;
    return commands::WellnessLog(store).set(day).ok();
}

bool pull(Store &store, const QList<QJsonObject> &events)
{
    return RemoteFold(store).events({rideDay, rideDay}, events).ok();
}

bool pullDay(Store &store, const QJsonObject &fields)
{
    QJsonObject day = fields;
    day.insert(u"id"_s, domain::dayText(rideDay));
    return RemoteFold(store).wellness({rideDay, rideDay}, {day}).ok();
}

store::Operation next(Store &store)
{
    return store::Outbox(store.database()).next(store.clock().now()).value_or(store::Operation {});
}

bool confirm(Store &store, const QJsonObject &answer)
{
    return RemoteFold(store).confirmed(next(store), answer).ok();
}

}
