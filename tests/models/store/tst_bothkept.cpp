// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/models/store/deeds.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using store::Choice;
using store::Kind;
using store::Operation;
using store::RemoteFold;
using store::Store;

/// Both sides are kept of what two people changed: as a copy where there can be two, as one text where there is one
/// only.
class BothKeptTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = samples::knownStore(m_clock); }
    void theCommentsOfADayBecomeOne();
    void aFigureOfADayIsOneOrTheOther();
    void theNotesOfARecordingBecomeOne();
    void aTemplateIsCopied();
    void aFolderHasOneName();
    void whatWasSentMeanwhileStays();

private:
    [[nodiscard]] QList<Operation> waiting() { return store::Outbox(m_store->database()).all(); }
    bool resolve(Choice choice) { return m_store->resolve(m_store->conflicts(), choice).ok(); }

    const domain::FixedClock m_clock {QDateTime(support::rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
};

void BothKeptTest::theCommentsOfADayBecomeOne()
{
    QVERIFY(samples::log(*m_store, 62, u"mine"_s));
    QVERIFY(samples::pullDay(*m_store, {{u"weight"_s, 62}, {u"comments"_s, u"theirs"_s}}));
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(resolve(Choice::Both));
    QCOMPARE(m_store->wellness(support::rideDay).comments, u"theirs\nmine"_s);
    QCOMPARE(waiting().size(), 1);
    QCOMPARE(waiting().first().state, Operation::State::Queued); // it is sent
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->wellness(support::rideDay).comments, u"mine"_s);
    QCOMPARE(waiting().size(), 1);
}

void BothKeptTest::aFigureOfADayIsOneOrTheOther()
{
    QVERIFY(samples::log(*m_store, 61, u"fine"_s));
    QVERIFY(samples::pullDay(*m_store, {{u"weight"_s, 60}, {u"comments"_s, u"fine"_s}}));
    QCOMPARE(m_store->conflicts().size(), 1);
    const auto refused = m_store->resolve(m_store->conflicts(), Choice::Both);
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, domain::Error::Kind::Conflict);
    QCOMPARE(m_store->wellness(support::rideDay).weightKg, 61.0);
    QCOMPARE(m_store->conflicts().size(), 1); // it is still asked
    QVERIFY(resolve(Choice::Theirs));
    QCOMPARE(m_store->wellness(support::rideDay).weightKg, 60.0);
}

void BothKeptTest::theNotesOfARecordingBecomeOne()
{
    const auto id = *m_store->findRemote(Kind::Activity, u"i5"_s);
    auto activity = *m_store->activity(id);
    activity.description = u"mine"_s;
    QVERIFY(commands::Reviewer(*m_store).edit(id, activity).ok());
    QJsonObject there = store::EntityTable(m_store->database()).find(id)->base;
    there.insert(u"description"_s, u"theirs"_s);
    QVERIFY(RemoteFold(*m_store).record(Kind::Activity, there).ok());
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(resolve(Choice::Both));
    QCOMPARE(m_store->activity(id)->description, u"theirs\nmine"_s);
    QCOMPARE(m_store->allActivities().size(), 1);
}

void BothKeptTest::aTemplateIsCopied()
{
    commands::Librarian librarian(*m_store);
    const auto id = m_store->libraryRows().first().id;
    auto workout = *m_store->libraryWorkout(id);
    workout.name = u"Mine"_s;
    QVERIFY(librarian.edit(id, workout).ok());
    QVERIFY(support::foldLibrary(*m_store, {samples::folderJson(10, "Bike")}, {samples::workoutJson(101, 10, "Theirs")})
                .ok());
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(resolve(Choice::Both));
    QStringList names;
    for (const auto &row : m_store->libraryRows())
        names.append(row.name);
    QCOMPARE(names, (QStringList {u"Mine"_s, u"Theirs"_s}));
    QCOMPARE(waiting().size(), 1);
    QCOMPARE(waiting().first().type, Operation::Type::Create); // the copy; of the original nothing is left to say
}

void BothKeptTest::aFolderHasOneName()
{
    const auto id = m_store->folders().first().id;
    QVERIFY(commands::Librarian(*m_store).rename(id, u"Mine"_s).ok());
    QVERIFY(
        support::foldLibrary(*m_store, {samples::folderJson(10, "Theirs")}, {samples::workoutJson(101, 10, "A")}).ok());
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(!resolve(Choice::Both));
    QVERIFY(resolve(Choice::Mine));
    QCOMPARE(m_store->folders().first().name, u"Mine"_s);
    QCOMPARE(waiting().size(), 1);
}

void BothKeptTest::whatWasSentMeanwhileStays()
{
    QVERIFY(samples::rename(*m_store, 7, u"Sent"_s));
    QVERIFY(store::Outbox(m_store->database()).setState(samples::next(*m_store), Operation::State::Unknown));
    auto event = *m_store->event(samples::known(*m_store, 7));
    event.color = u"blue"_s;
    QVERIFY(commands::Planner(*m_store).edit(samples::known(*m_store, 7), event).ok());
    QJsonObject there = support::plannedRide(7, u"A"_s, u"2026-03-02T00:00:00"_s);
    there.insert(u"color"_s, u"red"_s);
    QVERIFY(samples::pull(*m_store, {there}));
    const auto conflicts = m_store->conflicts();
    for (const auto &conflict : conflicts)
        QVERIFY(m_store->resolve(conflict, Choice::Theirs).ok());
    QCOMPARE(waiting().first().state, Operation::State::Unknown); // what may have arrived is looked up as it was
    QVERIFY(waiting().first().patch.changes.contains(u"name"_s));
}

MICROCYCLE_CORE_TEST(BothKeptTest)
#include "tst_bothkept.moc"
