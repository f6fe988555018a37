// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using support::Outcome;

/// What is exported comes back: to the same account without changing anything, to another one as it was.
class CliExchangeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void anAccountKeepsWhatItExported_data();
    void anAccountKeepsWhatItExported();
    void anotherAccountGetsItOnce();
    void onlyWhatDiffersIsChanged();
    void whatWasWrittenByHandComesBack();
    void thresholdsComeBackOnlyWhenAskedFor();
    void aTrialChangesNothing();
    void whatCannotBeWrittenIsToldFirst_data();
    void whatCannotBeWrittenIsToldFirst();
    void whatCannotBeReadIsTold_data();
    void whatCannotBeReadIsTold();

private:
    [[nodiscard]] QByteArray read(const QString &name) const
    {
        QFile file(m_session.path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    support::CliSession m_session;
    support::CliSession m_other;
};

namespace {

QList<int> counts(const Outcome &outcome, const QString &kind)
{
    const QJsonObject tally = outcome.object().value(kind).toObject();
    return {tally.value("created"_L1).toInt(-1), tally.value("changed"_L1).toInt(-1), tally.value("kept"_L1).toInt(-1)};
}

}

void CliExchangeTest::initTestCase()
{
    QVERIFY(m_session.start());
    QVERIFY(m_other.start());
    const auto made = m_session.json({u"events"_s, u"create"_s, u"--bulk"_s},
        R"([{"category":"WORKOUT","type":"Ride","name":"=Tempo, \"hard\"","start_date_local":"2028-04-02T07:30:00",
             "description":"- 20m 80%\n\n3x\n- 5m 100%\n- 5m 50%","tags":["a","b"],"external_id":"k1"},
            {"category":"NOTE","name":"Trip","start_date_local":"2028-04-03","end_date_local":"2028-04-06"},
            {"category":"TARGET","type":"Ride","start_date_local":"2028-04-03","load_target":400,"for_week":true},
            {"category":"FITNESS_DAYS","name":"Slower","start_date_local":"2028-04-03","ctl_days":50,"atl_days":8}])");
    QCOMPARE(made.err, QByteArray());
    const auto days = QStringList {u"--oldest"_s, u"2026-01-01"_s, u"--newest"_s, u"2028-12-31"_s};
    const auto all = m_session.json(QStringList {u"export"_s, m_session.path(u"all"_s), u"--ics"_s} + days);
    QCOMPARE(all.err, QByteArray());
    const QJsonObject records = all.object().value("records"_L1).toObject();
    QCOMPARE(records.keys(), (QStringList {u"activities"_s, u"events"_s, u"library"_s, u"sports"_s, u"wellness"_s}));
    for (const auto &kind : records.keys()) {
        QVERIFY2(records.value(kind).toInt() > 0, qPrintable(kind));
        QVERIFY(!read(u"all/"_s + kind + u".csv"_s).isEmpty());
        const auto list = QJsonDocument::fromJson(read(u"all/"_s + kind + u".json"_s)).array();
        QCOMPARE(list.size(), records.value(kind).toInt());
    }
    QVERIFY(read(u"all/calendar.ics"_s).startsWith("BEGIN:VCALENDAR"));
    const auto whole = m_session.cli(
        QStringList {u"export"_s, m_session.path(u"all.json"_s), u"--only"_s, u"events,wellness"_s} + days);
    QCOMPARE(whole.code, 0);
}

void CliExchangeTest::cleanupTestCase()
{
    QVERIFY(m_session.stop());
    QVERIFY(m_other.stop());
}

