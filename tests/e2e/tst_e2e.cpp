// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desk.h"
#include "tests/e2e/recorded.h"
#include "tests/e2e/service.h"

using namespace Qt::StringLiterals;
using e2e::eventually;
using e2e::Node;
using e2e::settled;

namespace {

qint64 idOf(const QJsonObject &event)
{
    return event.value("id"_L1).toInteger();
}

}

/// One person's afternoon: the program is used with mouse and keyboard, and what came of it is read from the server.
/// Each chapter has workouts of its own, so that none depends on what another has done.
class StoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void aDragMovesAWorkoutThreeDaysAndNothingElse();
    void undoAndRedoReachTheService();
    void theKeyboardAloneMovesAWorkout();
    void theInspectorChangesNameAndDuration();
    void aWorkoutIsPlannedDeletedAndBroughtBack();
    void wellnessIsEnteredByKeyboard();
    void whatWasSavedOfflineSurvivesAKill();

private:
    /// A workout that is planned in the week after this one, and what the server says of it.
    struct Planned {
        QString name;
        QDate day;
        qint64 id = 0;
    };

    [[nodiscard]] Planned planned(int chapter) const;

    e2e::Desk m_desk;
    std::unique_ptr<e2e::Service> m_service;
    QDate m_today = QDate::currentDate();
    QDate m_monday = m_today.addDays(8 - m_today.dayOfWeek()); ///< of the week after this one
    QList<Planned> m_planned;
};

void StoryTest::initTestCase()
{
    const QString failure = m_desk.open();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_service = std::make_unique<e2e::Service>(m_desk.stage().environment(), m_desk.stage().path(u"service"_s));
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));

    for (const auto &event : m_service->events(m_monday, m_monday)) // a rest day to plan on
        QCOMPARE(m_service->cli({u"events"_s, u"delete"_s, QString::number(idOf(event.toObject()))}).code, 0);
    QJsonArray bodies;
    const QList<e2e::Recorded> workouts = e2e::recordedWorkouts();
    for (qsizetype i = 0; i < workouts.size(); ++i) {
        // Tuesday to Thursday: two a day in the first week, where the chapters happen, then one
        const qsizetype place = i < 6 ? i % 3 : i - 3;
        const QDate day = m_monday.addDays(7 * (place / 3) + 1 + place % 3);
        m_planned.append({workouts.at(i).name, day, 0});
        bodies.append(QJsonObject {{u"category"_s, u"WORKOUT"_s},
            {u"start_date_local"_s, day.toString(Qt::ISODate)},
            {u"type"_s, workouts.at(i).sport},
            {u"name"_s, workouts.at(i).name},
            {u"description"_s, QString::fromUtf8(workouts.at(i).text)}});
    }
    const auto made = m_service->cli({u"events"_s, u"create"_s, u"--bulk"_s}, QJsonDocument(bodies).toJson());
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.array().size(), m_planned.size());
    for (qsizetype i = 0; i < m_planned.size(); ++i)
        m_planned[i].id = idOf(made.array().at(i).toObject());

    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    if (!programFailure.isEmpty())
        m_desk.photograph(QTest::currentTestFunction());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));
    QVERIFY(eventually([&] { return m_desk.card(planned(0).day, planned(0).name).exists(); }));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
}

void StoryTest::cleanup()
{
    if (QTest::currentTestFailed())
        m_desk.photograph(QTest::currentTestFunction());
}

void StoryTest::cleanupTestCase()
{
    m_desk.stopProgram();
    if (m_service)
        m_service->stop();
}

/// The chapters share the first six workouts, each has one of its own.
StoryTest::Planned StoryTest::planned(int chapter) const
{
    return m_planned.at(chapter);
}

