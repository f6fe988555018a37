// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "app/common/session.h"
#include "tests/support/recordedfiles.h"
#include "tests/support/testmain.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using app::Upload;
using domain::Error;

namespace {

const QDate today(2026, 3, 12);
const QDate rideDay(2026, 3, 10);
const QByteArray key = "uploadkey1234";

QByteArray ride(QDate day = rideDay)
{
    return support::tcxOf({.start = QDateTime(day, QTime(14, 0), Qt::UTC), .seconds = 600});
}

}

/// Activity files on their way to the demo's server: over a network that is away, over restarts, and through refusals.
class UploadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aFileIsSentAndItsActivityArrives();
    void aFileWaitsForTheNetworkOverARestart();
    void whatWasSentTwiceIsToldAsSuch();
    void aRefusedFileStaysWithItsSentence();
    void theSameFileWaitsOnce();
    void aWrongKeyLosesNothing();
    void filesStayInTheOrderTheyWereNamed();
    void whatCannotBeSentIsNotKept();
    void halfAFileIsSweptAway();
    void aDamagedCopyIsNotSent();
    void aRecordingThatIsNotKeptHasNoFolder();

private:
    void startServer();
    void openSession();
    [[nodiscard]] QString folder() const { return app::uploadFolder(m_database); }
    [[nodiscard]] QStringList kept() const { return QDir(folder()).entryList(QDir::Files, QDir::Name); }
    [[nodiscard]] app::Uploads &uploads() { return m_session->uploads(); }
    void signIn(const QByteArray &with = key) { m_session->setCredential(*http::Credential::make(with)); }

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_database;
    demo::DemoServer m_server;
    QUrl m_url;
    [[nodiscard]] domain::Result<app::Upload> addedFrom(const QString &path);

    std::unique_ptr<app::Session> m_session;
};

void UploadsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_database = m_folder->filePath(u"a.db"_s);
    m_url.clear();
    startServer();
    openSession();
}

void UploadsTest::cleanup()
{
    m_session.reset();
    m_server.stop();
}

void UploadsTest::startServer()
{
    const auto info
        = m_server.start({.databasePath = m_folder->filePath(u"server.db"_s), .seed = 1, .today = today, .key = key},
            quint16(std::max(0, m_url.port())));
    QVERIFY(info.ok());
    m_url = info->url;
}

void UploadsTest::openSession()
{
    m_session.reset();
    auto session = app::Session::open({m_url, u"i0000001"_s, u"Demo"_s}, m_database, m_clock);
    QVERIFY(session.ok());
    m_session = *std::move(session);
}

