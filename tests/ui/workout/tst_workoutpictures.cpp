// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testmain.h"
#include "tests/ui/workout/builderstage.h"
#include "ui/widgets/pillbutton.h"

#include <QAbstractItemView>
#include <QCompleter>

using namespace Qt::StringLiterals;
using ui::Theme;

namespace {

constexpr auto vo2
    = "Fresh legs only. Stop if the fourth one falls apart.\n\nWarmup\n- 12m ramp 50-75% 90rpm\n- 3x build 3m "
      "80%\n\nMain set 5x\n- Hard 4m 112-118% 95rpm\n- Easy 3m 50%\n\n- Tempo 10m Z3\n\nCooldown\n- 8m ramp 60-40%\n";
constexpr auto tempoRun = "- 10m 70% Pace\n\n4x\n- 1km 3:55-3:50/km Pace\n- 400mtr 5:30/km Pace\n\n- 10m 68% Pace";
constexpr auto heartRate = "- 15m 70-75% LTHR\n\n3x\n- 10m 88-94% LTHR\n- 4m 70% LTHR\n\n- 10m Z1 HR";
constexpr auto chinese = "\u70ed\u8eab\u540e\u6309\u8ba1\u5212\u5b8c\u6210\n\n- \u70ed\u8eab 12m ramp "
                         "50-75%\n\n\u4e3b\u8bfe 5x\n- \u5feb 4m 115%\n- \u6162 3m 50%\n\n- \u653e\u677e 8m 45%";
constexpr auto wrong = "- 10m 60%\n4x\n- 3m 115%\n- easy 50%\n\n- 1h 30m 60 %\n- 10m 80-70%\n\n4x:\n- 2m 100%";

QString longText()
{
    QString text;
    for (int i = 0; i < 50; ++i)
        text += u"- Block %1 2m %2%\n- 1m %3%\n\n2x\n- 30s %4%\n- 30s 50%\n\n"_s.arg(i + 1)
                    .arg(60 + i % 30)
                    .arg(85 + i % 12)
                    .arg(110 + i % 25);
    return text;
}

}

/// Draws the builder in its states. With MICROCYCLE_PICTURES set to a folder it also writes the pictures there.
class WorkoutPicturesTest
    : public QObject
    , private BuilderStage
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { tearDown(); }
    void theBuilderIsDrawn_data();
    void theBuilderIsDrawn();
    void aDragIsDrawn_data();
    void aDragIsDrawn();

private:
    QImage picture(double scale = 1);
    void save(const QImage &image, const QString &name) const;
};

