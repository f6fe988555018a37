// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/parse.h"
#include "models/workout/profile.h"
#include "models/workout/resolve.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

QString printed(const Target &target, char family)
{
    const QString range = target.isRange() ? u"%1..%2"_s.arg(target.start).arg(target.end) : QString::number(target.start);
    return QLatin1Char(family) + QString::number(int(target.unit)) + u':' + range;
}

/// A workout as one line: steps with label, seconds, metres, targets and flags; repeats in brackets.
QString printed(const Workout &workout)
{
    QStringList parts;
    for (const auto &block : workout.blocks) {
        QStringList steps;
        for (const auto &step : block.steps) {
            QStringList words {u'"' + step.text + u'"'};
            if (step.duration)
                words << QString::number(step.duration->count()) + u's';
            if (step.metres)
                words << QString::number(*step.metres) + u'm';
            if (step.power)
                words << printed(*step.power, 'p');
            if (step.heartRate)
                words << printed(*step.heartRate, 'h');
            if (step.pace)
                words << printed(*step.pace, 'v');
            if (step.cadenceRpm)
                words << u"rpm%1..%2"_s.arg(step.cadenceRpm->first).arg(step.cadenceRpm->second);
            for (const auto &[on, name] : {std::pair {step.ramp, u"ramp"_s}, {step.freeride, u"freeride"_s}, {step.maxEffort, u"max"_s},
                     {step.hidePower, u"hide"_s}, {step.untilLapPress, u"lap"_s}, {step.warmup, u"warmup"_s}, {step.cooldown, u"cooldown"_s}}) {
                if (on)
                    words << name;
            }
            if (!step.intensity.isEmpty())
                words << step.intensity;
            steps << words.join(u' ');
        }
        parts << (block.repeat ? u"%1x[%2]"_s.arg(block.reps).arg(steps.join(u", ")) : steps.join(u", "));
    }
    return parts.join(u" | ");
}

domain::SportSettings ride(int ftp)
{
    domain::SportSettings settings;
    settings.types = {u"Ride"_s};
    settings.ftpWatts = ftp;
    return settings;
}

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The service's steps, flattened with their repeats, as "seconds/watts or percent range".
QStringList shape(const QJsonArray &steps)
{
    QStringList list;
    for (const auto &entry : steps) {
        const QJsonObject step = entry.toObject();
        if (step.contains("steps"_L1)) {
            list << u"%1x"_s.arg(step.value("reps"_L1).toInt()) << shape(step.value("steps"_L1).toArray());
            continue;
        }
        const QJsonObject power = step.value("power"_L1).toObject();
        const double start = power.contains("value"_L1) ? power.value("value"_L1).toDouble() : power.value("start"_L1).toDouble();
        const double end = power.contains("value"_L1) ? start : power.value("end"_L1).toDouble();
        list << u"%1 %2s %3-%4%5"_s.arg(step.value("text"_L1).toString()).arg(step.value("duration"_L1).toInt()).arg(start).arg(end).arg(step.value("ramp"_L1).toBool() ? u" ramp"_s : u""_s);
    }
    return list;
}

QStringList shape(const Workout &workout)
{
    QStringList list;
    for (const auto &block : workout.blocks) {
        if (block.repeat)
            list << u"%1x"_s.arg(block.reps);
        for (const auto &step : block.steps) {
            const Target power = step.power.value_or(Target {});
            list << u"%1 %2s %3-%4%5"_s.arg(step.text.toHtmlEscaped()).arg(step.duration ? step.duration->count() : 0).arg(power.start).arg(power.end).arg(step.ramp ? u" ramp"_s : u""_s);
        }
    }
    return list;
}

}

class WorkoutTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void textsAreUnderstood_data();
    void textsAreUnderstood();
    void linesThatDoNothingAreTold();
    void aSteadyHourAtThresholdIsAHundred();
    void aProfileSurvivesItsEncoding();
    void garbageNeitherHangsNorCrashes();
    void recordedWorkoutsEqualTheService();
};

