// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/archive.h"
#include "models/files/openregular.h"
#include "models/files/readfile.h"
#include "models/files/safename.h"
#include "models/files/workouttext.h"
#include "tests/models/files/filewording.h"
#include "tests/support/recordedfiles.h"
#include "tests/support/testmain.h"

#include <QTemporaryDir>
#include <archive.h>
#include <archive_entry.h>

#ifdef Q_OS_UNIX
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using namespace files;

namespace {

struct Entry {
    QByteArray path;
    QByteArray bytes;
    QByteArray link = {}; ///< what a symbolic link points to
    bool folder = false;
};

QByteArray zipOf(const QList<Entry> &entries)
{
    QByteArray buffer(4 * 1024 * 1024, '\0');
    size_t used = 0;
    auto *writer = archive_write_new();
    archive_write_set_format_zip(writer);
    archive_write_open_memory(writer, buffer.data(), size_t(buffer.size()), &used);
    for (const auto &entry : entries) {
        auto *item = archive_entry_new();
        archive_entry_set_pathname(item, entry.path.constData());
        archive_entry_set_filetype(item, !entry.link.isEmpty() ? AE_IFLNK : entry.folder ? AE_IFDIR : AE_IFREG);
        archive_entry_set_perm(item, 0644);
        archive_entry_set_size(item, entry.bytes.size());
        if (!entry.link.isEmpty())
            archive_entry_set_symlink(item, entry.link.constData());
        archive_write_header(writer, item);
        if (!entry.bytes.isEmpty())
            archive_write_data(writer, entry.bytes.constData(), size_t(entry.bytes.size()));
        archive_entry_free(item);
    }
    archive_write_close(writer);
    archive_write_free(writer);
    return buffer.left(qsizetype(used));
}

const QByteArray &zwoFile()
{
    static const QByteArray file = "<workout_file><sportType>bike</sportType><workout><SteadyState Duration='60' "
                                   "Power='1'/></workout></workout_file>";
    return file;
}

QByteArray ergFile()
{
    return "[COURSE HEADER]\nMINUTES WATTS\n[END COURSE HEADER]\n[COURSE DATA]\n0 100\n1 100\n[END COURSE DATA]\n";
}

QByteArray fitHeader(uchar type)
{
    // A header, the definition of file_id with its type alone, and the data of it.
    QByteArray file = QByteArray("\x0C\x20\x00\x00\x0B\x00\x00\x00.FIT", 12)
        + QByteArray("\x40\x00\x00\x00\x00\x01\x00\x01\x00", 9) + QByteArray("\x00", 1) + char(type);
    return file + QByteArray(2, '\0');
}

}

/// Files within files, their names, and what bytes are whatever they are called.
class ArchiveTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unpacks();
    void refuses_data();
    void refuses();
    void names_data();
    void names();
    void namesWithAnEnding();
    void sniffs_data();
    void sniffs();
    void opensWorkoutsByWhatTheyAre();
    void opensSeveralFromOneArchive();
    void writesEveryFormat();
    void readsRegularFilesOnly();
};

void ArchiveTest::unpacks()
{
    const auto zip = unpack(
        zipOf({{"folder/", {}, {}, true}, {"folder/\xC3\xA9 1.zwo", "one"}, {"__MACOSX/._x", "x"}, {"CON.erg", "two"}}),
        u"all.zip"_s);
    QVERIFY2(zip.ok(), qPrintable(zip ? QString() : support::wording(zip.error())));
    QCOMPARE(zip->size(), 2);
    QCOMPARE(zip->at(0).name, u"é 1.zwo"_s);
    QCOMPARE(zip->at(0).bytes, QByteArray("one"));
    QCOMPARE(zip->at(1).name, u"_CON.erg"_s);

    const auto gz = unpack(support::gzipped("hello"), u"../ride.fit.GZ"_s);
    QVERIFY(gz.ok());
    QCOMPARE(gz->size(), 1);
    QCOMPARE(gz->first().name, u"ride.fit"_s);
    QCOMPARE(gz->first().bytes, QByteArray("hello"));
}

