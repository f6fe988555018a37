// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/commands/restorer.h"
#include "models/store/database.h"
#include "models/store/itemhistory.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "models/store/trash.h"
#include "models/store/waitingedits.h"
#include "models/store/workoutdrafts.h"
#include "tests/models/store/deeds.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/plannedride.h"

using namespace Qt::StringLiterals;
using commands::Librarian;
using commands::Planner;
using commands::Restorer;
using store::Choice;
using store::Operation;
using store::Outbox;
using store::Store;
using support::plannedRide;
using support::rideDay;

namespace samples {

namespace {

const QString later = u"2026-03-02T00:00:00"_s;

bool removeRide(Store &store)
{
    return Planner(store).remove({known(store, 7)}).ok();
}

/// The same name was changed on both sides.
bool hasChoice(Store &store)
{
    return rename(store, 7, u"Mine"_s) && pull(store, {plannedRide(7, u"Theirs"_s, later), plannedRide(9, u"C"_s)});
}

/// So was the comment of a day, of which there is only one.
bool hasChoiceOfDay(Store &store)
{
    return log(store, 61, u"mine"_s) && pullDay(store, {{u"weight"_s, 62}, {u"comments"_s, u"theirs"_s}});
}

bool resolve(Store &store, Choice choice)
{
    return !store.conflicts().isEmpty() && store.resolve(store.conflicts().first(), choice).ok();
}

bool removeFolder(Store &store)
{
    return Librarian(store).remove({store.folders().first().id}).ok();
}

/// As when the deletion of the folder and of its workout has arrived.
bool removedFolderThere(Store &store)
{
    if (!removeFolder(store))
        return false;
    while (store.waitingEdits() > 0) {
        if (!store::RemoteFold(store).gone(next(store)))
            return false;
    }
    return true;
}

domain::LocalId template_(Store &store)
{
    return store.libraryRows().first().id;
}

bool refuse(Store &store)
{
    return rename(store, 7, u"B"_s)
        && Outbox(store.database()).setState(next(store), Operation::State::Rejected, 422, u"no"_s);
}

}

std::vector<Deed> deedsOfPerson()
{
    return {
        {"an event is planned",
            nothing,
            [](Store &store) {
                domain::Event event;
                event.category = domain::Category::Note;
                event.name = u"New"_s;
                event.start = {rideDay, {}};
                return Planner(store).create(event).ok();
            }},
        {"an event is renamed", nothing, [](Store &store) { return rename(store, 7, u"B"_s); }},
        {"an event is moved", nothing, [](Store &store) { return Planner(store).move({known(store, 7)}, 1).ok(); }},
        {"an event is copied",
            nothing,
            [](Store &store) { return Planner(store).copyTo({known(store, 7)}, rideDay.addDays(2)).ok(); }},
        {"an event is deleted", nothing, removeRide},
        {"an event that was changed is deleted", [](Store &store) { return rename(store, 7, u"B"_s); }, removeRide},
        {"an edit is folded into the one before",
            [](Store &store) { return rename(store, 7, u"B"_s); },
            [](Store &store) { return rename(store, 7, u"C"_s); }},
        {"an edit is taken back by hand",
            [](Store &store) { return rename(store, 7, u"B"_s); },
            [](Store &store) { return rename(store, 7, u"A"_s); }},
        {"an edit is undone",
            [](Store &store) { return rename(store, 7, u"B"_s); },
            [](Store &store) { return store.undo().ok(); }},
        {"an edit is done again",
            [](Store &store) { return rename(store, 7, u"B"_s) && store.undo().ok(); },
            [](Store &store) { return store.redo().ok(); }},
        {"something else is done than what was undone",
            [](Store &store) { return rename(store, 7, u"B"_s) && store.undo().ok(); },
            [](Store &store) { return rename(store, 9, u"D"_s); }},
        {"a deletion is undone", removeRide, [](Store &store) { return store.undo().ok(); }},
        {"a deletion that arrived is undone",
            [](Store &store) { return removeRide(store) && store::RemoteFold(store).gone(next(store)).ok(); },
            [](Store &store) { return store.undo().ok(); }},
        {"a day is logged", nothing, [](Store &store) { return log(store, 61.5, u"well"_s); }},
        {"a folder is made", nothing, [](Store &store) { return Librarian(store).createFolder(u"Own"_s).ok(); }},
        {"a folder is renamed",
            nothing,
            [](Store &store) { return Librarian(store).rename(store.folders().first().id, u"Road"_s).ok(); }},
        {"a folder is deleted", nothing, removeFolder},
        {"the deletion of a folder is undone", removeFolder, [](Store &store) { return store.undo().ok(); }},
        {"the deletion of a folder that arrived is undone",
            removedFolderThere,
            [](Store &store) { return store.undo().ok(); }},
        {"a template is kept",
            nothing,
            [](Store &store) { return Librarian(store).keep({known(store, 9)}, store.folders().first().id).ok(); }},
        {"a template is duplicated",
            nothing,
            [](Store &store) { return Librarian(store).duplicate({template_(store)}).ok(); }},
        {"a template is planned",
            nothing,
            [](Store &store) { return Librarian(store).plan({template_(store)}, rideDay).ok(); }},
        {"an earlier version comes back",
            [](Store &store) { return rename(store, 7, u"B"_s); },
            [](Store &store) {
                const auto versions = store::ItemHistory(store.database()).versions(known(store, 7));
                return !versions.isEmpty() && Restorer(store).version(known(store, 7), versions.first().json).ok();
            }},
        {"a folder comes back out of the trash",
            removedFolderThere,
            [](Store &store) {
                const auto items = store::Trash(store.database()).items(store.clock().now());
                return !items.isEmpty() && Restorer(store).trashed({items.first().id}).ok();
            }},
        {"a choice is made for mine", hasChoice, [](Store &store) { return resolve(store, Choice::Mine); }},
        {"a choice is made for theirs", hasChoice, [](Store &store) { return resolve(store, Choice::Theirs); }},
        {"both are kept, one as a copy", hasChoice, [](Store &store) { return resolve(store, Choice::Both); }},
        {"both are kept, in one text", hasChoiceOfDay, [](Store &store) { return resolve(store, Choice::Both); }},
        {"a choice is turned round",
            [](Store &store) { return hasChoice(store) && resolve(store, Choice::Theirs); },
            [](Store &store) { return store.undo().ok(); }},
        {"more is typed before the choice", hasChoice, [](Store &store) { return rename(store, 7, u"More"_s); }},
        {"theirs is typed before the choice", hasChoice, [](Store &store) { return rename(store, 7, u"Theirs"_s); }},
        {"it is deleted before the choice", hasChoice, removeRide},
        {"the deletion is kept though somebody changed it",
            [](Store &store) { return removeRide(store) && pull(store, {plannedRide(7, u"Theirs"_s, later)}); },
            [](Store &store) { return resolve(store, Choice::Mine); }},
        {"the deletion is dropped since somebody changed it",
            [](Store &store) { return removeRide(store) && pull(store, {plannedRide(7, u"Theirs"_s, later)}); },
            [](Store &store) { return resolve(store, Choice::Theirs); }},
        {"what was refused is sent again",
            refuse,
            [](Store &store) {
                return store::sendAgain(store, {Outbox(store.database()).refused().first().sequence}).ok();
            }},
        {"what was refused is deleted", refuse, removeRide},
        {"text that nobody saved yet is kept",
            nothing,
            [](Store &store) {
                domain::Patch typed;
                typed.changes.insert(u"description"_s, {u""_s, u"- 1h"_s});
                return store::WorkoutDrafts(store.database())
                    .keep({known(store, 7), store::Kind::Event, u"A"_s, typed, store.clock().now()})
                    .ok();
            }},
    };
}

}
