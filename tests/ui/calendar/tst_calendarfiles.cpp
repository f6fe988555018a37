// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/readfile.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"
#include "tests/ui/calendar/calendarstage.h"
#include "ui/calendar/importpanel.h"

#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTemporaryDir>
#include <QUrl>

using namespace Qt::StringLiterals;
using ui::CalendarPage;

namespace {

const QByteArray zwo = R"(<workout_file><name>Over unders</name><sportType>bike</sportType><workout>
<Warmup Duration="600" PowerLow="0.5" PowerHigh="0.75"/>
<IntervalsT Repeat="3" OnDuration="240" OffDuration="120" OnPower="1.05" OffPower="0.85"/>
</workout></workout_file>)";

const QByteArray gpx
    = R"(<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Lake loop</name><type>running</type><trkseg>
<trkpt lat="47.0" lon="8.0"><time>2026-03-10T07:00:00Z</time></trkpt>
<trkpt lat="47.001" lon="8.0"><time>2026-03-10T07:00:40Z</time></trkpt>
</trkseg></trk></gpx>)";

const QByteArray ics
    = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nBEGIN:VEVENT\r\nUID:a1\r\nDTSTAMP:20260301T000000Z\r\n"
      "DTSTART;VALUE=DATE:20260320\r\nSUMMARY:Track club\r\nDESCRIPTION:bring water\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";

}

class CalendarFilesTest
    : public QObject
    , private CalendarStage
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        setUp();
        m_folder = std::make_unique<QTemporaryDir>();
        const QJsonObject ride {{u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 250}};
        QVERIFY(store::RemoteFold(*m_store).sports({ride}).ok());
    }
    void cleanup()
    {
        tearDown();
        m_folder.reset();
    }
    void aWorkoutFileHeldOverADayShowsWhatItWouldDo();
    void aDroppedWorkoutFileIsPlanned();
    void severalFilesAreListedAndTheChosenOnesTaken();
    void workoutsCanBeSpreadOverDays();
    void anActivityIsHandedOnToBeUploaded();
    void entriesOfACalendarKeepTheirDays();
    void whatCannotBeReadIsNamedAndNothingIsPlanned();
    void aCardBecomesAFileThatReadsTheSame();
    void aCardBecomesAFileOfTheChosenFormat();
    void filesLetGoBesideTheDaysGoToTheMarkedOne();
    void exportedFilesOverwriteNothing();
    void whatHasNoStepsIsNamedBesideWhatWasWritten();
    void theMenuOffersTheWeekAsFiles();

private:
    QString write(const QString &name, const QByteArray &bytes);
    void offer(const QStringList &paths, QDate day, bool drop = true);
    [[nodiscard]] QList<store::Summary> eventsOn(QDate day) { return m_store->events({day, day}); }
    domain::LocalId planIntervals();

    std::unique_ptr<QTemporaryDir> m_folder;
};

QString CalendarFilesTest::write(const QString &name, const QByteArray &bytes)
{
    QFile file(m_folder->filePath(name));
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() ? file.fileName() : QString();
}

void CalendarFilesTest::offer(const QStringList &paths, QDate day, bool drop)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    const QPoint at = grid().dayRect(day).center();
    QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(grid().viewport(), &enter);
    QVERIFY(enter.isAccepted());
    if (!drop)
        return;
    QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(grid().viewport(), &dropped);
}

domain::LocalId CalendarFilesTest::planIntervals()
{
    const domain::LocalId id = plan(u"VO2 5×4"_s, today);
    auto event = *m_store->event(id);
    event.load.reset();
    event.movingTime.reset();
    event.description = u"- 10m ramp 50-75%\n\n5x\n- 4m 110%\n- 3m 50%\n\n- 10m 50%"_s;
    return commands::Planner(*m_store).edit(id, event).ok() ? id : domain::LocalId {};
}

void CalendarFilesTest::aWorkoutFileHeldOverADayShowsWhatItWouldDo()
{
    show();
    const QDate day = today.addDays(3);
    offer({write(u"over.zwo"_s, zwo)}, day, false);
    QVERIFY(grid().isDragging());
    QCOMPARE(grid().drag().target(), day);
    QCOMPARE(grid().drag().landingOn(day).size(), 1);
    QTRY_COMPARE(grid().drag().landingOn(day).constFirst().card.name, u"Over unders"_s);
    QCOMPARE(grid().drag().target(), day);
    QCOMPARE(grid().drag().landingOn(day).constFirst().card.movingSeconds, 600 + 3 * 360);
    QDragLeaveEvent leave;
    QApplication::sendEvent(grid().viewport(), &leave);
    QVERIFY(!grid().isDragging());
    QVERIFY(eventsOn(day).isEmpty());
}