void CliExchangeTest::anAccountKeepsWhatItExported_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QStringList>("kinds");
    QTest::newRow("the folder") << u"all"_s << QStringList {u"events"_s, u"wellness"_s, u"library"_s};
    QTest::newRow("one document") << u"all.json"_s << QStringList {u"events"_s, u"wellness"_s};
    QTest::newRow("events as JSON") << u"all/events.json"_s << QStringList {u"events"_s};
    QTest::newRow("events as CSV") << u"all/events.csv"_s << QStringList {u"events"_s};
    QTest::newRow("events as a calendar") << u"all/calendar.ics"_s << QStringList {u"events"_s};
    QTest::newRow("wellness as CSV") << u"all/wellness.csv"_s << QStringList {u"wellness"_s};
    QTest::newRow("the library") << u"all/library.json"_s << QStringList {u"library"_s};
}

void CliExchangeTest::anAccountKeepsWhatItExported()
{
    QFETCH(QString, path);
    QFETCH(QStringList, kinds);
    const auto outcome = m_session.json({u"import"_s, m_session.path(path)});
    QCOMPARE(outcome.err, QByteArray());
    QCOMPARE(outcome.code, 0);
    for (const auto &kind : kinds) {
        const auto tally = counts(outcome, kind);
        QVERIFY2(tally.at(0) == 0 && tally.at(1) == 0 && tally.at(2) > 0, outcome.out.constData());
    }
}

void CliExchangeTest::anotherAccountGetsItOnce()
{
    const QStringList days {u"--oldest"_s, u"2028-04-01"_s, u"--newest"_s, u"2028-04-05"_s};
    const QString file = m_session.path(u"april.json"_s);
    QCOMPARE(m_session.cli(QStringList {u"export"_s, file, u"--only"_s, u"events"_s} + days).code, 0);
    QCOMPARE(counts(m_other.json({u"import"_s, file}), u"events"_s), (QList<int> {4, 0, 0}));
    QCOMPARE(counts(m_other.json({u"import"_s, file}), u"events"_s), (QList<int> {0, 0, 4}));
    const auto listed = m_other.json(QStringList {u"events"_s, u"list"_s} + days).array();
    QCOMPARE(listed.size(), 4);
    const QJsonObject tempo = listed.first().toObject();
    QCOMPARE(tempo.value("name"_L1).toString(), u"=Tempo, \"hard\""_s);
    QCOMPARE(tempo.value("moving_time"_L1).toInt(), 50 * 60);
    QCOMPARE(tempo.value("external_id"_L1).toString(), u"k1"_s);
    // The table of the same days is known as well; it has no columns for what sets the fitness model.
    const QString csv = m_session.path(u"april.csv"_s);
    QCOMPARE(m_session.cli(QStringList {u"export"_s, csv, u"--only"_s, u"events"_s} + days).code, 0);
    QCOMPARE(counts(m_other.json({u"import"_s, csv}), u"events"_s), (QList<int> {0, 0, 3}));
}

void CliExchangeTest::onlyWhatDiffersIsChanged()
{
    QCOMPARE(m_session.cli({u"wellness"_s, u"set"_s, u"2026-03-03"_s, u"weight=71.5"_s, u"comments=Fine"_s}).code, 0);
    const QString file = m_session.path(u"days.csv"_s);
    const QStringList days {u"--oldest"_s, u"2026-03-02"_s, u"--newest"_s, u"2026-03-04"_s};
    QCOMPARE(m_session.cli(QStringList {u"export"_s, file, u"--only"_s, u"wellness"_s} + days).code, 0);
    QCOMPARE(m_session.cli({u"wellness"_s, u"set"_s, u"2026-03-03"_s, u"weight=72"_s}).code, 0);
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"wellness"_s), (QList<int> {0, 1, 2}));
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"wellness"_s), (QList<int> {0, 0, 3}));
    const QJsonObject day
        = m_session.json({u"wellness"_s, u"list"_s, u"--oldest"_s, u"2026-03-03"_s, u"--newest"_s, u"2026-03-03"_s})
              .array()
              .first()
              .toObject();
    QCOMPARE(day.value("weight"_L1).toDouble(), 71.5);
    QCOMPARE(day.value("comments"_L1).toString(), u"Fine"_s);
}