QImage WorkoutPicturesTest::picture(double scale)
{
    QCoreApplication::processEvents();
    QImage image((QSizeF(m_page->size()) * scale).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(scale);
    image.fill(m_theme->color(ui::Token::Window));
    m_page->render(&image);
    return image;
}

void WorkoutPicturesTest::save(const QImage &image, const QString &name) const
{
    const QString folder = qEnvironmentVariable("MICROCYCLE_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(image.save(u"%1/%2-%3.png"_s.arg(folder, name, QString::fromLatin1(QTest::currentDataTag()))));
}

void WorkoutPicturesTest::theBuilderIsDrawn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<double>("scale");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QSize>("size");
    const auto row = [](const char *name,
                         bool dark,
                         double scale,
                         const QString &text,
                         const QString &type = u"Ride"_s,
                         QSize size = {1384, 872}) { QTest::newRow(name) << dark << scale << text << type << size; };
    const QString ride = QString::fromUtf8(vo2);
    row("light", false, 1, ride);
    row("dark", true, 1, ride);
    row("small", false, 1, ride, u"Ride"_s, {1224, 772});
    row("dark-2x", true, 2, ride, u"Ride"_s, {1224, 772});
    row("run", false, 1, QString::fromUtf8(tempoRun), u"Run"_s);
    row("heartrate", false, 1, QString::fromUtf8(heartRate));
    row("chinese", false, 1, QString::fromUtf8(chinese));
    row("german",
        false,
        1,
        u"Schwellenintervalltraining mit anschlie\u00dfender Rumpfkr\u00e4ftigung\n\n- Einfahren 12m ramp 50-75%\n\nHauptteil 5x\n- Belastungswiederholung 4m 112-118%\n- Erholung 3m 50%\n\n- Ausfahren 8m 45%"_s,
        u"Ride"_s,
        {1224, 772});
    row("empty", false, 1, QString());
    row("long", false, 1, longText());
    row("wrong", false, 1, QString::fromUtf8(wrong));
}

void WorkoutPicturesTest::theBuilderIsDrawn()
{
    QFETCH(bool, dark);
    QFETCH(double, scale);
    QFETCH(QString, text);
    QFETCH(QString, type);
    QFETCH(QSize, size);
    const bool german = QByteArray(QTest::currentDataTag()) == "german";
    setUp(dark ? Theme::Choice::Dark : Theme::Choice::Light,
        german ? QLocale(QLocale::German) : QLocale(QLocale::English));
    m_page->open(plan(u"VO2 5×4"_s, text, type));
    show(size);
    const QImage empty = picture(scale);
    if (!builder().state().script().places().empty()) {
        const int line
            = builder().state().script().places()[size_t(builder().state().script().places().size() > 2 ? 2 : 0)].line;
        chart().setFocus();
        chart().choose({line}, line);
    }
    const QImage chosen = picture(scale);
    save(chosen, u"builder"_s);
    QCOMPARE(chosen.size(), (QSizeF(size) * scale).toSize());
    QCOMPARE(chosen == empty, text.isEmpty()); // a chosen step is seen
}

void WorkoutPicturesTest::aDragIsDrawn_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void WorkoutPicturesTest::aDragIsDrawn()
{
    QFETCH(bool, dark);
    setUp(dark ? Theme::Choice::Dark : Theme::Choice::Light);
    m_page->open(plan(u"VO2 5×4"_s, QString::fromUtf8(vo2)));
    show({1384, 872});
    const auto move = [this](QPointF at) {
        QMouseEvent event(QEvent::MouseMove, at, chart().mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&chart(), &event);
    };
    const ui::ChartPiece piece = *chart().chart().pieceOf(8);
    const QPoint top(int(piece.box.center().x()), int(piece.box.top()));
    QTest::mousePress(&chart(), Qt::LeftButton, {}, top);
    move(top - QPointF(0, 6));
    move(top - QPointF(0, 25));
    save(picture(), u"builder-raise"_s);
    QVERIFY(chart().isDragging());
    QTest::keyClick(&chart(), Qt::Key_Escape);
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, top);
    const QImage still = picture();
    const QPoint body(int(piece.box.center().x()), int(piece.box.bottom()) - 20);
    QTest::mousePress(&chart(), Qt::LeftButton, {}, body);
    move(body + QPointF(30, 0));
    move(QPointF(chart().chart().plot().right() - 100, body.y()));
    const QImage moving = picture();
    save(moving, u"builder-move"_s);
    QVERIFY(moving != still);
    QTest::mouseRelease(&chart(), Qt::LeftButton, {}, body);
    builder().adjustBar().open(ui::AdjustBar::Kind::ScaleIntensities, {});
    save(picture(), u"builder-adjust"_s);
    builder().adjustBar().finish(false);
    text().goToLine(3);
    QTest::keyClick(&text(), Qt::Key_Return);
    QTest::keyClicks(&text(), u"5m z"_s);
    QCoreApplication::processEvents();
    save(text().completer()->popup()->grab().toImage(), u"builder-words"_s);
    QTest::keyClick(text().completer()->popup(), Qt::Key_Escape);
    builder().findChild<ui::PillButton *>()->click();
    save(picture(), u"builder-once"_s);
}

MICROCYCLE_WIDGET_TEST(WorkoutPicturesTest)
#include "tst_workoutpictures.moc"
