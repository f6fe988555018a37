// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/activities/pagefixture.h"
#include "ui/activities/activityheader.h"
#include "ui/activities/activitytiles.h"
#include "ui/activities/rowtable.h"
#include "ui/activities/zonepanel.h"
#include "ui/charts/streamchart.h"

#include <QApplication>

using namespace Qt::StringLiterals;

/// One activity on its page: its head, figures, chart, intervals and zones, and what it says when something is not
/// there.
class ActivityViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<samples::PageFixture>(); }
    void cleanup() { m_fixture.reset(); }
    void theHeadNamesPlanAndFeeling();
    void tilesFitTheSport_data();
    void tilesFitTheSport();
    void whatIsUnknownIsADash();
    void aStubIsExplained();
    void theRecordingArrivesLater();
    void aRowOfIntervalsMarksTheChart();
    void intervalsWithoutAValueHaveNoColumn();
    void zonesOfPowerAndOfHeartRate();
    void theSidePanelNeedsRoom();

private:
    std::unique_ptr<samples::PageFixture> m_fixture;
};

void ActivityViewTest::theHeadNamesPlanAndFeeling()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(u"i900"_s);
    QCOMPARE(m_fixture->view().header().planText().replace(QChar(0xa0), u' '), u"Planned: VO2 5×4 101 %"_s);
    m_fixture->open(u"i901"_s);
    QCOMPARE(m_fixture->view().header().planText(), QString());
}

void ActivityViewTest::tilesFitTheSport_data()
{
    QTest::addColumn<QString>("remoteId");
    QTest::addColumn<QString>("expected");
    QTest::newRow("with power")
        << u"i900"_s
        << u"Time 1:00:24 planned 1:00:00|Load 79 planned 78|Intensity 88 % IF 0.88|Norm. power 246 W avg 212 W|"
           "Heart rate 151 bpm max 178|Cadence 88 rpm|Decoupling 3.1 %|Work 768 kJ 142 above FTP|Form after −15 fitness 63.1"_s;
    QTest::newRow("a run") << u"i901"_s
                           << u"Time 48:00|Distance 9.4 km|Pace 5:07 /km best 3:47|Climb 64 m|Load 41|Intensity 74 "
                              u"%|Heart rate 138 bpm max 156|"
                              "Cadence 84 /min|Form after −8 fitness 62.2"_s;
}

void ActivityViewTest::tilesFitTheSport()
{
    QFETCH(QString, remoteId);
    QFETCH(QString, expected);
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(remoteId);
    QStringList texts;
    for (int i = 0; i < 9; ++i)
        texts << m_fixture->view().tiles().text(i).replace(QChar(0xa0), u' ');
    QCOMPARE(texts.join(u'|'), expected);
}

void ActivityViewTest::whatIsUnknownIsADash()
{
    QVERIFY(store::RemoteFold(m_fixture->store())
                .activities({},
                    {{{u"id"_s, u"i1"_s}, {u"type"_s, u"Yoga"_s}, {u"start_date_local"_s, u"2026-03-01T08:00:00"_s}}})
                .ok());
    m_fixture->openPage();
    m_fixture->open(u"i1"_s);
    QCOMPARE(m_fixture->view().header().title(), u"Unnamed"_s);
    QCOMPARE(m_fixture->view().tiles().text(0), u"Time –"_s);
    QCOMPARE(m_fixture->view().tiles().text(5), u"Form after –"_s); // no way, no climb: six are enough
}

void ActivityViewTest::aStubIsExplained()
{
    m_fixture->fold();
    m_fixture->openPage();
    QSignalSpy wanted(&m_fixture->page(), &ui::ActivitiesPage::detailWanted);
    m_fixture->open(u"777"_s);
    QVERIFY(m_fixture->page().isShowingActivity());
    QCOMPARE(wanted.size(), 0);
    QVERIFY(m_fixture->view().message().contains(u"Strava"_s));
    QVERIFY(!m_fixture->view().chart().isVisible());
    QVERIFY(!m_fixture->view().tiles().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!m_fixture->page().isShowingActivity());
}