void CliExchangeTest::whatWasWrittenByHandComesBack()
{
    const auto made = m_session.json({u"activities"_s, u"create"_s, u"--bulk"_s},
        R"([{"type":"Walk","name":"Round the lake","start_date_local":"2026-03-05T10:00:00","moving_time":3600,"external_id":"w1"},
            {"type":"Yoga","name":"Stretching","start_date_local":"2026-03-06T20:00:00","moving_time":1800,"icu_rpe":2}])");
    QCOMPARE(made.err, QByteArray());
    const auto plain = m_session.json({u"activities"_s, u"create"_s},
        R"({"type":"Hike","name":"Hills","start_date_local":"2026-03-07T09:00:00","moving_time":7200})");
    QCOMPARE(plain.err, QByteArray());
    const QString hike = plain.object().value("id"_L1).toString();
    const QString file = m_session.path(u"done.json"_s);
    const QStringList days {u"--oldest"_s, u"2026-03-01"_s, u"--newest"_s, u"2026-03-08"_s};
    QCOMPARE(m_session.cli(QStringList {u"export"_s, file, u"--only"_s, u"activities"_s} + days).code, 0);
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"activities"_s), (QList<int> {0, 0, 3}));
    QCOMPARE(counts(m_other.json({u"import"_s, file, u"--dry-run"_s}), u"activities"_s), (QList<int> {3, 0, 0}));
    const auto first = m_other.json({u"import"_s, file});
    QCOMPARE(counts(first, u"activities"_s), (QList<int> {3, 0, 0}));
    QVERIFY(first.object().value("leftOut"_L1).toArray().first().toString().contains("recorded activities"_L1));
    QCOMPARE(counts(m_other.json({u"import"_s, file}), u"activities"_s), (QList<int> {0, 0, 3}));
    const auto found = m_other.json({u"activities"_s, u"search"_s, u"Round the lake"_s}).array();
    QCOMPARE(found.size(), 1);
    // In its own account one without a key is known by its id.
    QCOMPARE(m_session.cli({u"activities"_s, u"update"_s, hike}, R"({"name":"Flat"})").code, 0);
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"activities"_s), (QList<int> {0, 1, 2}));
    QCOMPARE(m_session.json({u"activities"_s, u"get"_s, hike}).object().value("name"_L1).toString(), u"Hills"_s);
    // One that says something else there is changed back, and does not become a second one.
    const QString id = found.first().toObject().value("id"_L1).toString();
    QCOMPARE(m_other.cli({u"activities"_s, u"update"_s, id}, R"({"name":"Round the lake, twice"})").code, 0);
    QCOMPARE(counts(m_other.json({u"import"_s, file}), u"activities"_s), (QList<int> {0, 1, 2}));
    QCOMPARE(m_other.json({u"activities"_s, u"search"_s, u"twice"_s}).array().size(), 0);
}

void CliExchangeTest::thresholdsComeBackOnlyWhenAskedFor()
{
    const QString file = m_session.path(u"sports.json"_s);
    QCOMPARE(m_session.cli({u"export"_s, file, u"--only"_s, u"sports"_s}).code, 0);
    QCOMPARE(m_other.cli({u"sports"_s, u"set"_s, u"Ride"_s, u"ftp=301"_s}).code, 0);
    const auto without = m_other.json({u"import"_s, file}).object();
    QVERIFY(without.value("leftOut"_L1).toArray().first().toString().contains("--only sports"_L1));
    QCOMPARE(m_other.json({u"sports"_s, u"get"_s, u"Ride"_s}).object().value("ftp"_L1).toInt(), 301);
    const QStringList import {u"import"_s, file, u"--only"_s, u"sports"_s};
    QCOMPARE(counts(m_other.json(import), u"sports"_s), (QList<int> {0, 1, 3}));
    QCOMPARE(m_other.json({u"sports"_s, u"get"_s, u"Ride"_s}).object().value("ftp"_L1).toInt(), 250);
    QCOMPARE(counts(m_other.json(import), u"sports"_s), (QList<int> {0, 0, 4}));
    // Sports that share no row yet get one.
    const QString rowing = m_session.file(u"rowing.json"_s, R"({"sports":[{"types":["Rowing"],"lthr":160}]})");
    QCOMPARE(
        counts(m_other.json({u"import"_s, rowing, u"--only"_s, u"sports"_s}), u"sports"_s), (QList<int> {1, 0, 0}));
    QCOMPARE(m_other.json({u"sports"_s, u"get"_s, u"Rowing"_s}).object().value("lthr"_L1).toInt(), 160);
}

