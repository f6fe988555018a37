// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/gpx.h"
#include "models/files/tcx.h"
#include "models/files/track.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace files;

namespace {

QByteArray gpx(const QByteArray &body, const QByteArray &attributes = "creator='Unit'")
{
    return "<?xml version='1.0'?><gpx xmlns='http://www.topografix.com/GPX/1/1' xmlns:t='urn:t' " + attributes + ">"
        + body + "</gpx>";
}

QByteArray track(const QByteArray &points)
{
    return gpx("<trk><trkseg>" + points + "</trkseg></trk>");
}

QByteArray tcx(const QByteArray &laps, const QByteArray &sport = "Biking")
{
    return "<TrainingCenterDatabase xmlns='urn:tcx' xmlns:e='urn:e'><Activities><Activity Sport='" + sport
        + "'><Id>2026-03-30T08:00:00Z</Id>" + laps
        + "<Creator><Name>Unit 5</Name></Creator></Activity></Activities></TrainingCenterDatabase>";
}

QByteArray tcxPoint(const QByteArray &time, const QByteArray &rest = {})
{
    return "<Trackpoint><Time>" + time + "</Time>" + rest + "</Trackpoint>";
}

/// Times and channels as one line, values rounded to tenths, "-" for a gap.
QString wording(const domain::Result<ActivityFile> &file)
{
    if (!file)
        return support::wording(file.error());
    const auto values = [](const std::vector<float> &list) {
        QStringList words;
        for (const float value : list)
            words << (std::isnan(value) ? u"-"_s : QString::number(std::round(double(value) * 10) / 10));
        return words.join(u' ');
    };
    QStringList parts {u"time "_s + values(file->streams.timeSeconds)};
    for (const auto &channel : file->streams.channels)
        parts << channel.type + u' ' + values(channel.values)
                + (channel.values2.empty() ? QString() : u" / "_s + values(channel.values2));
    return parts.join(u", "_s);
}

}

/// Recordings: channels by the service's names, whatever the program that wrote them calls them.
class TracksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsGpx_data();
    void readsGpx();
    void gpxKnowsItsNameAndSport();
    void gpxTracksAreLapsAndPausesMoments();
    void readsTcx_data();
    void readsTcx();
    void tcxLapsAndSessions();
    void instants_data();
    void instants();
    void refusesTooManyPoints();
    void aCancelledReaderEnds();
};

