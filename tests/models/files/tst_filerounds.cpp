// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/cues.h"
#include "models/files/erg.h"
#include "models/files/fitworkout.h"
#include "models/files/plaintext.h"
#include "models/files/zwo.h"
#include "models/workout/absolute.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"
#include "tests/support/workoutgenerator.h"

using namespace Qt::StringLiterals;
using namespace files;
using workout::Block;
using workout::Step;
using workout::Workout;

namespace {

constexpr int rounds = 10'000;

/// Words that fall within their step; others would be shown during another one.
QString wordsWithin(const Step &step)
{
    auto cues = cuesOf(step.text);
    cues.removeIf([&](const Cue &cue) { return step.duration && cue.at >= *step.duration && cue.at.count() > 0; });
    return stepText(cues);
}

Workout withWordsWithin(Workout workout)
{
    for (auto &block : workout.blocks) {
        for (auto &step : block.steps) {
            step.text = wordsWithin(step);
            step.line = 0;
        }
    }
    return workout;
}

/// What a ZWO holds of a step.
Step heldByZwo(Step step)
{
    const bool range = step.power && step.power->isRange();
    const bool falls = range && step.power->start > step.power->end;
    const bool free = step.freeride || step.maxEffort;
    step.ramp = step.ramp && range && !free;
    step.warmup = step.warmup && !free && (step.ramp || !range);
    step.cooldown = step.cooldown && !free && ((step.ramp && falls) || !range);
    return step;
}

bool isIntervals(const Block &block)
{
    const auto plain = [](const Step &step) {
        const bool cadence = step.cadenceRpm && step.cadenceRpm->first != step.cadenceRpm->second;
        return step.power && !step.ramp && !step.freeride && !step.maxEffort && !step.warmup && !step.cooldown
            && !cadence;
    };
    return block.repeat && block.reps > 1 && block.steps.size() == 2 && plain(block.steps.first())
        && plain(block.steps.last());
}

Workout heldByZwo(const Workout &workout)
{
    Workout held;
    for (const auto &block : workout.blocks) {
        if (isIntervals(block)) {
            held.blocks.append({block.reps,
                QString::number(block.reps) + u'x',
                true,
                {heldByZwo(block.steps.first()), heldByZwo(block.steps.last())}});
            continue;
        }
        for (int rep = 0; rep < block.reps; ++rep) {
            for (const auto &step : block.steps)
                held.blocks.append({1, {}, false, {heldByZwo(step)}});
        }
    }
    return held;
}

/// What a course holds: every step once, in the order in which it is ridden.
Workout heldByCourse(const Workout &workout)
{
    Workout held;
    for (const auto &block : workout.blocks) {
        for (int rep = 0; rep < block.reps; ++rep) {
            for (Step step : block.steps) {
                step.ramp = step.ramp && step.power->isRange();
                held.blocks.append({1, {}, false, {step}});
            }
        }
    }
    return held;
}

support::WorkoutGenerator::Options powerOnly()
{
    support::WorkoutGenerator::Options options;
    options.heartRate = options.pace = options.mixedFamilies = options.zones = options.bestEfforts = options.customZones
        = false;
    options.untargeted = options.distances = options.deviceWords = options.documentOptions = false;
    options.mostBlocks = 4;
    options.mostSteps = 3;
    options.mostReps = 3;
    return options;
}

support::WorkoutGenerator::Options courseOnly()
{
    auto options = powerOnly();
    options.ranges = options.sections = options.cadence = options.freeride = options.maxEffort = false;
    return options;
}

/// Writes and reads workouts by the dice; says how many came back as the format holds them.
template<typename Write, typename Read, typename Held>
int equalRounds(const support::WorkoutGenerator::Options &options,
    const domain::SportSettings &settings,
    Write write,
    Read read,
    Held held)
{
    support::WorkoutGenerator generator(20'260'330, options);
    int equal = 0;
    for (int round = 0; round < rounds; ++round) {
        WorkoutFile file;
        file.name = u"Over/under & 2.5: round %1"_s.arg(round);
        file.workout = withWordsWithin(generator.next());
        file.description = std::exchange(file.workout.description, QString());
        WorkoutFile expected = file;
        expected.workout = held(file.workout);
        auto written = write(file, settings);
        auto again = written ? read(written->bytes, Bounds()) : domain::Result<WorkoutFile>(written.error());
        if (again) {
            if (again->ftpWatts) { // a course has one line of prose, and the FTP that it was written with
                expected.ftpWatts = settings.ftpWatts;
                expected.description = plainLine(expected.description);
            }
            again->notes.clear();
            if (*again == expected) {
                ++equal;
                continue;
            }
        }
        if (round - equal < 3)
            qInfo().noquote() << "round" << round << support::wording(file.workout) << "\n came back as"
                              << support::wording(again) << "\n not" << support::wording(expected.workout);
    }
    return equal;
}

}