void CliExchangeTest::aTrialChangesNothing()
{
    const QString file = m_session.file(u"library.json"_s,
        R"([{"type":"FOLDER","name":"Fresh","children":[{"name":"A","type":"Ride","description":"- 10m 50%"}]}])");
    QCOMPARE(counts(m_session.json({u"import"_s, file, u"--dry-run"_s}), u"library"_s), (QList<int> {2, 0, 0}));
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"library"_s), (QList<int> {2, 0, 0}));
    QCOMPARE(counts(m_session.json({u"import"_s, file}), u"library"_s), (QList<int> {0, 0, 2}));
    QCOMPARE(m_session.json({u"library"_s, u"list"_s, u"--search"_s, u"A"_s}).code, 0);
}

void CliExchangeTest::whatCannotBeWrittenIsToldFirst_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("told");
    QTest::addColumn<int>("code");
    QTest::newRow("CSV of everything") << QStringList {u"a.csv"_s} << QByteArray("--only") << 1;
    QTest::newRow("an unknown ending") << QStringList {u"a.xyz"_s} << QByteArray("json, csv or ics") << 1;
    QTest::newRow("an unknown kind") << QStringList {u"a.json"_s, u"--only"_s, u"gear"_s} << QByteArray("gear") << 2;
    QTest::newRow("days the wrong way round")
        << QStringList {u"a.json"_s, u"--oldest"_s, u"2026-02-01"_s, u"--newest"_s, u"2026-01-01"_s}
        << QByteArray("before") << 1;
}

void CliExchangeTest::whatCannotBeWrittenIsToldFirst()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, told);
    QFETCH(int, code);
    const auto outcome = m_session.cli(QStringList {u"export"_s} + arguments);
    QCOMPARE(outcome.code, code);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QVERIFY(!QFile::exists(arguments.first()));
}

void CliExchangeTest::whatCannotBeReadIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("told");
    QTest::newRow("broken JSON") << u"x.json"_s << QByteArray("[{") << QByteArray("x.json");
    QTest::newRow("another document") << u"y.json"_s << QByteArray("{\"a\":1}") << QByteArray("none of events");
    QTest::newRow("entries of no kind") << u"z.json"_s << QByteArray("[{\"a\":1}]") << QByteArray("z.json");
    QTest::newRow("an event on no day") << u"e.json"_s << QByteArray(R"([{"category":"NOTE","name":"N"}])")
                                        << QByteArray("event 1 (N)");
    QTest::newRow("wellness of no day") << u"w.json"_s << QByteArray(R"({"wellness":[{"weight":70}]})")
                                        << QByteArray("wellness 1");
    QTest::newRow("a wellness cell of the wrong kind")
        << u"w.csv"_s << QByteArray("date,weight\n2026-03-01,heavy\n") << QByteArray("w.csv");
    QTest::newRow("something else") << u"a.txt"_s << QByteArray("- 10m 50%\n") << QByteArray("a.txt");
}

void CliExchangeTest::whatCannotBeReadIsTold()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, told);
    const auto outcome = m_session.cli({u"import"_s, m_session.file(name, content)});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(told), outcome.err.constData());
    QCOMPARE(outcome.out, QByteArray());
}

MICROCYCLE_CORE_TEST(CliExchangeTest)
#include "tst_cliexchange.moc"
