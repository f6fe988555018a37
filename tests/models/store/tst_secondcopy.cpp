// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/remotefold.h"
#include "tests/models/store/journalled.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedweek.h"
#include "tests/support/storestate.h"
#include "tests/support/testmain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using commands::Librarian;
using commands::Planner;
using store::Journal;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;
using store::Store;
using support::contentOf;
using support::monday;
using support::session;
using support::shownOf;
using support::unsyncedOf;
using support::week;
using support::write;

namespace {

/// As a line of a journal is written.
QByteArray sealed(const QJsonObject &json)
{
    const QByteArray text = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return QCryptographicHash::hash(text, QCryptographicHash::Sha1).toHex().left(16) + ' ' + text + '\n';
}

}

/// What the journal gives back of every kind of edit, and what it does not take.
class SecondCopyTest
    : public QObject
    , private samples::Journalled
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void everyKindComesBackWithoutTheDatabase();
    void halfOfAGestureIsNone();
    void anEditThatIsTooLongIsRefusedByName();
    void aLongJournalIsEmptiedAsSoonAsNothingWaits();
    void linesOfAnotherProgramAreKeptApart_data();
    void linesOfAnotherProgramAreKeptApart();
    void aJournalOfZerosIsEmpty();
    void anEditFindsWhatTheServiceListedAnew();
    void whatTheDatabaseForgotToTellIsTold();

private:
    /// What the service has of everything.
    void pull();
};

void SecondCopyTest::pull()
{
    QJsonObject event = domain::toJson(session(u"Theirs"_s, 1));
    event.insert(u"id"_s, 7);
    event.insert(u"updated"_s, u"2026-03-01T00:00:00"_s);
    QVERIFY(RemoteFold(*m_store).events(week, {event}).ok());
    QVERIFY(RemoteFold(*m_store)
                .record(Kind::Activity,
                    {{u"id"_s, u"i5"_s},
                        {u"type"_s, u"Ride"_s},
                        {u"name"_s, u"Morning"_s},
                        {u"start_date_local"_s, u"2026-03-09T07:00:00"_s}})
                .ok());
    QVERIFY(RemoteFold(*m_store).wellness(week, {{{u"id"_s, u"2026-03-09"_s}, {u"weight"_s, 62}}}).ok());
    QVERIFY(
        support::foldLibrary(*m_store, {samples::folderJson(10, "Bike")}, {samples::workoutJson(101, 10, "A")}).ok());
}

void SecondCopyTest::everyKindComesBackWithoutTheDatabase()
{
    pull();
    auto day = m_store->wellness(monday);
    day.weightKg = 61;
    QVERIFY(commands::WellnessLog(*m_store).set(day).ok());
    day = m_store->wellness(monday.addDays(1));
    day.comments = u"new"_s;
    QVERIFY(commands::WellnessLog(*m_store).set(day).ok());
    const auto recording = *m_store->findRemote(Kind::Activity, u"i5"_s);
    auto activity = *m_store->activity(recording);
    activity.name = u"Hard"_s;
    QVERIFY(commands::Reviewer(*m_store).edit(recording, activity).ok());
    Librarian librarian(*m_store);
    QVERIFY(librarian.rename(m_store->folders().first().id, u"Road"_s).ok());
    const auto own = librarian.createFolder(u"Own"_s);
    QVERIFY(own && librarian.add(samples::ride(u"B"_s), *own).ok());
    QVERIFY(librarian.remove({m_store->libraryRows().first().id}).ok());
    QVERIFY(Planner(*m_store).remove({*m_store->findRemote(Kind::Event, u"7"_s)}).ok());
    QVERIFY(Planner(*m_store).create(session(u"Mine"_s, 3)).ok());
    const QStringList unsynced = unsyncedOf(*m_store);
    QCOMPARE(unsynced.size(), 9);
    loseTheDatabase();
    reopen();
    QCOMPARE(unsyncedOf(*m_store), unsynced);
    pull(); // and it fits to what the service has
    QCOMPARE(unsyncedOf(*m_store), unsynced);
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-12 Mine 50 waiting"_s});
    QCOMPARE(m_store->wellness(monday).weightKg, 61.0);
    QCOMPARE(m_store->allActivities().first().name, u"Hard"_s);
    QStringList names;
    for (const auto &folder : m_store->folders())
        names.append(folder.name);
    QCOMPARE(names, (QStringList {u"Own"_s, u"Road"_s}));
    QVERIFY(m_store->conflicts().isEmpty());
}

void SecondCopyTest::halfOfAGestureIsNone()
{
    QVERIFY(Planner(*m_store).create(session(u"A"_s, 0)).ok());
    QVERIFY(Planner(*m_store).createAll({session(u"B"_s, 1), session(u"C"_s, 2)}, store::Verb::Plan, u"Week"_s).ok());
    const QByteArray whole = lines();
    loseTheDatabase();
    QVERIFY(write(journal(), whole.left(whole.lastIndexOf('\n', whole.size() - 2) + 1)));
    reopen();
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-09 A 50 waiting"_s});
    loseTheDatabase();
    QVERIFY(write(journal(), whole));
    reopen();
    QCOMPARE(shownOf(*m_store, week).size(), 3);
}