void CalendarFilesTest::aDroppedWorkoutFileIsPlanned()
{
    show();
    const QDate day = today.addDays(3);
    offer({write(u"over.zwo"_s, zwo)}, day);
    QTRY_COMPARE(eventsOn(day).size(), 1);
    QCOMPARE(eventsOn(day).constFirst().name, u"Over unders"_s);
    QCOMPARE(eventsOn(day).constFirst().movingTime, std::chrono::seconds(1680));
    QVERIFY(!eventsOn(day).constFirst().profile.isEmpty());
    QVERIFY(m_store->undo().ok());
    QVERIFY(eventsOn(day).isEmpty());
}

void CalendarFilesTest::severalFilesAreListedAndTheChosenOnesTaken()
{
    show();
    const QDate day = today.addDays(2);
    offer({write(u"a.zwo"_s, zwo), write(u"b.txt"_s, "- 20m 60%\n"), write(u"c.bin"_s, QByteArray(40, '\1'))}, day);
    QTRY_VERIFY(m_page->imports().isVisible());
    items::ImportTable *table = m_page->imports().table();
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->chosen().size(), 2);
    QVERIFY(!(table->flags(table->index(2, 0)) & Qt::ItemIsUserCheckable));
    QVERIFY(!table->index(2, 0).data(items::ImportReasonRole).toStringList().isEmpty());
    auto *all = m_page->imports().findChild<QPushButton *>(u"import-all"_s);
    QTest::mouseClick(all, Qt::LeftButton);
    QVERIFY(table->chosen().isEmpty());
    QVERIFY(!m_page->imports().takeButton()->isEnabled());
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(table->chosen().size(), 2);
    QVERIFY(table->setData(table->index(0, 0), Qt::Unchecked, Qt::CheckStateRole));
    QTest::mouseClick(m_page->imports().takeButton(), Qt::LeftButton);
    QVERIFY(!m_page->imports().isVisible());
    QCOMPARE(eventsOn(day).size(), 1);
    QCOMPARE(eventsOn(day).constFirst().name, u"b"_s);
    QVERIFY(grid().hasFocus());
}

void CalendarFilesTest::workoutsCanBeSpreadOverDays()
{
    show();
    m_page->importFiles({write(u"a.zwo"_s, zwo), write(u"b.txt"_s, "- 20m 60%\n")});
    QTRY_VERIFY(m_page->imports().isVisible());
    auto *spread = m_page->imports().findChild<QComboBox *>();
    QTest::keyClick(spread, Qt::Key_Down);
    QTest::mouseClick(m_page->imports().takeButton(), Qt::LeftButton);
    QCOMPARE(eventsOn(today).size(), 1);
    QCOMPARE(eventsOn(today.addDays(1)).size(), 1);
    QVERIFY(m_store->undo().ok());
    QVERIFY(m_store->events({today, today.addDays(7)}).isEmpty());
}

void CalendarFilesTest::anActivityIsHandedOnToBeUploaded()
{
    show();
    QSignalSpy uploads(m_page.get(), &CalendarPage::uploadWanted);
    const QString path = write(u"run.gpx"_s, gpx);
    offer({path}, today);
    QTRY_COMPARE(uploads.count(), 1);
    QCOMPARE(uploads.constFirst().constFirst().toStringList(), QStringList {path});
    QVERIFY(m_store->events({today.addDays(-7), today.addDays(7)}).isEmpty());
}

void CalendarFilesTest::entriesOfACalendarKeepTheirDays()
{
    show();
    offer({write(u"club.ics"_s, ics)}, today);
    QTRY_VERIFY(m_page->imports().isVisible());
    QTest::mouseClick(m_page->imports().takeButton(), Qt::LeftButton);
    QCOMPARE(eventsOn(QDate(2026, 3, 20)).size(), 1);
    QCOMPARE(eventsOn(QDate(2026, 3, 20)).constFirst().category, domain::Category::Note);
    QVERIFY(eventsOn(today).isEmpty());
}

