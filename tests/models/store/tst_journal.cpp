// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/models/store/journalled.h"
#include "tests/support/plannedweek.h"
#include "tests/support/storestate.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QTemporaryDir>
#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Journal;
using store::Outbox;
using store::RemoteFold;
using store::Store;
using support::contentOf;
using support::monday;
using support::session;
using support::week;
using support::write;

/// The second copy of unsynced edits: what a store finds in it when it is opened.
class JournalTest
    : public QObject
    , private samples::Journalled
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void everythingUnsyncedComesBackWithoutTheDatabase();
    void whatTheServiceConfirmedDoesNotComeBack();
    void anOperationIsRestoredOnce();
    void foldedEditsComeBackInTheirOrder();
    void anEditThatOnlyTheJournalHasIsMade();
    void nothingOrAnEmptyFileIsFine_data();
    void nothingOrAnEmptyFileIsFine();
    void theLastLineMayBeCutAnywhere();
    void aDamagedLineIsPassedOver();
    void zerosAmidTheLinesAreNoLines();
    void aLineWithoutEndIsPassedOver();
    void aJournalOfSomebodyElseIsPutAside();
    void whatCannotBeMadeAgainIsKeptApart();
    void anEditThatCannotBeKeptIsRefused();
    void aLinkInItsPlaceIsRefused();
    void itIsEmptyWhenNothingWaits();
    void itIsReadableForItsOwnerOnly();

private:
    /// Confirmed: A. Waiting: A moved, B created and renamed, C created and deleted.
    void fill();
    void confirmNext(qint64 id);
};

void JournalTest::confirmNext(qint64 id)
{
    const auto operation = Outbox(m_store->database()).next(m_clock.now());
    QVERIFY(operation.has_value());
    auto event = *m_store->event(operation->id);
    event.id = domain::EventId {id};
    QVERIFY(RemoteFold(*m_store).confirmed(*operation, domain::toJson(event)).ok());
}

void JournalTest::fill()
{
    Planner planner(*m_store);
    const auto a = *planner.create(session(u"A"_s, 0));
    confirmNext(7);
    QVERIFY(planner.move({a}, 2).ok());
    const auto b = *planner.create(session(u"B"_s, 1));
    auto renamed = *m_store->event(b);
    renamed.name = u"B2"_s;
    QVERIFY(planner.edit(b, renamed).ok());
    const auto c = *planner.create(session(u"C"_s, 4));
    QVERIFY(planner.remove({c}).ok());
}

void JournalTest::everythingUnsyncedComesBackWithoutTheDatabase()
{
    fill();
    const QStringList unsynced = support::unsyncedOf(*m_store);
    const QStringList shown = support::shownOf(*m_store, week);
    QCOMPARE(unsynced.size(), 2);
    loseTheDatabase();
    reopen();
    QCOMPARE(support::unsyncedOf(*m_store), unsynced);
    QCOMPARE(support::shownOf(*m_store, week), shown);
    QVERIFY(m_store->recovery().restored >= 3);
    QVERIFY(m_store->findRemote(store::Kind::Event, u"7"_s).has_value());
    QVERIFY(m_store->undo().ok());
}

void JournalTest::whatTheServiceConfirmedDoesNotComeBack()
{
    fill();
    confirmNext(7);
    confirmNext(8);
    QCOMPARE(m_store->waitingEdits(), 0);
    loseTheDatabase();
    reopen();
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(support::shownOf(*m_store, week), QStringList());
}

void JournalTest::anOperationIsRestoredOnce()
{
    fill();
    loseTheDatabase();
    reopen();
    const QStringList unsynced = support::unsyncedOf(*m_store);
    reopen();
    QCOMPARE(m_store->recovery().restored, 0);
    QCOMPARE(support::unsyncedOf(*m_store), unsynced);
}

void JournalTest::foldedEditsComeBackInTheirOrder()
{
    Planner planner(*m_store);
    const auto id = *planner.create(session(u"A"_s, 0));
    for (int i = 0; i < 4; ++i)
        QVERIFY(planner.move({id}, 1).ok());
    QVERIFY(m_store->undo().ok());
    const QStringList shown = support::shownOf(*m_store, week);
    loseTheDatabase();
    reopen();
    QCOMPARE(support::shownOf(*m_store, week), shown);
    QCOMPARE(m_store->waitingEdits(), 1);
}

