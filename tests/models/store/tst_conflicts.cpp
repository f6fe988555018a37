// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/itemhistory.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"

#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Choice;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;
using store::Store;

namespace {

const QDate day(2026, 3, 12);

}

/// An event that the service has, edited here and there: what survives, what is asked, and what an answer does.
class ConflictsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void differentFieldsNeedNoChoice();
    void theSameFieldIsHeldAndShownAsMine();
    void mineIsSent();
    void theirsTakesTheFieldBack();
    void bothKeepsACopy();
    void aChoiceIsMadeOnce();
    void theSameAnswerTwiceAsksOnce();
    void whenTheyComeRoundNothingIsLeftToChoose();
    void typingOnCountsAsMine();
    void deletedHereAndEditedThereStays_data();
    void deletedHereAndEditedThereStays();
    void deletedHereAndRecomputedThereGoes();
    void anOperationOfUnknownOutcomeIsLeftAlone();
    void aChoiceOutlivesARestart();
    void aChoiceIsUndone_data();
    void aChoiceIsUndone();
    void whatGaveWayIsTold_data();
    void whatGaveWayIsTold();

private:
    [[nodiscard]] QJsonObject there(const QString &name, const QString &color = {}) const;
    void pull(const QJsonObject &record) { QVERIFY(RemoteFold(*m_store).events({day, day}, {record}).ok()); }
    void rename(const QString &name);
    [[nodiscard]] QString shown() const { return m_store->event(m_id).valueOr({}).name; }
    [[nodiscard]] QList<Operation> pending() { return Outbox(m_store->database()).pendingOf(m_id); }
    [[nodiscard]] QStringList history();

    domain::FixedClock m_clock {QDateTime(day, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    domain::LocalId m_id;
};

void ConflictsTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
    pull(there(u"A"_s));
    m_id = *m_store->findRemote(Kind::Event, u"7"_s);
}

QJsonObject ConflictsTest::there(const QString &name, const QString &color) const
{
    QJsonObject json = support::plannedRide(7, name, name + color);
    if (!color.isEmpty())
        json.insert(u"color"_s, color);
    return domain::toJson(domain::fromJson<domain::Event>(json).valueOr({})); // all of it, as the service lists it
}

void ConflictsTest::rename(const QString &name)
{
    auto event = *m_store->event(m_id);
    event.name = name;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
}

QStringList ConflictsTest::history()
{
    QStringList names;
    const auto versions = store::ItemHistory(m_store->database()).versions(m_id);
    for (const auto &version : versions)
        names.append(version.json.value("name"_L1).toString());
    return names;
}

void ConflictsTest::differentFieldsNeedNoChoice()
{
    rename(u"B"_s);
    pull(there(u"A"_s, u"red"_s));
    QVERIFY(m_store->conflicts().isEmpty());
    QCOMPARE(shown(), u"B"_s);
    QCOMPARE(m_store->event(m_id)->color, u"red"_s);
    QCOMPARE(pending().first().patch.changes.keys(), QStringList {u"name"_s});
}

void ConflictsTest::theSameFieldIsHeldAndShownAsMine()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    const auto conflicts = m_store->conflicts();
    QCOMPARE(conflicts.size(), 1);
    QCOMPARE(conflicts.first().values, (store::FieldConflict {u"name"_s, u"A"_s, u"B"_s, u"C"_s}));
    QCOMPARE(shown(), u"B"_s);
    QVERIFY(!Outbox(m_store->database()).next(m_clock.now()));
    QCOMPARE(m_store->summary(m_id)->mark, store::Mark::Conflict);
    QCOMPARE(history(), (QStringList {u"B"_s, u"A"_s})); // theirs has not given way to anything yet
}

void ConflictsTest::mineIsSent()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Mine).ok());
    QVERIFY(m_store->conflicts().isEmpty());
    const auto next = Outbox(m_store->database()).next(m_clock.now());
    QVERIFY(next.has_value());
    QCOMPARE(next->patch.changes.value(u"name"_s).after, QJsonValue(u"B"_s));
    pull(there(u"C"_s, u"red"_s)); // what was chosen against is no news
    QVERIFY(m_store->conflicts().isEmpty());
    const auto now = Outbox(m_store->database()).next(m_clock.now());
    QVERIFY(RemoteFold(*m_store).confirmed(*now, there(u"B"_s, u"red"_s)).ok());
    const auto lost = store::ItemHistory(m_store->database()).versions(m_id).first();
    QCOMPARE(lost.json.value("name"_L1).toString(), u"C"_s);
    QCOMPARE(lost.replacedBy, std::optional(store::Origin::User));
}