void WorkoutTest::textsAreUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) { QTest::newRow(name) << text << expected; };
    row("a share of FTP", u"- 25m 62%"_s, u"\"\" 1500s p0:62"_s);
    row("label, watts and cadence", u"- Roll 9m 110w 95rpm"_s, u"\"Roll\" 540s p1:110 rpm95..95"_s);
    row("hours, minutes and seconds in one", u"- 1h3m20s 60-68%"_s, u"\"\" 3800s p0:60..68"_s);
    row("a falling ramp keeps its direction", u"- 7m ramp 72-38%"_s, u"\"\" 420s p0:72..38 ramp"_s);
    row("a power zone", u"- 40m Z2"_s, u"\"\" 2400s p2:2"_s);
    row("a range of heart rate zones", u"- 40m Z2-Z3 HR"_s, u"\"\" 2400s h6:2..3"_s);
    row("threshold heart rate", u"- 30m 80-86% LTHR"_s, u"\"\" 1800s h5:80..86"_s);
    row("distance at a share of threshold pace", u"- 3km 91% Pace"_s, u"\"\" 3000m v8:91"_s);
    row("absolute pace per kilometre", u"- 6m 4:50-4:35/km Pace"_s, u"\"\" 360s v10:290..275"_s);
    row("metres and a pace zone", u"- 300mtr Z4 Pace"_s, u"\"\" 300m v9:4"_s);
    row("free riding keeps its range", u"- 20m freeride 55-65%"_s, u"\"\" 1200s p0:55..65 freeride"_s);
    row("press lap is no label", u"- Press lap 8m 52%"_s, u"\"\" 480s p0:52 lap"_s);
    row("intensity for devices", u"- Float 4m 50% intensity=recovery"_s, u"\"Float\" 240s p0:50 recovery"_s);
    row("a repeat ends at the blank line", u"3x\n- 2m 118%\n- 2m 48%\n\n- 12m 45%"_s, u"3x[\"\" 120s p0:118, \"\" 120s p0:48] | \"\" 720s p0:45"_s);
    row("sections flag their steps", u"Warmup\n- 8m 55%\n\nMain 2x\n- 6m 95%\n\nCooldown\n- 5m 50%"_s,
        u"\"\" 480s p0:55 warmup | 2x[\"\" 360s p0:95] | \"\" 300s p0:50 cooldown"_s);
    row("a step without time is dropped", u"- Stretch well\n- 0s 180w\n- 9m 60%"_s, u"\"\" 540s p0:60"_s);
    row("the last token of a kind wins", u"- Z6 1m 112-130%"_s, u"\"\" 60s p0:112..130"_s);
    row("minutes and seconds with marks", u"- 1'30\" 90%"_s, u"\"\" 90s p0:90"_s);
    row("no blank after the dash", u"-Hard 40s 350w"_s, u"\"Hard\" 40s p1:350"_s);
    row("a number in the label is text", u"- Ramp 2 1m 220w"_s, u"\"Ramp 2\" 60s p1:220"_s);
    row("prose does nothing", u"Enjoy the view.\n\n- 30m 60%"_s, u"\"\" 1800s p0:60"_s);
}

void WorkoutTest::textsAreUnderstood()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(printed(parse(text)), expected);
}

void WorkoutTest::linesThatDoNothingAreTold()
{
    const auto missing = parse(u"- hard 95%\n- 10m 60%"_s);
    QCOMPARE(missing.warnings, (QList<Warning> {{Warning::Kind::StepWithoutDuration, 0}}));
    const auto swallowed = parse(u"- 10m 60%\n3x\n- 1m 120%"_s);
    QCOMPARE(swallowed.warnings, (QList<Warning> {{Warning::Kind::RepeatSwallowed, 1}}));
    QCOMPARE(swallowed.blocks.size(), 2);
}

