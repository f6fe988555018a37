// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedride.h"
#include "tests/support/refusal.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QSqlQuery>
#include <QSqlRecord>

using namespace Qt::StringLiterals;
using namespace samples;
using commands::Librarian;
using commands::Planner;
using commands::WellnessLog;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

namespace {

domain::LocalId known(Store &store, int id)
{
    return store.findRemote(Kind::Event, QString::number(id)).value_or(domain::LocalId {});
}

bool rename(Store &store, int id, const QString &name)
{
    auto event = store.event(known(store, id));
    if (!event)
        return false;
    event->name = name;
    return Planner(store).edit(known(store, id), *event).ok();
}

Operation next(Store &store)
{
    return Outbox(store.database()).next(store.clock().now()).value_or(Operation {});
}

bool pull(Store &store, const QList<QJsonObject> &records)
{
    return RemoteFold(store).events({rideDay, rideDay}, records).ok();
}

bool nothing(Store &)
{
    return true;
}

/// Something that writes; it says whether it was done.
struct Deed {
    const char *name = "";
    bool (*before)(Store &) = nothing;
    bool (*done)(Store &) = nothing;
};

const std::array deeds {
    Deed {"an event is planned",
        nothing,
        [](Store &store) {
            domain::Event event;
            event.category = domain::Category::Note;
            event.name = u"New"_s;
            event.start = {rideDay, {}};
            return Planner(store).create(event).ok();
        }},
    Deed {"an event is renamed", nothing, [](Store &store) { return rename(store, 7, u"B"_s); }},
    Deed {"an event is moved", nothing, [](Store &store) { return Planner(store).move({known(store, 7)}, 1).ok(); }},
    Deed {"an event is deleted", nothing, [](Store &store) { return Planner(store).remove({known(store, 7)}).ok(); }},
    Deed {"an edit is folded into the one before",
        [](Store &store) { return rename(store, 7, u"B"_s); },
        [](Store &store) { return rename(store, 7, u"C"_s); }},
    Deed {"an edit is undone",
        [](Store &store) { return rename(store, 7, u"B"_s); },
        [](Store &store) { return store.undo().ok(); }},
    Deed {"an edit is done again",
        [](Store &store) { return rename(store, 7, u"B"_s) && store.undo().ok(); },
        [](Store &store) { return store.redo().ok(); }},
    Deed {"a deletion is undone",
        [](Store &store) { return Planner(store).remove({known(store, 7)}).ok(); },
        [](Store &store) { return store.undo().ok(); }},
    Deed {"a day is logged",
        nothing,
        [](Store &store) {
            auto day = store.wellness(rideDay);
            day.weightKg = 61.5;
            return WellnessLog(store).set(day).ok();
        }},
    Deed {"a folder is made", nothing, [](Store &store) { return Librarian(store).createFolder(u"Own"_s).ok(); }},
    Deed {"a folder is deleted",
        nothing,
        [](Store &store) { return Librarian(store).remove({store.folders().first().id}).ok(); }},
    Deed {"a list brings something new",
        nothing,
        [](Store &store) {
            return pull(store, {plannedRide(7, u"A"_s), plannedRide(8, u"New"_s), plannedRide(9, u"C"_s)});
        }},
    Deed {"a list brings something else",
        nothing,
        [](Store &store) {
            return pull(store, {plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s), plannedRide(9, u"C"_s)});
        }},
    Deed {"a list brings what was changed here too",
        [](Store &store) { return rename(store, 7, u"Mine"_s); },
        [](Store &store) { return pull(store, {plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s)}); }},
    Deed {"a list brings what was deleted here",
        [](Store &store) { return Planner(store).remove({known(store, 7)}).ok(); },
        [](Store &store) { return pull(store, {plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s)}); }},
    Deed {"a change is confirmed",
        [](Store &store) { return rename(store, 7, u"Mine"_s); },
        [](Store &store) {
            return RemoteFold(store).confirmed(next(store), plannedRide(7, u"Mine"_s, u"2026-03-02T00:00:00"_s)).ok();
        }},
    Deed {"a change is answered with something else",
        [](Store &store) { return rename(store, 7, u"Mine"_s); },
        [](Store &store) {
            return RemoteFold(store).confirmed(next(store), plannedRide(7, u"Other"_s, u"2026-03-02T00:00:00"_s)).ok();
        }},
    Deed {"a deletion is confirmed",
        [](Store &store) { return Planner(store).remove({known(store, 7)}).ok(); },
        [](Store &store) { return RemoteFold(store).gone(next(store)).ok(); }},
    Deed {"something is gone", nothing, [](Store &store) { return RemoteFold(store).vanished(known(store, 7)).ok(); }},
    Deed {"what was changed here is gone",
        [](Store &store) { return rename(store, 7, u"Mine"_s); },
        [](Store &store) { return RemoteFold(store).vanished(known(store, 7)).ok(); }},
    Deed {"much is believed gone",
        nothing,
        [](Store &store) {
            return RemoteFold(store).believedGone({known(store, 7), known(store, 9)}).ok();
        }},
    Deed {"a choice is made for mine",
        [](Store &store) {
            return rename(store, 7, u"Mine"_s) && pull(store, {plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s)});
        },
        [](Store &store) { return store.resolve(store.conflicts().first(), store::Choice::Mine).ok(); }},
    Deed {"a choice is made for theirs",
        [](Store &store) {
            return rename(store, 7, u"Mine"_s) && pull(store, {plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s)});
        },
        [](Store &store) { return store.resolve(store.conflicts().first(), store::Choice::Theirs).ok(); }},
    Deed {"the sports are read",
        nothing,
        [](Store &store) {
            return RemoteFold(store)
                .sports({{{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}}})
                .ok();
        }},
};

}

