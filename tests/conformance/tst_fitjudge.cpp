// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/domain/sportsettings.h"
#include "models/files/fitactivity.h"
#include "models/files/fitdecode.h"
#include "models/files/fitworkout.h"
#include "models/workout/parse.h"
#include "tests/conformance/fitlines.h"
#include "tests/support/testmain.h"
#include "tests/support/workoutgenerator.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace files;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Files of one folder, written for the judge to read.
class Shelf
{
public:
    void add(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"%1.fit"_s.arg(m_paths.size(), 5, 10, QChar(u'0')));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size())
            m_paths << path;
    }
    [[nodiscard]] const QStringList &paths() const { return m_paths; }

private:
    QTemporaryDir m_folder;
    QStringList m_paths;
};

QStringList corpusPaths()
{
    const QString corpus = support::corpus();
    QStringList paths;
    if (corpus.isEmpty())
        return paths;
    QDirIterator files(corpus, {u"*.fit"_s, u"*.FIT"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths << files.next();
    paths.sort();
    return paths;
}

/// The values of one of our channels, by the judge's names: latlng is two of them.
std::vector<float> valuesOf(const domain::StreamSet &streams, const QString &name)
{
    const bool longitude = name == "longitude"_L1;
    const auto *samples = streams.find(longitude || name == "latitude"_L1 ? u"latlng"_s : name);
    if (!samples)
        return std::vector<float>(streams.timeSeconds.size(), domain::Samples::gap);
    return longitude ? samples->values2 : samples->values;
}

QString channelDifference(const conformance::Verdict &theirs, const domain::Result<ActivityFile> &ours)
{
    const bool activity = theirs.type == 4 && theirs.errors.isEmpty();
    if (activity != ours.ok())
        return ours.ok() ? u"only we read it"_s : u"only the judge reads it: "_s + ours.error().detail;
    if (!activity)
        return {};
    const QJsonArray times = theirs.channels.value("time"_L1).toArray();
    if (times.size() != qsizetype(ours->streams.timeSeconds.size()))
        return u"%1 records instead of %2"_s.arg(ours->streams.timeSeconds.size()).arg(times.size());
    constexpr double epoch = 631'065'600;
    for (auto channel = theirs.channels.begin(); channel != theirs.channels.end(); ++channel) {
        const bool isTime = channel.key() == "time"_L1;
        if (std::any_of(
                ours->notes.begin(), ours->notes.end(), [&](const Note &note) { return note.item == channel.key(); }))
            continue; // ours comes from a developer field that stands for it, which the judge keeps apart
        const auto values = isTime ? ours->streams.timeSeconds : valuesOf(ours->streams, channel.key());
        const QJsonArray wanted = channel.value().toArray();
        for (qsizetype row = 0; row < wanted.size(); ++row) {
            if (isTime && wanted.at(row).isNull())
                continue; // counted by us
            const double shift = isTime ? double(ours->start.toSecsSinceEpoch()) - epoch : 0;
            const double number = wanted.at(row).toDouble(std::nan("")) - shift;
            const double own = double(values[size_t(row)]);
            if (std::isnan(number) != std::isnan(own)
                || std::abs(number - own) > 1e-6 * std::max(1.0, std::abs(number)))
                return u"%1 of record %2: theirs %3, ours %4"_s.arg(channel.key()).arg(row).arg(number).arg(own);
        }
    }
    return {};
}

domain::SportSettings settings()
{
    domain::SportSettings settings;
    settings.ftpWatts = 250;
    settings.lthrBpm = 170;
    settings.maxHrBpm = 190;
    settings.heartrateZonesBpm = {115, 140, 155, 178, 190};
    settings.thresholdPaceMps = 4;
    return settings;
}

}

/// Compares what we decode with what the maker's own FIT SDK decodes from the same bytes, message by message.
class FitJudgeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void corpusFiles();
    void channelsOfActivities();
    void damagedFiles();
    void workoutsThatWeWrite();

private:
    void compare(const QStringList &paths, const char *what);
};

void FitJudgeTest::initTestCase()
{
    if (const QString missing = conformance::missingJudge(); !missing.isEmpty()) {
        qWarning("NO JUDGE: %s; nothing was compared", qPrintable(missing));
        QSKIP(qPrintable(u"no outside judge: "_s + missing));
    }
}

/// Where the judge reads to the end, so do we, and the same. Where it stops, we say why we do not trust the file, and
/// as far as both of us read the messages are the same: it goes on over an end of data that a message crosses, and
/// stops at compressed times and at types that nobody knows, which we read and skip.
void FitJudgeTest::compare(const QStringList &paths, const char *what)
{
    const auto verdicts = conformance::judged(paths, u"messages"_s);
    QCOMPARE(verdicts.size(), paths.size());
    int equal = 0;
    qint64 messages = 0;
    QStringList differences;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const auto ours = conformance::decoded(contents(paths.at(i)));
        const QString difference = conformance::difference(verdicts.at(i), ours);
        if (difference.isEmpty())
            ++equal;
        else
            differences << QDir(paths.at(i)).dirName() + u": "_s + difference;
        messages += ours.messages.size();
    }
    qInfo("fit: %d of %d equal (%s, %lld messages)", equal, int(paths.size()), what, messages);
    QVERIFY2(differences.isEmpty(), qPrintable(differences.mid(0, 20).join(u'\n')));
}

