// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/desk.h"
#include "tests/e2e/service.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;
using e2e::eventually;
using e2e::Node;
using e2e::settled;

/// A workout's way: typed, shaped with the mouse, kept in the library, planned from there, taken out as a file and
/// brought back as one. Each chapter goes on where the last one ended.
class WorkoutStoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void cleanupTestCase();
    void aWorkoutIsTyped();
    void theMouseMakesItHarder();
    void itIsKeptInTheLibraryAndPlannedFromThere();
    void itLeavesAsAFileAndComesBack();

private:
    /// Drags from one window to another. Their programs talk to each other on the way, so the hand moves on at the end
    /// until the other side has seen what comes, or for that many times.
    template<typename Seen>
    void carry(QPoint from, QPoint to, Seen seen, int most) const
    {
        const e2e::Hands &hands = m_desk.hands();
        hands.press(from);
        hands.moveTo(from, to);
        for (int i = 0; i < most && !seen(); ++i)
            hands.moveTo(to, to + QPoint(i % 2 == 0 ? 6 : -6, 4));
        hands.moveTo(to, to + QPoint(2, 2));
        hands.release();
    }
    [[nodiscard]] int load(const QString &name, QDate day) const;
    [[nodiscard]] QString text(QDate day) const;

    e2e::Desk m_desk;
    std::unique_ptr<e2e::Service> m_service;
    QProcess m_shelf;
    QDate m_monday = QDate::currentDate().addDays(8 - QDate::currentDate().dayOfWeek());
    const QString m_name = u"Shaped by hand"_s;
};

void WorkoutStoryTest::initTestCase()
{
    const QString failure = m_desk.open();
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    m_service = std::make_unique<e2e::Service>(m_desk.stage().environment(), m_desk.stage().path(u"service"_s));
    const QString serviceFailure = m_service->start();
    QVERIFY2(serviceFailure.isEmpty(), qPrintable(serviceFailure));
    for (const auto &event : m_service->events(m_monday, m_monday.addDays(6))) // an empty week to work in
        QCOMPARE(
            m_service->cli({u"events"_s, u"delete"_s, QString::number(event.toObject().value("id"_L1).toInteger())})
                .code,
            0);
    QVERIFY(QDir().mkpath(m_desk.stage().path(u"shelf"_s)));
    const QString programFailure = m_desk.startProgram(m_service->sessionFile());
    QVERIFY2(programFailure.isEmpty(), qPrintable(programFailure));
    QVERIFY(eventually([&] { return m_desk.syncWords().startsWith(u"Saved at"_s); }));
    QVERIFY(eventually([&] { return m_desk.dayCell(m_monday).exists(); }));
}

void WorkoutStoryTest::cleanup()
{
    if (QTest::currentTestFailed())
        m_desk.photograph(QTest::currentTestFunction());
}

void WorkoutStoryTest::cleanupTestCase()
{
    m_shelf.kill();
    m_shelf.waitForFinished();
    m_desk.stopProgram();
    if (m_service)
        m_service->stop();
}

int WorkoutStoryTest::load(const QString &name, QDate day) const
{
    return m_service->eventNamed(name, day).value("icu_training_load"_L1).toInt(-1);
}

QString WorkoutStoryTest::text(QDate day) const
{
    return m_service->eventNamed(m_name, day).value("description"_L1).toString();
}

void WorkoutStoryTest::aWorkoutIsTyped()
{
    m_desk.hands().doubleClick(m_desk.dayCell(m_monday).middle());
    QVERIFY(eventually([&] { return m_desk.isFocused(u"Name"_s); }));
    m_desk.hands().type(m_name);
    m_desk.hands().keys({u"Return"_s});
    QVERIFY(eventually([&] { return !m_service->eventNamed(m_name, m_monday).isEmpty(); }));
    m_desk.hands().keys({u"Escape"_s});
    QVERIFY(eventually([&] { return !m_desk.field(u"Duration"_s).exists(); }));
    QVERIFY(eventually([&] { return m_desk.card(m_monday, m_name).exists(); }));
    m_desk.hands().click(m_desk.card(m_monday, m_name).middle());
    m_desk.hands().keys({u"ctrl+Return"_s});
    QVERIFY(eventually([&] { return m_desk.field(u"Workout text"_s).exists(); }));
    m_desk.hands().click(m_desk.field(u"Workout text"_s).middle());
    m_desk.hands().type(u"- 10m 60%"_s);
    for (const QString &line : {u"- 20m 90%"_s, u"- 10m 50%"_s}) {
        m_desk.hands().keys({u"End"_s, u"Return"_s, u"shift+Home"_s});
        m_desk.hands().type(line);
    }
    QVERIFY(eventually([&] { return m_desk.thing(u"list item"_s, u"3 of 3"_s).exists(); }));
}

