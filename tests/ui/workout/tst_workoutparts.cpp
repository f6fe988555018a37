// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/workout/completion.h"
#include "ui/workout/workoutgesture.h"
#include "ui/workout/workoutlayout.h"
#include "ui/workout/workoutwords.h"

using namespace Qt::StringLiterals;
using ui::ChartHit;
using ui::ChartLayout;
using ui::ChartPiece;
using workout::Family;
using workout::Script;

namespace {

constexpr auto session = "- 10m 50%\n\n3x\n- 4m 90-100%\n- 2m ramp 60-40%\n\n- 5m Z2";
const QRectF area(0, 0, 1000, 318);

workout::Person rider()
{
    workout::Person person;
    person.ftpWatts = 250;
    person.settings.lthrBpm = 160;
    person.settings.heartrateZonesBpm = {130, 145, 155, 165, 185};
    person.settings.thresholdPaceMps = 4;
    return person;
}

struct Drawn {
    explicit Drawn(const QString &text, bool unrolled = true, Family family = Family::Power)
        : script(text)
        , shape(workout::shapeOf(script.workout(), family, person))
        , layout(shape, area, unrolled, {})
    {
    }
    workout::Person person = rider();
    Script script;
    workout::Shape shape;
    ChartLayout layout;
};

}

/// The parts of the chart and of the text that have no pixels of their own: layout, gestures, offered words.
class WorkoutPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsLieSideBySide();
    void repeatsOnceLeaveTimeOut();
    void everyEdgeIsFound_data();
    void everyEdgeIsFound();
    void narrowStepsKeepABody();
    void placesBetweenSteps();
    void heartsDoNotStandStill();
    void sprintsAreCutOff();
    void millionsOfRepetitionsAreDrawnOnce();
    void pullingIsSnapped_data();
    void pullingIsSnapped();
    void wordsFitTheirPlace_data();
    void wordsFitTheirPlace();
    void nothingIsOfferedInLabels_data();
    void nothingIsOfferedInLabels();
    void timesAreSpoken_data();
    void timesAreSpoken();
};

void WorkoutPartsTest::stepsLieSideBySide()
{
    const Drawn drawn(QString::fromLatin1(session));
    const auto &pieces = drawn.layout.pieces();
    QCOMPARE(pieces.size(), size_t(8));
    double x = area.left();
    for (const ChartPiece &piece : pieces) {
        QVERIFY(std::abs(piece.box.left() - x) < 1e-6);
        QVERIFY(std::abs(piece.box.bottom() - drawn.layout.plot().bottom()) < 1e-6);
        x = piece.box.right();
    }
    QVERIFY(std::abs(x - area.right()) < 1e-6);
    QCOMPARE(pieces[6].number, 3);
    QCOMPARE(pieces[6].startSecond, 600.0 + 2 * 360 + 240);
    QCOMPARE(drawn.layout.brackets().size(), size_t(1));
    QVERIFY(std::abs(drawn.layout.brackets().front().rect.left() - pieces[1].box.left()) < 1e-6);
    QVERIFY(std::abs(drawn.layout.brackets().front().rect.right() - pieces[6].box.right()) < 1e-6);
    QVERIFY(std::abs(drawn.layout.percentAt(drawn.layout.y(77)) - 77) < 1e-6);
}

void WorkoutPartsTest::repeatsOnceLeaveTimeOut()
{
    const Drawn drawn(QString::fromLatin1(session), false);
    QCOMPARE(drawn.layout.pieces().size(), size_t(4));
    QVERIFY(std::abs(drawn.layout.pieces().back().box.right() - area.right()) < 1e-6);
    QList<int> times;
    for (const auto &tick : drawn.layout.times())
        times << tick.value;
    QCOMPARE(times, (QList<int> {0, 600, 600 + 3 * 360})); // where blocks begin, in true time
}

void WorkoutPartsTest::everyEdgeIsFound_data()
{
    using Handle = ChartHit::Handle;
    QTest::addColumn<int>("piece");
    QTest::addColumn<double>("x"); // share of its width
    QTest::addColumn<double>("percent");
    QTest::addColumn<double>("dx");
    QTest::addColumn<int>("handle");
    const auto row = [](const char *name, int piece, double x, double percent, Handle handle, double dx = 0) {
        QTest::newRow(name) << piece << x << percent << dx << int(handle);
    };
    row("inside", 0, 0.5, 20, Handle::Body);
    row("the right edge", 0, 1, 20, Handle::RightEdge, -2);
    row("just behind the right edge", 0, 1, 20, Handle::RightEdge, 2);
    row("the top", 0, 0.5, 51, Handle::Top);
    row("above", 0, 0.5, 80, Handle::None);
    row("the upper end of a range", 1, 0.5, 100, Handle::Top);
    row("the lower end of a range", 1, 0.5, 90, Handle::LowEnd);
    row("where a ramp begins", 2, 0.1, 58, Handle::RampStart);
    row("where a ramp ends", 2, 0.85, 43, Handle::RampEnd);
    row("the middle of a ramp", 2, 0.5, 50, Handle::Top);
    row("above a ramp's slope", 2, 0.8, 58, Handle::None);
}

