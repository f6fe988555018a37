// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desk.h"
#include "tests/e2e/service.h"

using namespace Qt::StringLiterals;
using e2e::eventually;
using e2e::Node;
using e2e::settled;

/// Work without a server: edits of every kind outlive a kill and arrive once, and what was changed on two sides is
/// decided in the window.
class OfflineStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void tenEditsOutliveAKillAndArriveOnce();
    void whatWasChangedOnTwoSidesIsDecidedInTheWindow();
    void whatWasDeletedComesBackFromTheTrash();

private:
    [[nodiscard]] qint64 idOf(const QString &name) const { return m_ids.value(name); }
    [[nodiscard]] QDate dayNamed(const QString &name) const { return m_monday.addDays(m_names.indexOf(name)); }
    [[nodiscard]] QString nameThere(qint64 id) const { return m_service->event(id).value("name"_L1).toString(); }
    [[nodiscard]] bool waits(int changes) const { return m_desk.syncWords().contains(u"%1 change"_s.arg(changes)); }
    void openInspector(const QString &name);
    void closeInspector();
    void rename(const QString &name, const QString &to);
    void startAgain();
    /// Drags to where the drop has to be agreed on first, so the hand lingers.
    void carry(QPoint from, QPoint to) const;

    e2e::Desk m_desk;
    std::unique_ptr<e2e::Service> m_service;
    QDate m_today = QDate::currentDate();
    QDate m_monday = m_today.addDays(8 - m_today.dayOfWeek()); ///< of the week after this one
    const QStringList m_names {u"Mover"_s, u"Namesake"_s, u"Longer"_s, u"Goner"_s, u"Twin"_s, u"Script"_s, u"Keeper"_s};
    QHash<QString, qint64> m_ids;
};

void OfflineStoryTest::initTestCase()
{
    const QString failure = m_desk.open();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_service = std::make_unique<e2e::Service>(m_desk.stage().environment(), m_desk.stage().path(u"service"_s));
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    for (const auto &event : m_service->events(m_monday, m_monday.addDays(13))) // two empty weeks to work in
        QCOMPARE(
            m_service->cli({u"events"_s, u"delete"_s, QString::number(event.toObject().value("id"_L1).toInteger())})
                .code,
            0);
    QJsonArray bodies;
    for (const QString &name : m_names)
        bodies.append(QJsonObject {{u"category"_s, u"WORKOUT"_s},
            {u"type"_s, u"Ride"_s},
            {u"name"_s, name},
            {u"start_date_local"_s, dayNamed(name).toString(Qt::ISODate)},
            {u"description"_s, u"- 30m 60%"_s}});
    const auto made = m_service->cli({u"events"_s, u"create"_s, u"--bulk"_s}, QJsonDocument(bodies).toJson());
    QCOMPARE(made.err, QByteArray());
    for (const auto &event : made.array())
        m_ids.insert(event.toObject().value("name"_L1).toString(), event.toObject().value("id"_L1).toInteger());
    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));
    QVERIFY(eventually([&] { return m_desk.card(dayNamed(u"Mover"_s), u"Mover"_s).exists(); }));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
}

void OfflineStoryTest::cleanup()
{
    if (QTest::currentTestFailed())
        m_desk.photograph(QTest::currentTestFunction());
}

void OfflineStoryTest::cleanupTestCase()
{
    m_desk.stopProgram();
    if (m_service)
        m_service->stop();
}

void OfflineStoryTest::openInspector(const QString &name)
{
    m_desk.hands().doubleClick(m_desk.card(dayNamed(name), name).middle());
    QVERIFY(eventually([&] { return m_desk.isFocused(u"Name"_s); }));
}

void OfflineStoryTest::closeInspector()
{
    m_desk.hands().keys({u"Escape"_s});
    QVERIFY(eventually([&] { return !m_desk.field(u"Duration"_s).exists(); }));
}

void OfflineStoryTest::rename(const QString &name, const QString &to)
{
    openInspector(name);
    m_desk.enter(m_desk.field(u"Name"_s), to);
    closeInspector();
    QVERIFY(eventually([&] { return m_desk.card(dayNamed(name), to).exists(); }));
}

void OfflineStoryTest::carry(QPoint from, QPoint to) const
{
    m_desk.hands().press(from);
    m_desk.hands().moveTo(from, to);
    for (int i = 0; i < 12; ++i)
        m_desk.hands().moveTo(to, to + QPoint(i % 2 == 0 ? 6 : -6, 4));
    m_desk.hands().moveTo(to, to + QPoint(2, 2));
    m_desk.hands().release();
}

void OfflineStoryTest::startAgain()
{
    m_desk.killProgram();
    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));
}

