// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// The best over each length, from a shell.
class CliCurvesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void seasonsStandSideBySide();
    void curvesAreTablesToo();
    void wrongWishesAreNamed_data();
    void wrongWishesAreNamed();

private:
    [[nodiscard]] support::Outcome cli(const QString &words) const { return m_session.cli(words.split(u' ')); }
    [[nodiscard]] QString newestRide() const
    {
        const auto all
            = m_session
                  .json({u"activities"_s, u"list"_s, u"--oldest"_s, u"2026-03-01"_s, u"--newest"_s, u"2026-03-12"_s})
                  .array();
        for (const auto &entry : all) {
            if (entry.toObject().value("type"_L1) == "Ride"_L1)
                return entry.toObject().value("id"_L1).toString();
        }
        return {};
    }

    support::CliSession m_session;
};

void CliCurvesTest::seasonsStandSideBySide()
{
    const auto two = cli(u"curves power --type Ride --spans 42d,42d-kj0 --others 1"_s);
    QCOMPARE(two.err, QByteArray());
    const QByteArrayList lines = two.out.split('\n');
    QVERIFY2(lines.first().contains("42 days") && lines.first().contains("42 days, after 1000 kJ"),
        lines.first().constData());
    QCOMPARE(lines.first().count("Best 2"), 2);
    QVERIFY(two.out.contains("\n5m "));
    const auto json
        = m_session.json({u"curves"_s, u"power"_s, u"--type"_s, u"Ride"_s, u"--spans"_s, u"42d-kj1"_s}).object();
    QCOMPARE(json.value("list"_L1).toArray().first().toObject().value("after_kj"_L1).toInt(), 1500);
    const auto tired = m_session.cli({u"activities"_s, u"curve"_s, newestRide(), u"--fatigue"_s, u"normal,kj0"_s});
    QCOMPARE(tired.code, 0);
}

void CliCurvesTest::curvesAreTablesToo()
{
    QVERIFY(cli(u"curves power --type Ride --spans 42d --csv"_s).out.startsWith("secs,42 days\n1,"));
    QVERIFY(cli(u"curves pace --type Run --spans 42d --csv"_s).out.startsWith("distance,42 days\n100,"));
    QVERIFY(cli(u"curves activities --type Ride --oldest 2026-03-01 --newest 2026-03-12 --lengths 60,300 --csv"_s)
                .out.startsWith("id,start_date_local,weight,60,300\n"));
    const QString ride = newestRide();
    QVERIFY(cli(u"activities curve %1 --csv"_s.arg(ride)).out.startsWith("secs,watts\n1,"));
    QVERIFY(cli(u"activities curve %1 hr --csv"_s.arg(ride)).out.startsWith("secs,bpm\n1,"));
    QVERIFY(cli(u"activities curve %1 --fatigue normal --csv"_s.arg(ride)).out.startsWith("secs,watts\n1,"));
}

void CliCurvesTest::wrongWishesAreNamed_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("word");
    QTest::newRow("no sport") << u"curves power"_s << 2 << QByteArray("--type");
    QTest::newRow("a span that is none") << u"curves power --type Ride --spans 1w"_s << 1 << QByteArray("1w");
    QTest::newRow("a sport without a limit of work")
        << u"curves power --type Run --spans 1y-kj0"_s << 1 << QByteArray("after_kj0");
    QTest::newRow("a model that is not fitted")
        << u"curves power --type Ride --model ECP --csv"_s << 1 << QByteArray("ECP");
    QTest::newRow("too many others") << u"curves power --type Ride --others 21"_s << 2 << QByteArray("--others");
    QTest::newRow("lengths of words") << u"curves activities --lengths x"_s << 1 << QByteArray("--lengths");
}

void CliCurvesTest::wrongWishesAreNamed()
{
    QFETCH(QString, words);
    QFETCH(int, code);
    QFETCH(QByteArray, word);
    const auto outcome = cli(words);
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(word), outcome.err.constData());
}

MICROCYCLE_CORE_TEST(CliCurvesTest)
#include "tst_clicurves.moc"