void TracksTest::readsGpx_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const QByteArray plain = "<trkpt lat='50' lon='10'><ele>100</ele><time>2026-03-30T08:00:00Z</time></trkpt>"
                             "<trkpt lat='50.001' lon='10'><ele>101</ele><time>2026-03-30T08:00:10Z</time></trkpt>";
    const QString read = u"time 0 10, latlng 50 50 / 10 10, altitude 100 101, distance 0 111.2"_s;
    QTest::newRow("a track") << track(plain) << read << u""_s;
    QTest::newRow("sensors within extensions of a namespace")
        << track("<trkpt lat='50' "
                 "lon='10'><time>2026-03-30T08:00:00Z</time><extensions><t:power>210</"
                 "t:power><t:TrackPointExtension><t:hr>140</t:hr><t:cad>88</t:cad>"
                 "<t:atemp>21.5</t:atemp><t:speed>9.5</t:speed></t:TrackPointExtension></extensions></trkpt>")
        << u"time 0, latlng 50 / 10, heartrate 140, cadence 88, watts 210, distance 0, velocity_smooth 9.5, temp 21.5"_s
        << u""_s;
    QTest::newRow("sensors without a namespace, by other names")
        << track("<trkpt lat='50' "
                 "lon='10'><time>2026-03-30T08:00:00Z</time><extensions><heartrate>140</heartrate><cadence>88</"
                 "cadence><PowerInWatts>210</PowerInWatts>"
                 "<temperature>21</temperature><distance>12</distance><aaa><bbb>1</bbb></aaa></extensions></trkpt>")
        << u"time 0, latlng 50 / 10, heartrate 140, cadence 88, watts 210, distance 12, temp 21"_s << u""_s;
    QTest::newRow("speed of the first version of the format")
        << QByteArray("<gpx><trk><trkseg><trkpt lat='50' "
                      "lon='10'><time>2026-03-30T08:00:00Z</time><speed>1.2</speed></trkpt></trkseg></trk></gpx>")
        << u"time 0, latlng 50 / 10, distance 0, velocity_smooth 1.2"_s << u""_s;
    QTest::newRow("gaps") << track(
        "<trkpt lat='50' lon='10'><time>2026-03-30T08:00:00Z</time></trkpt><trkpt lat='50' "
        "lon='10'><ele>x</ele><time>2026-03-30T08:00:01.5Z</time><extensions><hr>99</hr></extensions></trkpt>")
                          << u"time 0 1.5, latlng 50 50 / 10 10, heartrate - 99, distance 0 0"_s << u""_s;
    QTest::newRow("the way between segments does not count")
        << gpx("<trk><trkseg><trkpt lat='50' lon='10'><time>2026-03-30T08:00:00Z</time></trkpt></trkseg><trkseg>"
               "<trkpt lat='51' lon='10'><time>2026-03-30T09:00:00Z</time></trkpt><trkpt lat='51.001' "
               "lon='10'><time>2026-03-30T09:00:10Z</time></trkpt></trkseg></trk>")
        << u"time 0 3600 3610, latlng 50 51 51 / 10 10 10, distance 0 0 111.2"_s << u""_s;
    QTest::newRow("F49 points nowhere on the globe") << track(
        "<trkpt lat='91' lon='10'><time>2026-03-30T07:59:00Z</time></trkpt><trkpt lat='50' lon='NaN'/><trkpt "
        "lon='5'/><trkpt lat='50' lon='181'/>"
        + plain) << read << u"points: 4 nowhere on the globe, left out"_s;
    QTest::newRow("F50 a track without times is a route")
        << track("<trkpt lat='50' lon='10'/><trkpt lat='50.001' lon='10'/>")
        << u"time 0 1, latlng 50 50 / 10 10, distance 0 111.2"_s << u""_s;
    QTest::newRow("F50 a route") << gpx(
        "<rte><rtept lat='50' lon='10'><time>2026-03-30T08:00:00Z</time></rtept><rtept lat='50.001' lon='10'/></rte>")
                                 << u"time 0 1, latlng 50 50 / 10 10, distance 0 111.2"_s << u""_s;
    QTest::newRow("a route beside a track is left out")
        << gpx("<wpt lat='1' lon='1'/><rte><rtept lat='50' lon='10'/></rte><trk><trkseg>" + plain + "</trkseg></trk>")
        << read << u"waypoints: 1 left out | route: left out, since there is a track"_s;
    QTest::newRow("a point without a time between others")
        << track("<trkpt lat='50' lon='10'><time>2026-03-30T08:00:00Z</time></trkpt><trkpt lat='50' lon='10'/><trkpt "
                 "lat='50' lon='10'><time>2026-03-30T08:00:10Z</time></trkpt>")
        << u"time 0 5 10, latlng 50 50 50 / 10 10 10, distance 0 0 0"_s
        << u"1 point: without a time, placed between its neighbours"_s;
    QTest::newRow("one time among many points without")
        << track("<trkpt lat='50' lon='10'/><trkpt lat='50' lon='10'/><trkpt lat='50' "
                 "lon='10'><time>2026-03-30T08:00:10Z</time></trkpt>")
        << u"time 0 1 2, latlng 50 50 50 / 10 10 10, distance 0 0 0"_s
        << u"1 point: with a time among many without; read as a route"_s;
    QTest::newRow("times out of order") << track(
        "<trkpt lat='51' lon='10'><time>2026-03-30T08:00:10Z</time></trkpt><trkpt lat='51' "
        "lon='10'><time>2026-03-30T08:00:00Z</time><ele>5</ele></trkpt>")
                                        << u"time 0 10, latlng 51 51 / 10 10, altitude 5 -, distance 0 0"_s
                                        << u"points: not in order of time; put in order"_s;
    QTest::newRow("times of several zones count by the instant")
        << track("<trkpt lat='50' lon='10'><time>2026-03-30T10:00:00+02:00</time></trkpt><trkpt lat='50' "
                 "lon='10'><time>2026-03-30T08:00:10Z</time></trkpt>")
        << u"time 0 10, latlng 50 50 / 10 10, distance 0 0"_s << u""_s;
    QTest::newRow("no point at all") << gpx("<wpt lat='1' lon='1'/><trk><trkseg/></trk>")
                                     << u"refused: track: the file has no point of a track or a route"_s << u""_s;
    QTest::newRow("another root") << QByteArray("<kml/>") << u"refused: kml: not a GPX file"_s << u""_s;
    QTest::newRow("a document type") << QByteArray("<!DOCTYPE gpx><gpx/>")
                                     << u"refused: document type: files with one are not read"_s << u""_s;
}

