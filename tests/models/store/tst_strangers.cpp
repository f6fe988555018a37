// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/itemhistory.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "models/store/setaside.h"
#include "models/store/tombstones.h"
#include "models/store/waitingedits.h"
#include "models/store/wholedata.h"
#include "tests/models/store/deeds.h"
#include "tests/models/store/libraryshelves.h"
#include "tests/support/foldlibrary.h"
#include "tests/support/plannedride.h"
#include "tests/support/plannedweek.h"
#include "tests/support/refusal.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using store::Kind;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

/// What a store is asked about that it does not know, or that is not what it seems.
class StrangersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = samples::knownStore(m_clock); }
    void whatIsUnknownMayVanish();
    void whatTheServiceNeverHadDoesNotVanish();
    void keysAreNumbersOrWords_data();
    void keysAreNumbersOrWords();
    void withoutAKeyNothingIsBuried();
    void ofSeveralChoicesAllHaveToBeOpen();
    void aVersionThatNothingReplacedIsKeptToo();
    void nothingIsPutAsideUnderANameThatIsTaken();
    void aDatabaseInMemoryNeedsNoLock();
    void aLibraryThatIsAlmostGoneIsNotBelieved();
    void nothingGoesThatTheTrashCannotTake();

private:
    const domain::FixedClock m_clock {QDateTime(rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
};

void StrangersTest::whatIsUnknownMayVanish()
{
    const auto ride = samples::known(*m_store, 7);
    QVERIFY(commands::Planner(*m_store).remove({ride}).ok());
    QVERIFY(RemoteFold(*m_store).vanished({u"nobody"_s}).ok());
    QVERIFY(RemoteFold(*m_store).believedGone({{u"nobody"_s}, ride, samples::known(*m_store, 9)}).ok());
    QVERIFY(m_store->events({rideDay, rideDay}).isEmpty());
    QVERIFY(m_store->undo().ok()); // of what was shown, and nothing else
    QCOMPARE(m_store->events({rideDay, rideDay}).size(), 1);
}

void StrangersTest::whatTheServiceNeverHadDoesNotVanish()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"New"_s;
    event.start = {rideDay, QTime(7, 30)};
    event.end = domain::LocalDateTime {rideDay, QTime(8, 0)};
    const auto id = *commands::Planner(*m_store).create(event);
    QVERIFY(RemoteFold(*m_store).vanished(id).ok());
    QCOMPARE(m_store->event(id)->name, u"New"_s);
    QCOMPARE(m_store->waitingEdits(), 1);
}

void StrangersTest::keysAreNumbersOrWords_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QJsonValue>("id");
    QTest::addColumn<QString>("key");
    QTest::newRow("a number") << Kind::Event << QJsonValue(7) << u"7"_s;
    QTest::newRow("a long number") << Kind::Event << QJsonValue(qint64(9007199254740991)) << u"9007199254740991"_s;
    QTest::newRow("a word") << Kind::Activity << QJsonValue(u"i5"_s) << u"i5"_s;
    QTest::newRow("a day") << Kind::Wellness << QJsonValue(u"2026-03-12"_s) << u"2026-03-12"_s;
    QTest::newRow("a number of a folder") << Kind::Folder << QJsonValue(12) << u"12"_s;
    QTest::newRow("a word for a template") << Kind::Workout << QJsonValue(u"w12"_s) << u"w12"_s;
    QTest::newRow("a number of an activity") << Kind::Activity << QJsonValue(5) << u"5"_s;
    QTest::newRow("none") << Kind::Event << QJsonValue() << QString();
    QTest::newRow("something else") << Kind::Folder << QJsonValue(QJsonArray {7}) << QString();
}

void StrangersTest::keysAreNumbersOrWords()
{
    QFETCH(Kind, kind);
    QFETCH(QJsonValue, id);
    QFETCH(QString, key);
    QJsonObject record = plannedRide(1, u"A"_s);
    record.insert(u"id"_s, id);
    QCOMPARE(store::remoteIdOf(kind, record), key);
}