void JournalTest::anEditThatOnlyTheJournalHasIsMade()
{
    fill();
    m_store.reset();
    QVERIFY(QFile::copy(database(), database() + u".old"_s));
    reopen();
    QVERIFY(Planner(*m_store).create(session(u"D"_s, 5)).ok());
    const QStringList shown = support::shownOf(*m_store, week);
    loseTheDatabase();
    QVERIFY(QFile::rename(database() + u".old"_s, database()));
    reopen();
    QCOMPARE(m_store->recovery().restored, 1);
    QCOMPARE(support::shownOf(*m_store, week), shown);
}

void JournalTest::nothingOrAnEmptyFileIsFine_data()
{
    QTest::addColumn<bool>("there");
    QTest::newRow("no journal") << false;
    QTest::newRow("an empty journal") << true;
}

void JournalTest::nothingOrAnEmptyFileIsFine()
{
    QFETCH(bool, there);
    fill();
    const QStringList unsynced = support::unsyncedOf(*m_store);
    m_store.reset();
    QVERIFY(QFile::remove(journal()));
    QVERIFY(!there || write(journal(), {}));
    reopen();
    QCOMPARE(support::unsyncedOf(*m_store), unsynced);
    QVERIFY(Planner(*m_store).create(session(u"D"_s, 5)).ok());
}

void JournalTest::theLastLineMayBeCutAnywhere()
{
    Planner planner(*m_store);
    QVERIFY(planner.create(session(u"A"_s, 0)).ok());
    QVERIFY(planner.create(session(u"B"_s, 1)).ok());
    loseTheDatabase();
    const QByteArray whole = lines();
    const qsizetype start = whole.lastIndexOf('\n', whole.size() - 2) + 1;
    for (qsizetype length = start; length < whole.size(); length += 1 + (length - start > 40 ? 13 : 0)) {
        loseTheDatabase();
        // Of an even length the zeros are there that were written ahead.
        QVERIFY(write(journal(), whole.left(length) + QByteArray(length % 2 ? 0 : 4096, '\0')));
        reopen();
        // Only its end is missing to the last one: it may be believed or not.
        const auto shown = support::shownOf(*m_store, week);
        QVERIFY2(shown.size() == 1 || length == whole.size() - 1, qPrintable(QString::number(length)));
        QCOMPARE(shown.first(), u"2026-03-09 A 50 waiting"_s);
        QVERIFY(Planner(*m_store).create(session(u"C"_s, 2)).ok());
        QCOMPARE(Journal::read(journal())->unreadable, 0);
    }
}

void JournalTest::aDamagedLineIsPassedOver()
{
    Planner planner(*m_store);
    for (const auto &name : {u"A"_s, u"B"_s, u"C"_s})
        QVERIFY(planner.create(session(name, 0)).ok());
    loseTheDatabase();
    QByteArray bytes = lines();
    bytes.replace("\"name\":\"B\"", "\"name\":\"X\"");
    QVERIFY(write(journal(), bytes));
    reopen();
    QCOMPARE(
        support::shownOf(*m_store, week), (QStringList {u"2026-03-09 A 50 waiting"_s, u"2026-03-09 C 50 waiting"_s}));
    QCOMPARE(m_store->recovery().unreadable, 1);
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.outbox.journal.damaged-*"_s}).size(), 1);
    reopen();
    QCOMPARE(m_store->recovery().unreadable, 0);
}

void JournalTest::zerosAmidTheLinesAreNoLines()
{
    Planner planner(*m_store);
    for (const auto &name : {u"A"_s, u"B"_s})
        QVERIFY(planner.create(session(name, 0)).ok());
    loseTheDatabase();
    QByteArray bytes = lines();
    bytes.insert(bytes.lastIndexOf('\n', bytes.size() - 2) + 1, QByteArray(5000, '\0'));
    QVERIFY(write(journal(), bytes));
    reopen();
    QCOMPARE(m_store->recovery().unreadable, 0);
    QCOMPARE(
        support::shownOf(*m_store, week), (QStringList {u"2026-03-09 A 50 waiting"_s, u"2026-03-09 B 50 waiting"_s}));
}