void StoryTest::aDragMovesAWorkoutThreeDaysAndNothingElse()
{
    const Planned workout = planned(0);
    const QJsonObject before = m_service->event(workout.id);
    const QJsonArray othersBefore = m_service->events(m_monday.addDays(-21), m_monday.addDays(60));
    const Node from = m_desk.card(workout.day, workout.name);
    QVERIFY(from.exists());
    m_desk.hands().drag(from.middle(), m_desk.dayCell(workout.day.addDays(3)).middle());

    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day.addDays(3)), workout.day.addDays(3));
    const QJsonObject after = m_service->event(workout.id);
    QCOMPARE(e2e::differences(before, after), (QStringList {u"end_date_local"_s, u"start_date_local"_s}));
    QVERIFY(eventually([&] { return m_desk.card(workout.day.addDays(3), workout.name).exists(); }));
    QVERIFY(!m_desk.card(workout.day, workout.name).exists());

    QHash<qint64, QJsonObject> others;
    for (const auto &event : othersBefore)
        others.insert(idOf(event.toObject()), event.toObject());
    const QJsonArray othersAfter = m_service->events(m_monday.addDays(-21), m_monday.addDays(60));
    QCOMPARE(othersAfter.size(), othersBefore.size());
    for (const auto &event : othersAfter) {
        if (idOf(event.toObject()) != workout.id)
            QCOMPARE(e2e::differences(others.value(idOf(event.toObject())), event.toObject()), QStringList());
    }
}

void StoryTest::undoAndRedoReachTheService()
{
    const Planned workout = planned(1);
    m_desk.hands().drag(
        m_desk.card(workout.day, workout.name).middle(), m_desk.dayCell(workout.day.addDays(3)).middle());
    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day.addDays(3)), workout.day.addDays(3));
    m_desk.hands().keys({u"ctrl+z"_s});
    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day), workout.day);
    m_desk.hands().keys({u"ctrl+shift+z"_s});
    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day.addDays(3)), workout.day.addDays(3));
}

void StoryTest::theKeyboardAloneMovesAWorkout()
{
    const Planned workout = planned(2);
    m_desk.hands().keys({u"Escape"_s, u"ctrl+Home"_s}); // nothing is selected, so that the focused card is meant
    QVERIFY(eventually([&] { return m_desk.dayCell(m_today).is(Node::Focused); }));
    QStringList walk(int(m_today.daysTo(workout.day)) / 7, u"Down"_s);
    walk += QStringList(int(m_today.daysTo(workout.day)) % 7, u"Right"_s);
    m_desk.hands().keys(walk);
    QVERIFY(eventually([&] { return m_desk.dayCell(workout.day).is(Node::Focused); }));
    QVERIFY2(m_desk.card(workout.day, workout.name).exists(), qPrintable(workout.name));
    const qsizetype most = m_desk.dayCell(workout.day).children().size();
    for (qsizetype i = 0; i < most && !m_desk.card(workout.day, workout.name).is(Node::Focused); ++i)
        m_desk.hands().keys({u"Tab"_s});
    QVERIFY(eventually([&] { return m_desk.card(workout.day, workout.name).is(Node::Focused); }));
    m_desk.hands().keys({u"alt+Right"_s});
    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day.addDays(1)), workout.day.addDays(1));
}

void StoryTest::theInspectorChangesNameAndDuration()
{
    const Planned workout = planned(3);
    const QJsonObject before = m_service->event(workout.id);
    QVERIFY(eventually([&] { return m_desk.card(workout.day, workout.name).exists(); }));
    m_desk.hands().doubleClick(m_desk.card(workout.day, workout.name).middle());
    QVERIFY(eventually([&] { return m_desk.isFocused(u"Name"_s); }));
    m_desk.enter(m_desk.field(u"Name"_s), u"Hard but fair"_s);
    QCOMPARE(settled([&] { return m_service->event(workout.id).value("name"_L1).toString(); }, u"Hard but fair"_s),
        u"Hard but fair"_s);
    m_desk.enter(m_desk.field(u"Duration"_s), u"1:25"_s);
    QCOMPARE(settled([&] { return m_service->event(workout.id).value("moving_time"_L1).toInt(); }, 85 * 60), 85 * 60);
    const QJsonObject after = m_service->event(workout.id);
    QCOMPARE(after.value("description"_L1), before.value("description"_L1));
    QCOMPARE(after.value("start_date_local"_L1), before.value("start_date_local"_L1));
    m_desk.hands().keys({u"Escape"_s});
    QVERIFY(eventually([&] { return !m_desk.field(u"Duration"_s).exists(); }));
}

