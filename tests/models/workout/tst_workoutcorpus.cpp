// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/highlight.h"
#include "models/workout/parse.h"
#include "models/workout/print.h"
#include "tests/models/workout/recording.h"
#include "tests/support/testmain.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

/// A text file of the corpus with what is known about it.
struct Example {
    QString name;
    QString text;
    QJsonObject sidecar;

    [[nodiscard]] QJsonObject expected() const { return sidecar.value("expected"_L1).toObject(); }
    [[nodiscard]] bool isRecording() const { return expected().contains("workout_doc"_L1); }
};

QList<Example> examples(const QString &corpus)
{
    const QDir dir(corpus + u"/workouts"_s);
    QList<Example> list;
    const auto names = dir.entryList({u"*.txt"_s}, QDir::Files, QDir::Name);
    for (const auto &name : names) {
        const auto sidecar = QJsonDocument::fromJson(support::contentOf(dir.filePath(name.chopped(4) + u".json"_s)));
        list.append({name, QString::fromUtf8(support::contentOf(dir.filePath(name))), sidecar.object()});
    }
    return list;
}

int stepsOf(const Workout &workout)
{
    int steps = 0;
    for (const auto &block : workout.blocks)
        steps += int(block.steps.size());
    return steps;
}

/// What third parties say of a text, as far as it does not contradict the service.
QStringList differences(const Example &example)
{
    QStringList list;
    const Workout workout = parse(example.text);
    const Resolved figures = resolve(workout, support::rideAt(250), {.type = u"Ride"_s});
    const QJsonObject expected = example.expected();
    if (const QJsonValue seconds = expected.value("seconds"_L1);
        seconds.isDouble() && seconds.toInt() != figures.duration.count())
        list << u"%1 s not %2"_s.arg(figures.duration.count()).arg(seconds.toInt());
    if (const QJsonValue metres = expected.value("distance"_L1);
        metres.isDouble() && std::abs(metres.toDouble() - figures.metres) > 0.01)
        list << u"%1 m not %2"_s.arg(figures.metres).arg(metres.toDouble());
    if (const QJsonValue steps = expected.value("steps"_L1); steps.isDouble() && steps.toInt() != stepsOf(workout))
        list << u"%1 steps not %2"_s.arg(stepsOf(workout)).arg(steps.toInt());
    // Another program's own structure: repetitions and times per step.
    const QJsonArray structure = example.sidecar.value("third_party_structure"_L1)["steps"_L1].toArray();
    if (!structure.isEmpty() && structure.size() != workout.blocks.size())
        list << u"%1 blocks not %2"_s.arg(workout.blocks.size()).arg(structure.size());
    for (qsizetype i = 0; i < std::min(structure.size(), workout.blocks.size()); ++i) {
        const Block &block = workout.blocks.at(i);
        const QJsonArray inner = structure.at(i).toObject().contains("steps"_L1) ? structure.at(i)["steps"_L1].toArray()
                                                                                 : QJsonArray {structure.at(i)};
        if (structure.at(i)["reps"_L1].toInt(1) != block.reps || inner.size() != block.steps.size())
            list << u"block %1 has %2 x %3 steps"_s.arg(i).arg(block.reps).arg(block.steps.size());
        for (qsizetype k = 0; k < std::min(inner.size(), block.steps.size()); ++k) {
            if (inner.at(k)["duration"_L1].toInt()
                != block.steps.at(k).duration.value_or(std::chrono::seconds(0)).count())
                list << u"step %1 of block %2"_s.arg(k).arg(i);
        }
    }
    // Whatever else a text holds: it reads the same again, and every step line was a step, or is told, or is a bullet.
    if (const Workout again = parse(print(workout)); !equalInMeaning(again, workout))
        list << u"written again: %1 not %2"_s.arg(support::wording(again), support::wording(workout));
    if (stepsOf(workout) == 0)
        list << u"no steps"_s;
    return list;
}

}

/// Compares with answers of the service that are recorded outside of the tree, and with texts of other people.
class WorkoutCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedWorkoutsEqualTheService();
    void recordedSwimsAndRunsEqualTheService();
    void recordedZonesResolveToTheSameWatts();
    void textsOfOthersAreAsExpected();
    void everyTextSurvivesBeingWrittenAgain();
    void everyPieceOfEveryTextHasOnePlace();
};