void OfflineStoryTest::tenEditsOutliveAKillAndArriveOnce()
{
    const e2e::Hands &hands = m_desk.hands();
    const QDate nextMonday = m_monday.addDays(7);
    m_service->stop();
    // 1: moved by a drag
    hands.drag(m_desk.card(m_monday, u"Mover"_s).middle(), m_desk.dayCell(nextMonday).middle());
    QVERIFY(eventually([&] { return m_desk.card(nextMonday, u"Mover"_s).exists(); }));
    QVERIFY(
        eventually([&] { return m_desk.sentence(u"No connection"_s).endsWith(u'.'); })); // the line moves all below it
    // 2: renamed, 3: made longer
    rename(u"Namesake"_s, u"Renamed"_s);
    openInspector(u"Longer"_s);
    m_desk.enter(m_desk.field(u"Duration"_s), u"1:25"_s);
    closeInspector();
    // 4: deleted
    hands.click(m_desk.card(dayNamed(u"Goner"_s), u"Goner"_s).middle());
    hands.keys({u"Delete"_s});
    QVERIFY(eventually([&] { return !m_desk.card(dayNamed(u"Goner"_s), u"Goner"_s).exists(); }));
    // 5: copied and pasted
    hands.click(m_desk.card(dayNamed(u"Twin"_s), u"Twin"_s).middle());
    hands.keys({u"ctrl+c"_s});
    hands.click(m_desk.dayCell(nextMonday.addDays(4)).middle());
    hands.keys({u"ctrl+v"_s});
    QVERIFY(eventually([&] { return m_desk.card(nextMonday.addDays(4), u"Twin"_s).exists(); }));
    // 6: planned
    hands.doubleClick(m_desk.dayCell(nextMonday.addDays(1)).middle());
    QVERIFY(eventually([&] { return m_desk.isFocused(u"Name"_s); }));
    hands.type(u"Planned offline"_s);
    hands.keys({u"Return"_s});
    QVERIFY(eventually([&] { return m_desk.card(nextMonday.addDays(1), u"Planned offline"_s).exists(); }));
    closeInspector();
    // 7: a text, typed where workouts are built
    hands.click(m_desk.card(dayNamed(u"Script"_s), u"Script"_s).middle());
    hands.keys({u"ctrl+Return"_s});
    QVERIFY(eventually([&] { return m_desk.field(u"Workout text"_s).exists(); }));
    hands.click(m_desk.field(u"Workout text"_s).middle());
    hands.keys({u"ctrl+a"_s});
    hands.type(u"- 45m 70%"_s);
    QVERIFY(eventually([&] { return m_desk.thing(u"list item"_s, u"45"_s).exists(); }));
    hands.click(m_desk.thing(u"push button"_s, u"Done"_s).middle());
    QVERIFY(eventually([&] { return m_desk.table().exists(); }));
    // 8: kept in the library
    hands.keys({u"F9"_s});
    QVERIFY(eventually([&] { return m_desk.thing(u"tree item"_s, u"Strength and bricks"_s).exists(); }));
    carry(m_desk.card(dayNamed(u"Keeper"_s), u"Keeper"_s).middle(),
        m_desk.thing(u"tree item"_s, u"Strength and bricks"_s).middle());
    QVERIFY(eventually([&] { return m_desk.thing(u"tree item"_s, u"Keeper"_s).exists(); }));
    hands.keys({u"F9"_s});
    // 9 and 10: weight and sleep
    hands.keys({u"ctrl+3"_s});
    QVERIFY(eventually([&] { return m_desk.field(u"Weight"_s).exists(); }));
    QVERIFY(m_desk.tabTo(u"Weight"_s));
    hands.keys({u"ctrl+a"_s});
    hands.type(u"70.6"_s);
    hands.keys({u"Return"_s});
    QVERIFY(m_desk.tabTo(u"Sleep quality"_s));
    hands.keys({u"2"_s});
    hands.keys({u"ctrl+1"_s});
    // Both fields of one day are told in one change.
    QVERIFY(eventually([&] { return waits(9); }));

    startAgain();
    QVERIFY(eventually([&] { return waits(9); }));
    QVERIFY(eventually([&] { return m_desk.card(nextMonday, u"Mover"_s).exists(); }));
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    m_desk.hands().keys({u"F5"_s});
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));

    QStringList there;
    for (const auto &event : m_service->events(m_monday, m_monday.addDays(13)))
        there.append(event.toObject().value("start_date_local"_L1).toString().left(10) + u' '
            + event.toObject().value("name"_L1).toString());
    there.sort();
    const auto on = [](QDate day, const QString &name) { return day.toString(Qt::ISODate) + u' ' + name; };
    QStringList expected {on(nextMonday, u"Mover"_s),
        on(dayNamed(u"Namesake"_s), u"Renamed"_s),
        on(dayNamed(u"Longer"_s), u"Longer"_s),
        on(dayNamed(u"Twin"_s), u"Twin"_s),
        on(nextMonday.addDays(4), u"Twin"_s),
        on(nextMonday.addDays(1), u"Planned offline"_s),
        on(dayNamed(u"Script"_s), u"Script"_s),
        on(dayNamed(u"Keeper"_s), u"Keeper"_s)};
    expected.sort();
    QCOMPARE(there, expected);
    QCOMPARE(m_service->event(idOf(u"Longer"_s)).value("moving_time"_L1).toInt(), 85 * 60);
    QCOMPARE(m_service->event(idOf(u"Script"_s)).value("description"_L1).toString().trimmed(), u"- 45m 70%"_s);
    QCOMPARE(m_service->cli({u"library"_s, u"list"_s}).out.count("Keeper"), 1);
    QCOMPARE(m_service->wellness(m_today).value("weight"_L1).toDouble(), 70.6);
    QCOMPARE(m_service->wellness(m_today).value("sleepQuality"_L1).toInt(), 2);
}