void CalendarFilesTest::whatCannotBeReadIsNamedAndNothingIsPlanned()
{
    show();
    QSignalSpy failed(m_page.get(), &CalendarPage::failed);
    offer({write(u"broken.zwo"_s, "<workout_file><workout><SteadyState Duration=\"-60\"")}, today);
    QTRY_COMPARE(failed.count(), 1);
    const auto error = failed.constFirst().constFirst().value<domain::Error>();
    QVERIFY(!error.detail.isEmpty());
    QVERIFY(eventsOn(today).isEmpty());
}

void CalendarFilesTest::aCardBecomesAFileThatReadsTheSame()
{
    const domain::LocalId id = planIntervals();
    show();
    const auto data = m_page->exchange().outgoing({id});
    QVERIFY(data->hasFormat(u"text/calendar"_s));
    QCOMPARE(data->urls().size(), 1);
    QFile file(data->urls().constFirst().toLocalFile());
    QVERIFY(file.fileName().endsWith(".zwo"_L1));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto read = files::readWorkoutFile(file.readAll(), file.fileName());
    QVERIFY(read.ok());
    QCOMPARE(read->constFirst().content.name, u"VO2 5×4"_s);
    const QDate day = today.addDays(2);
    offer({file.fileName()}, day);
    QTRY_COMPARE(eventsOn(day).size(), 1);
    QVERIFY(m_store->summary(id)->load);
    QCOMPARE(eventsOn(day).constFirst().load.value_or(-1), *m_store->summary(id)->load);
    QCOMPARE(eventsOn(day).constFirst().movingTime, m_store->summary(id)->movingTime);
}

void CalendarFilesTest::aCardBecomesAFileOfTheChosenFormat()
{
    const domain::LocalId id = planIntervals();
    show();
    for (const QString &format : {u"fit"_s, u"erg"_s}) {
        m_page->exchange().setDragFormat(format);
        QVERIFY(m_page->exchange().outgoing({id})->urls().constFirst().path().endsWith(u'.' + format));
    }
    m_page->exchange().setDragFormat(u"exe"_s);
    QVERIFY(m_page->exchange().outgoing({id})->urls().constFirst().path().endsWith(".erg"_L1));
}

void CalendarFilesTest::filesLetGoBesideTheDaysGoToTheMarkedOne()
{
    show();
    grid().setFocusDay(today.addDays(1));
    QMimeData files;
    files.setUrls({QUrl::fromLocalFile(write(u"over.zwo"_s, zwo))});
    const QPoint beside(grid().viewport()->width() - 20, grid().dayRect(today).center().y());
    QDragEnterEvent enter(beside, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(grid().viewport(), &enter);
    QVERIFY(!grid().drag().target().isValid());
    QDropEvent dropped(beside, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(grid().viewport(), &dropped);
    QTRY_COMPARE(eventsOn(today.addDays(1)).size(), 1);
}

void CalendarFilesTest::exportedFilesOverwriteNothing()
{
    const domain::LocalId id = planIntervals();
    show();
    for (const QString &format : ui::Exporter::formats()) {
        m_page->exchange().exportTo(m_folder->path(), {id}, format);
        m_page->exchange().exportTo(m_folder->path(), {id}, format);
        const auto written = QDir(m_folder->path()).entryList({u"*."_s + format}, QDir::Files).size();
        QVERIFY2(written == 2, qPrintable(u"%1 files of %2"_s.arg(written).arg(format)));
    }
}

void CalendarFilesTest::whatHasNoStepsIsNamedBesideWhatWasWritten()
{
    const QList<domain::LocalId> ids {planIntervals(), plan(u"Core"_s, today)};
    show();
    QSignalSpy said(&m_page->exchange(), &ui::CalendarExchange::sentence);
    QSignalSpy failed(&m_page->exchange(), &ui::CalendarExchange::failed);
    m_page->exchange().exportTo(m_folder->path(), ids, u"zwo"_s);
    QCOMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toString(),
        u"Written to %1/VO2 5×4.zwo. Core has no steps to write."_s.arg(m_folder->path()));
    QVERIFY(failed.isEmpty());
}

void CalendarFilesTest::theMenuOffersTheWeekAsFiles()
{
    planIntervals();
    show();
    grid().setFocusDay(today.addDays(1));
    QTest::keyClick(&grid(), Qt::Key_Home);
    Q_EMIT grid().menuRequested(QPoint(50, 50));
    QStringList titles;
    for (const QMenu *menu : m_page->findChildren<QMenu *>())
        titles.append(menu->title());
    QVERIFY(titles.contains(u"Export this week"_s));
}

MICROCYCLE_WIDGET_TEST(CalendarFilesTest)
#include "tst_calendarfiles.moc"