void WorkoutCorpusTest::recordedWorkoutsEqualTheService()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded workouts on this machine");
    int total = 0;
    int equal = 0;
    const auto all = examples(folder);
    for (const auto &example : all) {
        if (!example.isRecording())
            continue;
        ++total;
        const QJsonObject expected = example.expected();
        const support::Recording recording {example.text,
            example.sidecar.value("type"_L1).toString(),
            false,
            expected,
            expected.value("workout_doc"_L1).toObject(),
            std::chrono::seconds(expected.value("seconds"_L1).toInt())};
        const auto workout = parse(recording.text);
        QStringList differ;
        for (const int ftp :
            {280, 290, 286}) { // in force one after the other; which one a workout was written under is not recorded
            differ = support::differences(recording, workout, ftp);
            if (differ.isEmpty())
                break;
        }
        if (differ.isEmpty())
            ++equal;
        else
            qInfo().noquote() << example.name << "differs:" << differ.join(u"; ");
    }
    qInfo("workouts: %d of %d equal", equal, total);
    QVERIFY(total > 0);
    QCOMPARE(equal, total);
}

void WorkoutCorpusTest::recordedSwimsAndRunsEqualTheService()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded answers on this machine");
    const QJsonDocument json
        = QJsonDocument::fromJson(support::contentOf(folder + u"/recorded/events-resolve-true.json"_s));
    const QJsonArray events = json.isArray() ? json.array() : json.object().value("events"_L1).toArray();
    int total = 0;
    for (const auto &entry : events) {
        const QJsonObject event = entry.toObject();
        const QJsonObject document = event.value("workout_doc"_L1).toObject();
        if (document.value("steps"_L1).toArray().isEmpty())
            continue;
        ++total;
        const support::Recording recording {event.value("description"_L1).toString(),
            event.value("type"_L1).toString(),
            event.value("indoor"_L1).toBool(),
            event,
            document,
            std::chrono::seconds(event.value("moving_time"_L1).toInt())};
        QCOMPARE(support::differences(recording, parse(recording.text), 0), QStringList());
    }
    qInfo("resolved events: %d of %d equal", total, total);
    QVERIFY(total > 0);
}

void WorkoutCorpusTest::recordedZonesResolveToTheSameWatts()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded answers on this machine");
    const QJsonObject json
        = QJsonDocument::fromJson(support::contentOf(folder + u"/recorded/zone-targets.json"_s)).object();
    const QJsonObject targets = json.value("targets"_L1).toObject();
    QVERIFY(!targets.isEmpty());
    const auto settings = support::rideAt(json.value("harvest"_L1).toObject().value("ftp"_L1).toInt());
    for (auto it = targets.begin(); it != targets.end(); ++it)
        QCOMPARE(
            std::pair(it.key(), resolve(parse("- 10m "_L1 + it.key()), settings, {.type = u"Ride"_s}).averageWatts),
            std::pair(it.key(), it.value().toInt()));
    qInfo("zone targets: %d of %d equal", int(targets.size()), int(targets.size()));
}

void WorkoutCorpusTest::textsOfOthersAreAsExpected()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no workout texts on this machine");
    int total = 0;
    int equal = 0;
    const auto all = examples(folder);
    for (const auto &example : all) {
        if (example.isRecording())
            continue;
        ++total;
        const QStringList differ = differences(example);
        if (differ.isEmpty())
            ++equal;
        else
            qInfo().noquote() << example.name << "differs:" << differ.join(u"; ");
    }
    qInfo("texts: %d of %d as expected", equal, total);
    QVERIFY(total > 0);
    QCOMPARE(equal, total);
}

void WorkoutCorpusTest::everyTextSurvivesBeingWrittenAgain()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no workout texts on this machine");
    const auto all = examples(folder);
    QVERIFY(!all.isEmpty());
    for (const auto &example : all) {
        const auto workout = parse(example.text);
        const auto again = parse(print(workout));
        QVERIFY2(equalInMeaning(again, workout),
            qPrintable(example.name + u'\n' + print(workout) + u'\n' + support::wording(workout) + u'\n'
                + support::wording(again)));
    }
}

void WorkoutCorpusTest::everyPieceOfEveryTextHasOnePlace()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no workout texts on this machine");
    const auto all = examples(folder);
    for (const auto &example : all) {
        const QStringList lines = QString(example.text).remove(u'\r').split(u'\n');
        QList<Place> taken;
        const auto pieces = highlights(example.text);
        for (const auto &piece : pieces) {
            const Place &place = piece.place;
            QVERIFY2(place.line >= 0 && place.line < lines.size() && place.length > 0
                    && place.column + place.length <= lines.at(place.line).size(),
                qPrintable(example.name));
            if (piece.kind == Highlight::Kind::Problem)
                continue;
            const QString words = lines.at(place.line).mid(place.column, place.length);
            QCOMPARE(words, words.trimmed());
            if (!taken.isEmpty() && taken.last().line == place.line)
                QVERIFY2(taken.last().column + taken.last().length <= place.column,
                    qPrintable(example.name + u": "_s + words));
            taken.append(place);
        }
    }
}

MICROCYCLE_CORE_TEST(WorkoutCorpusTest)
#include "tst_workoutcorpus.moc"
