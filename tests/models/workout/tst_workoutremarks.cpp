// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/workout/cues.h"
#include "models/workout/highlight.h"
#include "models/workout/parse.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace workout;

namespace {

using Kind = Warning::Kind;

QString at(const QString &text, const Place &place)
{
    return place.isKnown() ? text.split(u'\n').value(place.line).mid(place.column, place.length) : u"nowhere"_s;
}

/// A text with each of its pieces in brackets behind a letter for its kind; problems behind an exclamation mark, at the
/// end.
QString marked(const QString &text)
{
    static const QString letters = u"ldmphvckRSOqt!"_s;
    QStringList words;
    const auto pieces = highlights(text);
    for (const auto &piece : pieces)
        words << letters.at(int(piece.kind)) + u'[' + at(text, piece.place) + u']';
    return words.join(u' ');
}

}

/// What a person is told about a text, and where its pieces stand.
class WorkoutRemarksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesThatDoNotDoWhatTheySayAreTold_data();
    void linesThatDoNotDoWhatTheySayAreTold();
    void ordinaryTextsAreNotRemarkedOn_data();
    void ordinaryTextsAreNotRemarkedOn();
    void textsThatAreTooLongEndWithAWarning_data();
    void textsThatAreTooLongEndWithAWarning();
    void everyPartHasItsPlace();
    void theLastTokenOfAKindHasThePlace();
    void placesAreNoPartOfTheMeaning();
    void piecesAreFound_data();
    void piecesAreFound();
    void cuesAreTakenApart_data();
    void cuesAreTakenApart();
};

void WorkoutRemarksTest::linesThatDoNotDoWhatTheySayAreTold_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Warning::Kind>("kind");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("about");
    const auto row = [](const char *name, const QString &text, Kind kind, int line, const QString &about) {
        QTest::newRow(name) << text << kind << line << about;
    };
    row("a target without time", u"- hard 95%\n- 10m 60%"_s, Kind::StepWithoutDuration, 0, u"- hard 95%"_s);
    row("a time with a comma behind it", u"- 10m, 75%"_s, Kind::StepWithoutDuration, 0, u"- 10m, 75%"_s);
    row("a step of no time", u"- 10m 60%\n- Stop 0s 50%"_s, Kind::ZeroStep, 1, u"0s"_s);
    row("a step of no distance", u"- 0.0km 0% Pace"_s, Kind::ZeroStep, 0, u"0.0km"_s);
    row("a repeat right after a step", u"- 10m 60%\n3x\n- 1m 120%"_s, Kind::RepeatSwallowed, 1, u"3x"_s);
    row("a repeat in a repeat", u"3x\n- 1m 120%\nagain 2x\n- 5m 50%"_s, Kind::NestedRepeat, 2, u"again 2x"_s);
    row("a repeat of nothing", u"- 9m 60%\n\n Main 3x\n\n- 1m 120%"_s, Kind::EmptyRepeat, 2, u"Main 3x"_s);
    row("a repeat at the end of the text", u"- 9m 60%\n\n3x"_s, Kind::EmptyRepeat, 2, u"3x"_s);
    row("a list set in", u"3x\n  - 1m 120%"_s, Kind::IndentedStep, 1, u"  -"_s);
    row("more repetitions than anyone does", u"Sprints 1500x\n- 1s 200%"_s, Kind::TooManyReps, 0, u"1500x"_s);
    row("a repeat with a colon", u"Main set 4x:\n- 3m 110%"_s, Kind::MisspeltRepeat, 0, u"4x:"_s);
    row("a repeat with a multiplication sign", u"4\u00d7\n- 3m 110%"_s, Kind::MisspeltRepeat, 0, u"4\u00d7"_s);
    row("a repeat in bold", u"**Main 4x**\n- 3m 110%"_s, Kind::MisspeltRepeat, 0, u"4x**"_s);
    row("a count before a step", u"- 4x 30s 115%"_s, Kind::RepeatInStep, 0, u"4x"_s);
    row("a count at the end of a label", u"- Sprint 4x 30s 115%"_s, Kind::RepeatInStep, 0, u"4x"_s);
    row("a count that should be a line", u"- 3x   three times"_s, Kind::RepeatInStep, 0, u"3x"_s);
    row("a long dash for a short one", u"Go\n\u2013 10m 75%"_s, Kind::NotAStep, 1, u"\u2013"_s);
    row("a bullet for a dash", u"  \u2022 10m 75%"_s, Kind::NotAStep, 0, u"\u2022"_s);
    row("a range that falls", u"- 10m 60-50%"_s, Kind::DescendingRange, 0, u"60-50%"_s);
    row("zones that fall", u"- 10m Z3-Z2 HR"_s, Kind::DescendingRange, 0, u"Z3-Z2 HR"_s);
    row("two times", u"- Long 1h 30m 60%"_s, Kind::TwoDurations, 0, u"1h"_s);
    row("a decimal comma", u"- Go 12,5km 80% Pace"_s, Kind::DecimalComma, 0, u"12,5km"_s);
    row("minutes where metres are meant", u"- 400m 5:00/km Pace"_s, Kind::MinutesNotMetres, 0, u"400m"_s);
    row("minutes of a drill", u"- 200m drill"_s, Kind::MinutesNotMetres, 0, u"200m"_s);
    row("an exertion", u"- 10m RPE 8"_s, Kind::UnknownWord, 0, u"RPE 8"_s);
    row("an exertion the other way", u"- 10m 8 rpe"_s, Kind::UnknownWord, 0, u"8 rpe"_s);
    row("watts in full", u"- 10m 220 watts"_s, Kind::UnknownWord, 0, u"220 watts"_s);
    row("a speed", u"- 10m @ 30km/h"_s, Kind::UnknownWord, 0, u"30km/h"_s);
    row("a percent sign apart", u"- 10m 75 %"_s, Kind::UnknownWord, 0, u"75 %"_s);
    row("a comma behind a target", u"- 10m 75%, 90rpm"_s, Kind::UnknownWord, 0, u"75%,"_s);
    row("a zone in words", u"- 10m Zone 2"_s, Kind::UnknownWord, 0, u"Zone 2"_s);
    row("an option without such a value", u"- 10m 75% power=5s"_s, Kind::UnknownWord, 0, u"power=5s"_s);
}