void ArchiveTest::refuses_data()
{
    QTest::addColumn<QByteArray>("archive");
    QTest::addColumn<QString>("why");
    const QString within = u"an archive within an archive"_s;
    QTest::newRow("F89 a bomb of zeros") << zipOf({{"zeros", QByteArray(1024 * 1024, '\0')}})
                                         << u"unpacks to more than 100 times its size"_s;
    QTest::newRow("F89 a gzip bomb") << support::gzipped(QByteArray(1024 * 1024, '\0'))
                                     << u"unpacks to more than 100 times its size"_s;
    QTest::newRow("F89 a zip within a zip") << zipOf({{"inner.zip", zipOf({{"a", "b"}})}}) << within;
    QTest::newRow("F89 a gz within a zip") << zipOf({{"inner.fit", support::gzipped("x")}}) << within;
    QTest::newRow("F89 a gz within a gz") << support::gzipped(support::gzipped("hello")) << within;
    QTest::newRow("F90 a path that leads out")
        << zipOf({{"a/../../x.zwo", "x"}}) << u"a path that leads out of the archive"_s;
    QTest::newRow("F90 a path that leads out with other slashes")
        << zipOf({{"a\\..\\x.zwo", "x"}}) << u"a path that leads out of the archive"_s;
    QTest::newRow("F90 an absolute path") << zipOf({{"/etc/x.zwo", "x"}}) << u"a path that leads out of the archive"_s;
    QTest::newRow("F90 a drive") << zipOf({{"C:x.zwo", "x"}}) << u"a path that leads out of the archive"_s;
    QTest::newRow("F90 a link") << zipOf({{"x.zwo", {}, "/etc/passwd"}}) << u"a link instead of a file"_s;
    QList<Entry> many;
    for (int i = 0; i < 51; ++i)
        many.append({QByteArray::number(i), "x"});
    QTest::newRow("more files than fifty") << zipOf(many) << u"more than 50 files in it"_s;
    QTest::newRow("nothing in it") << zipOf({}) << u"there is no file in it"_s;
    QTest::newRow("a damaged zip") << QByteArray(zipOf({{"a", QByteArray(5000, 'x')}}).left(60)) << QString();
    QTest::newRow("a damaged gz") << QByteArray(support::gzipped("hello hello hello").left(15)) << QString();
}

void ArchiveTest::refuses()
{
    QFETCH(QByteArray, archive);
    QFETCH(QString, why);
    const auto files = unpack(archive, u"archive"_s);
    QVERIFY(!files.ok());
    QCOMPARE(files.error().kind, domain::Error::Kind::Parse);
    if (!why.isEmpty())
        QCOMPARE(files.error().detail, why);
    Bounds bounds;
    bounds.bytes = 3;
    QVERIFY(!unpack(support::gzipped("hello"), u"archive"_s, bounds).ok());
}

void ArchiveTest::names_data()
{
    QTest::addColumn<QString>("outside");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a name") << u"Hard ride.zwo"_s << u"Hard ride.zwo"_s;
    QTest::newRow("a path upwards") << u"../../.bashrc"_s << u"bashrc"_s;
    QTest::newRow("a path of Windows") << u"C:\\Users\\x\\ride.fit"_s << u"ride.fit"_s;
    QTest::newRow("dots and slashes alone") << u"....//"_s << u"fallback"_s;
    QTest::newRow("two dots") << u".."_s << u"fallback"_s;
    QTest::newRow("a device") << u"CON"_s << u"_CON"_s;
    QTest::newRow("a device with an ending") << u"nul.zwo"_s << u"_nul.zwo"_s;
    QTest::newRow("a port") << u"com1.tar.gz"_s << u"_com1.tar.gz"_s;
    QTest::newRow("a word that begins like a device") << u"Console.zwo"_s << u"Console.zwo"_s;
    QTest::newRow("a zero inside") << u"a\0b.zwo"_s << u"ab.zwo"_s;
    QTest::newRow("line breaks") << u"a\nb\r\nc.zwo"_s << u"a b c.zwo"_s;
    QTest::newRow("characters that systems reserve")
        << u"4x5 <hard>: \"go\"? 100%|*.erg"_s << u"4x5 _hard__ _go__ 100%__.erg"_s;
    QTest::newRow("a direction that turns the ending around") << u"ride\u202Eowz.exe"_s << u"rideowz.exe"_s;
    QTest::newRow("dots and blanks at the end") << u"ride. . ."_s << u"ride"_s;
    QTest::newRow("nothing") << u""_s << u"fallback"_s;
    QTest::newRow("a long name keeps its ending")
        << QString(u"x"_s.repeated(300) + u".zwo"_s) << QString(u"x"_s.repeated(116) + u".zwo"_s);
    QTest::newRow("a long name of large characters")
        << QString(u"\U0001f6b4"_s.repeated(200) + u".zwo"_s) << QString(u"\U0001f6b4"_s.repeated(58) + u".zwo"_s);
    QTest::newRow("a long name of many bytes") << QString(u"慢"_s.repeated(110)) << u"慢"_s.repeated(80);
}

