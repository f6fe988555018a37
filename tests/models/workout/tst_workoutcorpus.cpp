// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/document.h"
#include "models/workout/parse.h"
#include "models/workout/print.h"
#include "tests/models/workout/wording.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A document without what depends on the reader's settings: keys with an underscore in front.
QJsonValue asWritten(const QJsonValue &value)
{
    if (value.isArray()) {
        QJsonArray list;
        for (const auto &entry : value.toArray())
            list.append(asWritten(entry));
        return list;
    }
    if (!value.isObject())
        return value;
    QJsonObject written;
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!it.key().startsWith(u'_'))
            written.insert(it.key(), asWritten(it.value()));
    }
    return written;
}

QString text(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact));
}

/// The thresholds that a recording states; heart rate bounds are those it shows, the rest those that fit its load.
domain::SportSettings settingsOf(const QJsonObject &document, int ftp)
{
    domain::SportSettings settings = support::rideAt(document.value("ftp"_L1).toInt(ftp));
    if (document.contains("lthr"_L1))
        settings.lthrBpm = document.value("lthr"_L1).toInt();
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {115, 140, 155, 178, 190};
    if (document.contains("threshold_pace"_L1))
        settings.thresholdPaceMps = document.value("threshold_pace"_L1).toDouble();
    settings.paceUnits = document.value("pace_units"_L1).toString();
    return settings;
}

QStringList zoneTimes(const QJsonArray &zones)
{
    QStringList list;
    for (const auto &zone : zones)
        list << zone["id"_L1].toString() + u'=' + QString::number(zone["secs"_L1].toInt());
    return list;
}

/// What of a recording's figures differs; nothing where all that it states are equal.
QStringList differences(const QJsonObject &expected, const QJsonObject &document, const Workout &workout, const QString &type, int ftp)
{
    const auto settings = settingsOf(document, ftp);
    const Resolved figures = resolve(workout, settings, {.type = type});
    QStringList list;
    const auto check = [&](const QString &key, double ours) {
        if (expected.contains(key) && float(expected.value(key).toDouble()) != float(ours))
            list << u"%1 %2 not %3"_s.arg(key).arg(ours, 0, 'g', 9).arg(expected.value(key).toDouble(), 0, 'g', 9);
    };
    check(u"normalized_power"_s, figures.normalizedWatts);
    check(u"average_watts"_s, figures.averageWatts);
    check(u"icu_training_load"_s, figures.load.value_or(0));
    // The event's own moving time may have been sent by a client, whatever its text says; the intensity follows it.
    const std::chrono::seconds movingTime(expected.value("seconds"_L1).toInt());
    check(u"icu_intensity"_s, intensityPercent(figures.load.value_or(0), movingTime).value_or(0));
    if (document.value("duration"_L1).toInt() != figures.duration.count())
        list << u"duration %1"_s.arg(figures.duration.count());
    if (std::abs(expected.value("distance"_L1).toDouble() - figures.metres) > 0.001 && expected.contains("distance"_L1))
        list << u"distance %1"_s.arg(figures.metres);
    const QJsonObject ours = toDocument(workout, settings, figures);
    if (document.contains("zoneTimes"_L1) && zoneTimes(ours.value("zoneTimes"_L1).toArray()) != zoneTimes(document.value("zoneTimes"_L1).toArray()))
        list << u"zones "_s + zoneTimes(ours.value("zoneTimes"_L1).toArray()).join(u' ');
    if (asWritten(ours.value("steps"_L1)) != asWritten(document.value("steps"_L1)))
        list << u"steps "_s + text(asWritten(ours.value("steps"_L1))) + u" not "_s + text(asWritten(document.value("steps"_L1)));
    return list;
}

}

/// Compares with answers of the service that are recorded outside of the tree.
class WorkoutCorpusTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordedWorkoutsEqualTheService();
    void recordedSwimsAndRunsEqualTheService();
    void recordedZonesResolveToTheSameWatts();
    void everyTextSurvivesBeingWrittenAgain();
};

void WorkoutCorpusTest::recordedWorkoutsEqualTheService()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded workouts on this machine");
    const QDir dir(folder + u"/workouts"_s);
    const auto names = dir.entryList({u"*.json"_s});
    int total = 0;
    int equal = 0;
    for (const auto &name : names) {
        const QJsonObject sidecar = QJsonDocument::fromJson(read(dir.filePath(name))).object();
        const QJsonObject expected = sidecar.value("expected"_L1).toObject();
        if (!expected.contains("workout_doc"_L1))
            continue;
        ++total;
        const auto workout = parse(QString::fromUtf8(read(dir.filePath(name.chopped(5) + u".txt"_s))));
        QStringList differ;
        for (const int ftp : {280, 290, 286}) { // in force one after the other; which one a workout was written under is not recorded
            differ = differences(expected, expected.value("workout_doc"_L1).toObject(), workout, sidecar.value("type"_L1).toString(), ftp);
            if (differ.isEmpty())
                break;
        }
        if (differ.isEmpty())
            ++equal;
        else
            qInfo().noquote() << name << "differs:" << differ.join(u"; ");
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
    const QJsonDocument json = QJsonDocument::fromJson(read(folder + u"/recorded/events-resolve-true.json"_s));
    const QJsonArray events = json.isArray() ? json.array() : json.object().value("events"_L1).toArray();
    int total = 0;
    for (const auto &entry : events) {
        QJsonObject event = entry.toObject();
        const QJsonObject document = event.value("workout_doc"_L1).toObject();
        if (document.value("steps"_L1).toArray().isEmpty())
            continue;
        ++total;
        event.insert(u"seconds"_s, event.value("moving_time"_L1));
        const auto workout = parse(event.value("description"_L1).toString());
        QCOMPARE(differences(event, document, workout, event.value("type"_L1).toString(), 0), QStringList());
    }
    QVERIFY(total > 0);
}

void WorkoutCorpusTest::recordedZonesResolveToTheSameWatts()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded answers on this machine");
    const QJsonObject json = QJsonDocument::fromJson(read(folder + u"/recorded/zone-targets.json"_s)).object();
    const QJsonObject targets = json.value("targets"_L1).toObject();
    QVERIFY(!targets.isEmpty());
    const auto settings = support::rideAt(json.value("harvest"_L1).toObject().value("ftp"_L1).toInt());
    for (auto it = targets.begin(); it != targets.end(); ++it)
        QCOMPARE(std::pair(it.key(), resolve(parse("- 10m "_L1 + it.key()), settings, {.type = u"Ride"_s}).averageWatts), std::pair(it.key(), it.value().toInt()));
}

void WorkoutCorpusTest::everyTextSurvivesBeingWrittenAgain()
{
    const QString folder = support::corpus();
    if (folder.isEmpty())
        QSKIP("NOT COMPARED: no recorded workouts on this machine");
    const QDir dir(folder + u"/workouts"_s);
    const auto names = dir.entryList({u"*.txt"_s});
    QVERIFY(!names.isEmpty());
    for (const auto &name : names) {
        const auto workout = support::meaning(parse(QString::fromUtf8(read(dir.filePath(name)))));
        const auto again = support::meaning(parse(print(workout)));
        QVERIFY2(again == workout, qPrintable(name + u'\n' + print(workout) + u'\n' + support::wording(workout) + u'\n' + support::wording(again)));
    }
}

MICROCYCLE_CORE_TEST(WorkoutCorpusTest)
#include "tst_workoutcorpus.moc"
