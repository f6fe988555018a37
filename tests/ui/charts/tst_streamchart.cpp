// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "ui/charts/streamchart.h"

#include <QApplication>
#include <QPainter>
#include <QWheelEvent>
#include <cmath>

using namespace Qt::StringLiterals;
using analysis::TimeWindow;
using ui::StreamChart;
using ui::StreamTrack;

namespace {

constexpr int seconds = 3600;

domain::StreamSet recording(int count, const std::function<float(int)> &watts)
{
    domain::StreamSet set;
    domain::Samples power {u"watts"_s, {}, {}};
    for (int i = 0; i < count; ++i) {
        set.timeSeconds.push_back(float(i));
        power.values.push_back(watts(i));
    }
    set.channels.append(std::move(power));
    return set;
}

StreamTrack powerTrack(float high = 400)
{
    return StreamTrack {u"watts"_s,
        u"Power"_s,
        ui::Token::Ride,
        false,
        10,
        {0, high},
        [](double value) { return QString::number(std::lround(value)); },
        [](double value) { return QString::number(std::lround(value)) + u" W"_s; }};
}

}

/// The chart of a recording: what hand and keys do to its window, what it reads, what it paints and how often.
class StreamChartTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void windowsStayWithinTheWhole_data();
    void windowsStayWithinTheWhole();
    void tracksShareTheHeight();
    void rangesAreRound_data();
    void rangesAreRound();
    void theWheelKeepsTheTimeBelowTheMouse_data();
    void theWheelKeepsTheTimeBelowTheMouse();
    void zoomingInEndsAtAFewSeconds();
    void draggingMovesAndStopsAtTheEnds();
    void aDoubleClickShowsAll();
    void keysDoAllOfIt();
    void theLineReadsTheSample();
    void nothingIsReadInAGap();
    void nothingIsDrawnInAGap();
    void aSinglePeakIsNotLost();
    void fewSamplesAreOneLine();
    void tracesAreDrawnOncePerWindow();
    void theTraceIsAsFineAsTheScreen();
    void theThemeIsFollowed();
    void thePillNamesWhatIsMarked();

private:
    /// As it is on a screen with so many pixels per point.
    [[nodiscard]] QImage picture(qreal ratio = 1);
    [[nodiscard]] int inkIn(const QImage &image, const QRect &area) const;
    void wheel(QPointF at, int delta);
    void point(QPoint at, Qt::MouseButton held = Qt::NoButton);

    std::unique_ptr<ui::Theme> m_theme;
    std::unique_ptr<StreamChart> m_chart;
};

void StreamChartTest::init()
{
    m_theme = std::make_unique<ui::Theme>();
    m_theme->setChoice(ui::Theme::Choice::Light);
    m_chart = std::make_unique<StreamChart>(*m_theme);
    m_chart->setTimeText([](double at) { return QString::number(std::lround(at)); });
    m_chart->setStreams(recording(seconds, [](int i) { return float(100 + i % 60); }), {powerTrack()});
    m_chart->resize(700, 300);
    m_chart->show();
    m_chart->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_chart.get()));
}

void StreamChartTest::cleanup()
{
    m_chart.reset();
    m_theme.reset();
}

