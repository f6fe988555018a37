// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/analysis/decimate.h"
#include "models/analysis/streamstats.h"
#include "tests/support/testmain.h"

#include <cmath>
#include <numeric>

using namespace Qt::StringLiterals;

namespace {

constexpr float gap = std::numeric_limits<float>::quiet_NaN();
constexpr double step = 10;

std::vector<float> seconds(int count)
{
    std::vector<float> times(static_cast<std::size_t>(count));
    std::iota(times.begin(), times.end(), 0.0F);
    return times;
}

/// "1..3+ - 5..5": a column as low..high, + where the trace runs on into it, - where it has no sample.
QString printed(const std::vector<analysis::TraceColumn> &columns)
{
    QStringList parts;
    for (const auto &column : columns) {
        if (column.isEmpty())
            parts << u"-"_s;
        else
            parts << u"%1..%2%3"_s.arg(double(column.low))
                         .arg(double(column.high))
                         .arg(column.joined ? u"+"_s : QString());
    }
    return parts.join(u' ');
}

QString printed(const std::vector<analysis::TraceSegment> &pieces)
{
    QStringList parts;
    for (const auto &piece : pieces)
        parts << u"%1:%2>%3:%4"_s.arg(double(piece.fromSeconds))
                     .arg(double(piece.fromValue))
                     .arg(double(piece.toSeconds))
                     .arg(double(piece.toValue));
    return parts.join(u' ');
}

}

class DecimateTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void columns_data();
    void columns();
    void noPeakIsLost();
    void nothingOfNothing();
    void segments_data();
    void segments();
    void aSmartRecorderIsNotAllPauses();
    void statsCountEverySampleForAsLongAsItLasts();
    void statsOfAGapAreNothing();
    void valueAtTheCursor_data();
    void valueAtTheCursor();
    void niceSteps();
};

void DecimateTest::columns_data()
{
    QTest::addColumn<QList<float>>("times");
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("expected");

    const QList<float> eight {0, 1, 2, 3, 4, 5, 6, 7};
    QTest::newRow("two samples share a column")
        << eight << QList<float> {1, 2, 3, 4, 5, 6, 7, 8} << 0.0 << 8.0 << 4 << u"1..2 3..4+ 5..6+ 7..8+"_s;
    QTest::newRow("a spike survives") << eight << QList<float> {1, 1, 1, 900, 1, 1, 1, 1} << 0.0 << 8.0 << 2
                                      << u"1..900 1..1+"_s;
    QTest::newRow("a dip survives") << eight << QList<float> {5, 5, -9, 5, 5, 5, 5, 5} << 0.0 << 8.0 << 2
                                    << u"-9..5 5..5+"_s;
    QTest::newRow("a gap parts the trace")
        << eight << QList<float> {1, 1, gap, 3, 4, 4, 5, 5} << 0.0 << 8.0 << 4 << u"1..1 3..3 4..4+ 5..5+"_s;
    QTest::newRow("a column of gaps is empty")
        << eight << QList<float> {1, 1, gap, gap, 4, 4, 5, 5} << 0.0 << 8.0 << 4 << u"1..1 - 4..4 5..5+"_s;
    QTest::newRow("a pause parts the trace")
        << QList<float> {0, 1, 60, 61} << QList<float> {1, 1, 2, 2} << 0.0 << 64.0 << 4 << u"1..1 - - 2..2"_s;
    QTest::newRow("a step without a pause does not")
        << QList<float> {0, 5, 12} << QList<float> {1, 2, 3} << 0.0 << 16.0 << 4 << u"1..1 2..2+ - 3..3+"_s;
    QTest::newRow("only the window counts")
        << eight << QList<float> {9, 9, 1, 2, 3, 4, 9, 9} << 2.0 << 5.0 << 1 << u"1..4"_s;
    QTest::newRow("the last moment belongs to the last column")
        << eight << QList<float> {1, 1, 1, 1, 1, 1, 1, 9} << 0.0 << 7.0 << 7
        << u"1..1 1..1+ 1..1+ 1..1+ 1..1+ 1..1+ 1..9+"_s;
    QTest::newRow("a window past the end is empty")
        << eight << QList<float> {1, 1, 1, 1, 1, 1, 1, 1} << 20.0 << 30.0 << 2 << u"- -"_s;
    QTest::newRow("fewer values than times") << eight << QList<float> {1, 1} << 0.0 << 8.0 << 2 << u"1..1 -"_s;
}

void DecimateTest::columns()
{
    QFETCH(QList<float>, times);
    QFETCH(QList<float>, values);
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(int, count);
    std::vector<analysis::TraceColumn> out(static_cast<std::size_t>(count));
    analysis::decimate(times, values, {from, to}, step, out);
    QTEST(printed(out), "expected");
}

