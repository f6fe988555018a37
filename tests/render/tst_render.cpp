// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/render/compare.h"
#include "tests/render/palette.h"
#include "tests/render/scene.h"
#include "tests/support/testmain.h"

#include <QDir>
#include <QPainter>

using namespace Qt::StringLiterals;
using render::Subject;
using Choice = ui::Theme::Choice;

namespace {

constexpr int referenceColours = 255;

}

/// Compares every page with its reference picture. Where a change is meant, look at the new picture and run this once
/// with MICROCYCLE_UPDATE_REFERENCES=1, which writes the references anew.
class RenderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesLookAsBefore_data();
    void pagesLookAsBefore();
    void aMovedPartIsSeen_data();
    void aMovedPartIsSeen();
    void fewColoursAreChosenWell();

private:
    [[nodiscard]] QString nameOf(Subject subject, Choice choice) const;
    static QString keep(const QImage &image, const QString &name);

    std::unique_ptr<render::DemoStore> m_demo;
    QImage m_calendar; ///< reduced, for the tests of the comparison
};

void RenderTest::initTestCase()
{
    QCOMPARE(render::prepare(), QString());
    m_demo = std::make_unique<render::DemoStore>(render::clock());
    QCOMPARE(m_demo->failure(), QString());
    render::Scene scene(*m_demo, Subject::Calendar, Choice::Light);
    m_calendar = render::reduced(scene.picture());
}

QString RenderTest::nameOf(Subject subject, Choice choice) const
{
    const QString fine = qApp->devicePixelRatio() > 1 ? u"@2x"_s : QString();
    return u"%1-%2%3"_s.arg(render::nameOf(subject), render::nameOf(choice), fine);
}

QString RenderTest::keep(const QImage &image, const QString &name)
{
    const QString folder = QCoreApplication::applicationDirPath() + u"/differences"_s;
    const QString path = u"%1/%2.png"_s.arg(folder, name);
    return QDir().mkpath(folder) && image.save(path) ? path : u"(%1 could not be written)"_s.arg(path);
}

void RenderTest::pagesLookAsBefore_data()
{
    QTest::addColumn<int>("subject");
    QTest::addColumn<int>("choice");
    for (const auto choice : {Choice::Light, Choice::Dark}) {
        for (const Subject subject : render::subjects())
            QTest::newRow(qPrintable(nameOf(subject, choice))) << int(subject) << int(choice);
    }
}

void RenderTest::pagesLookAsBefore()
{
    QFETCH(int, subject);
    QFETCH(int, choice);
    render::Scene scene(*m_demo, Subject(subject), Choice(choice));
    QCOMPARE(scene.failure(), QString());
    const QImage whole = scene.picture();
    const QImage actual = render::reduced(whole);
    const QString name = nameOf(Subject(subject), Choice(choice));
    const QString path = u"" MICROCYCLE_REFERENCES "/%1.png"_s.arg(name);
    if (qEnvironmentVariableIsSet("MICROCYCLE_UPDATE_REFERENCES")) {
        QVERIFY(render::inColours(actual, referenceColours).save(path, "PNG", 0));
        return;
    }
    const QImage reference(path);
    const render::Difference difference = render::compare(actual, reference);
    if (!difference.isTooLarge())
        return;
    const QString said
        = u"%1: %2 % of the pixels differ, the worst block by %3\n  is  %4\n  was %5\n  red where it differs: %6"_s
              .arg(name)
              .arg(difference.share * 100, 0, 'f', 3)
              .arg(difference.worstBlock)
              .arg(keep(whole, name), path, keep(difference.picture, name + u"-difference"_s));
    QFAIL(qPrintable(said));
}

void RenderTest::aMovedPartIsSeen_data()
{
    QTest::addColumn<QRect>("part"); // in pixels of the reduced picture, which are two of the window
    QTest::addColumn<QPoint>("by");
    QTest::addColumn<bool>("seen");
    QTest::newRow("nothing moved") << QRect(140, 100, 80, 60) << QPoint() << false;
    QTest::newRow("a column of cards moved by four pixels") << QRect(150, 40, 70, 300) << QPoint(0, 2) << true;
    QTest::newRow("the strip moved by four pixels") << QRect(30, 350, 690, 84) << QPoint(0, 2) << true;
    QTest::newRow("the words of the status line moved by four pixels")
        << QRect(36, 434, 70, 15) << QPoint(2, 0) << true;
    QTest::newRow("a card is missing") << QRect(140, 120, 66, 28) << QPoint(1000, 0) << true;
    QTest::newRow("the strip is missing") << QRect(30, 350, 690, 84) << QPoint(1000, 0) << true;
}

void RenderTest::aMovedPartIsSeen()
{
    QFETCH(QRect, part);
    QFETCH(QPoint, by);
    QFETCH(bool, seen);
    const QImage reference = render::inColours(m_calendar, referenceColours);
    QImage changed = m_calendar;
    {
        QPainter painter(&changed);
        painter.fillRect(part, m_calendar.pixelColor(part.topLeft()));
        painter.drawImage(part.topLeft() + by, m_calendar, part);
    }
    const render::Difference difference = render::compare(changed, reference);
    QVERIFY2(difference.isTooLarge() == seen,
        qPrintable(u"%1 %, worst block %2"_s.arg(difference.share * 100).arg(difference.worstBlock)));
}

void RenderTest::fewColoursAreChosenWell()
{
    QImage image(40, 10, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter(&image).fillRect(0, 0, 3, 3, QColor(200, 30, 40));
    const QImage two = render::inColours(image, 2);
    QCOMPARE(two.colorCount(), 2);
    QCOMPARE(two.convertToFormat(QImage::Format_RGB32), image);
    for (int x = 0; x < 40; ++x)
        image.setPixel(x, 5, qRgb(x * 6, 10, 10));
    const QImage eight = render::inColours(image, 8);
    QVERIFY(eight.colorCount() <= 8);
    QCOMPARE(eight.pixel(20, 9), qRgb(255, 255, 255));
    QVERIFY(std::abs(qRed(eight.pixel(20, 5)) - 120) < 40);
}

MICROCYCLE_WIDGET_TEST(RenderTest)
#include "tst_render.moc"
