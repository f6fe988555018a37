// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "tests/conformance/coverage.h"
#include "tests/conformance/everycall.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using conformance::Called;

namespace {

const QDate today(2026, 3, 11);

}

/// Our client and our server speak to each other through a validator that knows only the service's own description.
class ApiConformanceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void everyEndpointIsCalled();
    void nothingViolatesTheDescription();
    void everyAnswerIsRead();
    void everyOperationIsDescribed();
    void everyEndpointHasACommand();
    void theCoverageIsWrittenDown();

private:
    demo::DemoServer m_server;
    conformance::Validator m_validator;
    QList<Called> m_calls;
};

void ApiConformanceTest::initTestCase()
{
    if (!conformance::Validator::isInstalled())
        QSKIP("NO JUDGE: the validator is not installed (npm or network is missing)");
    const auto info
        = m_server.start({.seed = 1, .today = today, .now = [] { return QDateTime(today, QTime(9, 0), Qt::UTC); }}, 0);
    QVERIFY(info.ok());
    const QString failure = m_validator.start(info->url);
    QVERIFY2(failure.isEmpty(), qPrintable(failure));
    http::Client client(*http::BaseUrl::parse(m_validator.url().toString()),
        *http::Credential::make(info->key),
        {.deadline = 30s, .perSecond = 1000, .burst = 1000});
    conformance::Surface surface(conformance::exchangeOver(client), m_validator.operations());
    conformance::callEverything(surface, today);
    m_calls = surface.calls();
    qInfo("endpoint types: %d of %d called, %d calls",
        int(QSet<QString>([&] {
            QSet<QString> names;
            for (const Called &called : std::as_const(m_calls))
                names.insert(called.endpoint);
            return names;
        }())
                .size()),
        int(conformance::endpointTypes().size()),
        int(m_calls.size()));
}

void ApiConformanceTest::cleanupTestCase()
{
    m_server.stop();
}

void ApiConformanceTest::everyEndpointIsCalled()
{
    const QStringList missing = conformance::notCalled(m_calls);
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u", "_s)));
}

void ApiConformanceTest::nothingViolatesTheDescription()
{
    QStringList lines;
    for (const Called &called : std::as_const(m_calls)) {
        for (const QString &violation : called.violations)
            lines.append(called.endpoint + u": "_s + violation);
    }
    const QStringList reasons = conformance::Validator::explained();
    qInfo("violations: %d; explained changes of the description: %d", int(lines.size()), int(reasons.size()));
    for (const QString &reason : reasons)
        qInfo("  explained: %s", qPrintable(reason));
    QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
}

void ApiConformanceTest::everyAnswerIsRead()
{
    QStringList lines;
    for (const Called &called : std::as_const(m_calls)) {
        if (!called.unread.isEmpty())
            lines.append(called.endpoint + u": "_s + called.unread);
    }
    QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
}

void ApiConformanceTest::everyOperationIsDescribed()
{
    QStringList lines;
    for (const Called &called : std::as_const(m_calls)) {
        if (called.operation.isEmpty())
            lines.append(called.endpoint);
    }
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u", "_s)));
}

void ApiConformanceTest::everyEndpointHasACommand()
{
    const auto doors = conformance::readDoors();
    const support::Program program(QStringLiteral(MICROCYCLE_CLI));
    QSet<QString> tried;
    QStringList lines;
    for (const Called &called : std::as_const(m_calls)) {
        const QString command = doors.value(called.endpoint).command;
        if (command.isEmpty())
            lines.append(called.endpoint + u": doors.json names no command"_s);
        else if (!tried.contains(command)
            && !program.run(command.split(u' ') + QStringList {u"--help"_s})
                    .out.contains("microcycle-cli " + command.toUtf8() + ' '))
            lines.append(called.endpoint + u": there is no command "_s + command);
        tried.insert(command);
    }
    lines.removeDuplicates();
    QVERIFY2(lines.isEmpty(), qPrintable(u'\n' + lines.join(u'\n')));
}

void ApiConformanceTest::theCoverageIsWrittenDown()
{
    const QString table = conformance::coverageTable(m_calls, conformance::readDoors());
    QVERIFY2(!table.contains("| `` |"_L1), "an endpoint has no unit test in tests/api that names it");
    QFile file(QStringLiteral(MICROCYCLE_SOURCE_DIR "/docs/api-coverage.md"));
    if (qEnvironmentVariableIsSet("MICROCYCLE_UPDATE_REFERENCES")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(table.toUtf8());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QStringList was = QString::fromUtf8(file.readAll()).split(u'\n');
    const QStringList is = table.split(u'\n');
    for (qsizetype i = 0; i < std::max(was.size(), is.size()); ++i)
        QCOMPARE(was.value(i), is.value(i)); // MICROCYCLE_UPDATE_REFERENCES=1 writes it anew
}

MICROCYCLE_CORE_TEST(ApiConformanceTest)
#include "tst_apiconformance.moc"
