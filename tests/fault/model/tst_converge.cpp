// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/extent.h"
#include "tests/fault/model/stage.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using fault::Script;

namespace {

constexpr int actions = 200;

QString played(const Script &script)
{
    return fault::Stage().play(script);
}

/// The same breach, from fewer actions: pieces are left out as long as something still breaks, at most so many times.
Script shrunk(Script script)
{
    int tries = 400;
    for (qsizetype piece = script.size() / 2; piece > 0; piece = tries > 0 ? piece / 2 : 0) {
        for (qsizetype at = 0; at < script.size() && tries > 0; --tries) {
            Script without = script.mid(0, at) + script.mid(at + piece);
            if (played(without).isEmpty())
                at += piece;
            else
                script = without;
        }
    }
    return script;
}

}

/// Whatever three clients and the web do, and whatever goes wrong on the line: in the end all see the same, and
/// everything typed is there, was replaced by somebody who saw it, or stands in a history.
class ConvergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aScriptIsReadAsItIsWritten();
    void allSidesEndUpAlike();
};

void ConvergeTest::aScriptIsReadAsItIsWritten()
{
    const QString text = fault::textOf(fault::scriptOf(1, actions));
    const auto read = fault::scriptFrom(text);
    QVERIFY(read);
    QCOMPARE(fault::textOf(*read), text);
    QVERIFY(!fault::scriptFrom(u"a.sleep.1"_s));
}

void ConvergeTest::allSidesEndUpAlike()
{
    const QString only = QString::fromUtf8(qgetenv("MICROCYCLE_FAULT_CASE")); // a script
    if (!only.isEmpty()) {
        const auto script = fault::scriptFrom(only);
        QVERIFY2(script, "MICROCYCLE_FAULT_CASE is no script");
        QCOMPARE(played(*script), QString());
        return;
    }
    support::Tally tally(10, "three clients and a web editor end up alike and lose nothing");
    const quint32 seeds = fault::isFull() ? 5000 : 20;
    int requests = 0;
    for (quint32 seed = 1; seed <= seeds; ++seed) {
        fault::Stage stage;
        const Script script = fault::scriptOf(seed, actions);
        QString failure = stage.play(script);
        requests += stage.requests();
        QString replay;
        if (!failure.isEmpty()) {
            const Script least = shrunk(script);
            replay = fault::textOf(least);
            if (const QString again = played(least); !again.isEmpty())
                failure = again;
        }
        tally.run(failure.isEmpty(), u"seed %1: %2\n    %3"_s.arg(seed).arg(failure, replay));
    }
    std::printf("  %d actions each, %d requests in all\n", actions, requests);
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(ConvergeTest)
#include "tst_converge.moc"
