// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/dispatcher.h"
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/items/calendarmodel.h"
#include "models/items/outboxmodel.h"
#include "models/store/entitytable.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using commands::Planner;
using items::OutboxModel;
using items::OutboxState;
using store::Operation;
using store::Outbox;
using store::Store;

/// What waits to be sent, in words, and how the list follows the store.
class OutboxModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void everyGestureIsARowInWords();
    void oneGestureOfManyItemsIsOneRow();
    void everyStateIsSaid_data();
    void everyStateIsSaid();
    void aConflictSaysBothValues_data();
    void aConflictSaysBothValues();
    void eachRefusalIsARowOfItsOwn();
    void foreignWordsArePlainAndShort();
    void filesStandWhereTheyCame();
    void rowsThatStayAreNotTouched();
    void aRefusedCardIsMarkedAtOnce();
    void anUnfollowedListIsReadWhenFollowedAgain();

private:
    const QDate m_tuesday {2026, 3, 10};
    domain::FixedClock m_clock {QDateTime(m_tuesday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    QList<domain::LocalId> m_kept; ///< events that the service has, by name

    [[nodiscard]] std::unique_ptr<OutboxModel> model();
    [[nodiscard]] static QString printed(const OutboxModel &model, bool withState = false);
    [[nodiscard]] QList<store::WaitingEdit> waiting() { return store::waitingEdits(m_store->database()); }
    bool edit(const std::function<void(domain::Event &)> &change);
};

void OutboxModelTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
    QList<QJsonObject> records;
    for (const QString &name : {u"Easy"_s, u"Tempo run 3×8"_s}) {
        records.append({{u"id"_s, int(records.size()) + 7},
            {u"name"_s, name},
            {u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Run"_s},
            {u"start_date_local"_s, u"2026-03-10T00:00:00"_s}});
    }
    QVERIFY(store::RemoteFold(*m_store).events({m_tuesday, m_tuesday}, records).ok());
    m_kept.clear();
    for (const auto &event : m_store->events({m_tuesday, m_tuesday}))
        m_kept.append(event.id);
}

std::unique_ptr<OutboxModel> OutboxModelTest::model()
{
    const auto field = [](const QString &key) { return key == "weight"_L1 ? u"weight"_s : QString(); };
    return std::make_unique<OutboxModel>(
        *m_store, items::OutboxWords(QLocale(QLocale::English, QLocale::UnitedKingdom), field));
}

QString OutboxModelTest::printed(const OutboxModel &model, bool withState)
{
    QStringList lines;
    for (int i = 0; i < model.rowCount(); ++i) {
        const QString state = model.index(i).data(items::OutboxStateTextRole).toString();
        lines.append(model.index(i).data().toString() + (withState ? u" / "_s + state : QString()));
    }
    return lines.join(u'\n');
}

bool OutboxModelTest::edit(const std::function<void(domain::Event &)> &change)
{
    auto event = *m_store->event(m_kept.last());
    change(event);
    return Planner(*m_store).edit(m_kept.last(), event).ok();
}

void OutboxModelTest::everyGestureIsARowInWords()
{
    Planner planner(*m_store);
    const auto list = model();
    const QAbstractItemModelTester tester(list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(planner.move({m_kept.last()}, 2).ok());
    auto day = m_store->wellness(QDate(2026, 3, 3));
    day.weightKg = 71.5;
    QVERIFY(commands::WellnessLog(*m_store).set(day).ok());
    QVERIFY(planner.remove({m_kept.first()}).ok());
    domain::Event event;
    event.category = domain::Category::Workout;
    event.name = u"Long ride"_s;
    event.type = u"Ride"_s;
    event.start = {QDate(2026, 3, 15), {}};
    QVERIFY(planner.create(event).ok());
    QVERIFY(commands::Librarian(*m_store).createFolder(u"Bike"_s, domain::FolderType::Folder).ok());
    QTRY_COMPARE(list->rowCount(), 5);
    QCOMPARE(printed(*list),
        u"Moved “Tempo run 3×8” from Tue 10 Mar to Thu 12 Mar\n"
        "Changed weight of Tue 3 Mar\n"
        "Deleted “Easy” of Tue 10 Mar\n"
        "Created “Long ride” on Sun 15 Mar\n"
        "Created the folder “Bike”"_s);
    QCOMPARE(list->index(0).data(items::OutboxEntityRole).toString(), m_kept.last().value);
    QVERIFY2(list->index(2).data(items::OutboxEntityRole).toString().isEmpty(), "what is deleted cannot be opened");
    QCOMPARE(list->index(0).data(Qt::AccessibleTextRole).toString(),
        u"Moved “Tempo run 3×8” from Tue 10 Mar to Thu 12 Mar. Saved here, not sent yet"_s);
}

void OutboxModelTest::oneGestureOfManyItemsIsOneRow()
{
    const auto list = model();
    QVERIFY(Planner(*m_store).move(m_kept, 7).ok());
    QTRY_COMPARE(printed(*list), u"Moved “Easy” and 1 more"_s);
    QCOMPARE(list->index(0).data(items::OutboxSequencesRole).value<QList<qint64>>().size(), 2);
    QVERIFY(m_store->undo().ok());
    QTRY_COMPARE(list->rowCount(), 0);
    QVERIFY(edit([](domain::Event &event) { event.name = u"Harder"_s; }));
    QTRY_COMPARE(printed(*list), u"Renamed “Tempo run 3×8” to “Harder”"_s);
    QVERIFY(edit([](domain::Event &event) { event.load = 80; }));
    QTRY_COMPARE(printed(*list), u"Changed the load and the name of “Harder” on Tue 10 Mar"_s);
    QVERIFY(edit([](domain::Event &event) {
        event.color = u"red"_s;
        event.movingTime = std::chrono::hours(1);
    }));
    QTRY_COMPARE(printed(*list), u"Changed “Harder” of Tue 10 Mar"_s);
}

void OutboxModelTest::everyStateIsSaid_data()
{
    QTest::addColumn<Operation::State>("state");
    QTest::addColumn<QString>("words");
    using enum Operation::State;
    QTest::newRow("kept here") << Queued << u"Saved here, not sent yet"_s;
    QTest::newRow("on its way") << Inflight << u"Sending"_s;
    QTest::newRow("nobody knows") << Unknown << u"No answer came. It is checked before it is sent again."_s;
    QTest::newRow("for its time") << Waiting << u"Waits until 10:05"_s;
    QTest::newRow("refused with the reason") << Rejected << u"Refused: the day is too far away"_s;
    QTest::newRow("somebody was faster") << Conflict << u"Changed elsewhere too. Choose what stands."_s;
}

void OutboxModelTest::everyStateIsSaid()
{
    QFETCH(Operation::State, state);
    QVERIFY(Planner(*m_store).move({m_kept.last()}, 2).ok());
    Outbox outbox(m_store->database());
    const auto operation = waiting().first().operation;
    if (state == Operation::State::Waiting)
        QVERIFY(outbox.retryAt(operation, QDateTime(m_tuesday, QTime(9, 5), Qt::UTC), 503));
    else
        QVERIFY(outbox.setState(operation, state, 422, u" the day is\ntoo far away. "_s));
    QTEST(model()->index(0).data(items::OutboxStateTextRole).toString(), "words");
}

void OutboxModelTest::aConflictSaysBothValues_data()
{
    QTest::addColumn<bool>("removed");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("spoken");
    QTest::addColumn<QString>("sides");
    QTest::addColumn<bool>("copies");
    QTest::newRow("a field that both changed")
        << false << u"Changed elsewhere too. Choose what stands."_s
        << u"Changed elsewhere too: the name (“Harder” here, “Easier” there)"_s << u"Name: Harder / Easier"_s << true;
    QTest::newRow("deleted here, changed there")
        << true << u"Deleted here, but changed elsewhere meanwhile. Choose what stands."_s
        << u"Deleted here, but changed elsewhere meanwhile. Choose what stands."_s << QString() << false;
}

void OutboxModelTest::aConflictSaysBothValues()
{
    QFETCH(bool, removed);
    const domain::LocalId id = m_kept.last();
    QVERIFY(
        removed ? Planner(*m_store).remove({id}).ok() : edit([](domain::Event &event) { event.name = u"Harder"_s; }));
    QJsonObject theirs = store::EntityTable(m_store->database()).find(id)->base;
    theirs.insert(u"name"_s, u"Easier"_s);
    theirs.insert(u"updated"_s, u"later"_s);
    QVERIFY(store::RemoteFold(*m_store).events({m_tuesday, m_tuesday}, {theirs}).ok());
    const auto list = model();
    const QModelIndex row = list->refusedOf(id);
    QVERIFY(row.isValid());
    QCOMPARE(items::OutboxState(row.data(items::OutboxStateRole).toInt()), items::OutboxState::Conflict);
    QTEST(row.data(items::OutboxStateTextRole).toString(), "words");
    QFETCH(QString, spoken);
    QVERIFY(row.data(Qt::AccessibleTextRole).toString().endsWith(spoken));
    QStringList sides;
    for (const auto &each : row.data(items::OutboxDifferencesRole).value<QList<items::FieldDifference>>())
        sides.append(u"%1: %2 / %3"_s.arg(each.field, each.before, each.after));
    QTEST(sides.join(u'\n'), "sides");
    QTEST(row.data(items::OutboxCopiesRole).toBool(), "copies");
}

void OutboxModelTest::eachRefusalIsARowOfItsOwn()
{
    QVERIFY(Planner(*m_store).move(m_kept, 2).ok());
    const auto list = model();
    QVERIFY(!list->refusedOf(m_kept.last()).isValid());
    QVERIFY(Outbox(m_store->database()).setState(waiting().last().operation, Operation::State::Rejected, 422, {}));
    m_store->announceOutbox();
    QTRY_COMPARE(list->rowCount(), 2);
    QCOMPARE(printed(*list, true),
        u"Moved “Easy” from Tue 10 Mar to Thu 12 Mar / Saved here, not sent yet\n"
        "Moved “Tempo run 3×8” from Tue 10 Mar to Thu 12 Mar / Refused without a reason (422)"_s);
    QCOMPARE(list->refusedOf(m_kept.last()).row(), 1);
}

void OutboxModelTest::foreignWordsArePlainAndShort()
{
    QVERIFY(edit([](domain::Event &event) { event.name = u"<b>Bold</b>\nname"_s; }));
    QVERIFY(Outbox(m_store->database())
                .setState(waiting().first().operation, Operation::State::Rejected, 422, QString(500, u'x')));
    const auto list = model();
    QVERIFY(list->index(0).data().toString().contains(u"“<b>Bold</b> name”"_s));
    const QString state = list->index(0).data(items::OutboxStateTextRole).toString();
    QVERIFY2(state.size() < 220 && state.endsWith(u'…'), qPrintable(state));
}

void OutboxModelTest::filesStandWhereTheyCame()
{
    QVERIFY(Planner(*m_store).move({m_kept.first()}, 1).ok());
    const auto list = model();
    const QAbstractItemModelTester tester(list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QDateTime now = m_clock.now();
    list->setFiles({{u"1"_s, u"ride.fit"_s, now.addSecs(-60), true, false, {}},
        {u"2"_s, u"notes.txt"_s, now.addSecs(60), false, true, u"Not an activity."_s}});
    QCOMPARE(printed(*list, true),
        u"Upload of ride.fit / Sending\n"
        "Moved “Easy” from Tue 10 Mar to Wed 11 Mar / Saved here, not sent yet\n"
        "Upload of notes.txt / Refused: Not an activity"_s);
    QCOMPARE(list->index(2).data(items::OutboxFileRole).toString(), u"2"_s);
    list->setFiles({});
    QCOMPARE(list->rowCount(), 1);
}

void OutboxModelTest::rowsThatStayAreNotTouched()
{
    Planner planner(*m_store);
    QVERIFY(planner.move({m_kept.first()}, 1).ok() && planner.move({m_kept.last()}, 1).ok());
    const auto list = model();
    const QAbstractItemModelTester tester(list.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QPersistentModelIndex second = list->index(1);
    QSignalSpy reset(list.get(), &OutboxModel::modelReset);
    QSignalSpy changed(list.get(), &OutboxModel::dataChanged);
    const auto sequences = list->index(0).data(items::OutboxSequencesRole).value<QList<qint64>>();
    QVERIFY(commands::Dispatcher(*m_store).discard(sequences).ok());
    QTRY_COMPARE(list->rowCount(), 1);
    QVERIFY(second.isValid());
    QCOMPARE(second.row(), 0);
    QCOMPARE(reset.count() + changed.count(), 0);
}

void OutboxModelTest::aRefusedCardIsMarkedAtOnce()
{
    items::FitnessTimeline timeline(*m_store);
    items::CalendarModel calendar(*m_store, timeline, QLocale::c());
    QVERIFY(Planner(*m_store).move({m_kept.last()}, 1).ok());
    const auto mark = [&] { return calendar.day(m_tuesday.addDays(1)).cards.first().mark; };
    QCOMPARE(mark(), store::Mark::Waiting);
    QVERIFY(Outbox(m_store->database()).setState(waiting().first().operation, Operation::State::Rejected, 422, {}));
    m_store->announce({{m_kept.last()}, {}, false, false});
    QCOMPARE(mark(), store::Mark::Refused);
    QVERIFY(commands::Dispatcher(*m_store).retryAll().ok());
    QCOMPARE(mark(), store::Mark::Waiting);
}

void OutboxModelTest::anUnfollowedListIsReadWhenFollowedAgain()
{
    const auto list = model();
    list->setFollowed(false);
    QVERIFY(Planner(*m_store).move({m_kept.first()}, 1).ok());
    QCoreApplication::processEvents();
    QCOMPARE(list->rowCount(), 0);
    list->setFollowed(true);
    QCOMPARE(list->rowCount(), 1);
}

MICROCYCLE_CORE_TEST(OutboxModelTest)
#include "tst_outboxmodel.moc"
