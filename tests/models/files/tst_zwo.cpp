// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/zwo.h"
#include "tests/models/files/filewording.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace files;
using support::planOf;

namespace {

QByteArray zwo(const QByteArray &steps, const QByteArray &head = "<sportType>bike</sportType>")
{
    return "<workout_file>" + head + "<workout>" + steps + "</workout></workout_file>";
}

domain::SportSettings settings()
{
    return support::thresholdsAt(200);
}

}

/// What other programs write is read, what is broken is refused with its place, and what is written says what it leaves
/// out.
class ZwoTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsWhatItSaysAboutItself();
    void writes_data();
    void writes();
};

void ZwoTest::reads_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<QString>("notes");

    QTest::newRow("a steady step") << zwo("<SteadyState Duration='90' Power='0.604'/>") << u"\"\" 90s p0:60.4"_s
                                   << u""_s;
    QTest::newRow("names in any case, unknown attributes")
        << zwo("<steadySTATE duration='90' POWER='.5' Slope='2' pace='0'/>") << u"\"\" 90s p0:50"_s << u""_s;
    QTest::newRow("both ends alike are no range")
        << zwo("<SteadyState Duration='150.0' PowerLow='0.640' PowerHigh='0.640'/>") << u"\"\" 150s p0:64"_s << u""_s;
    QTest::newRow("a range is no ramp") << zwo(
        "<SteadyState Duration='60' Power='0.65' PowerLow='0.6' PowerHigh='0.7'/>")
                                        << u"\"\" 60s p0:60..70"_s << u""_s;
    QTest::newRow("a warm-up rises") << zwo("<Warmup Duration='300' PowerLow='0.25' PowerHigh='0.75' Cadence='90'/>")
                                     << u"\"\" 300s p0:25..75 rpm90..90 ramp warmup"_s << u""_s;
    QTest::newRow("a warm-up may fall") << zwo("<Warmup Duration='300' PowerLow='0.75' PowerHigh='0.5'/>")
                                        << u"\"\" 300s p0:75..50 ramp warmup"_s << u""_s;
    QTest::newRow("a cool-down from high to low") << zwo("<Cooldown Duration='300' PowerLow='0.7' PowerHigh='0.4'/>")
                                                  << u"\"\" 300s p0:70..40 ramp cooldown"_s << u""_s;
    QTest::newRow("a cool-down written low before high falls too")
        << zwo("<Cooldown Duration='300' PowerLow='0.4' PowerHigh='0.7'/>") << u"\"\" 300s p0:70..40 ramp cooldown"_s
        << u""_s;
    QTest::newRow("a ramp goes as written")
        << zwo("<Ramp Duration='60' PowerLow='1' PowerHigh='0.4'/>") << u"\"\" 60s p0:100..40 ramp"_s << u""_s;
    QTest::newRow("a flat ramp is none") << zwo("<Ramp Duration='60' PowerLow='1' PowerHigh='1'/>")
                                         << u"\"\" 60s p0:100"_s << u""_s;
    QTest::newRow("intervals are a repeat")
        << zwo("<IntervalsT Repeat='4' OnDuration='240' OffDuration='120' OnPower='1.08' OffPower='0.5' Cadence='95' "
               "CadenceResting='80'/>")
        << u"4x (4)[\"\" 240s p0:108 rpm95..95, \"\" 120s p0:50 rpm80..80]"_s << u""_s;
    QTest::newRow("intervals with ranges")
        << zwo("<IntervalsT Repeat='2' OnDuration='60' OffDuration='60' PowerOnLow='1' PowerOnHigh='1.1' "
               "PowerOffLow='0.4' PowerOffHigh='0.5'/>")
        << u"2x (2)[\"\" 60s p0:100..110, \"\" 60s p0:40..50]"_s << u""_s;
    QTest::newRow("intervals once are two steps")
        << zwo("<IntervalsT OnDuration='60' OffDuration='30' OnPower='1' OffPower='0.5'/>")
        << u"\"\" 60s p0:100 | \"\" 30s p0:50"_s << u""_s;
    QTest::newRow("intervals without a rest")
        << zwo("<IntervalsT Repeat='3' OnDuration='60' OnPower='1'/>") << u"3x (3)[\"\" 60s p0:100]"_s << u""_s;
    QTest::newRow("free riding") << zwo("<FreeRide Duration='600' FlatRoad='1'/><Freeride Duration='60'/>")
                                 << u"\"\" 600s freeride | \"\" 60s freeride"_s << u""_s;
    QTest::newRow("all out") << zwo("<MaxEffort Duration='12'/>") << u"\"\" 12s max"_s << u""_s;
    QTest::newRow("cadence as a range") << zwo(
        "<SteadyState Duration='60' Power='1' Cadence='90' CadenceLow='85' CadenceHigh='95'/>")
                                        << u"\"\" 60s p0:100 rpm85..95"_s << u""_s;
    QTest::newRow("hidden power") << zwo("<SteadyState Duration='60' Power='1' show_avg='0'/>")
                                  << u"\"\" 60s p0:100 hide"_s << u""_s;
    QTest::newRow("texts become cues, the first one the label")
        << zwo("<SteadyState Duration='60' Power='1'><textevent timeoffset='33' message='Find your rhythm'/><textevent "
               "timeoffset='0' message='Settle in'/></SteadyState>")
        << u"\"Settle in 33^Find your rhythm<!>\" 60s p0:100"_s << u""_s;
    QTest::newRow("a text that reads as a target stays a text") << zwo(
        "<SteadyState Duration='60' Power='1'><TextEvent TimeOffset='0' message='Hold 95% for 5m'/></SteadyState>")
                                                                << u"\"0^Hold 95% for 5m<!>\" 60s p0:100"_s << u""_s;
    QTest::newRow("a text that begins with a number")
        << zwo("<SteadyState Duration='60' Power='1'><textevent timeoffset='5' message='30 more'/></SteadyState>")
        << u"\"5^10 30 more<!>\" 60s p0:100"_s << u""_s;
    QTest::newRow("how long a text stays") << zwo(
        "<SteadyState Duration='60' Power='1'><textevent timeoffset='5' message='Go' duration='20'/></SteadyState>")
                                           << u"\"5^20 Go<!>\" 60s p0:100"_s << u""_s;
    QTest::newRow("F48 a text beyond its step") << zwo(
        "<Warmup Duration='300' PowerLow='0.4' PowerHigh='0.85'><textevent timeoffset='600' "
        "message='Openers'/></Warmup>") << u"\"300^Openers<!>\" 300s p0:40..85 ramp warmup"_s
                                                << u"step 1: text beyond the end of the step moved to its end"_s;
    QTest::newRow("texts of the whole workout find their step")
        << zwo("<SteadyState Duration='60' Power='1'/><SteadyState Duration='60' Power='0.5'/><textevent "
               "timeoffset='70' message='Easy'/>")
        << u"\"\" 60s p0:100 | \"10^Easy<!>\" 60s p0:50"_s << u""_s;
    QTest::newRow("the same texts in every repetition")
        << zwo("<IntervalsT Repeat='2' OnDuration='60' OffDuration='30' OnPower='1' OffPower='0.5'><textevent "
               "timeoffset='0' message='Go'/><textevent timeoffset='65' message='Rest'/>"
               "<textevent timeoffset='90' message='Go'/><textevent timeoffset='155' message='Rest'/></IntervalsT>")
        << u"2x (2)[\"Go\" 60s p0:100, \"5^Rest<!>\" 30s p0:50]"_s << u""_s;
    QTest::newRow("texts of one repetition only write the repeat out")
        << zwo("<IntervalsT Repeat='2' OnDuration='60' OffDuration='30' OnPower='1' OffPower='0.5'><textevent "
               "timeoffset='90' message='Last one'/></IntervalsT>")
        << u"\"\" 60s p0:100 | \"\" 30s p0:50 | \"Last one\" 60s p0:100 | \"\" 30s p0:50"_s
        << u"step 1: repeats written out, since each has words of its own"_s;
    QTest::newRow("fractions of a second add up")
        << zwo("<SteadyState Duration='10.4' Power='1'/><SteadyState Duration='10.4' Power='0.5'/><SteadyState "
               "Duration='10.2' Power='1'/>")
        << u"\"\" 10s p0:100 | \"\" 11s p0:50 | \"\" 10s p0:100"_s << u""_s;
    QTest::newRow("a run by its pace") << zwo(
        "<SteadyState Duration='600' Power='0.9' pace='1'/>", "<sportType>run</sportType>")
                                       << u"\"\" 600s v8:90"_s << u""_s;
    QTest::newRow("a run by distance")
        << zwo("<Warmup Duration='1000' PowerLow='0.7' PowerHigh='0.8'/><IntervalsT Repeat='2' OnDuration='400' "
               "OffDuration='200.5' OnPower='1.1' OffPower='0.6'/>",
               "<sportType>run</sportType><durationType>distance</durationType>")
        << u"\"\" 1000m v8:70..80 ramp warmup | 2x (2)[\"\" 400m v8:110, \"\" 200.5m v8:60]"_s << u""_s;
    QTest::newRow("F47 an unknown element with a duration is kept as a step")
        << zwo("<RestDay Duration='60'/>") << u"\"RestDay\" 60s"_s
        << u"step 1: unknown element RestDay read as a step without a target"_s;
    QTest::newRow("F47 an unknown element without one is noted")
        << zwo("<gameplayevent type='x'/><SteadyState Duration='60' Power='1'/>") << u"\"\" 60s p0:100"_s
        << u"step 1: unknown element gameplayevent left out"_s;
    QTest::newRow("a step of no length is noted")
        << zwo("<SteadyState Duration='0' Power='1'/><SteadyState Duration='60' Power='1'/>") << u"\"\" 60s p0:100"_s
        << u"step 1: without a duration, left out"_s;
    QTest::newRow("F41 markup in a character section is words")
        << zwo("<SteadyState Duration='60' Power='1'/>", "<name><![CDATA[<b>x</b>]]></name>") << u"\"\" 60s p0:100"_s
        << u""_s;
    QTest::newRow("F42 processing instructions are passed over")
        << QByteArray("<?xml version='1.0'?><?xml-stylesheet href='file:///etc/passwd'?><!-- <SteadyState/> -->"
               + zwo("<SteadyState Duration='60' Power='1'/>"))
        << u"\"\" 60s p0:100"_s << u""_s;

    QTest::newRow("an & as people type it")
        << zwo("<SteadyState Duration='60' Power='1'><textevent timeoffset='0' message='Over & under'/>\n"
               "<textevent timeoffset='5' message='R&D; &amp; &#38; &nbsp;'/></SteadyState>")
        << u"\"Over & under 5^R&D; & & &nbsp;<!>\" 60s p0:100"_s
        << u"line 1: an & that is not XML; read as it stands | line 2: an & that is not XML; read as it stands"_s;
    QTest::newRow("an & in a comment and in a character section is nobody's business")
        << zwo("<!-- R & D --><SteadyState Duration='60' Power='1'/>", "<name><![CDATA[a & b]]></name>")
        << u"\"\" 60s p0:100"_s << u""_s;
    QTest::newRow("F43 a negative duration")
        << zwo("<SteadyState Duration='60' Power='1'/><SteadyState Duration='-60' Power='1'/>")
        << u"refused: step 2, SteadyState: Duration=-60: not a duration up to 172800"_s << u""_s;
    QTest::newRow("F43 an endless duration")
        << zwo("<SteadyState Duration='1e9' Power='1'/>")
        << u"refused: step 1, SteadyState: Duration=1e9: not a duration up to 172800"_s << u""_s;
    QTest::newRow("F43 a duration that is no number")
        << zwo("<Warmup Duration='NaN' PowerLow='1' PowerHigh='1'/>")
        << u"refused: step 1, Warmup: Duration=NaN: not a duration up to 172800"_s << u""_s;
    QTest::newRow("F43 an empty duration")
        << zwo("<SteadyState Duration='' Power='1'/>")
        << u"refused: step 1, SteadyState: Duration=: not a duration up to 172800"_s << u""_s;
    QTest::newRow("F44 a power beyond all")
        << zwo("<SteadyState Duration='60' Power='2.5e3'/>")
        << u"refused: step 1, SteadyState: Power=2.5e3: not a share of the threshold between 0 and 10"_s << u""_s;
    QTest::newRow("F44 a power below nothing")
        << zwo("<IntervalsT Repeat='2' OnDuration='60' OffDuration='60' OnPower='-1' OffPower='1'/>")
        << u"refused: step 1, IntervalsT: OnPower=-1: not a share of the threshold between 0 and 10"_s << u""_s;
    QTest::newRow("F45 a million repeats")
        << zwo("<IntervalsT Repeat='1000000' OnDuration='60' OffDuration='60' OnPower='1' OffPower='1'/>")
        << u"refused: step 1, IntervalsT: Repeat=1000000: not a number between 1 and 500"_s << u""_s;
    QTest::newRow("F45 half a repeat") << zwo(
        "<IntervalsT Repeat='2.5' OnDuration='60' OffDuration='60' OnPower='1' OffPower='1'/>")
                                       << u"refused: step 1, IntervalsT: Repeat=2.5: not a number between 1 and 500"_s
                                       << u""_s;
    QTest::newRow("F46 no workout") << QByteArray("<workout_file><name>x</name></workout_file>")
                                    << u"refused: workout: the file has no workout element"_s << u""_s;
    QTest::newRow("too many steps") << zwo(QByteArray("<SteadyState Duration='60' Power='1'/>").repeated(1001))
                                    << u"refused: step 1001: more than 1000 steps"_s << u""_s;
}