void OfflineStoryTest::whatWasChangedOnTwoSidesIsDecidedInTheWindow()
{
    const qint64 both = idOf(u"Script"_s);
    const qint64 apart = idOf(u"Keeper"_s);
    m_service->stop();
    QVERIFY(eventually([&] { return m_desk.card(dayNamed(u"Script"_s), u"Script"_s).exists(); }));
    m_desk.hands().keys({u"F5"_s});
    QVERIFY(eventually([&] { return m_desk.sentence(u"No connection"_s).endsWith(u'.'); }));
    rename(u"Script"_s, u"Mine"_s);
    rename(u"Keeper"_s, u"Kept name"_s);
    QVERIFY(eventually([&] { return waits(2); }));
    m_desk.killProgram();
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    const auto change = [&](qint64 id, const QJsonObject &keys) {
        return m_service->cli({u"events"_s, u"update"_s, QString::number(id)}, QJsonDocument(keys).toJson()).code;
    };
    QCOMPARE(change(both, {{u"name"_s, u"Theirs"_s}}), 0); // the same field
    QCOMPARE(change(apart, {{u"color"_s, u"red"_s}}), 0); // another one
    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));

    QVERIFY(eventually([&] { return m_desk.sentence(u"\u201cMine\u201d was changed here and on"_s).endsWith(u'.'); }));
    QCOMPARE(settled([&] { return nameThere(apart); }, u"Kept name"_s), u"Kept name"_s);
    QCOMPARE(m_service->event(apart).value("color"_L1).toString(), u"red"_s);
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"1 change waits for your choice"_s); }));
    QCOMPARE(nameThere(both), u"Theirs"_s); // nothing was overwritten meanwhile

    m_desk.hands().click(m_desk.thing(u"push button"_s, u"Choose"_s).middle());
    QVERIFY(eventually([&] { return m_desk.thing(u"push button"_s, u"Take theirs"_s).exists(); }));
    QVERIFY(m_desk.thing(u"list item"_s, u"\u201cMine\u201d here, \u201cTheirs\u201d there"_s).exists());
    m_desk.hands().click(m_desk.thing(u"push button"_s, u"Take theirs"_s).middle());
    QVERIFY(eventually([&] { return m_desk.card(dayNamed(u"Script"_s), u"Theirs"_s).exists(); }));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
    QCOMPARE(nameThere(both), u"Theirs"_s);
    m_desk.hands().keys({u"ctrl+z"_s}); // the other side after all
    QCOMPARE(settled([&] { return nameThere(both); }, u"Mine"_s), u"Mine"_s);
    m_desk.hands().keys({u"Escape"_s});
}

void OfflineStoryTest::whatWasDeletedComesBackFromTheTrash()
{
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
    QVERIFY(m_service->eventNamed(u"Goner"_s, dayNamed(u"Goner"_s)).isEmpty());
    m_desk.hands().keys({u"ctrl+shift+t"_s});
    QVERIFY(eventually([&] { return m_desk.thing(u"list item"_s, u"Goner"_s).exists(); }));
    m_desk.hands().click(m_desk.thing(u"list item"_s, u"Goner"_s).middle());
    QVERIFY(eventually([&] { return m_desk.thing(u"push button"_s, u"Restore: Goner"_s).exists(); }));
    m_desk.hands().click(m_desk.thing(u"push button"_s, u"Restore: Goner"_s).middle());
    QVERIFY(eventually([&] { return !m_service->eventNamed(u"Goner"_s, dayNamed(u"Goner"_s)).isEmpty(); }));
    QVERIFY(m_desk.card(dayNamed(u"Goner"_s), u"Goner"_s).exists());
}

MICROCYCLE_STAGE_TEST(OfflineStoryTest)

#include "tst_e2eoffline.moc"