void WorkoutStoryTest::theMouseMakesItHarder()
{
    const Node block = m_desk.thing(u"list item"_s, u"2 of 3"_s);
    QVERIFY(block.exists());
    const QRect rect = block.rect();
    m_desk.hands().drag({rect.center().x(), rect.top() + 1}, {rect.center().x(), rect.top() - rect.height() / 5});
    QVERIFY(eventually([&] { return !m_desk.thing(u"list item"_s, u"90"_s).exists(); }));
    m_desk.hands().click(m_desk.thing(u"push button"_s, u"Done"_s).middle());
    QVERIFY(eventually([&] { return m_desk.table().exists(); }));
    QVERIFY(eventually([&] { return text(m_monday).contains("20m"_L1); }));
    QVERIFY(!text(m_monday).contains("90%"_L1));
    QVERIFY(text(m_monday).startsWith("- 10m 60%"_L1));
    QCOMPARE(m_service->eventNamed(m_name, m_monday).value("moving_time"_L1).toInt(), 40 * 60);
    QVERIFY(load(m_name, m_monday) > 0);
}

void WorkoutStoryTest::itIsKeptInTheLibraryAndPlannedFromThere()
{
    m_desk.hands().keys({u"F9"_s});
    QVERIFY(eventually([&] { return m_desk.thing(u"tree"_s, u"Library"_s).exists(); }));
    const Node folder = m_desk.thing(u"tree item"_s, u"Strength and bricks"_s);
    QVERIFY(eventually([&] { return m_desk.card(m_monday, m_name).exists(); }));
    QVERIFY(folder.exists());
    carry(
        m_desk.card(m_monday, m_name).middle(), folder.middle(), [] { return false; }, 12);
    QVERIFY(eventually([&] {
        return m_service->cli({u"library"_s, u"list"_s, u"--json"_s}).out.contains(m_name.toUtf8());
    }));
    QVERIFY(eventually([&] { return m_desk.thing(u"tree item"_s, m_name).exists(); }));
    carry(
        m_desk.thing(u"tree item"_s, m_name).middle(),
        m_desk.dayCell(m_monday.addDays(3)).middle(),
        [] { return false; },
        12);
    const int expected = load(m_name, m_monday);
    QCOMPARE(settled([&] { return load(m_name, m_monday.addDays(3)); }, expected), expected);
    m_desk.hands().keys({u"F9"_s});
    QVERIFY(eventually([&] { return !m_desk.thing(u"tree"_s, u"Library"_s).exists(); }));
}

void WorkoutStoryTest::itLeavesAsAFileAndComesBack()
{
    m_shelf.setProcessEnvironment(m_desk.stage().environment());
    m_shelf.start(QStringLiteral(MICROCYCLE_SHELF), {m_desk.stage().path(u"shelf"_s)});
    QVERIFY(m_shelf.waitForStarted());
    const QPoint shelf(1540, 760); // beside the window of the program
    const auto onShelf = [&] { return QDir(m_desk.stage().path(u"shelf"_s)).entryList(QDir::Files); };
    QVERIFY(eventually([&] { return m_desk.hands().activeProcess() == m_shelf.processId(); }));
    QVERIFY(eventually([&] { return m_desk.card(m_monday.addDays(3), m_name).exists(); }));
    QByteArray said;
    const auto overTheShelf = [&] {
        said += m_shelf.readAllStandardOutput();
        return said.contains("held over the shelf");
    };
    carry(m_desk.card(m_monday.addDays(3), m_name).middle(), shelf, overTheShelf, 100);
    QVERIFY(eventually([&] { return !onShelf().isEmpty(); }));
    QCOMPARE(onShelf(), QStringList {m_name + u".zwo"_s});

    carry(
        {1540, 652}, m_desk.dayCell(m_monday.addDays(5)).middle(), [] { return false; }, 15);
    const int expected = load(m_name, m_monday);
    QCOMPARE(settled([&] { return load(m_name, m_monday.addDays(5)); }, expected), expected);
    QCOMPARE(load(m_name, m_monday.addDays(3)), expected);
}

MICROCYCLE_STAGE_TEST(WorkoutStoryTest)

#include "tst_e2eworkout.moc"