void WorkoutRemarksTest::linesThatDoNotDoWhatTheySayAreTold()
{
    QFETCH(QString, text);
    QFETCH(Warning::Kind, kind);
    QFETCH(int, line);
    QFETCH(QString, about);
    const auto warnings = parse(text).warnings;
    QCOMPARE(warnings.size(), 1);
    QCOMPARE(warnings.first().kind, kind);
    QCOMPARE(warnings.first().line, line);
    QCOMPARE(at(text, {line, warnings.first().column, warnings.first().length}), about);
}

void WorkoutRemarksTest::ordinaryTextsAreNotRemarkedOn_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("bullets of prose")
        << u"- Stretch well\n- No gym this week.\n--- Notes ---\n- 3 sets of 8\n- Rest 2min between sets"_s;
    QTest::newRow("talk in a label")
        << u"- Hold 200w+, RPE 7/10, zone 2 at 85 % for the first 20min, then go 4m 240w"_s;
    QTest::newRow("a fast pace first") << u"- 1km 4:30-4:50/km Pace"_s;
    QTest::newRow("a falling ramp") << u"- 10m ramp 70-40%"_s;
    QTest::newRow("a long ride in minutes") << u"- 300m 60%"_s;
    QTest::newRow("a rest at the wall") << u"- 100mtr 90% Pace\n- 15s 0"_s;
    QTest::newRow("a time beside a best effort") << u"- 6m 55% MMP 12m"_s;
    QTest::newRow("dashes in prose") << u"\u2013 as you like\n* easy\nPage 4 of 8x8 boards\n\n- 5m 50%"_s;
    QTest::newRow("numbers with commas") << u"- Over 2,500 m up, 30s, then 10m 60%"_s;
}