void WorkoutTest::aSteadyHourAtThresholdIsAHundred()
{
    const auto figures = resolve(parse(u"- 1h 250w"_s), ride(250), {.type = u"Ride"_s});
    QCOMPARE(figures.duration.count(), 3600);
    QCOMPARE(figures.normalizedWatts, 250);
    QCOMPARE(*figures.load, 100);
    QCOMPARE(*figures.intensityPercent, 100.0);
    QCOMPARE(figures.joules, 900000);
    QVERIFY(!resolve(parse(u"- 20m squats"_s), ride(250), {.type = u"WeightTraining"_s}).load);
}

void WorkoutTest::aProfileSurvivesItsEncoding()
{
    const Profile shape = profile(parse(u"2x\n- 3m 115%\n- 3m ramp 50-40%"_s), ride(250));
    QCOMPARE(shape.size(), 4);
    QCOMPARE(shape.first().startPercent, quint8(115));
    QCOMPARE(shape.first().zone, quint8(5));
    QCOMPARE(decode(encode(shape)), shape);
    QVERIFY(decode("nonsense").isEmpty());
    QVERIFY(profile(parse(u"900x\n- 1s 90%\n- 1s 50%"_s), ride(250)).size() <= 120);
}

void WorkoutTest::garbageNeitherHangsNorCrashes()
{
    QString text;
    quint32 state = 7;
    const QString alphabet = u"0123456789-%xXzZmhskw:/' \"\n=.ramp"_s;
    for (int i = 0; i < 100'000; ++i) {
        state = state * 1664525U + 1013904223U;
        text += alphabet.at(int(state >> 8) % alphabet.size());
    }
    const auto workout = parse(text);
    QVERIFY(resolve(workout, ride(250), {}).duration.count() <= 4 * 86400);
    QVERIFY(parse(u"9999x\n- 9999h 100%"_s).blocks.size() == 1);
}

void WorkoutTest::recordedWorkoutsEqualTheService()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("no recorded workouts on this machine");
    int parsed = 0;
    int figures = 0;
    int total = 0;
    const QDir dir(folder + u"/workouts"_s);
    const auto names = dir.entryList({u"live-*.json"_s, u"tp2-*.json"_s});
    for (const auto &name : names) {
        const QJsonObject sidecar = QJsonDocument::fromJson(read(dir.filePath(name))).object();
        const QJsonObject expected = sidecar.value("expected"_L1).toObject();
        const QString text = QString::fromUtf8(read(dir.filePath(QString(name).replace(u".json"_s, u".txt"_s))));
        const auto workout = parse(text);
        ++total;
        const auto theirs = shape(expected.value("workout_doc"_L1).toObject().value("steps"_L1).toArray());
        if (shape(workout) == theirs)
            ++parsed;
        else
            qInfo().noquote() << "steps differ:" << name << shape(workout) << theirs;
        if (!expected.contains("normalized_power"_L1) || !expected.contains("icu_training_load"_L1)) {
            ++figures;
            continue;
        }
        bool equal = false;
        for (const int ftp : {280, 290, 286}) { // in force at different times of the recordings
            const auto resolved = resolve(workout, ride(ftp), {.type = sidecar.value("type"_L1).toString()});
            equal = equal
                || (resolved.normalizedWatts == expected.value("normalized_power"_L1).toInt() && resolved.averageWatts == expected.value("average_watts"_L1).toInt()
                    && resolved.load.value_or(0) == expected.value("icu_training_load"_L1).toInt());
        }
        if (equal)
            ++figures;
        else
            qInfo().noquote() << "figures differ:" << name;
    }
    qInfo("workouts: steps %d of %d equal, figures %d of %d equal", parsed, total, figures, total);
    QVERIFY(total > 0);
    QCOMPARE(parsed, total);
    QCOMPARE(figures, total);
}

MICROCYCLE_CORE_TEST(WorkoutTest)
#include "tst_workout.moc"
