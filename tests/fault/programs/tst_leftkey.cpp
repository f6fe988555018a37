// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/canary.h"
#include "tests/fault/extent.h"
#include "tests/support/program.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QLockFile>
#include <QTemporaryDir>
#include <csignal>

using namespace Qt::StringLiterals;

namespace {

/// What the system tells of a process: its arguments and its environment.
QByteArray toldOf(qint64 process)
{
    QByteArray all;
    for (const QString &name : {u"cmdline"_s, u"environ"_s}) {
        QFile file(u"/proc/%1/%2"_s.arg(process).arg(name));
        if (file.open(QIODevice::ReadOnly))
            all += file.readAll();
    }
    return all;
}

bool isIn(const QByteArray &secret, const QByteArray &text)
{
    const QByteArrayList forms {secret, secret.toHex(), secret.toBase64(), ("API_KEY:" + secret).toBase64()};
    return std::ranges::any_of(forms, [&](const QByteArray &form) { return text.contains(form); });
}

}

/// After whole sessions of the programs, with every word of every log, and after one that crashed: the key is in no
/// file, no output, no argument and no environment.
class LeftKeyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void theCommandLineLeavesNoKey();
    void theWindowLeavesNoKey_data();
    void theWindowLeavesNoKey();
    void whatIsSavedHoldsNoKey();

private:
    void check(const QByteArray &text, const QString &where) { m_tally.run(!isIn(m_key, text), where); }
    void checkFiles(const QString &after);

    support::Tally m_tally {31, "the key is in no file, log, argument, environment or trace of a crash"};
    QTemporaryDir m_home {fault::scratchTemplate()}; ///< everything the programs may write to
    QTemporaryDir m_other {fault::scratchTemplate()}; ///< what carries the key to them
    QString m_session;
    QByteArray m_key;
    QProcess m_server;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
};