void WorkoutPartsTest::everyEdgeIsFound()
{
    QFETCH(int, piece);
    QFETCH(double, x);
    QFETCH(double, percent);
    QFETCH(double, dx);
    QFETCH(int, handle);
    const Drawn drawn(QString::fromLatin1(session));
    const ChartPiece &at = drawn.layout.pieces()[size_t(piece)];
    const ChartHit hit = drawn.layout.hit({at.box.left() + at.box.width() * x + dx, drawn.layout.y(percent)});
    QCOMPARE(int(hit.handle), handle);
    if (hit.handle != ChartHit::Handle::None)
        QCOMPARE(hit.piece, piece);
}

void WorkoutPartsTest::narrowStepsKeepABody()
{
    const Drawn drawn(u"- 1h 50%\n- 10s 150%\n- 1h 50%"_s);
    const ChartPiece &sprint = drawn.layout.pieces()[1];
    QVERIFY(sprint.box.width() < 3);
    const ChartHit hit = drawn.layout.hit({sprint.box.center().x(), drawn.layout.y(100)});
    QCOMPARE(hit.piece, 1);
    QCOMPARE(hit.handle, ChartHit::Handle::Body);
}

void WorkoutPartsTest::placesBetweenSteps()
{
    const Drawn drawn(QString::fromLatin1(session));
    const double behindRepeat = drawn.layout.pieces().back().box.left();
    const auto gap = drawn.layout.gapAt(behindRepeat + 2, drawn.script, {0});
    QVERIFY(gap);
    QCOMPARE(gap->gap, (workout::Gap {2, {}}));
    QVERIFY(!drawn.layout.gapAt(1, drawn.script, {0})); // it stands there
    const double inside = drawn.layout.pieces()[2].box.left();
    QCOMPARE(drawn.layout.gapAt(inside, drawn.script, {0})->gap, (workout::Gap {1, 1}));
    QVERIFY(!drawn.layout.gapAt(inside, drawn.script, {3, 4})); // no repeat within a repeat
}

void WorkoutPartsTest::heartsDoNotStandStill()
{
    const Drawn heart(u"- 10m 75% LTHR\n- 10m 95% LTHR"_s, true, Family::HeartRate);
    QCOMPARE(heart.layout.units().lowest, 50.0);
    QVERIFY(std::abs(heart.layout.percentAt(heart.layout.y(75)) - 75) < 1e-6);
    const Drawn slow(u"- 10m 40% Pace\n- 10m 95% Pace"_s, true, Family::Pace);
    QCOMPARE(slow.layout.units().lowest, 20.0);
    QCOMPARE(Drawn(u"- 10m 75%"_s).layout.units().lowest, 0.0);
}

void WorkoutPartsTest::sprintsAreCutOff()
{
    const Drawn drawn(u"- 10m 50%\n- 10s 900%"_s);
    QVERIFY(drawn.layout.units().highest < 300);
    QVERIFY(std::abs(drawn.layout.pieces()[1].box.top() - drawn.layout.plot().top()) < 1e-6);
}

void WorkoutPartsTest::millionsOfRepetitionsAreDrawnOnce()
{
    QString text = u"- 1s 50%\n\n"_s;
    for (int i = 0; i < 100; ++i)
        text += u"999x\n- 10s 100%\n- 10s 50%\n\n"_s;
    QCOMPARE(Drawn(text).layout.pieces().size(), size_t(201));
}