void TracksTest::readsGpx()
{
    QFETCH(QByteArray, file);
    const auto read = readGpx(file);
    QTEST(wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void TracksTest::gpxKnowsItsNameAndSport()
{
    const auto file = readGpx(
        gpx("<metadata><name>Outer</name><desc>All of "
            "it</desc></metadata><trk><name><![CDATA[<b>Morning</b>\nride]]></name><type>running</type><trkseg>"
            "<trkpt lat='50' lon='10'><time>2026-03-30T10:00:00.000+02:00</time></trkpt></trkseg></trk>",
            "creator='Watch &amp; Co'"));
    QVERIFY(file.ok());
    QCOMPARE(file->name, u"<b>Morning</b> ride"_s);
    QCOMPARE(file->description, u"All of it"_s);
    QCOMPARE(file->sport, u"Run"_s);
    QCOMPARE(file->device, u"Watch & Co"_s);
    QCOMPARE(file->start, QDateTime(QDate(2026, 3, 30), QTime(8, 0), Qt::UTC));
    QCOMPARE(file->utcOffset, std::optional(std::chrono::seconds(7200)));
    QVERIFY(!readGpx(track("<trkpt lat='50' lon='10'/>"))->start.isValid());
}

void TracksTest::gpxTracksAreLapsAndPausesMoments()
{
    const QByteArray early = "<trkpt lat='50' lon='10'><time>2026-03-30T08:00:00Z</time></trkpt><trkpt lat='50' "
                             "lon='10'><time>2026-03-30T08:10:00Z</time></trkpt>";
    const QByteArray late = "<trkpt lat='50' lon='10'><time>2026-03-30T09:00:00Z</time></trkpt><trkpt lat='50' "
                            "lon='10'><time>2026-03-30T09:05:00Z</time></trkpt>";
    const auto file = readGpx(gpx("<trk><trkseg>" + early + "</trkseg></trk><trk><trkseg>" + late + "</trkseg></trk>"));
    QVERIFY(file.ok());
    QCOMPARE(file->laps.size(), 2);
    QCOMPARE(file->laps.at(0).elapsedSeconds, std::optional(600.0));
    QCOMPARE(file->laps.at(1).start, QDateTime(QDate(2026, 3, 30), QTime(9, 0), Qt::UTC));
    QCOMPARE(file->moments,
        (QList<Moment> {{QDateTime(QDate(2026, 3, 30), QTime(8, 10), Qt::UTC), u"stop"_s},
            {QDateTime(QDate(2026, 3, 30), QTime(9, 0), Qt::UTC), u"start"_s}}));
    QVERIFY(readGpx(track(early))->laps.isEmpty());
}

void TracksTest::readsTcx_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");
    const auto lap = [](const QByteArray &points) {
        return "<Lap StartTime='2026-03-30T08:00:00Z'><Track>" + points + "</Track></Lap>";
    };
    QTest::newRow("a recording with sensors")
        << tcx(lap(tcxPoint("2026-03-30T08:00:00.000Z",
               "<Position><LatitudeDegrees>50</LatitudeDegrees><LongitudeDegrees>10</LongitudeDegrees></"
               "Position><AltitudeMeters>100</AltitudeMeters><DistanceMeters>4.7</DistanceMeters>"
               "<HeartRateBpm><Value>112</Value></HeartRateBpm><Cadence>39</Cadence><Extensions><e:TPX><e:Speed>4.73</"
               "e:Speed><e:Watts>196</e:Watts></e:TPX></Extensions>")))
        << u"time 0, latlng 50 / 10, altitude 100, heartrate 112, cadence 39, watts 196, distance 4.7, velocity_smooth 4.7"_s
        << u""_s;
    QTest::newRow("indoors without positions")
        << tcx(lap(tcxPoint("2026-03-30T08:00:00Z", "<DistanceMeters>0</DistanceMeters>")
               + tcxPoint("2026-03-30T08:00:02Z", "<DistanceMeters>20</DistanceMeters>")))
        << u"time 0 2, distance 0 20"_s << u""_s;
    QTest::newRow("the way is measured where no distance stands") << tcx(
        lap(tcxPoint("2026-03-30T08:00:00Z",
                "<Position><LatitudeDegrees>50</LatitudeDegrees><LongitudeDegrees>10</LongitudeDegrees></Position>")
            + tcxPoint("2026-03-30T08:00:02Z",
                "<Position><LatitudeDegrees>50.001</LatitudeDegrees><LongitudeDegrees>10</LongitudeDegrees></"
                "Position>"))) << u"time 0 2, latlng 50 50 / 10 10, distance 0 111.2"_s
                                                                  << u""_s;
    QTest::newRow("cadence of a run") << tcx(
        lap(tcxPoint("2026-03-30T08:00:00Z", "<Extensions><TPX><RunCadence>85</RunCadence></TPX></Extensions>")),
        "Running") << u"time 0, cadence 85"_s
                                      << u""_s;
    QTest::newRow("a position off the globe is a gap")
        << tcx(lap(tcxPoint("2026-03-30T08:00:00Z",
               "<Position><LatitudeDegrees>180</LatitudeDegrees><LongitudeDegrees>180</LongitudeDegrees></"
               "Position><Cadence>80</Cadence>")))
        << u"time 0, cadence 80"_s << u"points: 1 nowhere on the globe, kept without their position"_s;
    QTest::newRow("F52 times of several zones count by the instant")
        << tcx(lap(tcxPoint("2026-03-30T10:00:00+02:00", "<Cadence>1</Cadence>")
               + tcxPoint("2026-03-30T08:00:05Z", "<Cadence>2</Cadence>")
               + tcxPoint("2026-03-30T03:00:10-05:00", "<Cadence>3</Cadence>")))
        << u"time 0 5 10, cadence 1 2 3"_s << u""_s;
    QTest::newRow("a course is a route") << QByteArray(
        "<TrainingCenterDatabase><Courses><Course><Name>Loop</Name><Track><Trackpoint><Time>2010-01-01T00:00:00Z</"
        "Time><AltitudeMeters>1</AltitudeMeters>"
        "</Trackpoint></Track></Course></Courses></TrainingCenterDatabase>")
                                         << u"time 0, altitude 1"_s << u""_s;
    QTest::newRow("nothing recorded") << QByteArray("<TrainingCenterDatabase><Workouts/></TrainingCenterDatabase>")
                                      << u"refused: activity: the file has no activity and no course"_s << u""_s;
    QTest::newRow("another root") << QByteArray("<gpx/>") << u"refused: gpx: not a Training Center file"_s << u""_s;
    QTest::newRow("a document type") << QByteArray("<!DOCTYPE x><TrainingCenterDatabase/>")
                                     << u"refused: document type: files with one are not read"_s << u""_s;
}

void TracksTest::readsTcx()
{
    QFETCH(QByteArray, file);
    const auto read = readTcx(file);
    QTEST(wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void TracksTest::tcxLapsAndSessions()
{
    const auto lap = [](const QByteArray &start, const QByteArray &trigger) {
        return "<Lap StartTime='" + start
            + "'><TotalTimeSeconds>600.5</TotalTimeSeconds><DistanceMeters>5000</DistanceMeters><Calories>100</"
              "Calories><AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm>"
              "<MaximumHeartRateBpm><Value>160</Value></MaximumHeartRateBpm><TriggerMethod>"
            + trigger + "</TriggerMethod><Extensions><e:LX><e:AvgWatts>210</e:AvgWatts></e:LX></Extensions></Lap>";
    };
    const auto file = readTcx(tcx(lap("2026-03-30T08:00:00Z", "Manual") + lap("2026-03-30T08:10:00Z", "Distance")));
    QVERIFY(file.ok());
    QCOMPARE(file->device, u"Unit 5"_s);
    QCOMPARE(file->sport, u"Ride"_s);
    QCOMPARE(file->start, QDateTime(QDate(2026, 3, 30), QTime(8, 0), Qt::UTC));
    QCOMPARE(file->laps.size(), 2);
    const Stretch &second = file->laps.at(1);
    QCOMPARE(second.trigger, u"distance"_s);
    QCOMPARE(second.timerSeconds, std::optional(600.5));
    QCOMPARE(second.averageWatts, std::optional(210));
    QCOMPARE(second.averageHeartRateBpm, std::optional(140));
    QCOMPARE(file->sessions.size(), 1);
    QCOMPARE(file->sessions.first().metres, std::optional(10'000.0));
    QCOMPARE(file->sessions.first().kilocalories, std::optional(200));
    QCOMPARE(file->sessions.first().maxHeartRateBpm, std::optional(160));
}

void TracksTest::instants_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected"); ///< empty: none
    QTest::newRow("UTC") << u"2026-03-30T08:00:00Z"_s << u"2026-03-30T08:00:00.000Z"_s;
    QTest::newRow("no zone is UTC") << u"2026-03-30T08:00:00"_s << u"2026-03-30T08:00:00.000Z"_s;
    QTest::newRow("one decimal") << u"2026-03-30T08:00:00.8Z"_s << u"2026-03-30T08:00:00.800Z"_s;
    QTest::newRow("nine decimals") << u"2026-03-30T08:00:00.123456789Z"_s << u"2026-03-30T08:00:00.123Z"_s;
    QTest::newRow("an offset") << u" 2026-03-30T08:00:00.5-05:30 "_s << u"2026-03-30T13:30:00.500Z"_s;
    QTest::newRow("an offset without a colon") << u"2026-03-30T08:00:00+0200"_s << u"2026-03-30T06:00:00.000Z"_s;
    QTest::newRow("before 1970") << u"1969-12-31T23:59:59Z"_s << u"1969-12-31T23:59:59.000Z"_s;
    for (const char *bad : {"",
             "x",
             "2026-02-30T08:00:00Z",
             "2026-03-30",
             "2026-03-30T08:00",
             "2026-03-30T25:00:00Z",
             "2026-03-30T08:00:00ZZ",
             "2026-03-30T08:00:00+99:00",
             "0001-01-01T00:00:00Z"})
        QTest::newRow(bad) << QString::fromLatin1(bad) << QString();
}

void TracksTest::instants()
{
    QFETCH(QString, text);
    const auto instant = instantIn(text);
    QTEST(instant ? QDateTime::fromMSecsSinceEpoch(instant->milliseconds, Qt::UTC).toString(Qt::ISODateWithMs)
                  : QString(),
        "expected");
}

void TracksTest::refusesTooManyPoints()
{
    Bounds bounds;
    bounds.records = 100;
    const auto gpxFile = readGpx(track(QByteArray("<trkpt lat='50' lon='10'/>").repeated(101)), bounds); // F51
    QVERIFY(!gpxFile.ok());
    QVERIFY(gpxFile.error().detail.contains(u"more than 100 points"_s));
    const auto tcxFile
        = readTcx(tcx("<Lap><Track>" + tcxPoint("2026-03-30T08:00:00Z").repeated(101) + "</Track></Lap>"), bounds);
    QVERIFY(!tcxFile.ok());
    QVERIFY(tcxFile.error().detail.contains(u"more than 100 points"_s));
    QVERIFY(readGpx(track(QByteArray("<trkpt lat='50' lon='10'/>").repeated(100)), bounds).ok());
}

void TracksTest::aCancelledReaderEnds()
{
    const std::atomic<bool> cancelled = true;
    Bounds bounds;
    bounds.cancelled = &cancelled;
    const auto file = readGpx(track(QByteArray("<trkpt lat='50' lon='10'/>").repeated(5000)), bounds);
    QVERIFY(!file.ok());
    QCOMPARE(file.error().detail, u"cancelled"_s);
}

MICROCYCLE_CORE_TEST(TracksTest)
#include "tst_tracks.moc"
