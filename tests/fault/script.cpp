// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/script.h"

#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/fault/extent.h"
#include "tests/support/storestate.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace fault {

namespace {

const QDate monday(2026, 3, 9);
const domain::DateRange month {monday.addDays(-40), monday.addDays(40)};

domain::Event session(int number, QRandomGenerator &random)
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Session %1"_s.arg(number);
    event.start = {monday.addDays(random.bounded(21)), {}};
    event.load = random.bounded(20, 150);
    event.description = u"- 10m 50%\n"_s.repeated(random.bounded(1, 60));
    return event;
}

bool confirmNext(store::Store &store, int step)
{
    store::Outbox outbox(store.database());
    // One whose confirmation was refused before comes first.
    const auto waiting = outbox.all();
    const auto sent = std::ranges::find(waiting, store::Operation::State::Inflight, &store::Operation::state);
    const auto operation = sent != waiting.end() ? std::optional(*sent) : outbox.next(store.clock().now());
    if (!operation)
        return true;
    if (!outbox.setState(*operation, store::Operation::State::Inflight))
        return false;
    if (operation->type == store::Operation::Type::Delete)
        return store::RemoteFold(store).gone(*operation).ok();
    auto event = store.event(operation->id);
    if (!event)
        return store::RemoteFold(store).gone(*operation).ok();
    if (!event->id)
        event->id = domain::EventId {1000 + step};
    return store::RemoteFold(store).confirmed(*operation, domain::toJson(*event)).ok();
}

}

bool Script::perform(store::Store &store, int step) const
{
    QRandomGenerator random(m_seed * 1000 + quint32(step));
    commands::Planner planner(store);
    if (m_withService && step % 3 == 2)
        return confirmNext(store, step);
    const auto events = store.events(month);
    const int choice = random.bounded(10);
    if (events.isEmpty() || choice < 3)
        return planner.create(session(step, random)).ok();
    // By name, for keys are made up anew in each run.
    QStringList names;
    for (const auto &event : events)
        names.append(event.name);
    names.sort();
    const QString name = names.at(random.bounded(int(names.size())));
    const auto chosen
        = std::find_if(events.begin(), events.end(), [&](const auto &event) { return event.name == name; });
    if (choice < 5)
        return planner.move({chosen->id}, random.bounded(1, 5)).ok();
    if (choice < 7) {
        auto event = *store.event(chosen->id);
        event.description += u"- %1m 60%\n"_s.arg(step + 1);
        return planner.edit(chosen->id, event).ok();
    }
    if (choice < 8)
        return planner.remove({chosen->id}).ok();
    if (choice < 9 && store.undoable())
        return store.undo().ok();
    if (store.redoable())
        return store.redo().ok();
    return planner.move({chosen->id}, -1).ok();
}

QStringList Script::faultlessStates(quint32 seed, bool withService, int steps)
{
    const auto time = clock();
    QTemporaryDir folder(scratchTemplate());
    auto opened = *store::Store::open(folder.filePath(u"a.db"_s), time, u"owner"_s);
    QStringList states {stateOf(*opened)};
    for (int step = 0; step < steps; ++step) {
        if (!Script(seed, withService).perform(*opened, step))
            return {};
        states.append(stateOf(*opened));
    }
    return states;
}

domain::FixedClock Script::clock()
{
    return domain::FixedClock(QDateTime(monday, QTime(9, 0), Qt::UTC));
}

QString Script::stateOf(store::Store &store)
{
    return support::shownOf(store, month).join(u'\n') + u"\n--\n"_s + unsyncedOf(store);
}

QString Script::unsyncedOf(store::Store &store)
{
    QStringList lines = support::unsyncedOf(store);
    lines.sort();
    return lines.join(u'\n');
}

}