QImage StreamChartTest::picture(qreal ratio)
{
    QImage image(m_chart->size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    m_chart->render(&image);
    return image;
}

int StreamChartTest::inkIn(const QImage &image, const QRect &area) const
{
    const auto apart = [](const QColor &a, const QColor &b) {
        return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
    };
    const QColor ink = m_theme->color(ui::Token::Ride);
    const int near = apart(ink, m_theme->color(ui::Token::Surface)) / 2; // edges of a line are paler
    int count = 0;
    for (int y = area.top(); y <= area.bottom(); ++y) {
        for (int x = area.left(); x <= area.right(); ++x)
            count += apart(image.pixelColor(x, y), ink) < near ? 1 : 0;
    }
    return count;
}

void StreamChartTest::wheel(QPointF at, int delta)
{
    QWheelEvent event(
        at, m_chart->mapToGlobal(at), {}, {0, delta}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_chart.get(), &event);
}

void StreamChartTest::point(QPoint at, Qt::MouseButton held)
{
    QMouseEvent event(QEvent::MouseMove, at, m_chart->mapToGlobal(at), Qt::NoButton, held, {});
    QApplication::sendEvent(m_chart.get(), &event);
}

void StreamChartTest::windowsStayWithinTheWhole_data()
{
    QTest::addColumn<double>("from");
    QTest::addColumn<double>("to");
    QTest::addColumn<double>("expectedFrom");
    QTest::addColumn<double>("expectedTo");
    QTest::newRow("a window inside stays") << 100.0 << 200.0 << 100.0 << 200.0;
    QTest::newRow("before the start it moves, as long as it was") << -50.0 << 50.0 << 0.0 << 100.0;
    QTest::newRow("after the end it moves back") << 950.0 << 1050.0 << 900.0 << 1000.0;
    QTest::newRow("longer than all it is all") << -500.0 << 2000.0 << 0.0 << 1000.0;
    QTest::newRow("too short a window grows around its middle") << 500.0 << 502.0 << 496.0 << 506.0;
}

void StreamChartTest::windowsStayWithinTheWhole()
{
    QFETCH(double, from);
    QFETCH(double, to);
    QFETCH(double, expectedFrom);
    QFETCH(double, expectedTo);
    QCOMPARE(ui::clampedWindow({from, to}, {0, 1000}, 10), (TimeWindow {expectedFrom, expectedTo}));
}

void StreamChartTest::tracksShareTheHeight()
{
    const auto layout
        = ui::layoutStreams({500, 330}, {.figures = 40, .line = 14, .gap = 6, .top = 20, .edge = 10}, {3, 1}, {0, 100});
    QCOMPARE(layout.plot, QRectF(40, 20, 450, 290));
    QCOMPARE(layout.tracks.size(), 2);
    QCOMPARE(layout.tracks.at(0), QRectF(40, 20, 450, 213));
    QCOMPARE(layout.tracks.at(1), QRectF(40, 239, 450, 71));
    QCOMPARE(layout.x(50), 265.0);
    QCOMPARE(layout.seconds(265), 50.0);
}

void StreamChartTest::rangesAreRound_data()
{
    QTest::addColumn<float>("low");
    QTest::addColumn<float>("high");
    QTest::addColumn<double>("least");
    QTest::addColumn<float>("bottom");
    QTest::addColumn<float>("top");
    QTest::newRow("heart rate ends at tens") << 93.0F << 178.0F << 40.0 << 80.0F << 200.0F;
    QTest::newRow("power starts at nothing") << 0.0F << 388.0F << 100.0 << 0.0F << 450.0F;
    QTest::newRow("a flat road is no mountain") << 200.0F << 204.0F << 50.0 << 170.0F << 240.0F;
    QTest::newRow("what is never below zero does not go there") << 2.0F << 6.0F << 50.0 << 0.0F << 40.0F;
}

void StreamChartTest::rangesAreRound()
{
    QFETCH(float, low);
    QFETCH(float, high);
    QFETCH(double, least);
    QFETCH(float, bottom);
    QFETCH(float, top);
    const auto range = ui::roundRange({low, high}, least);
    QCOMPARE(range.low, bottom);
    QCOMPARE(range.high, top);
}

void StreamChartTest::theWheelKeepsTheTimeBelowTheMouse_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("in the middle") << 0.5;
    QTest::newRow("at the left") << 0.1;
    QTest::newRow("at the right") << 0.93;
}

void StreamChartTest::theWheelKeepsTheTimeBelowTheMouse()
{
    QFETCH(double, share);
    const QRectF plot = m_chart->places().plot;
    const QPointF at(plot.left() + plot.width() * share, plot.center().y());
    const double before = m_chart->places().seconds(at.x());
    for (int i = 0; i < 6; ++i)
        wheel(at, 120);
    QVERIFY(m_chart->window().length() < m_chart->whole().length() * 0.3);
    QVERIFY(std::abs(m_chart->places().seconds(at.x()) - before) < 0.01);
    for (int i = 0; i < 20; ++i)
        wheel(at, -120);
    QCOMPARE(m_chart->window(), m_chart->whole());
}

void StreamChartTest::zoomingInEndsAtAFewSeconds()
{
    for (int i = 0; i < 100; ++i)
        m_chart->zoom(0.5, 1000);
    const TimeWindow last = m_chart->window();
    QVERIFY(last.length() >= 5 && last.length() <= 30);
    QVERIFY(last.from <= 1000 && last.to >= 1000);
    m_chart->zoom(0.5, 1000);
    QVERIFY(std::abs(m_chart->window().from - last.from) < 0.01);
}