/// Each table refuses each kind of writing while something is done: then it is not done, and nothing else is either.
class FailingStatementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailsChangesNothing_data();
    void whatFailsChangesNothing();
};

namespace {

QString content(Store &store)
{
    QString all;
    for (const auto &writing : support::writings(store.database())) {
        if (writing.verb != "INSERT")
            continue;
        QSqlQuery &rows = store.database().select(("SELECT * FROM " + writing.table).constData());
        while (rows.next()) {
            for (int i = 0; i < rows.record().count(); ++i)
                all += rows.value(i).toString() + u'|';
            all += u'\n';
        }
        rows.finish();
    }
    return all;
}

}

void FailingStatementsTest::whatFailsChangesNothing_data()
{
    QTest::addColumn<int>("deed");
    for (size_t i = 0; i < deeds.size(); ++i)
        QTest::newRow(deeds[i].name) << int(i);
}

void FailingStatementsTest::whatFailsChangesNothing()
{
    QFETCH(int, deed);
    const Deed &tried = deeds.at(size_t(deed));
    domain::FixedClock clock(QDateTime(rideDay, QTime(9, 0), Qt::UTC));
    support::Tally tally(5, "a statement fails");
    int failures = 0;
    const auto writings = support::writings((*Store::open(u":memory:"_s, clock))->database());
    QVERIFY(writings.size() > 24);
    for (const auto &writing : writings) {
        auto store = *Store::open(u":memory:"_s, clock);
        QVERIFY(pull(*store, {plannedRide(7, u"A"_s), plannedRide(9, u"C"_s)}));
        QVERIFY(support::foldLibrary(*store, {folderJson(10, "Bike")}, {workoutJson(101, 10, "A")}).ok());
        QVERIFY(tried.before(*store));
        const QString before = content(*store);
        std::optional<support::Refusal> refusal(std::in_place, store->database(), QList {writing});
        const bool done = tried.done(*store);
        refusal.reset();
        failures += !done;
        const bool kept = done || (content(*store) == before && tried.done(*store));
        tally.run(kept,
            u"%1, %2 on %3"_s.arg(
                QLatin1StringView(tried.name), QLatin1StringView(writing.verb), QLatin1StringView(writing.table)));
    }
    QVERIFY(failures > 0);
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(FailingStatementsTest)
#include "tst_failingstatements.moc"
