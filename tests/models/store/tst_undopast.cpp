// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/models/store/deeds.h"
#include "tests/support/plannedride.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using commands::Planner;
using store::RemoteFold;
using store::Store;
using support::plannedRide;
using support::rideDay;

/// Undo of what is no longer as the edit left it: it touches nothing that somebody else wrote since.
class UndoPastTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_store = samples::knownStore(m_clock); }
    void whatSomebodyElseWroteSinceStays();
    void theOtherFieldGoesBack();
    void whatIsGoneSinceHasNothingToUndo();
    void ofSeveralTheOthersGoBack();
    void aCreationThatIsGoneIsNotDeletedAgain();
    void onlyTypingOnIsOneStep();

private:
    const QString m_later = u"2026-03-02T00:00:00"_s;
    const domain::FixedClock m_clock {QDateTime(rideDay, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
};

void UndoPastTest::whatSomebodyElseWroteSinceStays()
{
    QVERIFY(samples::rename(*m_store, 9, u"Before"_s));
    QVERIFY(samples::rename(*m_store, 7, u"Mine"_s));
    while (m_store->waitingEdits() > 0) {
        const auto id = samples::next(*m_store).id;
        QJsonObject answer = domain::toJson(*m_store->event(id));
        answer.insert(u"updated"_s, m_later);
        QVERIFY(samples::confirm(*m_store, answer));
    }
    QVERIFY(samples::pull(*m_store, {plannedRide(7, u"Theirs"_s, u"2026-03-03T00:00:00"_s)}));
    const auto undone = m_store->undo();
    QVERIFY(!undone.ok());
    QCOMPARE(undone.error().kind, domain::Error::Kind::Conflict);
    QCOMPARE(undone.error().item, u"Mine"_s); // as the edit called it
    QCOMPARE(m_store->event(samples::known(*m_store, 7))->name, u"Theirs"_s);
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(m_store->undo().ok()); // and does not stand in the way of the step before
    QCOMPARE(m_store->event(samples::known(*m_store, 9))->name, u"C"_s);
}

void UndoPastTest::theOtherFieldGoesBack()
{
    const auto id = samples::known(*m_store, 7);
    auto event = *m_store->event(id);
    event.name = u"Mine"_s;
    event.color = u"blue"_s;
    QVERIFY(Planner(*m_store).edit(id, event).ok());
    QJsonObject answer = plannedRide(7, u"Mine"_s, m_later);
    answer.insert(u"color"_s, u"blue"_s);
    QVERIFY(samples::confirm(*m_store, answer));
    answer.insert(u"name"_s, u"Theirs"_s);
    answer.insert(u"updated"_s, u"2026-03-03T00:00:00"_s);
    QVERIFY(samples::pull(*m_store, {answer}));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->event(id)->name, u"Theirs"_s);
    QVERIFY(m_store->event(id)->color.isEmpty());
    QCOMPARE(samples::next(*m_store).patch.changes.keys(), QStringList {u"color"_s});
}

void UndoPastTest::whatIsGoneSinceHasNothingToUndo()
{
    QVERIFY(samples::rename(*m_store, 7, u"Mine"_s));
    QVERIFY(samples::confirm(*m_store, plannedRide(7, u"Mine"_s, m_later)));
    QVERIFY(RemoteFold(*m_store).vanished(samples::known(*m_store, 7)).ok());
    QVERIFY(!m_store->undo().ok());
    QCOMPARE(m_store->events({rideDay, rideDay}).size(), 1);
    QCOMPARE(m_store->waitingEdits(), 0);
    QVERIFY(!m_store->undoable().has_value());
}

void UndoPastTest::ofSeveralTheOthersGoBack()
{
    QVERIFY(Planner(*m_store).move({samples::known(*m_store, 7), samples::known(*m_store, 9)}, 1).ok());
    QJsonObject elsewhere = plannedRide(7, u"A"_s, m_later);
    elsewhere.insert(u"start_date_local"_s, u"2026-03-13T00:00:00"_s);
    QVERIFY(samples::confirm(*m_store, elsewhere));
    elsewhere.insert(u"start_date_local"_s, u"2026-03-12T00:00:00"_s);
    elsewhere.insert(u"updated"_s, u"2026-03-03T00:00:00"_s);
    QVERIFY(samples::pull(*m_store, {elsewhere})); // somebody moved it back already
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->events({rideDay, rideDay}).size(), 2);
    QCOMPARE(m_store->waitingEdits(), 0);
}

void UndoPastTest::aCreationThatIsGoneIsNotDeletedAgain()
{
    domain::Event event;
    event.category = domain::Category::Note;
    event.name = u"New"_s;
    event.start = {rideDay, {}};
    const auto id = *Planner(*m_store).create(event);
    QJsonObject answer = domain::toJson(*m_store->event(id));
    answer.insert(u"id"_s, 11);
    QVERIFY(samples::confirm(*m_store, answer));
    QVERIFY(RemoteFold(*m_store).vanished(id).ok());
    QVERIFY(!m_store->undo().ok());
    QCOMPARE(m_store->waitingEdits(), 0);
}

void UndoPastTest::onlyTypingOnIsOneStep()
{
    const auto ride = samples::known(*m_store, 7);
    const auto other = samples::known(*m_store, 9);
    Planner planner(*m_store);
    const auto days = [&] {
        return QStringList {m_store->event(ride)->start.toString(), m_store->event(other)->start.toString()};
    };
    QList<QStringList> steps {days()};
    for (const auto &moved : {QList {ride}, QList {other}, QList {ride, other}, QList {ride}}) {
        QVERIFY(planner.move(moved, 1).ok());
        steps.append(days());
    }
    for (qsizetype step = steps.size() - 2; step >= 0; --step) {
        QVERIFY(m_store->undo().ok());
        QCOMPARE(days(), steps.at(step));
    }
    QVERIFY(samples::rename(*m_store, 7, u"B"_s) && samples::rename(*m_store, 7, u"BC"_s));
    QVERIFY(m_store->undo().ok());
    QCOMPARE(m_store->event(ride)->name, u"A"_s);
}

MICROCYCLE_CORE_TEST(UndoPastTest)
#include "tst_undopast.moc"