void JournalTest::aLineWithoutEndIsPassedOver()
{
    QVERIFY(Planner(*m_store).create(session(u"A"_s, 0)).ok());
    loseTheDatabase();
    const QByteArray good = lines();
    const qsizetype start = good.indexOf('\n') + 1;
    QVERIFY(write(journal(), good.left(start) + QByteArray(5 << 20, 'x') + '\n' + good.mid(start)));
    reopen();
    QCOMPARE(m_store->recovery().unreadable, 1);
    QCOMPARE(support::shownOf(*m_store, week), QStringList {u"2026-03-09 A 50 waiting"_s});
}

void JournalTest::aJournalOfSomebodyElseIsPutAside()
{
    fill();
    const QByteArray bytes = contentOf(journal());
    loseTheDatabase();
    reopen(u"i2"_s);
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(contentOf(m_store->recovery().foreignJournal), bytes);
}

void JournalTest::whatCannotBeMadeAgainIsKeptApart()
{
    m_store.reset();
    const store::JournalEdit edit {u"op"_s,
        u"gesture"_s,
        m_clock.now(),
        store::Verb::Create,
        u"odd"_s,
        1,
        {{u"x"_s}, store::Kind::Event, {}, {{u"start_date_local"_s, 12}}, {}}};
    QVERIFY(Journal::begin(journal(), u"i1"_s, {edit}).ok());
    reopen();
    QCOMPARE(m_store->recovery().quarantined, 1);
    QCOMPARE(m_store->database().value("SELECT count(*) FROM quarantine").toInt(), 1);
    reopen();
    QCOMPARE(m_store->recovery().quarantined, 0);
}

void JournalTest::anEditThatCannotBeKeptIsRefused()
{
#ifdef Q_OS_UNIX
    fill();
    const QStringList shown = support::shownOf(*m_store, week);
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    QCOMPARE(getrlimit(RLIMIT_FSIZE, &limit), 0);
    rlimit full = limit;
    full.rlim_cur = rlim_t(lines().size() + 100);
    QCOMPARE(setrlimit(RLIMIT_FSIZE, &full), 0);
    const auto refused = Planner(*m_store).create(session(u"D"_s, 5));
    setrlimit(RLIMIT_FSIZE, &limit);
    std::signal(SIGXFSZ, before);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.error().kind, domain::Error::Kind::Storage);
    QCOMPARE(refused.error().item, u"D"_s);
    QCOMPARE(support::shownOf(*m_store, week), shown);
    // There is room again: nothing has to be started anew, and nothing of the refused edit is left.
    QVERIFY(Planner(*m_store).create(session(u"E"_s, 6)).ok());
    QCOMPARE(Journal::read(journal())->unreadable, 0);
    loseTheDatabase();
    reopen();
    QCOMPARE(support::shownOf(*m_store, week), shown + QStringList {u"2026-03-15 E 50 waiting"_s});
#endif
}

void JournalTest::aLinkInItsPlaceIsRefused()
{
    m_store.reset();
    QFile::remove(journal());
    const QString elsewhere = m_folder->filePath(u"elsewhere"_s);
    QVERIFY(write(elsewhere, "mine"));
    QVERIFY(QFile::link(elsewhere, journal()));
    const auto opened = Store::open(database(), m_clock);
    QVERIFY(!opened.ok());
    QCOMPARE(opened.error().item, journal());
    QCOMPARE(contentOf(elsewhere), QByteArray("mine"));
}

void JournalTest::itIsEmptyWhenNothingWaits()
{
    fill();
    confirmNext(7);
    confirmNext(8);
    reopen();
    const auto contents = Journal::read(journal());
    QVERIFY(contents->edits.isEmpty() && contents->acknowledged.isEmpty());
    QCOMPARE(contents->owner, u"i1"_s);
}

void JournalTest::itIsReadableForItsOwnerOnly()
{
    fill();
    QCOMPARE(
        QFile::permissions(journal()) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther),
        QFile::Permissions());
    reopen();
    QCOMPARE(QFile::permissions(journal()) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

MICROCYCLE_CORE_TEST(JournalTest)
#include "tst_journal.moc"
