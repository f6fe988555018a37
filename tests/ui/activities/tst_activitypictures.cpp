// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/activities/samplerides.h"
#include "tests/ui/activities/sampleseason.h"
#include "ui/activities/activitiespage.h"
#include "ui/activities/activitylist.h"
#include "ui/activities/activityview.h"
#include "ui/activities/rowtable.h"
#include "ui/charts/streamchart.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

/// Draws the list and three activities in both themes, two sizes and on a fine screen. With MICROCYCLE_PICTURES set to
/// a folder it also writes the pictures there.
class ActivityPicturesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void thePagesAreNotBlank_data();
    void thePagesAreNotBlank();

private:
    [[nodiscard]] QImage picture(const QString &name);
    [[nodiscard]] domain::LocalId idOf(const QString &remoteId) const
    {
        return *m_store->findRemote(store::Kind::Activity, remoteId);
    }
    /// How many colours a part has; a blank one has one or two.
    [[nodiscard]] static qsizetype colours(const QImage &image);

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(20, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
    std::unique_ptr<ui::ActivitiesPage> m_page;
};

void ActivityPicturesTest::initTestCase()
{
    auto opened = store::Store::open(u":memory:"_s, m_clock);
    QVERIFY(opened.ok());
    m_store = *std::move(opened);
    store::RemoteFold fold(*m_store);
    QVERIFY(fold.record(store::Kind::Event, samples::vo2Plan()).ok());
    QList<QJsonObject> all = samples::season(1399);
    all << samples::vo2Ride() << samples::easyRun() << samples::stravaStub();
    QVERIFY(fold.activities({}, all).ok());
    QVERIFY(fold.streams(idOf(u"i900"_s), samples::vo2Streams()).ok());
    QVERIFY(fold.streams(idOf(u"i901"_s), samples::runStreams()).ok());
}

void ActivityPicturesTest::thePagesAreNotBlank_data()
{
    QTest::addColumn<int>("choice");
    QTest::addColumn<QSize>("size"); // without the rail and the status line of the window
    QTest::addColumn<double>("ratio");
    QTest::newRow("light") << int(ui::Theme::Choice::Light) << QSize(1384, 868) << 1.0;
    QTest::newRow("dark") << int(ui::Theme::Choice::Dark) << QSize(1384, 868) << 1.0;
    QTest::newRow("small-light") << int(ui::Theme::Choice::Light) << QSize(1224, 768) << 1.0;
    QTest::newRow("small-dark") << int(ui::Theme::Choice::Dark) << QSize(1224, 768) << 1.0;
    QTest::newRow("fine-light") << int(ui::Theme::Choice::Light) << QSize(1384, 868) << 2.0;
    QTest::newRow("fine-dark") << int(ui::Theme::Choice::Dark) << QSize(1384, 868) << 2.0;
    QTest::newRow("narrow-light") << int(ui::Theme::Choice::Light) << QSize(840, 700) << 1.0;
}

QImage ActivityPicturesTest::picture(const QString &name)
{
    QFETCH(double, ratio);
    QCoreApplication::processEvents();
    QImage image(m_page->size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    m_page->render(&image);
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    if (!folder.isEmpty()
        && !image.save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))))
        QTest::qFail("the picture cannot be written", __FILE__, __LINE__);
    return image;
}

qsizetype ActivityPicturesTest::colours(const QImage &image)
{
    QSet<QRgb> seen;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            seen.insert(image.pixel(x, y));
    }
    return seen.size();
}

void ActivityPicturesTest::thePagesAreNotBlank()
{
    QFETCH(int, choice);
    QFETCH(QSize, size);
    QFETCH(double, ratio);
    ui::Theme theme;
    theme.setChoice(ui::Theme::Choice(choice));
    theme.applyTo(*qApp);
    m_page = std::make_unique<ui::ActivitiesPage>(*m_store, theme, QLocale(QLocale::English, QLocale::UnitedKingdom));
    m_page->resize(size);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_page.get()));
    m_page->activated();
    m_page->list().table().chooseRow(2);
    const auto part = [&](const QImage &image, const QWidget &widget) {
        const QRect place(widget.mapTo(m_page.get(), QPoint()), widget.size());
        return image.copy(QRect(place.topLeft() * ratio, place.size() * ratio));
    };
    QVERIFY(colours(part(picture(u"activities"_s), m_page->list().table())) > 20);

    m_page->open(idOf(u"i900"_s));
    ui::ActivityView &view = m_page->view();
    const QImage whole = picture(u"activity"_s);
    QVERIFY(colours(part(whole, view.chart())) > 20);
    QVERIFY(colours(part(whole, view.intervals())) > 20);
    view.intervals().chooseRow(4);
    view.chart().setWindow(view.chart().whole());
    view.chart().setMoment(1850);
    const QImage marked = picture(u"activity-marked"_s);
    QVERIFY(part(marked, view.chart()) != part(whole, view.chart()));
    view.intervals().chooseRow(5);
    QVERIFY(part(picture(u"activity-zoomed"_s), view.chart()) != part(marked, view.chart()));

    m_page->open(idOf(u"i901"_s));
    QVERIFY(colours(part(picture(u"activity-run"_s), view.chart())) > 20);
    m_page->open(idOf(u"i1000"_s));
    (void)picture(u"activity-loading"_s);
    m_page->open(idOf(u"777"_s));
    (void)picture(u"activity-stub"_s);
    m_page.reset();
}

MICROCYCLE_WIDGET_TEST(ActivityPicturesTest)
#include "tst_activitypictures.moc"