void StreamChartTest::draggingMovesAndStopsAtTheEnds()
{
    m_chart->setWindow({1000, 2000});
    const QPoint middle = m_chart->places().plot.center().toPoint();
    const double below = m_chart->places().seconds(middle.x());
    QTest::mousePress(m_chart.get(), Qt::LeftButton, {}, middle);
    point(middle + QPoint(100, 0), Qt::LeftButton);
    QVERIFY(m_chart->window().from < 1000);
    QVERIFY2(
        std::abs(m_chart->places().seconds(middle.x() + 100) - below) < 0.01, "the grabbed moment follows the hand");
    point(middle + QPoint(5000, 0), Qt::LeftButton);
    QCOMPARE(m_chart->window(), (TimeWindow {0, 1000}));
    point(middle - QPoint(5000, 0), Qt::LeftButton);
    QCOMPARE(m_chart->window().to, m_chart->whole().to);
    QCOMPARE(m_chart->window().length(), 1000.0);
    QTest::mouseRelease(m_chart.get(), Qt::LeftButton, {}, middle);
    const TimeWindow left = m_chart->window();
    point(middle + QPoint(30, 0));
    QCOMPARE(m_chart->window(), left);
}

void StreamChartTest::aDoubleClickShowsAll()
{
    m_chart->setWindow({1000, 1100});
    QTest::mouseDClick(m_chart.get(), Qt::LeftButton, {}, m_chart->rect().center());
    QCOMPARE(m_chart->window(), m_chart->whole());
}

void StreamChartTest::keysDoAllOfIt()
{
    m_chart->setFocus();
    QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QCOMPARE(m_chart->moment(), std::optional(0.0));
    QTest::keyClick(m_chart.get(), Qt::Key_Right, Qt::ShiftModifier);
    const double there = *m_chart->moment();
    QVERIFY(there > 50);
    QTest::keyClick(m_chart.get(), Qt::Key_Left);
    QVERIFY(*m_chart->moment() < there);
    const double x = m_chart->places().x(*m_chart->moment());
    QTest::keyClick(m_chart.get(), Qt::Key_Plus);
    QVERIFY(m_chart->window().length() < m_chart->whole().length());
    QVERIFY(std::abs(m_chart->places().x(*m_chart->moment()) - x) < 0.5);
    for (int i = 0; i < 400; ++i)
        QTest::keyClick(m_chart.get(), Qt::Key_Right);
    QVERIFY2(m_chart->window().to >= *m_chart->moment(), "the window follows the line");
    QCOMPARE(*m_chart->moment(), m_chart->whole().to);
    QTest::keyClick(m_chart.get(), Qt::Key_Minus);
    QTest::keyClick(m_chart.get(), Qt::Key_Home);
    QCOMPARE(m_chart->window(), m_chart->whole());
}

void StreamChartTest::theLineReadsTheSample()
{
    m_chart->setStreams(recording(seconds, [](int i) { return i == 1234 ? 333.0F : 100.0F; }), {powerTrack()});
    m_chart->setWindow({1200, 1300});
    point(QPoint(qRound(m_chart->places().x(1234)), 100));
    QVERIFY(m_chart->moment().has_value());
    QCOMPARE(std::lround(*m_chart->moment()), 1234L);
    QCOMPARE(m_chart->valueAt(0, *m_chart->moment()), std::optional(333.0F));
    QCOMPARE(m_chart->accessibleDescription(), u"From 1200 to 1300. At 1234: Power 333 W."_s);
    point(QPoint(2, 100));
    QVERIFY2(!m_chart->moment(), "beside the tracks there is no line");
}

void StreamChartTest::nothingIsReadInAGap()
{
    m_chart->setStreams(
        recording(seconds, [](int i) { return i > 1000 && i < 2000 ? domain::Samples::gap : 200.0F; }), {powerTrack()});
    QVERIFY(m_chart->valueAt(0, 900));
    QVERIFY(!m_chart->valueAt(0, 1500));
    m_chart->setMoment(1500);
    QCOMPARE(m_chart->accessibleDescription(), u"From 0 to 3599. At 1500: no values."_s);
}

