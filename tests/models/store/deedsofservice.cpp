// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "models/store/rowfold.h"
#include "tests/models/store/deeds.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedride.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using commands::Librarian;
using commands::Planner;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

namespace samples {

namespace {

const QString later = u"2026-03-02T00:00:00"_s;

/// As a part of a long answer brings them.
bool take(Store &store, const QList<QJsonObject> &events)
{
    QList<QByteArray> texts;
    QList<domain::Event> values;
    for (const auto &event : events) {
        texts.append(QJsonDocument(event).toJson(QJsonDocument::Compact));
        values.append(domain::fromJson<domain::Event>(event).valueOr({}));
    }
    QList<store::Incoming> rows;
    for (qsizetype i = 0; i < events.size(); ++i)
        rows.append({QString::number(events.at(i).value("id"_L1).toInt()), texts.at(i), &values.at(i)});
    return store::RowFold(store, Kind::Event, {rideDay, rideDay}).take({rows.constData(), size_t(rows.size())}).ok();
}

bool makeMine(Store &store)
{
    return rename(store, 7, u"Mine"_s);
}

bool removeRide(Store &store)
{
    return Planner(store).remove({known(store, 7)}).ok();
}

domain::Event plannedHere()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"New"_s;
    event.start = {rideDay, {}};
    return event;
}

bool makeFolder(Store &store)
{
    const auto folder = Librarian(store).createFolder(u"Own"_s);
    return folder && Librarian(store).add(ride(u"B"_s), *folder).ok();
}

domain::StreamSet samplesOf()
{
    return {{0, 1, 2}, {{u"watts"_s, {200, 210, 220}, {}}}};
}

}

