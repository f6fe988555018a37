// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using store::Edit;
using store::Kind;
using store::Operation;
using store::Outbox;
using State = Operation::State;

namespace {

const QDateTime now(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC);

QJsonObject note(const QString &name)
{
    return {{u"category"_s, u"NOTE"_s}, {u"start_date_local"_s, u"2026-03-12T00:00:00"_s}, {u"name"_s, name}};
}

}

/// In which order operations go out, and which of them may still change.
class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void onlyWhatNobodyMayHaveSeenStillChanges_data();
    void onlyWhatNobodyMayHaveSeenStillChanges();
    void ofOneEntityTheFirstGoesFirst();
    void whatIsUnclearGoesFirst();
    void whatWasUnderWayIsUnclearAfterAStart();

private:
    /// Named A on the service.
    domain::LocalId entity();
    void rename(const domain::LocalId &id, const QString &from, const QString &to);

    std::unique_ptr<store::Database> m_database;
};

void OutboxTest::init()
{
    m_database = *store::Database::open(u":memory:"_s);
}

domain::LocalId OutboxTest::entity()
{
    store::Entity entity;
    entity.id = store::EntityTable::newId();
    entity.remoteId = entity.id.value;
    entity.base = note(u"A"_s);
    entity.view = entity.base;
    return store::EntityTable(*m_database).save(entity, {}) ? entity.id : domain::LocalId {};
}

void OutboxTest::rename(const domain::LocalId &id, const QString &from, const QString &to)
{
    QVERIFY(
        Outbox(*m_database).enqueue({id, Kind::Event, note(from), note(to), {}}, id.value + u'>' + to, u"g"_s, now));
}

void OutboxTest::onlyWhatNobodyMayHaveSeenStillChanges_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("changes");
    QTest::newRow("not sent yet") << int(State::Queued) << true;
    QTest::newRow("turned away, to be sent later") << int(State::Waiting) << true;
    QTest::newRow("refused") << int(State::Rejected) << true;
    QTest::newRow("under way") << int(State::Inflight) << false;
    QTest::newRow("sent, and no answer came") << int(State::Unknown) << false;
}

void OutboxTest::onlyWhatNobodyMayHaveSeenStillChanges()
{
    QFETCH(int, state);
    QFETCH(bool, changes);
    Outbox outbox(*m_database);
    const auto id = entity();
    rename(id, u"A"_s, u"B"_s);
    QVERIFY(outbox.setState(outbox.pendingOf(id).first(), State(state)));
    rename(id, u"B"_s, u"C"_s);
    const auto pending = outbox.pendingOf(id);
    QCOMPARE(pending.size(), changes ? 1 : 2);
    QCOMPARE(pending.last().state, State::Queued);
    QCOMPARE(pending.last().patch.changes.value(u"name"_s).before, QJsonValue(changes ? u"A"_s : u"B"_s));
    QCOMPARE(pending.last().patch.changes.value(u"name"_s).after, QJsonValue(u"C"_s));
    QVERIFY(outbox.knows(id.value + u">B"_s));
    QVERIFY(outbox.knows(id.value + u">C"_s));
}

void OutboxTest::ofOneEntityTheFirstGoesFirst()
{
    Outbox outbox(*m_database);
    const auto one = entity();
    const auto other = entity();
    rename(one, u"A"_s, u"B"_s);
    QVERIFY(outbox.setState(outbox.pendingOf(one).first(), State::Inflight));
    rename(one, u"B"_s, u"C"_s);
    rename(other, u"A"_s, u"X"_s);
    QCOMPARE(outbox.next(now)->id, other); // the second of one waits for the first, which is under way
    QVERIFY(outbox.finish(outbox.pendingOf(one).first(), now));
    QCOMPARE(outbox.next(now)->id, one);
}

void OutboxTest::whatIsUnclearGoesFirst()
{
    Outbox outbox(*m_database);
    const auto early = entity();
    const auto late = entity();
    rename(early, u"A"_s, u"B"_s);
    rename(late, u"A"_s, u"B"_s);
    QCOMPARE(outbox.next(now)->id, early);
    QVERIFY(outbox.setState(outbox.pendingOf(late).first(), State::Unknown));
    QCOMPARE(outbox.next(now)->id, late);
}

void OutboxTest::whatWasUnderWayIsUnclearAfterAStart()
{
    Outbox outbox(*m_database);
    const auto id = entity();
    rename(id, u"A"_s, u"B"_s);
    QVERIFY(outbox.setState(outbox.pendingOf(id).first(), State::Inflight));
    QVERIFY(!outbox.next(now));
    QVERIFY(outbox.recover());
    QCOMPARE(outbox.pendingOf(id).first().state, State::Unknown);
    QCOMPARE(outbox.next(now)->id, id);
}

MICROCYCLE_CORE_TEST(OutboxTest)
#include "tst_outbox.moc"
