// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/profile.h"
#include "tests/models/workout/wording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

domain::SportSettings run()
{
    domain::SportSettings settings;
    settings.types = {u"Run"_s};
    settings.thresholdPaceMps = 4;
    settings.lthrBpm = 170;
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {120, 140, 160, 175, 190};
    return settings;
}

}

/// The small drawing of a workout.
class WorkoutProfileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aProfileHasTheHeightsOfTheWorkout();
    void aProfileSurvivesItsEncoding();
    void aProfileStaysSmall();
    void damagedProfilesAreNothing_data();
    void damagedProfilesAreNothing();
};

void WorkoutProfileTest::aProfileHasTheHeightsOfTheWorkout()
{
    const Profile ride = profile(parse(u"2x\n- 3m 115%\n- 3m ramp 50-40%\n\n- 1m"_s), support::rideAt(200));
    const Bar high {180, 115, 115, 5};
    const Bar low {180, 50, 40, 1};
    QCOMPARE(ride, (Profile {high, low, high, low, {60, 40, 40, 0}}));
    const Profile running = profile(parse(u"- 10m 90% Pace\n- 10m 100% LTHR"_s), run());
    QCOMPARE(running, (Profile {{600, 90, 90, 3}, {600, 100, 100, 4}}));
    QVERIFY(profile(parse(u"words"_s), run()).isEmpty());
}

void WorkoutProfileTest::aProfileSurvivesItsEncoding()
{
    const Profile shape = profile(parse(u"9x\n- 3m 115%\n- 3m ramp 50-40%"_s), support::rideAt(200));
    QCOMPARE(shape.size(), 18);
    QCOMPARE(decode(encode(shape)), shape);
    QVERIFY(encode({}).isEmpty());
}

void WorkoutProfileTest::aProfileStaysSmall()
{
    for (const auto &text : {u"100x\n- 30s 130%\n- 30s 50%"_s,
             u"900x\n- 30s 130%\n- 30s 50%"_s,
             u"9999x\n"_s + u"- 30s 130%\n- 30s 50%\n"_s.repeated(499)}) {
        const auto workout = parse(text);
        const Profile shape = profile(workout, support::rideAt(250));
        QVERIFY(!shape.isEmpty() && shape.size() <= 120);
        double seconds = 0;
        double expected = 0;
        for (const auto &bar : shape)
            seconds += double(bar.seconds);
        for (const auto &step : workout.blocks.first().steps)
            expected += double(step.duration->count()) * workout.blocks.first().reps;
        QVERIFY(std::abs(seconds - expected) <= expected / 1000);
        QCOMPARE(shape.first().startPercent, quint8(90));
    }
}

void WorkoutProfileTest::damagedProfilesAreNothing_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const QByteArray whole = encode(profile(parse(u"- 3m 115%\n- 3m 50%"_s), support::rideAt(200)));
    QVERIFY(!decode(whole).isEmpty());
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("nonsense");
    QTest::newRow("cut short") << whole.chopped(1);
    QTest::newRow("too long") << whole + 'x';
    QTest::newRow("a time that is no number") << QByteArray(whole).replace(1, 4, QByteArray::fromHex("7fc00000"));
    QTest::newRow("a time below zero") << QByteArray(whole).replace(1, 4, QByteArray::fromHex("bf800000"));
    QTest::newRow("a zone that is none") << QByteArray(whole).replace(7, 1, QByteArray::fromHex("08"));
    QTest::newRow("more bars than are made") << QByteArray(1, char(200)) + QByteArray(200 * 7, '\0');
}

void WorkoutProfileTest::damagedProfilesAreNothing()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(decode(bytes), Profile());
}

MICROCYCLE_CORE_TEST(WorkoutProfileTest)
#include "tst_workoutprofile.moc"