void WorkoutRemarksTest::ordinaryTextsAreNotRemarkedOn()
{
    QFETCH(QString, text);
    QStringList told;
    const auto warnings = parse(text).warnings;
    for (const auto &warning : warnings)
        told << QString::number(int(warning.kind)) + u' ' + at(text, {warning.line, warning.column, warning.length});
    QCOMPARE(told, QStringList());
}

void WorkoutRemarksTest::textsThatAreTooLongEndWithAWarning_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("more steps than anyone does") << u"- 1s 50%\n"_s.repeated(1500) << 1000;
    QTest::newRow("more words than anyone reads") << u"word "_s.repeated(20'000) << 1;
    QTest::newRow("as many lines as a book") << u"\n"_s.repeated(100'000) << int(longestText) + 1;
}

void WorkoutRemarksTest::textsThatAreTooLongEndWithAWarning()
{
    QFETCH(QString, text);
    QFETCH(int, line);
    QCOMPARE(parse(text).warnings, (QList<Warning> {{Kind::TooLong, line}}));
    QVERIFY(parse(text.left(text.size() / 2)).warnings.size() <= 1);
    QVERIFY(parse(text.left(8000)).warnings.isEmpty());
}

void WorkoutRemarksTest::everyPartHasItsPlace()
{
    const QString text
        = u"Warmup\n  -  Sit tall \u2014 breathe 1h30m 12km freeride ramp 60-75% 80-85% HR 5:00/km Pace 85-95rpm maxeffort hidepower press lap intensity=rest power=3s hr=lap pace=10s \n\nMain set 12x\n- 1m CZ2"_s;
    const Workout workout = parse(text);
    const StepPlaces &places = workout.blocks.at(0).steps.first().places;
    const QStringList expected {text.split(u'\n').at(1).trimmed(),
        u"Sit tall \u2014 breathe"_s,
        u"1h30m"_s,
        u"12km"_s,
        u"60-75%"_s,
        u"80-85% HR"_s,
        u"5:00/km Pace"_s,
        u"nowhere"_s,
        u"85-95rpm"_s,
        u"ramp"_s,
        u"freeride"_s,
        u"maxeffort"_s,
        u"hidepower"_s,
        u"press lap"_s,
        u"intensity=rest"_s,
        u"power=3s"_s,
        u"hr=lap"_s,
        u"pace=10s"_s};
    for (size_t part = 0; part < partCount; ++part)
        QCOMPARE(at(text, places.of(Part(part))), expected.at(int(part)));
    const Block &repeat = workout.blocks.at(1);
    QCOMPARE(at(text, repeat.header.line), u"Main set 12x"_s);
    QCOMPARE(at(text, repeat.header.count), u"12x"_s);
    QCOMPARE(at(text, repeat.steps.first().places.of(Part::CustomZone)), u"CZ2"_s);
    QVERIFY(!repeat.steps.first().places.of(Part::Label).isKnown());
    QVERIFY(!workout.blocks.at(0).header.line.isKnown());
}

void WorkoutRemarksTest::theLastTokenOfAKindHasThePlace()
{
    const QString text = u"- 140w 1m 150w-160w"_s;
    QCOMPARE(at(text, parse(text).blocks.first().steps.first().places.of(Part::Power)), u"150w-160w"_s);
}

void WorkoutRemarksTest::placesAreNoPartOfTheMeaning()
{
    const auto one = parse(u"3x\n- Go 1m 90%\n\n- 5m 50%"_s);
    QVERIFY(equalInMeaning(one, parse(u"\n3x\n\t-   Go   60s    90%  90% \n\n\n- 1h 5m 50%"_s)));
    QVERIFY(!equalInMeaning(one, parse(u"3x\n- Go 1m 91%\n\n- 5m 50%"_s)));
    QVERIFY(!equalInMeaning(one, parse(u"3x\n- Go 1m 90%\n- 5m 50%"_s)));
    QVERIFY(!equalInMeaning(one, parse(u"2x\n- Go 1m 90%\n\n- 5m 50%"_s)));
    QVERIFY(!equalInMeaning(one, parse(u"words\n\n3x\n- Go 1m 90%\n\n- 5m 50%"_s)));
    QVERIFY(!equalInMeaning(one, parse(u"category: x\n\n3x\n- Go 1m 90%\n\n- 5m 50%"_s)));
}

void WorkoutRemarksTest::piecesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a step") << u"- Roll 12m ramp 50-70% 90rpm"_s << u"l[Roll] d[12m] k[ramp] p[50-70%] c[90rpm]"_s;
    QTest::newRow("other families") << u"- 2km 80% HR 95% Pace CZ1"_s << u"m[2km] h[80% HR] v[95% Pace] p[CZ1]"_s;
    QTest::newRow("words behind a token")
        << u"- 5m recovery at 40%, easy 50%"_s << u"d[5m] t[recovery at 40%, easy] p[50%]"_s;
    QTest::newRow("lines of all kinds")
        << u"Hello\n\nWarmup\n- 5m 50%\n\nSet 2x\n- 5m 60%\n\npool length: 25m"_s
        << u"t[Hello] S[Warmup] d[5m] p[50%] R[Set 2x] d[5m] p[60%] O[pool length: 25m]"_s;
    QTest::newRow("a label with cues") << u"- Settle 20^Look up<!> 9m 52%"_s
                                       << u"l[Settle] q[20^Look up<!>] d[9m] p[52%]"_s;
    QTest::newRow("a bullet") << u"- Stretch well"_s << u"t[Stretch well]"_s;
    QTest::newRow("a label that a zone took") << u"- Calm Z2 50m"_s << u"t[Calm] p[Z2] d[50m]"_s;
    QTest::newRow("problems after their line")
        << u"- 5m 60-50%\n- hard 95%\n- 5m 50%"_s
        << u"d[5m] p[60-50%] ![60-50%] l[hard] p[95%] ![- hard 95%] d[5m] p[50%]"_s;
    QTest::newRow("lines that end the Windows way") << u"2x\r\n- 1m 90%\r\n"_s << u"R[2x] d[1m] p[90%]"_s;
}