void ConflictsTest::theirsTakesTheFieldBack()
{
    auto event = *m_store->event(m_id);
    event.name = u"B"_s;
    event.color = u"blue"_s;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
    pull(there(u"C"_s));
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Theirs).ok());
    QCOMPARE(shown(), u"C"_s);
    QCOMPARE(m_store->event(m_id)->color, u"blue"_s); // the other field of the same edit goes on
    QCOMPARE(pending().first().state, Operation::State::Queued);
    QCOMPARE(history(), (QStringList {u"B"_s, u"A"_s}));
}

void ConflictsTest::bothKeepsACopy()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Both).ok());
    QCOMPARE(shown(), u"C"_s);
    const auto events = m_store->events({day, day});
    QCOMPARE(events.size(), 2);
    QCOMPARE(events.first().name, u"B"_s);
    QVERIFY(events.first().remoteId.isEmpty());
    QCOMPARE(m_store->waitingEdits(), 1);
}

void ConflictsTest::aChoiceIsMadeOnce()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    const auto conflict = m_store->conflicts().first();
    QVERIFY(m_store->resolve(conflict, Choice::Mine).ok());
    const auto again = m_store->resolve(conflict, Choice::Theirs);
    QVERIFY(!again.ok());
    QCOMPARE(again.error().kind, domain::Error::Kind::Conflict);
    QCOMPARE(shown(), u"B"_s);
}

void ConflictsTest::theSameAnswerTwiceAsksOnce()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    pull(there(u"C"_s));
    pull(there(u"D"_s));
    QCOMPARE(m_store->conflicts().size(), 1);
    QCOMPARE(m_store->conflicts().first().values.theirs, QJsonValue(u"D"_s));
    QCOMPARE(m_store->conflicts().first().values.base, QJsonValue(u"A"_s));
}

void ConflictsTest::whenTheyComeRoundNothingIsLeftToChoose()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    pull(there(u"B"_s));
    QVERIFY(m_store->conflicts().isEmpty());
    QCOMPARE(m_store->waitingEdits(), 0);
    QCOMPARE(shown(), u"B"_s);
}

void ConflictsTest::typingOnCountsAsMine()
{
    rename(u"B"_s);
    pull(there(u"C"_s));
    rename(u"B2"_s);
    QCOMPARE(m_store->waitingEdits(), 1);
    QCOMPARE(m_store->conflicts().size(), 1);
    QCOMPARE(m_store->conflicts().first().values.mine, QJsonValue(u"B2"_s));
    rename(u"C"_s); // by hand what they wrote
    QVERIFY(m_store->conflicts().isEmpty());
    QCOMPARE(m_store->waitingEdits(), 0);
}

void ConflictsTest::deletedHereAndEditedThereStays_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("waiting");
    QTest::newRow("until it is deleted once more") << Choice::Mine << QString() << 1;
    QTest::newRow("and for good") << Choice::Theirs << u"C"_s << 0;
    QTest::newRow("and there is nothing to put beside it") << Choice::Both << u"C"_s << 0;
}

void ConflictsTest::deletedHereAndEditedThereStays()
{
    QFETCH(Choice, choice);
    QFETCH(QString, name);
    QFETCH(int, waiting);
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    pull(there(u"C"_s));
    QCOMPARE(shown(), u"C"_s);
    QVERIFY(!Outbox(m_store->database()).next(m_clock.now()));
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(m_store->conflicts().first().isOfWhole());
    QVERIFY(m_store->resolve(m_store->conflicts().first(), choice).ok());
    QCOMPARE(shown(), name);
    QCOMPARE(m_store->waitingEdits(), waiting);
}

void ConflictsTest::deletedHereAndRecomputedThereGoes()
{
    QVERIFY(Planner(*m_store).remove({m_id}).ok());
    QJsonObject record = there(u"A"_s);
    record.insert(u"updated"_s, u"later"_s);
    record.insert(u"icu_ctl"_s, 55.5);
    pull(record);
    QVERIFY(m_store->conflicts().isEmpty());
    QVERIFY(!m_store->summary(m_id));
}

