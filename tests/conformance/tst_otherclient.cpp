// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoserver.h"
#include "tests/conformance/validator.h"
#include "tests/support/program.h"
#include "tests/support/testmain.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace {

const QDate surfaceDay(2026, 3, 11);

/// What the client expects otherwise than the service answers, so that it has to fail.
const QSet<QString> mistaken {
    u"athlete.getProfile"_s, // wants the athlete's id at the top; the profile has it below "athlete": 2.7
};

}

/// A client that others wrote for the service takes our server for it.
class OtherClientTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyMethodOfItSucceeds();
};

void OtherClientTest::everyMethodOfItSucceeds()
{
    if (!conformance::Validator::isInstalled())
        QSKIP("NO JUDGE: the client is not installed (npm or network is missing)");
    demo::DemoServer server;
    const auto info = server.start(
        {.seed = 1, .today = surfaceDay, .now = [] { return QDateTime(surfaceDay, QTime(9, 0), Qt::UTC); }}, 0);
    QVERIFY(info.ok());
    const support::Program node(QStringLiteral(MICROCYCLE_NODE));
    const auto outcome = node.run({QStringLiteral(MICROCYCLE_JUDGES "/clientsurface.mjs"),
        info->url.toString(),
        QString::fromLatin1(info->key),
        surfaceDay.toString(Qt::ISODate)});
    QVERIFY2(outcome.code == 0, outcome.err.constData());
    QStringList failures;
    int calls = 0;
    const QList<QByteArray> lines = outcome.out.split('\n');
    for (const QByteArray &line : lines) {
        const QJsonObject call = QJsonDocument::fromJson(line).object();
        calls += call.isEmpty() ? 0 : 1;
        const QString name = call["call"_L1].toString();
        if (call.contains("error"_L1) != mistaken.contains(name) && !call.isEmpty())
            failures.append(call["call"_L1].toString() + u": "_s + call["error"_L1].toString());
    }
    qInfo("calls of the other client: %d, failed: %d", calls, int(failures.size()));
    QVERIFY(calls > 50);
    QVERIFY2(failures.isEmpty(), qPrintable(u'\n' + failures.join(u'\n')));
}

MICROCYCLE_CORE_TEST(OtherClientTest)
#include "tst_otherclient.moc"