void FitJudgeTest::corpusFiles()
{
    const QStringList paths = corpusPaths();
    if (paths.isEmpty())
        QSKIP("no corpus: MICROCYCLE_CORPUS names no folder");
    compare(paths, "files of devices");
}

/// An activity that the judge reads to its end is read, with the same values in the same records; nothing else is.
void FitJudgeTest::channelsOfActivities()
{
    const QStringList paths = corpusPaths();
    if (paths.isEmpty())
        QSKIP("no corpus: MICROCYCLE_CORPUS names no folder");
    const auto verdicts = conformance::judged(paths, u"channels"_s);
    QCOMPARE(verdicts.size(), paths.size());
    int equal = 0;
    QStringList differences;
    for (qsizetype i = 0; i < paths.size(); ++i) {
        const QString difference = channelDifference(verdicts.at(i), readFitActivity(contents(paths.at(i))));
        if (difference.isEmpty())
            ++equal;
        else
            differences << QDir(paths.at(i)).dirName() + u": "_s + difference;
    }
    qInfo("fit: %d of %d equal (activities, value by value)", equal, int(paths.size()));
    QVERIFY2(differences.isEmpty(), qPrintable(differences.mid(0, 20).join(u'\n')));
}

void FitJudgeTest::damagedFiles()
{
    const QString corpus = support::corpus();
    QList<QByteArray> good {
        writeFitWorkout({.name = u"Cut me"_s, .workout = workout::parse(u"3x\n- On 3m 105%\n- 2m 50%"_s)}, settings())};
    if (!corpus.isEmpty()) {
        QDirIterator files(corpus, {u"*.fit"_s, u"*.FIT"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QByteArray bytes = contents(files.next()); bytes.size() <= 8'000)
                good << bytes;
        }
    }
    support::Dice dice(14);
    Shelf shelf;
    for (const QByteArray &bytes : std::as_const(good)) {
        for (int i = 0; i < 8; ++i) {
            shelf.add(bytes.left(dice.below(int(bytes.size()))));
            QByteArray flipped = bytes;
            const int at = dice.below(int(bytes.size()));
            flipped[at] = char(flipped.at(at) ^ (1 << dice.below(8)));
            shelf.add(flipped);
        }
        shelf.add(bytes + bytes);
        shelf.add(bytes + "rubbish");
    }
    compare(shelf.paths(), "cut, flipped and chained");
}

void FitJudgeTest::workoutsThatWeWrite()
{
    Shelf shelf;
    for (const auto &sport : {u"Ride"_s, u"Run"_s, u"Swim"_s, u"OpenWaterSwim"_s, u"Rowing"_s, u"Crossfit"_s}) {
        for (const auto &text :
            {u"- 20m 60%"_s,
                u"Warmup\n- 15m ramp 45-75% 90rpm\n\n4x\n- 3m 115% power=3s\n- 3m 50% intensity=recovery\n\nCooldown\n- 8m ramp 70-40%"_s,
                u"pool length: 25m\n\n- 300mtr Z1 Pace\n\n6x\n- 100mtr 97% Pace\n- 15s 0\n\n- 200mtr Z1 Pace"_s,
                u"- 30m 82-88% LTHR\n- 40m 150-160bpm\n- 5m 80% HR hr=lap"_s,
                u"- Press lap 10m 50%\n- Settle in 33^Find your rhythm<!> 10m 60%\n- 20m freeride\n- 12s maxeffort"_s,
                u"- \u6b65 \u00fcben 5m 200-240w 85-95rpm hidepower"_s}) {
            WorkoutFile file {.name = u"Judge \u2013 this"_s,
                .description = u"For the judge"_s,
                .sport = sport,
                .workout = workout::parse(text)};
            shelf.add(writeFitWorkout(file, settings(), QDateTime(QDate(2026, 4, 1), QTime(12, 0), Qt::UTC)));
        }
    }
    for (int seed = 0; seed < 100; ++seed) {
        WorkoutFile file {
            .name = u"By the dice"_s, .sport = u"Ride"_s, .workout = support::WorkoutGenerator(quint64(seed)).next()};
        if (const QByteArray bytes = writeFitWorkout(file, settings()); !bytes.isEmpty())
            shelf.add(bytes);
    }
    const auto verdicts = conformance::judged(shelf.paths(), u"messages"_s);
    QCOMPARE(verdicts.size(), shelf.paths().size());
    for (const auto &verdict : verdicts)
        QVERIFY2(verdict.fit && verdict.sound && verdict.errors.isEmpty(), qPrintable(verdict.errors.join(u' ')));
    compare(shelf.paths(), "workouts that we write");
}

MICROCYCLE_CORE_TEST(FitJudgeTest)
#include "tst_fitjudge.moc"