domain::Result<app::Upload> UploadsTest::addedFrom(const QString &path)
{
    auto added = uploads().addFile(path);
    if (added.isFinished() || !QTest::qWaitFor([&added] { return added.isFinished(); }, 30'000))
        qFatal("a file is read beside the thread that asks, and soon");
    return added.result();
}

void UploadsTest::aFileIsSentAndItsActivityArrives()
{
    QSignalSpy queued(&uploads(), &app::Uploads::queued);
    QSignalSpy sent(&uploads(), &app::Uploads::sent);
    signIn();
    QFile file(m_folder->filePath(u"morning.tcx"_s));
    QVERIFY(file.open(QIODevice::WriteOnly)
        && file.write(ride(QDate(2021, 6, 1))) > 0); // no regular pull looks back so far
    file.close();
    const auto added = addedFrom(file.fileName());
    QVERIFY(added.ok());
    QCOMPARE(added->name, u"morning.tcx"_s);
    QCOMPARE(queued.size(), 1);
    QVERIFY(file.remove()); // the copy is ours
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000);
    const auto answer = sent.first().at(1).value<endpoints::Uploaded>();
    QCOMPARE(answer.activities.size(), 1);
    QVERIFY(!answer.duplicate);
    QCOMPARE(kept(), QStringList());
    QCOMPARE(uploads().waiting(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_session->store().findRemote(store::Kind::Activity, answer.activities.first().value).has_value(), 60'000);
}

void UploadsTest::aFileWaitsForTheNetworkOverARestart()
{
    m_server.stop();
    signIn();
    QSignalSpy delayed(&uploads(), &app::Uploads::delayed);
    QVERIFY(uploads().add(ride(), u"evening.tcx"_s, domain::EventId {1}).ok());
    QTRY_VERIFY_WITH_TIMEOUT(!delayed.isEmpty(), 30'000);
    QCOMPARE(int(delayed.first().first().value<Error>().kind), int(Error::Kind::Offline));
    QCOMPARE(uploads().waiting(), 1);

    QCOMPARE(kept(), (QStringList {u"00000001.file"_s, u"00000001.json"_s}));
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
    for (const auto &name : kept())
        QCOMPARE(QFile::permissions(folder() + u'/' + name), ownerOnly);
    QCOMPARE(QFile::permissions(folder()), ownerOnly | QFile::ExeOwner | QFile::ExeUser);

    openSession();
    QCOMPARE(uploads().waiting(), 1);
    QCOMPARE(uploads().all().first().name, u"evening.tcx"_s);
    QCOMPARE(*uploads().all().first().pairedEvent, domain::EventId {1});
    QCOMPARE(uploads().all().first().added, m_clock.now());
    startServer();
    QSignalSpy sent(&uploads(), &app::Uploads::sent);
    signIn();
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000);
    QCOMPARE(kept(), QStringList());
    openSession();
    QCOMPARE(uploads().waiting(), 0);
}

void UploadsTest::whatWasSentTwiceIsToldAsSuch()
{
    signIn();
    QSignalSpy sent(&uploads(), &app::Uploads::sent);
    QVERIFY(uploads().add(ride(), u"one.tcx"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000);
    QVERIFY(uploads().add(ride(), u"two.tcx"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 2, 30'000);
    const auto first = sent.at(0).at(1).value<endpoints::Uploaded>();
    const auto second = sent.at(1).at(1).value<endpoints::Uploaded>();
    QVERIFY(second.duplicate);
    QCOMPARE(second.activities, first.activities);
}

void UploadsTest::aRefusedFileStaysWithItsSentence()
{
    signIn();
    QSignalSpy refused(&uploads(), &app::Uploads::refused);
    QSignalSpy sent(&uploads(), &app::Uploads::sent);
    QVERIFY(uploads().add("these are words", u"letter.fit"_s).ok());
    QVERIFY(uploads().add(ride(), u"good.tcx"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000); // one bad file does not hold up the others
    QCOMPARE(refused.size(), 1);
    const auto error = refused.first().at(1).value<Error>();
    QCOMPARE(error.httpStatus, 422);
    QCOMPARE(error.item, u"letter.fit"_s);
    QVERIFY(error.detail.contains(u"letter.fit"_s));
    QCOMPARE(uploads().waiting(), 0);
    QCOMPARE(uploads().all().size(), 1);

    openSession();
    QCOMPARE(uploads().all().size(), 1);
    const Upload upload = uploads().all().first();
    QCOMPARE(*upload.refusal, error);
    signIn();
    QSignalSpy again(&uploads(), &app::Uploads::refused);
    QVERIFY(uploads().add(ride(rideDay.addDays(-1)), u"next.tcx"_s).ok());
    QTRY_COMPARE_WITH_TIMEOUT(uploads().waiting(), 0, 30'000);
    QCOMPARE(again.size(), 0); // not sent again by itself
    uploads().sendAgain(upload.id);
    QTRY_COMPARE_WITH_TIMEOUT(again.size(), 1, 30'000);
    uploads().drop(upload.id);
    QCOMPARE(kept(), QStringList());
}

void UploadsTest::theSameFileWaitsOnce()
{
    const auto first = uploads().add(ride(), u"one.tcx"_s);
    const auto second = uploads().add(ride(), u"again.tcx"_s);
    QVERIFY(uploads().add(ride(today), u"other.tcx"_s).ok());
    QCOMPARE(second->id, first->id);
    QCOMPARE(uploads().waiting(), 2);
}

void UploadsTest::aWrongKeyLosesNothing()
{
    QSignalSpy delayed(&uploads(), &app::Uploads::delayed);
    QSignalSpy sent(&uploads(), &app::Uploads::sent);
    QVERIFY(uploads().add(ride(), u"one.tcx"_s).ok());
    signIn("wrongwrong1234");
    QTRY_VERIFY_WITH_TIMEOUT(!delayed.isEmpty(), 30'000);
    QCOMPARE(int(delayed.first().first().value<Error>().kind), int(Error::Kind::Unauthorised));
    QCOMPARE(uploads().waiting(), 1);
    signIn();
    QTRY_COMPARE_WITH_TIMEOUT(sent.size(), 1, 30'000);
}

void UploadsTest::filesStayInTheOrderTheyWereNamed()
{
    QStringList names;
    QList<QFuture<domain::Result<app::Upload>>> added;
    for (int i = 0; i < 5; ++i) {
        QFile file(m_folder->filePath(u"%1.tcx"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ride(rideDay.addDays(-i))) > 0);
        file.close(); // or it would be read before all of it is there
        names << u"%1.tcx"_s.arg(i);
        added << uploads().addFile(file.fileName());
    }
    QTRY_VERIFY_WITH_TIMEOUT(added.last().isFinished(), 30'000);
    for (const auto &file : added)
        QVERIFY2(file.result().ok(), qPrintable(file.result().ok() ? QString() : file.result().error().detail));
    QStringList waiting;
    for (const auto &upload : uploads().all())
        waiting << upload.name;
    QCOMPARE(waiting, names);
    QCOMPARE(m_session->status().files(), 5);
    uploads().drop(uploads().all().first().id);
    QCOMPARE(m_session->status().files(), 4);
}

void UploadsTest::whatCannotBeSentIsNotKept()
{
    QCOMPARE(int(uploads().add(QByteArray(), u"empty.fit"_s).error().kind), int(Error::Kind::Parse));
    QCOMPARE(int(addedFrom(m_folder->path()).error().kind), int(Error::Kind::Storage)); // a folder
    QCOMPARE(int(addedFrom(u"/dev/zero"_s).error().kind), int(Error::Kind::Storage));
    QCOMPARE(int(addedFrom(m_folder->filePath(u"nowhere.fit"_s)).error().kind), int(Error::Kind::Storage));
    QFile large(m_folder->filePath(u"large.fit"_s));
    QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(qint64(200) << 20));
    QCOMPARE(int(addedFrom(large.fileName()).error().kind), int(Error::Kind::Parse));
    QCOMPARE(uploads().all().size(), 0);
    QCOMPARE(kept(), QStringList());
}

void UploadsTest::halfAFileIsSweptAway()
{
    QVERIFY(uploads().add(ride(), u"whole.tcx"_s).ok());
    m_session.reset();
    for (const auto &name : {u"00000002.file"_s, u"00000003.file.part"_s, u"00000004.json.part"_s}) {
        QFile half(folder() + u'/' + name);
        QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
    }
    QFile note(folder() + u"/00000005.json"_s);
    QVERIFY(note.open(QIODevice::WriteOnly) && note.write("{\"name\":") > 0);
    note.close();
    openSession();
    QCOMPARE(uploads().all().size(), 1);
    QCOMPARE(kept(), (QStringList {u"00000001.file"_s, u"00000001.json"_s, u"00000005.json"_s}));
}

void UploadsTest::aDamagedCopyIsNotSent()
{
    QVERIFY(uploads().add(ride(), u"one.tcx"_s).ok());
    QFile copy(folder() + u"/00000001.file"_s);
    QVERIFY(copy.open(QIODevice::ReadWrite) && copy.seek(100) && copy.write("\x01") == 1);
    copy.close();
    QSignalSpy refused(&uploads(), &app::Uploads::refused);
    signIn();
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 30'000);
    QCOMPARE(int(refused.first().at(1).value<Error>().kind), int(Error::Kind::Storage));
}

void UploadsTest::aRecordingThatIsNotKeptHasNoFolder()
{
    app::UploadFolder nowhere(app::uploadFolder(u":memory:"_s));
    QCOMPARE(int(nowhere.add("x", u"x.fit"_s, {}, m_clock.now()).error().kind), int(Error::Kind::Storage));
    QCOMPARE(nowhere.all().size(), 0);
}

MICROCYCLE_CORE_TEST(UploadsTest)
#include "tst_uploads.moc"