void StrangersTest::withoutAKeyNothingIsBuried()
{
    store::Tombstones tombstones(m_store->database());
    const auto count = [&] { return m_store->database().value("SELECT count(*) FROM tombstone").toInt(); };
    QVERIFY(tombstones.set(Kind::Event, {}, u"2026-03-01"_s, m_clock.now()));
    QCOMPARE(count(), 0);
    QVERIFY(tombstones.set(Kind::Event, u"7"_s, u"2026-03-01"_s, m_clock.now()));
    QCOMPARE(count(), 1);
}

void StrangersTest::ofSeveralChoicesAllHaveToBeOpen()
{
    const auto id = samples::known(*m_store, 7);
    auto event = *m_store->event(id);
    event.name = u"Mine"_s;
    event.color = u"blue"_s;
    QVERIFY(commands::Planner(*m_store).edit(id, event).ok());
    QJsonObject theirs = plannedRide(7, u"Theirs"_s, u"2026-03-02T00:00:00"_s);
    theirs.insert(u"color"_s, u"red"_s);
    QVERIFY(samples::pull(*m_store, {theirs}));
    const auto both = m_store->conflicts();
    QCOMPARE(both.size(), 2);
    const auto waiting = store::waitingEdits(m_store->database());
    QVERIFY(waiting.first().isRefused()); // a person has to do something
    QVERIFY(m_store->resolve(both.first(), store::Choice::Mine).ok());
    const auto again = m_store->resolve(both, store::Choice::Theirs);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().kind, domain::Error::Kind::Conflict);
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(!m_store->resolve(QList<store::Conflict> {}, store::Choice::Mine).ok());
}

void StrangersTest::aVersionThatNothingReplacedIsKeptToo()
{
    store::ItemHistory history(m_store->database());
    const auto id = samples::known(*m_store, 7);
    QVERIFY(history.keep(id, {m_clock.now(), store::Origin::User, {{u"name"_s, u"Typed"_s}}, {}}));
    QVERIFY(history.keep(id, {m_clock.now(), store::Origin::User, {}, {}})); // nothing is no version
    const auto versions = history.versions(id);
    QCOMPARE(versions.size(), 1);
    QVERIFY(!versions.first().replacedBy.has_value());
}

void StrangersTest::nothingIsPutAsideUnderANameThatIsTaken()
{
    const QTemporaryDir folder;
    QStringList names;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(support::write(folder.filePath(u"a"_s), QByteArray::number(i)));
        names.append(store::setAside(folder.filePath(u"a"_s), u"damaged"_s, m_clock.now()));
        QVERIFY(!names.last().isEmpty());
    }
    for (int i = 0; i < 3; ++i)
        QCOMPARE(support::contentOf(names.at(i)), QByteArray::number(i));
    QVERIFY(store::setAside(folder.filePath(u"none"_s), u"damaged"_s, m_clock.now()).isEmpty());
}

void StrangersTest::aDatabaseInMemoryNeedsNoLock()
{
    const auto lock = store::lockForWriting(u":memory:"_s);
    QVERIFY(lock.ok());
    QVERIFY(!*lock);
}

void StrangersTest::aLibraryThatIsAlmostGoneIsNotBelieved()
{
    QList<QJsonObject> folders;
    for (int id = 10; id < 20; ++id)
        folders.append(samples::folderJson(id, "Folder"));
    QVERIFY(support::foldLibrary(*m_store, folders, {samples::workoutJson(101, 10, "A")}).ok());
    QCOMPARE(m_store->folders().size(), 10);
    const auto report = support::foldLibrary(*m_store, folders.mid(0, 1), {samples::workoutJson(101, 10, "A")});
    QVERIFY(report.ok());
    QCOMPARE(report->held, 9);
    QCOMPARE(m_store->folders().size(), 10);
}

void StrangersTest::nothingGoesThatTheTrashCannotTake()
{
    const auto fold = [&] { return support::foldLibrary(*m_store, {samples::folderJson(10, "Bike")}, {}).ok(); };
    {
        const support::Refusal refusal(m_store->database(), {{"INSERT", "trash"}});
        QVERIFY(!fold());
        QCOMPARE(m_store->libraryRows().size(), 1);
    }
    QVERIFY(fold());
    QVERIFY(m_store->libraryRows().isEmpty());
}

MICROCYCLE_CORE_TEST(StrangersTest)
#include "tst_strangers.moc"