void StreamChartTest::nothingIsDrawnInAGap()
{
    m_chart->setStreams(
        recording(seconds, [](int i) { return i > 1000 && i < 2000 ? domain::Samples::gap : 200.0F; }), {powerTrack()});
    const auto places = m_chart->places();
    const QRect track = places.tracks.first().toAlignedRect();
    const auto columns = [&](double from, double to) {
        return QRect(QPoint(int(std::ceil(places.x(from))), track.top()),
            QPoint(int(std::floor(places.x(to))), track.bottom() - 1));
    };
    const QImage image = picture();
    QCOMPARE(inkIn(image, columns(1010, 1990)), 0);
    const QRect before = columns(100, 990);
    for (int x = before.left(); x <= before.right(); ++x)
        QVERIFY2(inkIn(image, QRect(x, before.top(), 1, before.height())) > 0, qPrintable(QString::number(x)));
}

void StreamChartTest::aSinglePeakIsNotLost()
{
    m_chart->setStreams(recording(21600, [](int i) { return i == 7777 ? 390.0F : 150.0F; }), {powerTrack()});
    const auto places = m_chart->places();
    const QRectF track = places.tracks.first();
    const int x = int(places.x(7777));
    const int top = int(ui::StreamLayout::y(track, {0, 400}, 388));
    QVERIFY(inkIn(picture(), QRect(x - 1, top, 3, 4)) > 0);
    QCOMPARE(inkIn(picture(), QRect(x + 3, top, 40, 4)), 0);
}

void StreamChartTest::fewSamplesAreOneLine()
{
    domain::StreamSet sparse = recording(30, [](int i) { return float(100 + 8 * i); });
    for (float &at : sparse.timeSeconds)
        at *= 5;
    m_chart->setStreams(std::move(sparse), {powerTrack()});
    const QRect track = m_chart->places().tracks.first().toAlignedRect();
    const QImage image = picture();
    for (int x = track.left() + 70; x < track.right() - 2; ++x)
        QVERIFY2(inkIn(image, QRect(x, track.top(), 1, track.height() - 1)) > 0, qPrintable(QString::number(x)));
}

void StreamChartTest::tracesAreDrawnOncePerWindow()
{
    const QImage still = picture();
    const qint64 key = m_chart->pictureKey();
    m_chart->setMoment(500);
    const QImage read = picture();
    QCOMPARE(m_chart->pictureKey(), key);
    QVERIFY(read != still);
    m_chart->setHighlight(TimeWindow {100, 200}, u"1:40"_s);
    QVERIFY(picture() != read);
    QCOMPARE(m_chart->pictureKey(), key);
    m_chart->setWindow({100, 900});
    (void)picture();
    QVERIFY(m_chart->pictureKey() != key);
}

void StreamChartTest::theTraceIsAsFineAsTheScreen()
{
    const QImage fine = picture(2);
    const QRectF track = m_chart->places().tracks.first();
    const QRect area((track.topLeft() * 2).toPoint(), (track.size() * 2).toSize());
    QVERIFY(inkIn(fine, area) > 2 * inkIn(picture(1), track.toAlignedRect()));
}

void StreamChartTest::theThemeIsFollowed()
{
    const QImage light = picture();
    m_theme->setChoice(ui::Theme::Choice::Dark);
    const QImage dark = picture();
    QCOMPARE(dark.pixelColor(3, 3), m_theme->color(ui::Token::Surface));
    QVERIFY(dark.pixelColor(3, 3) != light.pixelColor(3, 3));
    QVERIFY(inkIn(dark, m_chart->places().tracks.first().toAlignedRect()) > 0);
}

void StreamChartTest::thePillNamesWhatIsMarked()
{
    const QImage still = picture();
    m_chart->setHighlight(TimeWindow {1000, 1240}, u"4:00 · 303 W"_s);
    QVERIFY(m_chart->accessibleDescription().endsWith(u"Selected: 4:00 · 303 W."_s));
    const QImage marked = picture();
    const auto places = m_chart->places();
    const QPoint below(int(places.x(1120)), int(places.plot.bottom()) - 4);
    QVERIFY(marked.pixelColor(below) != still.pixelColor(below));
    QCOMPARE(marked.pixelColor(below - QPoint(200, 0)), still.pixelColor(below - QPoint(200, 0)));
    m_chart->setHighlight({});
    QCOMPARE(picture(), still);
}

MICROCYCLE_WIDGET_TEST(StreamChartTest)
#include "tst_streamchart.moc"