void DecimateTest::noPeakIsLost()
{
    const auto times = seconds(21600);
    std::vector<float> values(times.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = 200 + 50 * std::sin(float(i) / 40) + float((i * 7919) % 23);
    values[12345] = 1500;
    values[777] = -3;
    std::vector<analysis::TraceColumn> out(1400);
    analysis::decimate(times, values, {0, 21599}, step, out);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto &column = out[std::min<std::size_t>(1399, std::size_t(double(times[i]) * 1400 / 21599))];
        QVERIFY(column.low <= values[i] && values[i] <= column.high);
    }
}

void DecimateTest::nothingOfNothing()
{
    std::vector<analysis::TraceColumn> out(3);
    analysis::decimate({}, {}, {0, 10}, step, out);
    QCOMPARE(printed(out), u"- - -"_s);
    const std::vector<float> one {1};
    analysis::decimate(one, one, {5, 5}, step, out);
    QCOMPARE(printed(out), u"- - -"_s);
    analysis::decimate(one, one, {0, 5}, step, {});
    QVERIFY(analysis::segments({}, {}, {0, 5}, step).empty());
}

void DecimateTest::segments_data()
{
    QTest::addColumn<QList<float>>("values");
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<QString>("expected");

    QTest::newRow("neighbours lead in and out") << QList<float> {1, 2, 3, 4, 5} << 1.5 << 2.5 << u"1:2>2:3 2:3>3:4"_s;
    QTest::newRow("a gap parts the trace") << QList<float> {1, 2, gap, 4, 5} << 0.0 << 4.0 << u"0:1>1:2 3:4>4:5"_s;
    QTest::newRow("a sample alone is a point") << QList<float> {1, gap, 3, gap, 5} << 1.0 << 3.0 << u"2:3>2:3"_s;
    QTest::newRow("a window between two samples still has its piece")
        << QList<float> {1, 2, 3, 4, 5} << 2.2 << 2.8 << u"2:3>3:4"_s;
}

void DecimateTest::segments()
{
    QFETCH(QList<float>, values);
    QFETCH(double, from);
    QFETCH(double, to);
    QTEST(printed(analysis::segments(seconds(5), values, {from, to}, step)), "expected");
}

void DecimateTest::aSmartRecorderIsNotAllPauses()
{
    QCOMPARE(analysis::longestStep(seconds(100)), 10.0);
    const std::vector<float> sparse {0, 6, 12, 18, 24, 300, 306};
    QCOMPARE(analysis::longestStep(sparse), 24.0);
    QCOMPARE(analysis::longestStep({}), 10.0);
}

void DecimateTest::statsCountEverySampleForAsLongAsItLasts()
{
    const std::vector<float> times {0, 1, 4, 5};
    const std::vector<float> values {100, 200, 400, 100};
    const auto stats = analysis::statsOf(times, values, {0, 4}, step);
    QVERIFY(stats.has_value());
    QCOMPARE(stats->average, (100.0 + 3 * 200 + 400) / 5);
    QCOMPARE(stats->low, 100.0F);
    QCOMPARE(stats->high, 400.0F);
    QCOMPARE(stats->seconds, 5.0);
}

void DecimateTest::statsOfAGapAreNothing()
{
    const std::vector<float> values {1, gap, gap, 4};
    QVERIFY(!analysis::statsOf(seconds(4), values, {1, 2}, step));
    QCOMPARE(analysis::statsOf(seconds(4), values, {0, 3}, step)->seconds, 2.0);
    QVERIFY(!analysis::rangeOf(std::vector<float> {gap, gap}));
    QCOMPARE(analysis::rangeOf(values)->high, 4.0F);
}

void DecimateTest::valueAtTheCursor_data()
{
    QTest::addColumn<double>("at");
    QTest::addColumn<float>("expected");
    QTest::newRow("on a sample") << 1.0 << 20.0F;
    QTest::newRow("nearer to the one before") << 1.4 << 20.0F;
    QTest::newRow("nearer to the one after") << 1.6 << 30.0F;
    QTest::newRow("in a gap") << 3.0 << gap;
    QTest::newRow("in a pause") << 30.0 << gap;
    QTest::newRow("before the start") << -1.0 << 10.0F;
    QTest::newRow("far after the end") << 90.0 << gap;
}

void DecimateTest::valueAtTheCursor()
{
    QFETCH(double, at);
    QFETCH(float, expected);
    const std::vector<float> times {0, 1, 2, 3, 60};
    const std::vector<float> values {10, 20, 30, gap, 50};
    const auto value = analysis::valueAt(times, values, at, step);
    QCOMPARE(value.has_value(), !std::isnan(expected));
    if (value)
        QCOMPARE(*value, expected);
}

void DecimateTest::niceSteps()
{
    QCOMPARE(analysis::niceStep(420, 4), 200.0);
    QCOMPARE(analysis::niceStep(10, 10), 1.0);
    QCOMPARE(analysis::niceStep(0, 3), 1.0);
    QCOMPARE(analysis::niceTimeStep(3600, 6), 600.0);
    QCOMPARE(analysis::niceTimeStep(30, 6), 5.0);
    QCOMPARE(analysis::niceTimeStep(10 * 86400, 5), 2.0 * 86400);
}

MICROCYCLE_CORE_TEST(DecimateTest)
#include "tst_decimate.moc"