void ActivityViewTest::theRecordingArrivesLater()
{
    store::RemoteFold fold(m_fixture->store());
    QVERIFY(fold.activities({}, {samples::vo2Ride(false)}).ok());
    m_fixture->openPage();
    QSignalSpy wanted(&m_fixture->page(), &ui::ActivitiesPage::detailWanted);
    const domain::LocalId id = m_fixture->idOf(u"i900"_s);
    m_fixture->page().open(id);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<domain::LocalId>(), id);
    QVERIFY(m_fixture->view().message().contains(u"when online"_s));
    QVERIFY(!m_fixture->view().chart().isVisible());
    QVERIFY(!m_fixture->view().intervals().isVisible());
    QVERIFY(fold.record(store::Kind::Activity, samples::vo2Ride()).ok());
    QVERIFY(m_fixture->view().intervals().isVisible());
    QVERIFY(fold.streams(id, samples::vo2Streams()).ok());
    QCOMPARE(m_fixture->view().message(), QString());
    QVERIFY(m_fixture->view().chart().isVisible());
    QCOMPARE(m_fixture->view().chart().tracks().size(), 4);
    QVERIFY2(m_fixture->view().chart().hasFocus(), "keys go to the chart at once");
    QCOMPARE(wanted.size(), 1);
}

void ActivityViewTest::aRowOfIntervalsMarksTheChart()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(u"i900"_s);
    QVERIFY(!m_fixture->view().chart().highlight());
    ui::RowTable &table = m_fixture->view().intervals();
    const QModelIndex third = table.model()->index(4, 0);
    table.scrollTo(third);
    QTest::mouseClick(table.viewport(), Qt::LeftButton, {}, table.visualRect(third).center());
    QCOMPARE(m_fixture->view().chart().highlight(), std::optional(analysis::TimeWindow {1740, 1980}));
    QCOMPARE(
        m_fixture->view().chart().highlightText().replace(QChar(0xa0), u' '), u"4:00 · 305 W · 164 bpm · 95 rpm"_s);
    const auto window = m_fixture->view().chart().window();
    QVERIFY(window.from < 1740 && window.to > 1980 && window.length() < 600);
    QTest::keyClick(&table, Qt::Key_Down);
    QCOMPARE(m_fixture->view().chart().highlight(), std::optional(analysis::TimeWindow {1980, 2160}));
    m_fixture->page().step(1);
    QVERIFY2(!m_fixture->view().chart().highlight(), "another activity starts afresh");
}

void ActivityViewTest::intervalsWithoutAValueHaveNoColumn()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(u"i900"_s);
    QVERIFY(m_fixture->view().intervals().isColumnHidden(int(items::IntervalColumn::Distance)));
    QVERIFY(m_fixture->view().intervals().isColumnHidden(int(items::IntervalColumn::Speed)));
    QVERIFY(!m_fixture->view().intervals().isColumnHidden(int(items::IntervalColumn::Power)));
}

void ActivityViewTest::zonesOfPowerAndOfHeartRate()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(u"i900"_s);
    QCOMPARE(m_fixture->view().zones().powerBars().seconds(), (QList<int> {1750, 500, 100, 144, 1090, 40}));
    m_fixture->open(u"i901"_s);
    QVERIFY(m_fixture->view().zones().powerBars().seconds().isEmpty());
    QVERIFY(!m_fixture->view().zones().powerBars().isVisible());
    QCOMPARE(m_fixture->view().zones().heartrateBars().seconds(), (QList<int> {900, 1500, 420, 60}));
}

void ActivityViewTest::theSidePanelNeedsRoom()
{
    m_fixture->fold();
    m_fixture->openPage();
    m_fixture->open(u"i900"_s);
    QVERIFY(m_fixture->view().zones().isVisible());
    m_fixture->page().resize(820, 700);
    QTRY_VERIFY(!m_fixture->view().zones().isVisible());
    QVERIFY(m_fixture->view().chart().width() > 780);
    QCOMPARE(m_fixture->page().width(), 820);
}

MICROCYCLE_WIDGET_TEST(ActivityViewTest)
#include "tst_activityview.moc"