void ConflictsTest::anOperationOfUnknownOutcomeIsLeftAlone()
{
    rename(u"B"_s);
    QVERIFY(Outbox(m_store->database()).setState(pending().first(), Operation::State::Unknown));
    pull(there(u"C"_s));
    QVERIFY(m_store->conflicts().isEmpty());
    QCOMPARE(pending().first().state, Operation::State::Unknown);
    QCOMPARE(pending().first().patch.changes.value(u"name"_s).before, QJsonValue(u"A"_s));
    QCOMPARE(shown(), u"B"_s);
}

void ConflictsTest::aChoiceOutlivesARestart()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.db"_s);
    m_store = *Store::open(path, m_clock);
    pull(there(u"A"_s));
    m_id = *m_store->findRemote(Kind::Event, u"7"_s);
    rename(u"B"_s);
    pull(there(u"C"_s));
    m_store.reset();
    m_store = *Store::open(path, m_clock);
    QCOMPARE(m_store->conflicts().size(), 1);
    QVERIFY(m_store->resolve(m_store->conflicts().first(), Choice::Theirs).ok());
    QCOMPARE(shown(), u"C"_s);
}

void ConflictsTest::aChoiceIsUndone_data()
{
    QTest::addColumn<Choice>("choice");
    QTest::addColumn<bool>("deleted");
    QTest::addColumn<QString>("chosen"); // names of what is shown on the day
    QTest::addColumn<QString>("undone");
    QTest::newRow("mine becomes theirs") << Choice::Mine << false << u"B"_s << u"C"_s;
    QTest::newRow("theirs becomes mine") << Choice::Theirs << false << u"C"_s << u"B"_s;
    QTest::newRow("both become mine alone") << Choice::Both << false << u"B C"_s << u"B"_s;
    QTest::newRow("a deletion is taken back") << Choice::Mine << true << QString() << u"C"_s;
    QTest::newRow("what stayed is deleted") << Choice::Theirs << true << u"C"_s << QString();
}

void ConflictsTest::aChoiceIsUndone()
{
    QFETCH(Choice, choice);
    QFETCH(bool, deleted);
    QFETCH(QString, chosen);
    QFETCH(QString, undone);
    if (deleted)
        QVERIFY(Planner(*m_store).remove({m_id}).ok());
    else
        rename(u"B"_s);
    pull(there(u"C"_s));
    const auto names = [this] {
        QStringList list;
        for (const auto &event : m_store->events({day, day}))
            list.append(event.name);
        return list.join(u' ');
    };
    QSignalSpy turned(m_store.get(), &Store::historyChanged);
    QVERIFY(m_store->resolve(m_store->conflicts(), choice).ok());
    QCOMPARE(names(), chosen);
    QVERIFY(turned.count() > 0);
    QCOMPARE(m_store->undoable()->verb, store::Verb::Choose);
    QVERIFY(m_store->undo().ok());
    QCOMPARE(names(), undone);
    QVERIFY(m_store->redo().ok());
    QCOMPARE(names(), chosen);
}

void ConflictsTest::whatGaveWayIsTold_data()
{
    QTest::addColumn<QJsonObject>("news");
    QTest::addColumn<bool>("locked");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("a coach locks it") << QJsonObject {{u"athlete_cannot_edit"_s, true}} << true
                                      << QStringList {u"icu_training_load"_s};
    QTest::newRow("a text of theirs decides the load") << QJsonObject {{u"description"_s, u"- 1h Z2"_s},
        {u"icu_training_load"_s, 50}} << false << QStringList {u"icu_training_load"_s};
}

void ConflictsTest::whatGaveWayIsTold()
{
    QFETCH(QJsonObject, news);
    QFETCH(bool, locked);
    QFETCH(QStringList, fields);
    auto event = *m_store->event(m_id);
    event.load = 77;
    QVERIFY(Planner(*m_store).edit(m_id, event).ok());
    QList<store::GivenWay> told;
    connect(m_store.get(), &Store::gaveWay, this, [&told](const QList<store::GivenWay> &items) { told = items; });
    QJsonObject record = there(u"A"_s, u"red"_s);
    for (auto it = news.begin(); it != news.end(); ++it)
        record.insert(it.key(), it.value());
    pull(record);
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().name, u"A"_s);
    QCOMPARE(told.first().locked, locked);
    QStringList gone;
    for (const auto &field : told.first().fields)
        gone.append(field.field);
    QCOMPARE(gone, fields);
    QCOMPARE(told.first().fields.first().mine, QJsonValue(77));
    QCOMPARE(m_store->waitingEdits(), 0);
}

MICROCYCLE_CORE_TEST(ConflictsTest)
#include "tst_conflicts.moc"