/// read(write(x)) is x, as far as the format holds it.
class FileRoundsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void zwo();
    void erg();
    void mrc();
    void fit();
    void whatWasWrittenOnceStaysAsItIs();
};

void FileRoundsTest::zwo()
{
    auto options = powerOnly();
    options.percentOnly = true;
    const int equal = equalRounds(
        options, support::rideAt(250), writeZwo, readZwo, [](const Workout &workout) { return heldByZwo(workout); });
    qInfo("zwo: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

void FileRoundsTest::erg()
{
    auto options = courseOnly();
    options.wattsOnly = true;
    const int equal = equalRounds(options, support::rideAt(250), writeErg, readErg, heldByCourse);
    qInfo("erg: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

void FileRoundsTest::mrc()
{
    auto options = courseOnly();
    options.percentOnly = true;
    const int equal = equalRounds(options, support::rideAt(250), writeMrc, readMrc, heldByCourse);
    qInfo("mrc: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

/// Any workout comes back from a FIT file, but for the category, which it has no place for.
void FileRoundsTest::fit()
{
    support::WorkoutGenerator::Options options;
    options.mostBlocks = 4;
    options.mostSteps = 3;
    support::WorkoutGenerator generator(20'260'331, options);
    const auto settings = support::thresholdsAt(250);
    int equal = 0;
    for (int round = 0; round < rounds; ++round) {
        WorkoutFile file;
        file.name = u"Over/under & \u6b65: round %1"_s.arg(round);
        file.sport = QStringList {u"Run"_s, u"Ride"_s, u"Swim"_s}.at(round % 3);
        file.workout = generator.next();
        for (auto &block : file.workout.blocks) {
            for (auto &step : block.steps)
                step.line = 0;
        }
        file.description = std::exchange(file.workout.description, QString());
        WorkoutFile expected = file;
        expected.workout.options.remove(u"category"_s);
        const auto again = readFitWorkout(writeFitWorkout(file, settings));
        if (again && *again == expected)
            ++equal;
        else if (round - equal < 3)
            qInfo().noquote() << "round" << round << support::wording(expected.workout) << "\n came back as"
                              << support::wording(again);
    }
    qInfo("fit: %d of %d equal", equal, rounds);
    QCOMPARE(equal, rounds);
}

/// Whatever a workout asks for, the file of it reads, lasts as long, and is written again as the same file.
void FileRoundsTest::whatWasWrittenOnceStaysAsItIs()
{
    support::WorkoutGenerator::Options options;
    options.nastyLabels = true;
    options.longestStepSeconds = 900;
    options.mostReps = options.mostSteps = 3;
    support::WorkoutGenerator generator(7, options);
    const domain::SportSettings settings = support::thresholdsAt(250);
    for (int round = 0; round < 200; ++round) {
        WorkoutFile file;
        file.sport = round % 3 ? u"Ride"_s : u"Run"_s;
        file.workout = generator.next();
        qint64 seconds = 0;
        for (const auto &block : std::as_const(file.workout.blocks)) {
            for (const auto &step : block.steps)
                seconds += block.reps * workout::durationOf(step, settings).count();
        }
        if (seconds > 100'000)
            continue; // nobody trains for longer than a day
        for (const auto &[write, read] :
            {std::pair(&writeZwo, &readZwo), std::pair(&writeErg, &readErg), std::pair(&writeMrc, &readMrc)}) {
            const auto first = write(file, settings);
            QVERIFY2(first.ok(), qPrintable(first ? QString() : support::wording(first.error())));
            const auto once = read(first->bytes, Bounds());
            QVERIFY2(once.ok(), qPrintable(support::wording(once)));
            qint64 total = 0;
            bool metres = false;
            for (const auto &block : once->workout.blocks) {
                for (const auto &step : block.steps) {
                    total += block.reps * step.duration.value_or(std::chrono::seconds(0)).count();
                    metres = metres || step.metres;
                }
            }
            if (!metres)
                QCOMPARE(total, seconds);
            const auto second = write(*once, settings);
            QVERIFY(second.ok());
            auto twice = read(second->bytes, Bounds());
            QVERIFY(twice.ok());
            twice->notes = once->notes;
            QVERIFY2(*twice == *once, qPrintable(support::wording(once) + u'\n' + support::wording(twice)));
        }
    }
}

MICROCYCLE_CORE_TEST(FileRoundsTest)
#include "tst_filerounds.moc"
