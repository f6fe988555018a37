// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/activitywrite.h"
#include "models/files/fitactivity.h"
#include "models/files/gpx.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace {

/// Ten minutes with a pause of an hour in the middle and a gap in power.
files::ActivityFile ride()
{
    files::ActivityFile file;
    file.name = u"Loop <& more>"_s;
    file.sport = u"Ride"_s;
    file.start = QDateTime(QDate(2026, 3, 10), QTime(7, 0), Qt::UTC);
    domain::Samples track {u"latlng"_s, {}, {}};
    QList<domain::Samples> channels;
    for (const auto &type :
        {u"watts"_s, u"heartrate"_s, u"cadence"_s, u"distance"_s, u"velocity_smooth"_s, u"altitude"_s, u"temp"_s})
        channels.append({type, {}, {}});
    for (int i = 0; i < 600; ++i) {
        file.streams.timeSeconds.push_back(float(i < 300 ? i : i + 3600));
        track.values.push_back(46.2F + float(i) * 0.0001F);
        track.values2.push_back(-6.1F);
        channels[0].values.push_back(i == 10 ? domain::Samples::gap : 200 + float(i % 7));
        channels[1].values.push_back(140 + float(i % 3));
        channels[2].values.push_back(90);
        channels[3].values.push_back(float(i) * 8);
        channels[4].values.push_back(8);
        channels[5].values.push_back(-3.4F);
        channels[6].values.push_back(-5);
    }
    channels.append(track);
    file.streams.channels = channels;
    return file;
}

bool alike(const domain::StreamSet &a, const domain::StreamSet &b, const QString &type, float by)
{
    const auto *one = a.find(type);
    const auto *other = b.find(type);
    if (!one || !other || one->values.size() != other->values.size())
        return false;
    for (size_t i = 0; i < one->values.size(); ++i) {
        if (std::isnan(one->values[i]) != std::isnan(other->values[i])
            || std::abs(one->values[i] - other->values[i]) > by)
            return false;
    }
    return true;
}

}

/// What is written is read again by our own readers; the outside judge reads what they agree on.
class ActivityWriteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFitFileIsReadAgain();
    void aTrackIsReadAgain();
    void whatIsNotSharedIsNotInTheFile();
    void nothingIsNoFile();
};

void ActivityWriteTest::aFitFileIsReadAgain()
{
    const auto file = ride();
    const auto bytes = files::writeFitActivity(file);
    QVERIFY(bytes.ok());
    QCOMPARE(files::fitFileType(*bytes), std::optional(4));
    const auto read = files::readFitActivity(*bytes);
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->start, file.start);
    QCOMPARE(read->streams.timeSeconds, file.streams.timeSeconds);
    QCOMPARE(read->sessions.size(), 1);
    QCOMPARE(read->sessions.first().sport, u"Ride"_s);
    QCOMPARE(read->sessions.first().elapsedSeconds, std::optional(4200.0));
    QCOMPARE(read->sessions.first().timerSeconds, std::optional(600.0));
    for (const auto &type : {u"watts"_s, u"heartrate"_s, u"cadence"_s, u"distance"_s, u"temp"_s})
        QVERIFY2(alike(read->streams, file.streams, type, 0.01F), qPrintable(type));
    QVERIFY(alike(read->streams, file.streams, u"altitude"_s, 0.11F));
    QVERIFY(alike(read->streams, file.streams, u"latlng"_s, 1e-5F));
}

void ActivityWriteTest::aTrackIsReadAgain()
{
    const auto file = ride();
    const auto bytes = files::writeGpx(file);
    QVERIFY(bytes.ok());
    const auto read = files::readGpx(*bytes);
    QVERIFY2(read.ok(), qPrintable(read ? QString() : read.error().detail));
    QCOMPARE(read->name, file.name);
    QCOMPARE(read->start, file.start);
    QCOMPARE(read->streams.timeSeconds, file.streams.timeSeconds);
    for (const auto &type : {u"watts"_s, u"heartrate"_s, u"cadence"_s, u"altitude"_s, u"temp"_s})
        QVERIFY2(alike(read->streams, file.streams, type, 0.06F), qPrintable(type));
}

void ActivityWriteTest::whatIsNotSharedIsNotInTheFile()
{
    const auto fit = files::readFitActivity(*files::writeFitActivity(ride(), {.power = false, .heartRate = true}));
    QVERIFY(!fit->streams.find(u"watts"_s) && fit->streams.find(u"heartrate"_s));
    const auto gpx = files::readGpx(*files::writeGpx(ride(), {.power = true, .heartRate = false}));
    QVERIFY(gpx->streams.find(u"watts"_s) && !gpx->streams.find(u"heartrate"_s));
}

void ActivityWriteTest::nothingIsNoFile()
{
    files::ActivityFile file = ride();
    file.start = {};
    QVERIFY(!files::writeFitActivity(file).ok());
    QVERIFY(!files::writeGpx(file).ok());
    file = ride();
    file.streams.channels.removeIf([](const domain::Samples &samples) { return samples.type == "latlng"_L1; });
    QVERIFY(files::writeFitActivity(file).ok());
    QCOMPARE(files::writeGpx(file).error().item, u"latlng"_s);
    file.streams = {};
    QCOMPARE(files::writeFitActivity(file).error().item, u"streams"_s);
}

MICROCYCLE_CORE_TEST(ActivityWriteTest)
#include "tst_activitywrite.moc"