void ArchiveTest::names()
{
    QFETCH(QString, outside);
    const QString name = safeFileName(outside, u"fallback"_s);
    QTEST(name, "expected");
    QCOMPARE(safeFileName(name, u"fallback"_s), name);
}

void ArchiveTest::namesWithAnEnding()
{
    QCOMPARE(safeFileName(u"Over/under 3x10"_s, u"zwo"_s, u"workout"_s), u"Over-under 3x10.zwo"_s);
    QCOMPARE(safeFileName(u" "_s, u"zwo"_s, u"workout"_s), u"workout.zwo"_s);
    QVERIFY(safeFileName(u"y"_s.repeated(500), u"zwo"_s, u"workout"_s).endsWith(u".zwo"_s));
}

void ArchiveTest::sniffs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("format");
    const auto row
        = [](const char *name, const QByteArray &bytes, Format format) { QTest::newRow(name) << bytes << int(format); };
    row("zwo", zwoFile(), Format::Zwo);
    row("zwo behind a prolog, a comment and a mark",
        "\xEF\xBB\xBF<?xml version='1.0'?>\n<!-- <gpx> -->\n" + zwoFile(),
        Format::Zwo);
    row("gpx with a prefix", "<?xml version='1.0'?><g:gpx xmlns:g='x'/>", Format::Gpx);
    row("tcx", "<TrainingCenterDatabase/>", Format::Tcx);
    row("other xml", "<html/>", Format::Unknown);
    row("erg", ergFile(), Format::Erg);
    row("mrc", ergFile().replace("WATTS", "PERCENT"), Format::Mrc);
    row("ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR", Format::Ics);
    row("fit workout", fitHeader(5), Format::FitWorkout);
    row("fit activity", fitHeader(4), Format::FitActivity);
    row("fit course", fitHeader(6), Format::FitOther);
    row("gz", support::gzipped("x"), Format::Gzip);
    row("zip", zipOf({{"a", "b"}}), Format::Zip);
    row("json", "{\"a\": 1}", Format::Json);
    row("a table of the service's fields", "id,weight\n2026-03-30,70\n", Format::Csv);
    row("a table with semicolons", "day;kg\n30.03.2026;70,5\n", Format::Csv);
    row("a workout text", "Warmup\n- 10m 55%\n\n4x\n- 3m 115%, hard\n- 3m 50%", Format::WorkoutText);
    row("a workout text with commas in its prose", "Hills, again\n- 10m 55%, easy\n", Format::WorkoutText);
    row("prose", "just words", Format::Unknown);
    row("nothing", "", Format::Unknown);
    row("zeros", QByteArray(100, '\0'), Format::Unknown);
}

void ArchiveTest::sniffs()
{
    QFETCH(QByteArray, bytes);
    QTEST(int(sniff(bytes)), "format");
}

