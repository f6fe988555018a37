// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/print.h"
#include "tests/models/workout/wording.h"
#include "tests/support/testmain.h"
#include "tests/support/workoutgenerator.h"

#include <random>

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

/// Makes workouts line by line out of words that a person might write, in any order.
class Author
{
public:
    explicit Author(quint32 seed)
        : m_random(seed)
    {
    }

    QString text()
    {
        QString text
            = one({u""_s, u"Some words first.\n\n"_s, u"pool length: 25m\n\n"_s, u"category: Hills\nMore\n"_s});
        const int lines = 3 + below(25);
        for (int i = 0; i < lines; ++i)
            text += line() + u'\n';
        return text;
    }

private:
    int below(int limit) { return int(m_random() % quint32(limit)); }
    QString one(const QStringList &words) { return words.at(below(int(words.size()))); }
    QString value(int most)
    {
        return QString::number(below(most)) + one({u""_s, u""_s, u"."_s + QString::number(1 + below(99))});
    }

    QString line()
    {
        switch (below(9)) {
        case 0:
        case 1:
            return {};
        case 2:
            return one({u"4x"_s, u"Main set 3x"_s, u"Set 12 X"_s, u"1x"_s, u"0x"_s});
        case 3:
            return one({u"Warmup"_s, u"Cool down"_s, u"warm-up"_s, u"just words"_s, u"power: 3s"_s});
        default:
            break;
        }
        QString step = one({u"- "_s, u"-"_s, u"  - "_s});
        const int words = 1 + below(7);
        for (int i = 0; i < words; ++i)
            step += word() + one({u" "_s, u" "_s, u"  "_s});
        return step;
    }

    QString word()
    {
        const QString range = one({QString(), u"-"_s + value(300)});
        const QString number = value(300);
        switch (below(12)) {
        case 0:
            return one({u"Easy"_s,
                u"- hold"_s,
                u"<b>"_s,
                u"Ramp"_s,
                u"7"_s,
                u"don't"_s,
                u"Look 20^up<!>"_s,
                u"97 rpm."_s,
                u"press"_s,
                u"4x"_s});
        case 1:
            return value(90) + one({u"m"_s, u"s"_s, u"h"_s, u"'"_s, u"\""_s, u"m30"_s, u"min"_s, u"m15s"_s});
        case 2:
            return value(50) + one({u"km"_s, u"mtr"_s, u"mi"_s, u"yrd"_s});
        case 3:
            return number + range + u'%' + one({u""_s, u" HR"_s, u" LTHR"_s, u" Pace"_s, u" MMP"_s, u" MMP 5m"_s});
        case 4:
            return number + range + one({u"w"_s, u"bpm"_s, u"rpm"_s, u" rpm"_s, u"rpm,"_s});
        case 5:
            return u'Z' + QString::number(1 + below(9)) + one({u""_s, u"-Z3"_s, u"-4"_s})
                + one({u""_s, u" HR"_s, u" Pace"_s});
        case 6:
            return QString::number(below(9)) + u':' + one({u"05"_s, u"48.5"_s, u"30-3:59"_s})
                + one({u"/km"_s, u"/100m"_s, u"/mi Pace"_s, u" Pace"_s, u"/500m Pace"_s});
        case 7:
            return one({u"ramp"_s,
                u"freeride"_s,
                u"maxeffort"_s,
                u"hidepower"_s,
                u"/hidepower"_s,
                u"press lap"_s,
                u"CZ1"_s,
                u"CZ2-CZ3"_s});
        case 8:
            return one({u"power=3s"_s, u"hr=lap"_s, u"pace=10s"_s, u"intensity=rest"_s});
        default:
            return QString::number(1 + below(40)) + u'm';
        }
    }

    std::mt19937 m_random;
};

Workout one(const QString &label)
{
    Step step;
    step.text = label;
    step.duration = std::chrono::seconds(95);
    step.power = Target {Unit::Watts, 210, 210, {}};
    Workout workout;
    workout.blocks = {{1, {}, false, {step}}};
    return workout;
}

}

/// Texts that are written read back as the same workout.
class WorkoutPrintTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsAreWrittenInTheUsualOrder_data();
    void stepsAreWrittenInTheUsualOrder();
    void whatWasReadReadsTheSameAgain();
    void workoutsByTheDiceReadTheSameAgain();
    void wordsByTheDiceDoNoHarm();
    void labelsNeverBecomeTokens_data();
    void labelsNeverBecomeTokens();
    void proseNeverBecomesSteps();
    void stepsThatTakeNoTimeAreLeftOut();
};

void WorkoutPrintTest::stepsAreWrittenInTheUsualOrder_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("order of a step") << u"-Roll hidepower 90rpm ramp 50-70% 65m"_s
                                     << u"- Roll 1h5m ramp 50-70% 90rpm hidepower"_s;
    QTest::newRow("sections and repeats stand alone")
        << u"Warm up\n- 300s 50%\n\n2x\n- 1'30\" 95%\n\n\nCooldown\n- 5m 40%"_s
        << u"Warmup\n- 5m 50%\n\n2x\n- 1m30s 95%\n\nCooldown\n- 5m 40%"_s;
    QTest::newRow("words that a blank would make a pace of")
        << u"- At 4:45/km - 4:301km 90%"_s << u"- At 4:45/km - 4:301km 90%"_s;
    QTest::newRow("distances") << u"- 2km Z2 Pace\n- 0.4km 4:05/km Pace"_s << u"- 2km Z2 Pace\n- 400mtr 4:05/km Pace"_s;
    QTest::newRow("prose and options come first")
        << u"Go easy.\n- 5m 40%\npool length: 25m"_s << u"Go easy.\n\npool length: 25m\n\n- 5m 40%"_s;
}

