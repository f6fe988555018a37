// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/intervaltable.h"
#include "tests/support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using domain::SportFamily;
using items::Figures;
using items::IntervalColumn;

namespace {

domain::Activity ride(const QJsonArray &intervals)
{
    domain::Activity activity;
    activity.type = u"Ride"_s;
    domain::setIntervals(activity, intervals, {});
    return activity;
}

const QJsonArray three {
    QJsonObject {{u"type"_s, u"WORK"_s},
        {u"label"_s, u"VO2 1"_s},
        {u"start_index"_s, 900},
        {u"end_index"_s, 1140},
        {u"start_time"_s, 900},
        {u"moving_time"_s, 240},
        {u"average_watts"_s, 301},
        {u"zone"_s, 5},
        {u"joules"_s, 72600}},
    QJsonObject {{u"type"_s, u"RECOVERY"_s},
        {u"start_index"_s, 1140},
        {u"end_index"_s, 1320},
        {u"start_time"_s, 1140},
        {u"moving_time"_s, 180},
        {u"average_watts"_s, 140}},
    QJsonObject {{u"type"_s, u"WORK"_s},
        {u"start_index"_s, 1320},
        {u"end_index"_s, 1560},
        {u"start_time"_s, 1320},
        {u"moving_time"_s, 240},
        {u"average_watts"_s, 306},
        {u"average_heartrate"_s, 163.4}},
};

}

class IntervalTableTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void printsFinishedText();
    void theSameIntervalsAreNoNews();
    void aColumnOfDashesIsKnown();
    void figures_data();
    void figures();
};

void IntervalTableTest::printsFinishedText()
{
    items::IntervalTable model {Figures(QLocale::c())};
    QAbstractItemModelTester tester(&model);
    model.setActivity(ride(three));
    QStringList rows;
    for (int row = 0; row < model.rowCount(); ++row) {
        QStringList cells;
        for (const auto column : {IntervalColumn::Name,
                 IntervalColumn::Start,
                 IntervalColumn::Time,
                 IntervalColumn::Power,
                 IntervalColumn::HeartRate,
                 IntervalColumn::Work,
                 IntervalColumn::Zone})
            cells << model.index(row, int(column)).data().toString().replace(QChar(0xa0), u' ');
        rows << cells.join(u" | "_s);
    }
    QCOMPARE(rows.join(u'\n'),
        u"VO2 1 | 15:00 | 4:00 | 301 W | – | 73 kJ | Z5\n"
        "Recovery 1 | 19:00 | 3:00 | 140 W | – | – | –\n"
        "Work 2 | 22:00 | 4:00 | 306 W | 163 | – | –"_s);
    QCOMPARE(model.index(0, 0).data(items::IntervalZoneRole).toInt(), 5);
    QCOMPARE(model.index(1, 0).data(items::IntervalIsWorkRole).toBool(), false);
}

void IntervalTableTest::theSameIntervalsAreNoNews()
{
    items::IntervalTable model {Figures(QLocale::c())};
    model.setActivity(ride(three));
    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    model.setActivity(ride(three));
    QCOMPARE(reset.count(), 0);
    model.setActivity(ride({}));
    QCOMPARE(reset.count(), 1);
    QCOMPARE(model.rowCount(), 0);
}

void IntervalTableTest::aColumnOfDashesIsKnown()
{
    items::IntervalTable model {Figures(QLocale::c())};
    model.setActivity(ride(three));
    QVERIFY(model.hasValues(IntervalColumn::Power));
    QVERIFY(!model.hasValues(IntervalColumn::Cadence));
}

void IntervalTableTest::figures_data()
{
    QTest::addColumn<items::Figure>("figure");
    QTest::addColumn<QString>("expected");
    const Figures metric {QLocale::c()};
    const Figures miles {QLocale::c(), true};
    const Figures german {QLocale(QLocale::German)};
    QTest::newRow("a pace") << metric.speed(1000.0 / 275, SportFamily::Run) << u"4:35 /km"_s;
    QTest::newRow("a pace in miles") << miles.speed(1609.344 / 420, SportFamily::Run) << u"7:00 /mi"_s;
    QTest::newRow("a swim") << metric.speed(100.0 / 105, SportFamily::Swim) << u"1:45 /100 m"_s;
    QTest::newRow("a speed") << german.speed(10.0, SportFamily::Ride) << u"36,0 km/h"_s;
    QTest::newRow("standing has no pace") << metric.speed(0.0, SportFamily::Run) << u"–"_s;
    QTest::newRow("nothing is a dash without unit") << metric.height({}) << u"–"_s;
    QTest::newRow("feet") << miles.height(100) << u"328 ft"_s;
    QTest::newRow("a true minus") << metric.percent(-3.14, 1) << u"−3.1 %"_s;
    QTest::newRow("no minus before zero") << metric.percent(-0.04, 1) << u"0.0 %"_s;
    QTest::newRow("a minute less a little") << Figures::duration(std::chrono::seconds(59)) << u"0:59"_s;
    QTest::newRow("above an hour") << Figures::duration(std::chrono::seconds(36305)) << u"10:05:05"_s;
}

void IntervalTableTest::figures()
{
    QFETCH(items::Figure, figure);
    QTEST(figure.text().replace(QChar(0xa0), u' '), "expected");
}

MICROCYCLE_CORE_TEST(IntervalTableTest)
#include "tst_intervaltable.moc"