void StoryTest::aWorkoutIsPlannedDeletedAndBroughtBack()
{
    const QDate day = m_monday;
    QVERIFY(m_desk.dayCell(day).exists());
    QVERIFY(m_desk.dayCell(day).children().isEmpty());
    const QString name = u"Fresh air"_s;
    m_desk.hands().doubleClick(m_desk.dayCell(day).middle());
    QVERIFY(eventually([&] { return m_desk.isFocused(u"Name"_s); }));
    m_desk.hands().type(name);
    m_desk.hands().keys({u"Return"_s});
    QVERIFY(eventually([&] { return !m_service->eventNamed(name, day).isEmpty(); }));
    m_desk.enter(m_desk.field(u"Duration"_s), u"0:45"_s);
    QCOMPARE(
        settled([&] { return m_service->eventNamed(name, day).value("moving_time"_L1).toInt(); }, 45 * 60), 45 * 60);
    m_desk.hands().keys({u"Escape"_s});

    QVERIFY(eventually([&] { return !m_desk.field(u"Duration"_s).exists(); }));
    m_desk.hands().click(m_desk.card(day, name).middle());
    QVERIFY(eventually([&] { return m_desk.card(day, name).is(Node::Selected); }));
    m_desk.hands().keys({u"Delete"_s});
    QVERIFY(eventually([&] { return m_service->eventNamed(name, day).isEmpty(); }));
    QVERIFY(!m_desk.card(day, name).exists());
    m_desk.hands().keys({u"ctrl+z"_s});
    QCOMPARE(
        settled([&] { return m_service->eventNamed(name, day).value("moving_time"_L1).toInt(); }, 45 * 60), 45 * 60);
    QVERIFY(m_desk.card(day, name).exists());
}

void StoryTest::wellnessIsEnteredByKeyboard()
{
    m_desk.hands().keys({u"ctrl+3"_s});
    QVERIFY(eventually([&] { return m_desk.field(u"Weight"_s).exists(); }));
    QVERIFY(m_desk.tabTo(u"Weight"_s));
    m_desk.hands().keys({u"ctrl+a"_s});
    m_desk.hands().type(u"71.4"_s);
    m_desk.hands().keys({u"Return"_s});
    QCOMPARE(settled([&] { return m_service->wellness(m_today).value("weight"_L1).toDouble(); }, 71.4), 71.4);
    QVERIFY(m_desk.tabTo(u"Sleep quality"_s));
    m_desk.hands().keys({u"3"_s});
    QCOMPARE(settled([&] { return m_service->wellness(m_today).value("sleepQuality"_L1).toInt(); }, 3), 3);
    m_desk.hands().keys({u"ctrl+1"_s});
    QVERIFY(eventually([&] { return m_desk.table().exists(); }));
}

void StoryTest::whatWasSavedOfflineSurvivesAKill()
{
    const Planned workout = planned(4);
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
    m_service->stop();
    QVERIFY(m_desk.card(workout.day, workout.name).exists());
    m_desk.hands().drag(
        m_desk.card(workout.day, workout.name).middle(), m_desk.dayCell(workout.day.addDays(2)).middle());
    QVERIFY(eventually([&] { return m_desk.syncWords().contains(u"1 change"_s); }));
    m_desk.killProgram();

    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));
    QVERIFY(eventually([&] { return m_desk.card(workout.day.addDays(2), workout.name).exists(); }));
    QVERIFY(!m_desk.card(workout.day, workout.name).exists());
    QVERIFY(eventually([&] { return m_desk.syncWords().contains(u"1 change"_s); }));

    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    QCOMPARE(settled([&] { return m_service->dayOf(workout.id); }, workout.day.addDays(2)), workout.day.addDays(2));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
}

MICROCYCLE_STAGE_TEST(StoryTest)

#include "tst_e2e.moc"