void WorkoutPrintTest::stepsAreWrittenInTheUsualOrder()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(print(parse(text)), expected);
}

void WorkoutPrintTest::whatWasReadReadsTheSameAgain()
{
    int blocks = 0;
    for (quint32 seed = 1; seed <= 3000; ++seed) {
        const QString text = Author(seed).text();
        const auto workout = parse(text);
        const auto again = parse(print(workout));
        blocks += int(workout.blocks.size());
        QVERIFY2(equalInMeaning(again, workout),
            qPrintable(u"%1\n----\n%2\n----\n%3\n%4"_s.arg(
                text, print(workout), support::wording(workout), support::wording(again))));
    }
    QVERIFY(blocks > 3000);
}

void WorkoutPrintTest::workoutsByTheDiceReadTheSameAgain()
{
    support::WorkoutGenerator generator(1, {.mostBlocks = 5, .mostSteps = 4});
    qsizetype steps = 0;
    for (int i = 0; i < 10'000; ++i) {
        const auto workout = generator.next();
        const QString text = print(workout);
        const auto again = parse(text);
        for (const auto &block : workout.blocks)
            steps += block.steps.size();
        QVERIFY2(equalInMeaning(again, workout),
            qPrintable(u"%1\n----\n%2\n%3"_s.arg(text, support::wording(workout), support::wording(again))));
        QVERIFY2(again.warnings.isEmpty(), qPrintable(text));
        if (i % 10 == 0)
            QCOMPARE(print(again), text);
    }
    QVERIFY(steps > 30'000);
}

void WorkoutPrintTest::wordsByTheDiceDoNoHarm()
{
    support::WorkoutGenerator generator(2, {.nastyLabels = true});
    for (int i = 0; i < 3000; ++i) {
        auto workout = generator.next();
        const auto again = parse(print(workout));
        QCOMPARE(again.blocks.size(), workout.blocks.size());
        for (qsizetype b = 0; b < workout.blocks.size(); ++b) {
            for (qsizetype s = 0; s < workout.blocks.at(b).steps.size(); ++s)
                workout.blocks[b].steps[s].text = again.blocks.at(b).steps.at(s).text; // some of the words are left out
        }
        QVERIFY2(equalInMeaning(again, workout), qPrintable(print(workout)));
    }
}

void WorkoutPrintTest::labelsNeverBecomeTokens_data()
{
    QTest::addColumn<QString>("label");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain words") << u"Sit and spin"_s << u"Sit and spin"_s;
    QTest::newRow("a number alone") << u"Ramp 3"_s << u"Ramp 3"_s;
    QTest::newRow("a time") << u"hold 30s then on"_s << u"hold then on"_s;
    QTest::newRow("a share") << u"at 95% or so"_s << u"at or so"_s;
    QTest::newRow("a zone") << u"Z2 all day"_s << u"all day"_s;
    QTest::newRow("a keyword") << u"freeride home"_s << u"home"_s;
    QTest::newRow("two lines") << u"up\n- 5m 300%"_s << u"up -"_s;
    QTest::newRow("a cue cut off") << u"20^up 5m"_s << u"20up"_s;
    QTest::newRow("nothing but tokens") << u"5m 90%"_s << QString();
}

void WorkoutPrintTest::labelsNeverBecomeTokens()
{
    QFETCH(QString, label);
    QFETCH(QString, kept);
    const auto again = parse(print(one(label)));
    QVERIFY2(equalInMeaning(again, one(kept)), qPrintable(support::wording(again)));
}

void WorkoutPrintTest::proseNeverBecomesSteps()
{
    auto workout = one(u"Go"_s);
    workout.description = u"- 20m 300%\nWarmup\nDo it 4x\ncategory: none\nplain"_s;
    workout.blocks.first().repeat = true;
    workout.blocks.first().reps = 3;
    workout.blocks.first().text = u"no count\n- 1m 50%"_s;
    const auto again = parse(print(workout));
    QCOMPARE(again.blocks.size(), 1);
    QCOMPARE(again.blocks.first().reps, 3);
    QCOMPARE(again.blocks.first().steps.size(), 1);
    QVERIFY(!again.blocks.first().steps.first().warmup);
    QVERIFY(again.options.isEmpty());
    for (const auto &warning : again.warnings) // it still looks like a step
        QCOMPARE(warning.kind, Warning::Kind::NotAStep);
    QCOMPARE(again.description.count(u'\n'), 4);
}

void WorkoutPrintTest::stepsThatTakeNoTimeAreLeftOut()
{
    auto workout = one(u"Go"_s);
    workout.blocks.first().steps.first().duration.reset();
    QCOMPARE(print(workout), QString());
}

MICROCYCLE_CORE_TEST(WorkoutPrintTest)
#include "tst_workoutprint.moc"