void WorkoutPartsTest::pullingIsSnapped_data()
{
    QTest::addColumn<QString>("step");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<double>("raise");
    QTest::addColumn<bool>("fine");
    QTest::addColumn<QString>("expected");
    const auto row
        = [](const char *name, const QString &step, double seconds, double raise, bool fine, const QString &expected) {
              QTest::newRow(name) << step << seconds << raise << fine << expected;
          };
    row("short steps by five seconds", u"- 30s 50%"_s, 38, 0, false, u"- 40s 50%"_s);
    row("short steps finely by one", u"- 30s 50%"_s, 38, 0, true, u"- 38s 50%"_s);
    row("minutes by half a minute", u"- 5m 50%"_s, 415, 0, false, u"- 7m 50%"_s);
    row("long steps by a minute", u"- 30m 50%"_s, 2015, 0, false, u"- 34m 50%"_s);
    row("never to nothing", u"- 30s 50%"_s, -50, 0, false, u"- 5s 50%"_s);
    row("metres stay metres", u"- 1km 4:10/km Pace"_s, 310, 0, false, u"- 1200mtr 4:10/km Pace"_s);
    row("percent by five", u"- 5m 62%"_s, 0, 6, false, u"- 5m 70%"_s);
    row("percent finely by one", u"- 5m 62%"_s, 0, 6.4, true, u"- 5m 68%"_s);
    row("a range keeps its width", u"- 5m 88-94%"_s, 0, 6, false, u"- 5m 94-100%"_s);
    row("watts stay watts", u"- 5m 200w"_s, 0, 10, false, u"- 5m 225w"_s);
    row("zones go to the zone of the pointer", u"- 5m Z2"_s, 0, 35, false, u"- 5m Z4"_s);
    row("hearts by one", u"- 5m 80% LTHR"_s, 0, 3.2, false, u"- 5m 83% LTHR"_s);
    row("a faster pace has fewer seconds", u"- 5m 5:00/km Pace"_s, 0, 17, false, u"- 5m 4:10/km Pace"_s);
    row("a step without a target gets one", u"- 5m"_s, 0, 33, false, u"- 5m 75%"_s);
}

void WorkoutPartsTest::pullingIsSnapped()
{
    QFETCH(QString, step);
    QFETCH(double, seconds);
    QFETCH(double, raise);
    QFETCH(bool, fine);
    QFETCH(QString, expected);
    const Family family = step.contains("LTHR"_L1) ? Family::HeartRate
        : step.contains("Pace"_L1)                 ? Family::Pace
                                                   : Family::Power;
    const Drawn drawn(step, true, family);
    const ui::WorkoutGesture gesture(drawn.script, drawn.shape, drawn.person, 0);
    const double level = drawn.shape.blocks.first().steps.first().middle() + raise;
    const auto edited = seconds != 0 ? gesture.lasting(seconds, fine)
                                     : gesture.raised(ui::WorkoutGesture::End::Both, raise, level, fine);
    QCOMPARE(workout::applied(step, edited.changes), expected);
}

void WorkoutPartsTest::wordsFitTheirPlace_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("first");
    QTest::addColumn<int>("taken");
    QTest::newRow("an empty line") << QString() << u"- "_s << 0;
    QTest::newRow("a section") << u"Wa"_s << u"Warmup"_s << 2;
    QTest::newRow("a step's zones") << u"- 5m "_s << u"Z1"_s << 0;
    QTest::newRow("zones by letter") << u"- 5m Z"_s << u"Z1"_s << 1;
    QTest::newRow("a keyword") << u"- 5m fr"_s << u"freeride"_s << 2;
    QTest::newRow("units of a number") << u"- 5"_s << u"5m"_s << 1;
    QTest::newRow("an option") << u"- 5m intensity=w"_s << u"intensity=warmup"_s << 11;
}

void WorkoutPartsTest::wordsFitTheirPlace()
{
    QFETCH(QString, before);
    QFETCH(QString, first);
    QFETCH(int, taken);
    const workout::Person person = rider();
    const auto offer = ui::Completion(Family::Power, person).all(before);
    QVERIFY(!offer.words.isEmpty());
    QCOMPARE(offer.words.first().text, first);
    QCOMPARE(offer.taken, taken);
}

void WorkoutPartsTest::nothingIsOfferedInLabels_data()
{
    QTest::addColumn<QString>("before");
    QTest::newRow("one letter") << u"- r"_s;
    QTest::newRow("a word that is none") << u"- Easy"_s;
    QTest::newRow("a number") << u"- 10"_s;
    QTest::newRow("a note") << u"Take the ra"_s;
    QTest::newRow("a whole word") << u"- 5m ramp"_s;
    QTest::newRow("nothing") << QString();
}

void WorkoutPartsTest::nothingIsOfferedInLabels()
{
    QFETCH(QString, before);
    const workout::Person person = rider();
    QCOMPARE(ui::Completion(Family::Power, person).whileTyping(before).words.size(), 0);
}

void WorkoutPartsTest::timesAreSpoken_data()
{
    QTest::addColumn<int>("seconds");
    QTest::addColumn<QString>("words");
    QTest::newRow("nothing") << 0 << u"0 seconds"_s;
    QTest::newRow("seconds") << 45 << u"45 seconds"_s;
    QTest::newRow("one of each") << 3661 << u"1 hour 1 minute 1 second"_s;
    QTest::newRow("hours and minutes") << 7320 << u"2 hours 2 minutes"_s;
}

void WorkoutPartsTest::timesAreSpoken()
{
    QFETCH(int, seconds);
    QFETCH(QString, words);
    QCOMPARE(ui::WorkoutWords::spokenDuration(seconds), words);
}

MICROCYCLE_WIDGET_TEST(WorkoutPartsTest)
#include "tst_workoutparts.moc"