void SecondCopyTest::anEditThatIsTooLongIsRefusedByName()
{
    const auto id = *Planner(*m_store).create(session(u"A"_s, 0));
    auto event = *m_store->event(id);
    event.description = QString(store::longestJournalLine, u'x');
    const auto refused = Planner(*m_store).edit(id, event);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, domain::Error::Kind::Storage);
    QCOMPARE(refused.error().item, u"A"_s);
    QVERIFY(m_store->event(id)->description.isEmpty());
    event.description = u"short"_s;
    QVERIFY(Planner(*m_store).edit(id, event).ok());
    loseTheDatabase();
    reopen();
    QCOMPARE(m_store->event(id)->description, u"short"_s);
}

void SecondCopyTest::aLongJournalIsEmptiedAsSoonAsNothingWaits()
{
    auto event = session(u"A"_s, 0);
    event.description = QString(10'000, u'x');
    for (int i = 0; i < 10; ++i)
        QVERIFY(Planner(*m_store).create(event).ok());
    QVERIFY(lines().size() > 100'000);
    for (int id = 1; id <= 10; ++id) {
        const auto operation = *Outbox(m_store->database()).next(m_clock.now());
        QJsonObject answer = domain::toJson(*m_store->event(operation.id));
        answer.insert(u"id"_s, id);
        QVERIFY(RemoteFold(*m_store).confirmed(operation, answer).ok());
    }
    QVERIFY(lines().size() < 1000);
    QVERIFY(Planner(*m_store).create(session(u"B"_s, 3)).ok());
    loseTheDatabase();
    reopen();
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-12 B 50 waiting"_s});
}

void SecondCopyTest::linesOfAnotherProgramAreKeptApart_data()
{
    QTest::addColumn<QJsonObject>("line");
    QTest::newRow("of a later version") << QJsonObject {{u"journal"_s, 99}, {u"owner"_s, u"i1"_s}};
    QTest::newRow("an edit of nothing") << QJsonObject {
        {u"op"_s, u"x"_s}, {u"gesture"_s, u"g"_s}, {u"kind"_s, u"event"_s}};
    QTest::newRow("an edit of a kind that nobody knows")
        << QJsonObject {{u"op"_s, u"x"_s}, {u"gesture"_s, u"g"_s}, {u"id"_s, u"e"_s}, {u"kind"_s, u"song"_s}};
    const QJsonObject whole {{u"op"_s, u"x"_s}, {u"gesture"_s, u"g"_s}, {u"id"_s, u"e"_s}, {u"kind"_s, 0}};
    for (const auto &key : {u"op"_s, u"gesture"_s, u"id"_s}) {
        QJsonObject line = whole;
        line.remove(key);
        QTest::addRow("an edit without its %s", qPrintable(key)) << line;
    }
    QJsonObject later = whole;
    later.insert(u"kind"_s, 99);
    QTest::newRow("an edit of a kind of later") << later;
    QTest::newRow("something else") << QJsonObject {{u"a"_s, 1}};
}

void SecondCopyTest::linesOfAnotherProgramAreKeptApart()
{
    QFETCH(QJsonObject, line);
    QVERIFY(Planner(*m_store).create(session(u"A"_s, 0)).ok());
    const QByteArray whole = lines();
    loseTheDatabase();
    QVERIFY(write(journal(), whole + sealed(line)));
    reopen();
    QCOMPARE(m_store->recovery().unreadable, 1);
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-09 A 50 waiting"_s});
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.outbox.journal.damaged-*"_s}).size(), 1);
}

void SecondCopyTest::aJournalOfZerosIsEmpty()
{
    m_store.reset();
    QVERIFY(write(journal(), QByteArray(300'000, '\0')));
    m_store = *Store::open(database(), m_clock); // whoever it is
    QCOMPARE(m_store->recovery().unreadable, 0);
    QVERIFY(Planner(*m_store).create(session(u"A"_s, 0)).ok());
    QCOMPARE(lines().count('\n'), 1); // in place of the zeros
    loseTheDatabase();
    m_store = *Store::open(database(), m_clock);
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-09 A 50 waiting"_s});
}

void SecondCopyTest::anEditFindsWhatTheServiceListedAnew()
{
    pull();
    const auto before = *m_store->findRemote(Kind::Event, u"7"_s);
    QVERIFY(Planner(*m_store).move({before}, 2).ok());
    const QByteArray kept = contentOf(journal());
    loseTheDatabase();
    QVERIFY(QFile::remove(journal()));
    reopen();
    pull(); // under another key of this machine
    QVERIFY(*m_store->findRemote(Kind::Event, u"7"_s) != before);
    m_store.reset();
    QVERIFY(write(journal(), kept));
    reopen();
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-12 Theirs 50 waiting"_s});
    QCOMPARE(m_store->waitingEdits(), 1);
}

void SecondCopyTest::whatTheDatabaseForgotToTellIsTold()
{
    pull();
    QVERIFY(Planner(*m_store).move({*m_store->findRemote(Kind::Event, u"7"_s)}, 2).ok());
    const QStringList unsynced = unsyncedOf(*m_store);
    QVERIFY(m_store->database().run("DELETE FROM outbox"));
    reopen();
    QCOMPARE(unsyncedOf(*m_store), unsynced);
    QCOMPARE(shownOf(*m_store, week), QStringList {u"2026-03-12 Theirs 50 waiting"_s});
    // What the journal has twice is made once.
    reopen();
    QCOMPARE(unsyncedOf(*m_store), unsynced);
}

MICROCYCLE_CORE_TEST(SecondCopyTest)
#include "tst_secondcopy.moc"