std::vector<Deed> deedsOfService()
{
    return {
        {"a list brings something new",
            nothing,
            [](Store &store) {
                return pull(store, {plannedRide(7, u"A"_s), plannedRide(8, u"New"_s), plannedRide(9, u"C"_s)});
            }},
        {"a list brings something else",
            nothing,
            [](Store &store) {
                return pull(store, {plannedRide(7, u"Theirs"_s, later), plannedRide(9, u"C"_s)});
            }},
        {"a list brings what was changed here too",
            makeMine,
            [](Store &store) { return pull(store, {plannedRide(7, u"Theirs"_s, later)}); }},
        {"a list brings what was deleted here",
            removeRide,
            [](Store &store) { return pull(store, {plannedRide(7, u"Theirs"_s, later)}); }},
        {"a list brings what was locked meanwhile",
            makeMine,
            [](Store &store) {
                QJsonObject locked = plannedRide(7, u"Theirs"_s, later);
                locked.insert(u"athlete_cannot_edit"_s, true);
                return pull(store, {locked});
            }},
        {"a list settles what was a choice",
            [](Store &store) { return makeMine(store) && pull(store, {plannedRide(7, u"Theirs"_s, later)}); },
            [](Store &store) { return pull(store, {plannedRide(7, u"Mine"_s, u"2026-03-03T00:00:00"_s)}); }},
        {"a choice is about something else by now",
            [](Store &store) { return makeMine(store) && pull(store, {plannedRide(7, u"Theirs"_s, later)}); },
            [](Store &store) { return pull(store, {plannedRide(7, u"Others"_s, u"2026-03-03T00:00:00"_s)}); }},
        {"a long list brings something new",
            nothing,
            [](Store &store) {
                return take(store, {plannedRide(7, u"A"_s), plannedRide(8, u"New"_s)});
            }},
        {"a long list brings something else",
            nothing,
            [](Store &store) {
                return take(store, {plannedRide(7, u"Theirs"_s, later), plannedRide(9, u"C"_s)});
            }},
        {"a list of the library brings something new",
            nothing,
            [](Store &store) {
                return support::foldLibrary(store,
                    {folderJson(10, "Bike"), folderJson(11, "Run")},
                    {workoutJson(101, 10, "A"), workoutJson(102, 11, "B")})
                    .ok();
            }},
        {"a list of the library lacks something",
            nothing,
            [](Store &store) { return support::foldLibrary(store, {folderJson(10, "Bike")}, {}).ok(); }},
        {"a change is confirmed",
            makeMine,
            [](Store &store) { return confirm(store, plannedRide(7, u"Mine"_s, later)); }},
        {"a change is answered with something else",
            makeMine,
            [](Store &store) { return confirm(store, plannedRide(7, u"Other"_s, later)); }},
        {"a folder is confirmed", makeFolder, [](Store &store) { return confirm(store, folderJson(77, "Own")); }},
        {"a deletion is confirmed", removeRide, [](Store &store) { return RemoteFold(store).gone(next(store)).ok(); }},
        {"a library that is believed gone",
            nothing,
            [](Store &store) {
                return RemoteFold(store)
                    .believedGone({store.libraryRows().first().id, store.folders().first().id})
                    .ok();
            }},
        {"the deletion of something edited since is confirmed",
            [](Store &store) {
                return removeRide(store) && Outbox(store.database()).setState(next(store), Operation::State::Inflight)
                    && store.undo().ok();
            },
            [](Store &store) {
                return RemoteFold(store).gone(Outbox(store.database()).pendingOf(known(store, 7)).first()).ok();
            }},
        {"something is gone", nothing, [](Store &store) { return RemoteFold(store).vanished(known(store, 7)).ok(); }},
        {"what was changed here is gone",
            makeMine,
            [](Store &store) { return RemoteFold(store).vanished(known(store, 7)).ok(); }},
        {"a workout that was rewritten here is gone",
            [](Store &store) {
                auto event = *store.event(known(store, 9));
                event.description = u"- 2h 200w"_s;
                return Planner(store).edit(known(store, 9), event).ok();
            },
            [](Store &store) { return RemoteFold(store).vanished(known(store, 9)).ok(); }},
        {"a folder that was renamed here is gone",
            [](Store &store) { return Librarian(store).rename(store.folders().first().id, u"Road"_s).ok(); },
            [](Store &store) { return RemoteFold(store).vanished(store.folders().first().id).ok(); }},
        {"what was deleted here is gone",
            removeRide,
            [](Store &store) { return RemoteFold(store).vanished(known(store, 7)).ok(); }},
        {"much is believed gone",
            nothing,
            [](Store &store) {
                return RemoteFold(store).believedGone({known(store, 7), known(store, 9)}).ok();
            }},
        {"a creation that was deleted meanwhile never arrived",
            [](Store &store) {
                const auto id = Planner(store).create(plannedHere());
                return id && Outbox(store.database()).setState(next(store), Operation::State::Inflight)
                    && Planner(store).remove({*id}).ok();
            },
            [](Store &store) {
                const auto all = Outbox(store.database()).all();
                return RemoteFold(store).takenBack(all.first()).valueOr(false);
            }},
        {"the sports are read",
            nothing,
            [](Store &store) {
                return RemoteFold(store)
                    .sports({{{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 260}}})
                    .ok();
            }},
        {"the athlete is read",
            nothing,
            [](Store &store) {
                return RemoteFold(store).athlete({{u"id"_s, u"i1"_s}, {u"name"_s, u"Somebody"_s}}).ok();
            }},
        {"a day is read",
            nothing,
            [](Store &store) {
                return pullDay(store, {{u"weight"_s, 60}, {u"comments"_s, u"theirs"_s}});
            }},
        {"streams are read",
            nothing,
            [](Store &store) {
                return RemoteFold(store).streams(*store.findRemote(Kind::Activity, u"i5"_s), samplesOf()).ok();
            }},
        {"what was under way is taken up at a start",
            [](Store &store) {
                return makeMine(store) && Outbox(store.database()).setState(next(store), Operation::State::Inflight);
            },
            [](Store &store) { return Outbox(store.database()).recover(); }},
    };
}

}