void LeftKeyTest::initTestCase()
{
    for (const auto &name :
        {u"HOME"_s, u"TMPDIR"_s, u"XDG_CONFIG_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_DATA_HOME"_s, u"XDG_STATE_HOME"_s})
        m_environment.insert(name, m_home.path());
    m_environment.insert(u"MICROCYCLE_DATA_DIR"_s, m_home.filePath(u"data"_s));
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    m_environment.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
    m_environment.remove(u"MICROCYCLE_API_KEY"_s);
    m_server.setProcessEnvironment(m_environment);
    m_server.start(
        QStringLiteral(MICROCYCLE_CLI), {u"serve"_s, u"--json"_s, u"--port=0"_s, u"--days=30"_s, u"--log"_s});
    QVERIFY(QTest::qWaitFor([this] { return m_server.canReadLine(); }, 60'000));
    const QByteArray line = m_server.readLine();
    m_key = QJsonDocument::fromJson(line).object().value("key"_L1).toString().toLatin1();
    QVERIFY2(m_key.size() >= 8, "the server names no key");
    m_session = m_other.filePath(u"session.json"_s);
    QFile file(m_session);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(line) == line.size());
}

void LeftKeyTest::cleanupTestCase()
{
    m_server.terminate();
    m_server.waitForFinished(10'000);
    check(m_server.readAllStandardError() + m_server.readAllStandardOutput(),
        u"what the server said after its first line"_s);
    QVERIFY(m_tally.close());
}

void LeftKeyTest::checkFiles(const QString &after)
{
    const auto files = support::filesWith(m_key, m_home.path());
    m_tally.run(files.isEmpty(), after + u": "_s + files.join(u", "_s));
}

void LeftKeyTest::theCommandLineLeavesNoKey()
{
    support::Program cli(QStringLiteral(MICROCYCLE_CLI));
    cli.setEnvironment(m_environment);
    const QList<QStringList> calls {
        {u"events"_s, u"create"_s, u"2027-01-05"_s, u"--name"_s, u"Openers"_s},
        {u"events"_s, u"list"_s, u"--json"_s},
        {u"wellness"_s, u"list"_s, u"--json"_s},
        {u"athlete"_s, u"--json"_s},
        {u"activities"_s, u"list"_s},
        {u"export"_s, m_home.filePath(u"export"_s)},
        {u"export"_s, m_home.filePath(u"all.json"_s)},
        {u"sync"_s, m_home.filePath(u"box"_s)},
        {u"events"_s, u"delete"_s, u"0"_s},
    };
    int went = 0;
    for (const auto &call : calls) {
        const auto outcome = cli.run(QStringList {u"--session"_s, m_session} + call);
        went += outcome.code == 0;
        check(outcome.out + outcome.err, u"what '%1' said"_s.arg(call.join(u' ')));
    }
    QVERIFY2(went > 4, "most of the calls did not go");
    checkFiles(u"after the command line"_s);
}

void LeftKeyTest::theWindowLeavesNoKey_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("closed") << SIGTERM;
    QTest::newRow("killed") << SIGKILL;
    QTest::newRow("crashed") << SIGABRT;
}

void LeftKeyTest::theWindowLeavesNoKey()
{
    QFETCH(int, signal);
    QProcess window;
    window.setProcessEnvironment(m_environment);
    window.setWorkingDirectory(m_home.path());
    window.setProcessChannelMode(QProcess::MergedChannels);
    window.start(QStringLiteral(MICROCYCLE_GUI), {u"--session"_s, m_session});
    QVERIFY(window.waitForStarted());
    // Until it has its database and has put something into it.
    const auto isOpen = [&] {
        QDirIterator locks(m_home.filePath(u"data"_s), {u"*.lock"_s}, QDir::Files, QDirIterator::Subdirectories);
        qint64 owner = 0;
        return locks.hasNext() && QLockFile(locks.next()).getLockInfo(&owner, nullptr, nullptr)
            && owner == window.processId();
    };
    const auto hasData = [this] {
        QDirIterator files(m_home.filePath(u"data"_s), {u"*.db-wal"_s}, QDir::Files, QDirIterator::Subdirectories);
        return files.hasNext() && QFileInfo(files.next()).size() > 100'000;
    };
    QVERIFY(QTest::qWaitFor([&] { return (isOpen() && hasData()) || window.state() == QProcess::NotRunning; }, 60'000));
    QVERIFY2(window.state() == QProcess::Running, window.readAll().constData());
    check(toldOf(window.processId()), u"arguments and environment of the window"_s);
    support::Program again(QStringLiteral(MICROCYCLE_GUI));
    again.setEnvironment(m_environment);
    const auto refused = again.run({u"--session"_s, m_session});
    QVERIFY2(refused.code == 1 && refused.err.contains("brought to the front"), refused.err.constData());
    check(refused.err + refused.out, u"what a second start said"_s);
    ::kill(pid_t(window.processId()), signal);
    QVERIFY(window.waitForFinished(20'000));
    check(window.readAll(), u"what the window said"_s);
    checkFiles(u"after the window was %1"_s.arg(QLatin1StringView(QTest::currentDataTag())));
}

void LeftKeyTest::whatIsSavedHoldsNoKey()
{
    support::Program cli(QStringLiteral(MICROCYCLE_CLI));
    cli.setEnvironment(m_environment);
    QDirIterator files(m_home.filePath(u"data"_s), {u"*.db"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(files.hasNext());
    const QString database = files.next();
    for (const QStringList &call : {QStringList {u"backup"_s, m_home.filePath(u"backup.db"_s)},
             QStringList {u"export-unsynced"_s, m_home.filePath(u"edits.json"_s)}}) {
        const auto outcome = cli.run(QStringList {u"data"_s} + call + QStringList {u"--database"_s, database});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        check(outcome.out + outcome.err, u"what 'data %1' said"_s.arg(call.first()));
    }
    checkFiles(u"after backup and export"_s);
}

MICROCYCLE_CORE_TEST(LeftKeyTest)
#include "tst_leftkey.moc"