void WorkoutRemarksTest::piecesAreFound()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(marked(text), expected);
}

void WorkoutRemarksTest::cuesAreTakenApart_data()
{
    using namespace std::chrono_literals;
    QTest::addColumn<QString>("text");
    QTest::addColumn<CuedLabel>("parts");
    QTest::newRow("no cues") << u"Settle in"_s << CuedLabel {u"Settle in"_s, {}};
    QTest::newRow("one cue") << u"Settle in 33^Find your rhythm<!>"_s
                             << CuedLabel {u"Settle in"_s, {{33s, {}, u"Find your rhythm"_s}}};
    QTest::newRow("cues without a label")
        << u"5^Go<!>65^Stop<!>"_s << CuedLabel {{}, {{5s, {}, u"Go"_s}, {65s, {}, u"Stop"_s}}};
    QTest::newRow("a cue shown for a time") << u"60^30 Drink<!>"_s << CuedLabel {{}, {{60s, 30s, u"Drink"_s}}};
    QTest::newRow("a number that is the words") << u"60^30<!>"_s << CuedLabel {{}, {{60s, {}, u"30"_s}}};
    QTest::newRow("a caret without an end") << u"5^Go"_s << CuedLabel {u"5^Go"_s, {}};
}

void WorkoutRemarksTest::cuesAreTakenApart()
{
    QFETCH(QString, text);
    QFETCH(CuedLabel, parts);
    QVERIFY(cuedLabelOf(text) == parts);
    QVERIFY(cuedLabelOf(textOf(parts)) == parts);
}

MICROCYCLE_CORE_TEST(WorkoutRemarksTest)
#include "tst_workoutremarks.moc"
