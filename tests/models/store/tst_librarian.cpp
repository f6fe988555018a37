// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace samples;
using commands::Librarian;
using commands::Planner;
using domain::LibraryWorkout;
using store::Outbox;
using store::RemoteFold;

/// The verbs of the library, and what undoing them leaves.
class LibrarianTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyVerbCanBeUndone();
    void namesAreCheckedBeforeAnythingHappens();
    void othersFoldersAreLeftAlone();
    void keptEventsBecomeTemplates();
    void planningEstimatesForThisAthlete();
    void aPlanIsLaidOutInOneStep();

private:
    domain::FixedClock m_clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Shelves> m_shelves;
    store::Store *m_store = nullptr;
};

void LibrarianTest::init()
{
    m_shelves = std::make_unique<Shelves>(m_clock);
    m_store = &m_shelves->store();
}

void LibrarianTest::everyVerbCanBeUndone()
{
    Librarian librarian(*m_store);
    const auto bike = *librarian.createFolder(u"Bike"_s);
    const auto race = *librarian.createFolder(u"Race"_s, domain::FolderType::Plan);
    const auto tempo = *librarian.add(ride(u"Tempo"_s), bike);
    QCOMPARE(m_shelves->shelves(), u"Bike: Tempo | Race*: "_s);
    QVERIFY(librarian.rename(tempo, u"Tempo 2"_s).ok());
    QVERIFY(librarian.rename(bike, u"Cycling"_s).ok());
    QVERIFY(librarian.moveTo({tempo}, race).ok());
    QCOMPARE(m_shelves->shelves(), u"Cycling:  | Race*: Tempo 2@0"_s);
    QVERIFY(librarian.duplicate({tempo}).ok());
    QVERIFY(librarian.remove({race}).ok());
    QCOMPARE(m_shelves->shelves(), u"Cycling: "_s);
    const QStringList steps {u"Cycling:  | Race*: Tempo 2@0, Tempo 2@0"_s,
        u"Cycling:  | Race*: Tempo 2@0"_s,
        u"Cycling: Tempo 2 | Race*: "_s,
        u"Bike: Tempo 2 | Race*: "_s,
        u"Bike: Tempo | Race*: "_s,
        u"Bike:  | Race*: "_s,
        u"Bike: "_s,
        QString()};
    for (const auto &step : steps) {
        QVERIFY(m_store->undo().ok());
        QCOMPARE(m_shelves->shelves(), step);
    }
    QCOMPARE(m_store->waitingEdits(), 0);
    for (qsizetype i = steps.size() - 2; i >= 0; --i) {
        QVERIFY(m_store->redo().ok());
        QCOMPARE(m_shelves->shelves(), steps.at(i));
    }
}

void LibrarianTest::namesAreCheckedBeforeAnythingHappens()
{
    Librarian librarian(*m_store);
    QCOMPARE(librarian.createFolder(u"  "_s).error().kind, domain::Error::Kind::Rejected);
    QCOMPARE(librarian.createFolder(QString(81, u'x')).error().item, u"name"_s);
    const auto bike = *librarian.createFolder(QString(80, u'x'));
    QVERIFY(!librarian.rename(bike, {}).ok());
    LibraryWorkout nameless = ride({});
    QVERIFY(!librarian.add(nameless, bike).ok());
    LibraryWorkout without = ride(u"A"_s);
    without.type.clear();
    QCOMPARE(librarian.add(without, bike).error().item, u"type"_s);
    QVERIFY(!librarian.add(ride(u"A"_s), {u"nowhere"_s}).ok());
    QCOMPARE(m_store->waitingEdits(), 1);
}

void LibrarianTest::othersFoldersAreLeftAlone()
{
    QJsonObject shared = folderJson(10, "Shared");
    shared.insert(u"canEdit"_s, false);
    QVERIFY(support::foldLibrary(*m_store, {shared}, {workoutJson(101, 10, "A")}).ok());
    Librarian librarian(*m_store);
    const auto id = m_shelves->folder(u"Shared"_s);
    QVERIFY(m_store->folders().first().readOnly);
    QCOMPARE(librarian.rename(id, u"Mine"_s).error().kind, domain::Error::Kind::Forbidden);
    QCOMPARE(librarian.remove({id}).error().kind, domain::Error::Kind::Forbidden);
    QCOMPARE(librarian.add(ride(u"B"_s), id).error().kind, domain::Error::Kind::Forbidden);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void LibrarianTest::keptEventsBecomeTemplates()
{
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = QString(120, u'n');
    event.description = u"- 1h 200w"_s;
    event.tags = {u"long"_s};
    event.start = {thursday.addDays(2), {}};
    event.load = 999; // what was shown; the template says it anew
    const auto later = *Planner(*m_store).create(event);
    event.name = u"First"_s;
    event.start = {thursday, QTime(7, 0)};
    const auto first = *Planner(*m_store).create(event);
    event.category = domain::Category::Note;
    const auto note = *Planner(*m_store).create(event);

    Librarian librarian(*m_store);
    const auto bike = *librarian.createFolder(u"Bike"_s);
    const auto plan = *librarian.createFolder(u"Plan"_s, domain::FolderType::Plan);
    QVERIFY(!librarian.keep({note}, bike).ok());
    const auto kept = librarian.keep({first, note}, bike);
    QVERIFY(kept.ok());
    QCOMPARE(kept->size(), 1);
    const auto entry = *m_store->libraryWorkout(kept->first());
    QCOMPARE(entry.description, u"- 1h 200w"_s);
    QCOMPARE(entry.tags, QStringList {u"long"_s});
    QCOMPARE(*entry.movingTime, std::chrono::hours(1)); // estimated, not sent
    QVERIFY(!Outbox(m_store->database()).pendingOf(kept->first()).first().patch.changes.contains(u"moving_time"_s));
    QCOMPARE(m_store->undoable()->verb, store::Verb::Keep);
    const auto inPlan = librarian.keep({later, first}, plan);
    QCOMPARE(*m_store->libraryWorkout(inPlan->at(0))->day, 2);
    QCOMPARE(*m_store->libraryWorkout(inPlan->at(1))->day, 0);
    QCOMPARE(m_store->libraryWorkout(inPlan->at(0))->name.size(), 80);
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->undo().ok());
    QVERIFY(!m_store->libraryWorkout(kept->first()).ok());
}