void ZwoTest::reads()
{
    QFETCH(QByteArray, file);
    const auto read = readZwo(file);
    QTEST(support::wording(read), "expected");
    QTEST(read ? support::wording(read->notes) : QString(), "notes");
}

void ZwoTest::readsWhatItSaysAboutItself()
{
    const auto read = readZwo(zwo("<SteadyState Duration='60' Power='1'/>",
        "<author>Someone</author><name> Over\n and under </name><description>First "
        "line\r\n\r\n&lt;b&gt;Second&lt;/b&gt; \xC3\xA9</description>"
        "<category>Climbs</category><sportType>RUN</sportType><tags><tag name='HILLS'/><tag>long</tag><tag "
        "name='HILLS'/></tags>"));
    QVERIFY(read.ok());
    QCOMPARE(read->name, u"Over and under"_s);
    QCOMPARE(read->description, u"First line\n\n<b>Second</b> é"_s);
    QCOMPARE(read->sport, u"Run"_s);
    QCOMPARE(read->tags, (QStringList {u"HILLS"_s, u"long"_s}));
    QCOMPARE(read->workout.options.value(u"category"_s), u"Climbs"_s);
    QVERIFY(!read->ftpWatts);
}

void ZwoTest::writes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("sport");
    QTest::addColumn<QString>("expected"); ///< read again
    QTest::addColumn<QString>("notes");
    QTest::newRow("watts as a share of FTP")
        << u"- 10m 150w\n- 1m 100-130w"_s << u"Ride"_s << u"\"\" 600s p0:75 | \"\" 60s p0:50..65"_s << u""_s;
    QTest::newRow("a power zone as a range") << u"- 10m Z2"_s << u"Ride"_s << u"\"\" 600s p0:55.5..75"_s << u""_s;
    QTest::newRow("heart rate as the zone of the same number")
        << u"- 10m Z2 HR"_s << u"Ride"_s << u"\"\" 600s p0:55.5..75"_s
        << u"step 1: heart rate written as the power zone of the same number"_s;
    QTest::newRow("beats by the zone they are in")
        << u"- 10m 120-130bpm"_s << u"Ride"_s << u"\"\" 600s p0:55.5..75"_s
        << u"step 1: heart rate written as the power zone of the same number"_s;
    QTest::newRow("a pace as the same share") << u"- 10m 90% Pace"_s << u"Ride"_s << u"\"\" 600s p0:90"_s
                                              << u"step 1: pace written as the same share of FTP"_s;
    QTest::newRow("a custom zone is not known")
        << u"- 10m CZ1"_s << u"Ride"_s << u"\"\" 600s freeride"_s
        << u"step 1: target left out, since the thresholds or zones that it needs are not known; written as free riding"_s;
    QTest::newRow("no target is free riding") << u"- 10m"_s << u"Ride"_s << u"\"\" 600s freeride"_s << u""_s;
    QTest::newRow("a distance takes its time")
        << u"- 1km 100% Pace"_s << u"Ride"_s << u"\"\" 250s p0:100"_s
        << u"step 1: pace written as the same share of FTP | step 1: distance written as the time that it takes"_s;
    QTest::newRow("words beyond the time that a distance takes")
        << u"- Settle in 33^Keep on<!> 100mtr 100% Pace"_s << u"Ride"_s << u"\"Settle in 25^Keep on<!>\" 25s p0:100"_s
        << u"step 1: pace written as the same share of FTP | step 1: distance written as the time that it takes"
           " | step 1: text beyond the end of the step moved to its end"_s;
    QTest::newRow("words beyond the effort of a repeat are not those of its rest")
        << u"2x\n- Go 90^Still<!> 1m 120%\n- 1m 50%"_s << u"Ride"_s
        << u"2x (2)[\"Go 59^Still<!>\" 60s p0:120, \"\" 60s p0:50]"_s
        << u"step 1: text beyond the end of the step moved to its end"_s;
    QTest::newRow("a repeat of two") << u"Main set 3x\n- Go 1m 120% 100rpm\n- 1m 50%"_s << u"Ride"_s
                                     << u"3x (3)[\"Go\" 60s p0:120 rpm100..100, \"\" 60s p0:50]"_s << u""_s;
    QTest::newRow("a repeat of three is written out")
        << u"2x\n- 1m 120%\n- 1m 50%\n- 1m 60%"_s << u"Ride"_s
        << u"\"\" 60s p0:120 | \"\" 60s p0:50 | \"\" 60s p0:60 | \"\" 60s p0:120 | \"\" 60s p0:50 | \"\" 60s p0:60"_s
        << u"step 1: repeat written out, since the format repeats only a steady effort and a steady rest"_s;
    QTest::newRow("a run by distance") << u"- 1km 80% Pace\n\n2x\n- 400mtr 4:00/km Pace\n- 200mtr 60% Pace"_s
                                       << u"Run"_s
                                       << u"\"\" 1000m v8:80 | 2x (2)[\"\" 400m v8:104.17, \"\" 200m v8:60]"_s << u""_s;
    QTest::newRow("a run by distance and time is by time")
        << u"- 1km 100% Pace\n- 1m 60% Pace"_s << u"Run"_s << u"\"\" 250s v8:100 | \"\" 60s v8:60"_s
        << u"step 1: distance written as the time that it takes"_s;
    QTest::newRow("power of a run") << u"- 1m 90%"_s << u"Run"_s << u"\"\" 60s v8:90"_s
                                    << u"step 1: power written as the same share of the threshold pace"_s;
    QTest::newRow("a pace zone without an upper end")
        << u"- 10s Z7 Pace"_s << u"Run"_s << u"\"\" 10s v8:112.5..999"_s << u""_s;
    QTest::newRow("a swim is written as cycling")
        << u"- 1m 90%"_s << u"Swim"_s << u"\"\" 60s p0:90"_s << u"Swim: written as cycling"_s;
    QTest::newRow("words for devices are left out")
        << u"- Press lap 5m 90% intensity=rest"_s << u"Ride"_s << u"\"\" 300s p0:90"_s
        << u"step 1: written without the press of the lap button | step 1: written without its intensity for devices"_s;
    QTest::newRow("many of a kind are one note")
        << u"- 1m Z2 HR\n- 2m Z2 HR\n- 3m 90%\n- 4m Z2 HR"_s << u"Ride"_s
        << u"\"\" 60s p0:55.5..75 | \"\" 120s p0:55.5..75 | \"\" 180s p0:90 | \"\" 240s p0:55.5..75"_s
        << u"steps 1, 2, 4: heart rate written as the power zone of the same number"_s;
}

void ZwoTest::writes()
{
    QFETCH(QString, text);
    QFETCH(QString, sport);
    const auto written = writeZwo(planOf(text, sport), settings());
    QVERIFY(written.ok());
    QTEST(support::wording(written->notes), "notes");
    const auto again = readZwo(written->bytes);
    QTEST(support::wording(again), "expected");
    QCOMPARE(again->name, u"Practice"_s);
}

MICROCYCLE_CORE_TEST(ZwoTest)
#include "tst_zwo.moc"