void ArchiveTest::opensWorkoutsByWhatTheyAre()
{
    const auto honest = readWorkoutFile(zwoFile(), u"Threshold.zwo"_s);
    QVERIFY(honest.ok());
    QCOMPARE(honest->first().content.name, u"Threshold"_s);
    QVERIFY(honest->first().content.notes.isEmpty());

    const auto lying = readWorkoutFile(zwoFile(), u"Threshold.erg"_s); // F92
    QVERIFY(lying.ok());
    QCOMPARE(lying->first().format, Format::Zwo);
    QCOMPARE(support::wording(lying->first().content.notes), u"Threshold.erg: called erg, but it is zwo"_s);
    QVERIFY(readWorkoutFile(ergFile(), u"watts.mrc"_s)->first().content.notes.isEmpty());

    const auto packed = readWorkoutFile(support::gzipped(zwoFile()), u"Threshold.zwo"_s); // F91
    QVERIFY(packed.ok());
    QCOMPARE(support::wording(packed->first().content.notes), u"Threshold.zwo: called zwo, but it is gz"_s);

    const auto text = readWorkoutFile("Easy\n\n- 10m 60%", u"notes.txt"_s);
    QVERIFY(text.ok());
    QCOMPARE(text->first().content.description, u"Easy"_s);
    QCOMPARE(support::wording(text->first().content.workout), u"\"\" 600s p0:60"_s);
    QCOMPARE(workoutText(text->first().content), u"Easy\n\n- 10m 60%"_s);

    const auto endless = readWorkoutFile(QByteArray("- 10m 60%\n").repeated(30'000), u"notes.txt"_s);
    QCOMPARE(endless.error().item, u"notes.txt: size"_s);
    const auto recorded = readWorkoutFile(fitHeader(4), u"ride.fit"_s); // F25
    QCOMPARE(recorded.error().detail, u"a recorded activity, not a planned workout"_s);
    const auto planned = readActivityFile(zwoFile(), u"plan.zwo"_s);
    QCOMPARE(planned.error().detail, u"a planned workout, not a recorded activity"_s);
    QCOMPARE(readWorkoutFile({}, u"empty.zwo"_s).error().detail, u"an empty file"_s);
    QCOMPARE(readWorkoutFile("<workout_file/>", u"odd\n%1 & name.zwo"_s).error().item,
        u"odd %1 & name.zwo: workout"_s); // F96
}

void ArchiveTest::opensSeveralFromOneArchive()
{
    const auto opened = readWorkoutFile(
        zipOf({{"one.zwo", zwoFile()}, {"notes.bin", QByteArray(10, '\1')}, {"two.erg", ergFile()}}), u"week.zip"_s);
    QVERIFY(opened.ok());
    QCOMPARE(opened->size(), 2);
    QCOMPARE(opened->at(1).fileName, u"two.erg"_s);
    QCOMPARE(opened->at(1).format, Format::Erg);
    QCOMPARE(support::wording(opened->first().content.notes), u"notes.bin: not a planned workout"_s);
    QVERIFY(!readWorkoutFile(zipOf({{"notes.bin", QByteArray(10, '\1')}}), u"week.zip"_s).ok());
    const auto activities = readActivityFile(
        support::gzipped("<gpx><trk><trkseg><trkpt lat='1' lon='1'/></trkseg></trk></gpx>"), u"track.gpx.gz"_s);
    QVERIFY(activities.ok());
    QCOMPARE(activities->first().content.name, u"track"_s);
}

void ArchiveTest::writesEveryFormat()
{
    const WorkoutFile file = workoutFromUtf8("- 10m 60%\n- 5m 90%");
    for (const Format format : {Format::Zwo, Format::Erg, Format::Mrc, Format::FitWorkout, Format::WorkoutText}) {
        const auto written = writeWorkoutFile(file, format, support::rideAt(200));
        QVERIFY(written.ok());
        QCOMPARE(int(sniff(written->bytes)), int(format));
        const auto again = readWorkoutFile(written->bytes, u"x."_s + endingOf(format));
        QVERIFY2(again.ok(), qPrintable(again ? QString() : support::wording(again.error())));
        QCOMPARE(again->first().content.workout.blocks.size(), 2);
    }
    QVERIFY(!writeWorkoutFile(file, Format::Gpx, support::rideAt(200)).ok());
}

void ArchiveTest::readsRegularFilesOnly()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(u"a b\n%1.zwo"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("hello");
    file.close();
    QCOMPARE(*readRegularFile(path), QByteArray("hello"));
    QCOMPARE(readRegularFile(dir.path()).error().kind, domain::Error::Kind::Storage); // F93
    QVERIFY(!readRegularFile(dir.filePath(u"missing"_s)).ok());
    Bounds bounds;
    bounds.bytes = 4;
    QVERIFY(!readRegularFile(path, bounds).ok());
    QFile sparse(dir.filePath(u"sparse"_s));
    QVERIFY(sparse.open(QIODevice::WriteOnly));
    QVERIFY(sparse.resize(qint64(4) * 1024 * 1024 * 1024)); // F97
    sparse.close();
    QCOMPARE(readRegularFile(sparse.fileName()).error().kind, domain::Error::Kind::Parse);
#ifdef Q_OS_UNIX
    const QString pipe = dir.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    QCOMPARE(readRegularFile(pipe).error().detail, u"not a file"_s);
    QCOMPARE(readRegularFile(u"/dev/zero"_s).error().detail, u"not a file"_s);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM, 0);
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    const QByteArray place = QFile::encodeName(dir.filePath(u"socket"_s));
    qstrncpy(address.sun_path, place.constData(), sizeof address.sun_path);
    QCOMPARE(bind(socket, reinterpret_cast<sockaddr *>(&address), sizeof address), 0);
    QVERIFY(!readRegularFile(dir.filePath(u"socket"_s)).ok());
    ::close(socket);
    QVERIFY(QFile::link(path, dir.filePath(u"link"_s)));
    QCOMPARE(*readRegularFile(dir.filePath(u"link"_s)), QByteArray("hello"));
#endif
    const std::atomic<bool> cancelled = true;
    bounds = {};
    bounds.cancelled = &cancelled;
    QVERIFY(!readRegularFile(path, bounds).ok());
}

MICROCYCLE_CORE_TEST(ArchiveTest)
#include "tst_archive.moc"