void LibrarianTest::planningEstimatesForThisAthlete()
{
    QVERIFY(RemoteFold(*m_store).sports({{{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 200}}}).ok());
    QJsonObject stale = workoutJson(101, 10, "Hour");
    stale.insert(u"description"_s, u"- 1h 200w"_s); // an hour at threshold, whatever its author's figures say
    QJsonObject free = workoutJson(102, 10, "Free");
    free.insert(u"time"_s, u"07:30"_s);
    QVERIFY(support::foldLibrary(*m_store, {folderJson(10, "Bike")}, {stale, free}).ok());
    const auto planned
        = Librarian(*m_store).plan({m_shelves->workout(u"Hour"_s), m_shelves->workout(u"Free"_s)}, thursday.addDays(3));
    QVERIFY(planned.ok());
    QCOMPARE(m_store->waitingEdits(), 2);
    const auto events = m_store->events({thursday.addDays(3), thursday.addDays(3)});
    QCOMPARE(events.size(), 2);
    QCOMPARE(*m_store->summary(planned->at(0))->load, 100);
    QCOMPARE(*m_store->summary(planned->at(1))->load, 50);
    QCOMPARE(*m_store->summary(planned->at(1))->time, QTime(7, 30));
    QVERIFY(
        !Outbox(m_store->database()).pendingOf(planned->at(0)).first().patch.changes.contains(u"icu_training_load"_s));
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->events({thursday.addDays(3), thursday.addDays(3)}).isEmpty());
    QVERIFY(!Librarian(*m_store).plan({}, thursday).ok());
}

void LibrarianTest::aPlanIsLaidOutInOneStep()
{
    QList<QJsonObject> workouts;
    for (int i = 0; i < 6; ++i) {
        QJsonObject workout = workoutJson(100 + i, 10, "W");
        workout.insert(u"day"_s, i * 3);
        workouts.append(workout);
    }
    workouts.append(QJsonObject {{u"id"_s, 200},
        {u"folder_id"_s, 10},
        {u"name"_s, u"Rest"_s},
        {u"type"_s, u"NOTE"_s},
        {u"day"_s, 7},
        {u"days"_s, 5}});
    workouts.append(workoutJson(300, 10, "Without a day"));
    QVERIFY(support::foldLibrary(*m_store, {folderJson(10, "Base", "PLAN"), folderJson(20, "Shelf")}, workouts).ok());
    Librarian librarian(*m_store);
    QVERIFY(!librarian.planAll(m_shelves->folder(u"Shelf"_s), thursday).ok());
    const auto planned = librarian.planAll(m_shelves->folder(u"Base"_s), thursday);
    QVERIFY(planned.ok());
    QCOMPARE(planned->size(), 7);
    const auto all = m_store->events({thursday, thursday.addDays(30)});
    QCOMPARE(all.size(), 7);
    QCOMPARE(all.last().day, thursday.addDays(15));
    const auto note = std::find_if(all.begin(), all.end(), [](const auto &event) { return event.name == u"Rest"_s; });
    QCOMPARE(note->category.text(), u"NOTE"_s);
    QCOMPARE(note->endDay, thursday.addDays(12));
    QSet<QString> batches;
    for (const auto &id : *planned) {
        const auto event = *m_store->event(id);
        QCOMPARE(event.planFolder->value, u"10"_s);
        QCOMPARE(event.planName, u"Base"_s);
        QVERIFY(event.planWorkout.has_value());
        batches.insert(event.planApplied);
    }
    QCOMPARE(batches.size(), 1);
    QCOMPARE(m_store->undoable()->subject, u"Base"_s);
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->events({thursday, thursday.addDays(30)}).isEmpty());
    QCOMPARE(m_store->waitingEdits(), 0);
}

MICROCYCLE_CORE_TEST(LibrarianTest)
#include "tst_librarian.moc"
