// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/clisession.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;

/// Wellness, sports, gear, plan and weather from a shell.
class CliPersonTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QVERIFY(m_session.start()); }
    void cleanupTestCase() { QVERIFY(m_session.stop()); }
    void wellnessIsReadAndWrittenInMany();
    void aTableOfDaysIsImported();
    void aSportIsChanged();
    void aSportIsMadeAndDeleted();
    void theAthleteIsReadAndChanged();
    void gearIsKept();
    void remindersAreKept();
    void aPlanIsTrainedBy();
    void aFolderIsShared();
    void weatherIsShown();
    void wrongInputIsNamed_data();
    void wrongInputIsNamed();

private:
    [[nodiscard]] support::Outcome cli(const QString &words, const QByteArray &input = {}) const
    {
        return m_session.cli(words.split(u' '), input);
    }
    [[nodiscard]] support::Outcome json(const QString &words, const QByteArray &input = {}) const
    {
        return m_session.json(words.split(u' '), input);
    }
    [[nodiscard]] QString folder(const QString &name) const
    {
        const QJsonArray folders = json(u"library list --folders"_s).array();
        for (const auto &entry : folders) {
            if (entry.toObject().value("name"_L1) == name)
                return QString::number(entry.toObject().value("id"_L1).toInteger());
        }
        return {};
    }
    support::CliSession m_session;
};

void CliPersonTest::wellnessIsReadAndWrittenInMany()
{
    QVERIFY(cli(u"wellness get 2026-03-10"_s).out.contains("2026-03-10"));
    const auto some = json(u"wellness list --oldest 2026-03-09 --newest 2026-03-10 --fields ctl"_s).array();
    QCOMPARE(some.first().toObject().keys(), (QStringList {u"ctl"_s, u"id"_s}));
    QVERIFY(cli(u"wellness list --csv --oldest 2026-03-09 --newest 2026-03-10"_s).out.contains("2026-03-09"));
    const auto many = cli(u"wellness bulk"_s, R"([{"id":"2026-03-09","steps":11},{"id":"2026-03-10","steps":12}])");
    QCOMPARE(many.err, QByteArray());
    QCOMPARE(many.out, QByteArray("Changed 2 days.\n"));
    QCOMPARE(json(u"wellness bulk"_s, R"({"id":"2026-03-10","fatigue":3})").object().value("steps"_L1).toInt(), 12);
    QCOMPARE(cli(u"wellness set 2026-03-12 weight=61.7 --current"_s).code, 0);
    QCOMPARE(json(u"athlete get"_s).object().value("icu_weight"_L1).toDouble(), 61.7);
}

void CliPersonTest::aTableOfDaysIsImported()
{
    const QString path = m_session.file(u"days.csv"_s, "date,weight\n2026-03-08,61.1\n");
    QCOMPARE(m_session.cli({u"wellness"_s, u"import"_s, path}).out, QByteArray("Imported days.csv.\n"));
    QCOMPARE(json(u"wellness get 2026-03-08"_s).object().value("weight"_L1).toDouble(), 61.1);
    const auto wrong
        = m_session.cli({u"wellness"_s, u"import"_s, m_session.file(u"feel.csv"_s, "date,feel\n2026-03-08,1\n")});
    QCOMPARE(wrong.code, 1);
    QVERIFY2(wrong.err.contains("[feel]"), wrong.err.constData());
}

void CliPersonTest::aSportIsChanged()
{
    const auto changed = json(u"sports set Ride ftp=261 power_zones=55,75,999 lthr=178 max_hr=192 --hr-zones"_s);
    QCOMPARE(changed.err, QByteArray());
    QCOMPARE(changed.object().value("ftp"_L1).toInt(), 261);
    QCOMPARE(changed.object().value("power_zones"_L1).toArray().size(), 3);
    QCOMPARE(changed.object().value("hr_zones"_L1).toArray().first().toInt(), 147);
    QVERIFY(cli(u"sports get Ride"_s).out.contains("261"));
    const auto several = json(u"sports set --file -"_s, R"([{"id":1,"ftp":262},{"id":2,"lthr":170}])");
    QCOMPARE(several.array().size(), 2);
    QCOMPARE(cli(u"sports apply Run"_s).code, 0);
    QVERIFY(json(u"sports activities Run"_s).array().size() > 100);
    QVERIFY(cli(u"sports distances Run"_s).out.contains("5000"));
}

void CliPersonTest::aSportIsMadeAndDeleted()
{
    const auto made = json(u"sports create Rowing,VirtualRow ftp=200"_s);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.object().value("types"_L1).toArray().size(), 2);
    const QString id = QString::number(made.object().value("id"_L1).toInteger());
    QCOMPARE(cli(u"sports delete "_s + id).code, 0);
    QCOMPARE(cli(u"sports get "_s + id).code, 1);
    QVERIFY(cli(u"sports create Ride"_s).err.contains("[Ride]"));
}

void CliPersonTest::theAthleteIsReadAndChanged()
{
    QCOMPARE(json(u"athlete set city=Lyon"_s).object().value("city"_L1).toString(), u"Lyon"_s);
    QVERIFY(cli(u"athlete profile"_s).out.contains("Demo athlete"));
    QVERIFY(cli(u"athlete summary --oldest 2026-03-02 --newest 2026-03-08"_s).out.contains("2026-03-02"));
    QVERIFY(cli(u"athlete summary --csv --oldest 2026-03-02 --newest 2026-03-08"_s).out.contains("training_load"));
    QVERIFY(cli(u"athlete settings desktop"_s).out.contains("calendarView"));
    QVERIFY(cli(u"athlete items"_s).out.contains("FITNESS_CHART"));
    QCOMPARE(json(u"athlete item 2"_s).object().value("type"_L1).toString(), u"INPUT_FIELD"_s);
}

void CliPersonTest::gearIsKept()
{
    QVERIFY(cli(u"gear list"_s).out.contains("Road bike"));
    QVERIFY(cli(u"gear list --csv"_s).out.contains("Wetsuit"));
    const auto made = json(u"gear add Cassette --type Cassette --fields component=true"_s);
    QCOMPARE(made.err, QByteArray());
    QCOMPARE(made.object().value("component"_L1).toBool(), true);
    const QString id = made.object().value("id"_L1).toString();
    QVERIFY(cli(u"gear set %1 retired=2026-03-12"_s.arg(id)).out.contains("(retired)"));
    QCOMPARE(json(u"gear replace %1 name=Second"_s.arg(id)).array().last().toObject().value("name"_L1).toString(),
        u"Second"_s);
    QVERIFY(json(u"gear count b1"_s).object().value("activities"_L1).toInt() > 100);
    QCOMPARE(cli(u"gear delete "_s + id).code, 0);
    QCOMPARE(cli(u"gear delete "_s + id).code, 1);
}

void CliPersonTest::remindersAreKept()
{
    const auto added = json(u"gear remind g5 Wax --distance 300 --days 60"_s);
    QCOMPARE(added.err, QByteArray());
    const QJsonObject reminder = added.object().value("reminders"_L1).toArray().last().toObject();
    QCOMPARE(reminder.value("distance"_L1).toDouble(), 300000.0);
    const QString id = QString::number(reminder.value("id"_L1).toInteger());
    QCOMPARE(cli(u"gear snooze g5 %1 7"_s.arg(id)).err, QByteArray());
    QCOMPARE(cli(u"gear reset g5 "_s + id).err, QByteArray());
    QCOMPARE(cli(u"gear unremind g5 "_s + id).code, 0);
    QCOMPARE(cli(u"gear unremind g5 "_s + id).code, 1);
    QVERIFY(cli(u"gear remind g5 Wax"_s).err.contains("--distance"));
}

void CliPersonTest::aPlanIsTrainedBy()
{
    const QString plan = folder(u"Race build, 4 weeks"_s);
    const auto set = json(u"plan set %1 --start 2029-05-07 --alias Spring"_s.arg(plan));
    QCOMPARE(set.err, QByteArray());
    QCOMPARE(set.object().value("training_plan_id"_L1).toInteger(), plan.toLongLong());
    QVERIFY(cli(u"plan get"_s).out.contains("Spring"));
    const auto changes = json(u"plan changes"_s);
    QVERIFY2(changes.object().value("added"_L1).toInt() > 0, changes.out.constData());
    QCOMPARE(m_session.eventsOn(u"2029-05-08"_s), 1);
    QCOMPARE(cli(u"plan apply %1 --start 2030-05-06"_s.arg(plan)).code, 0);
    QCOMPARE(m_session.eventsOn(u"2030-05-07"_s), 1);
    QVERIFY(!json(u"plan hide %1 0 6"_s.arg(plan)).array().isEmpty());
    QCOMPARE(
        cli(u"plan set-many"_s, R"([{"id":"0","training_plan_alias":"Summer"}])").out, QByteArray("Set 1 plans.\n"));
    QVERIFY(cli(u"plan get"_s).out.contains("Summer"));
    QCOMPARE(cli(u"plan clear"_s).code, 0);
    QVERIFY(json(u"plan get"_s).object().value("training_plan_id"_L1).isNull());
    QCOMPARE(cli(u"plan changes"_s).code, 1);
}

void CliPersonTest::aFolderIsShared()
{
    const QString bike = folder(u"Bike"_s);
    QCOMPARE(json(u"plan share %1 i9 i10 --edit"_s.arg(bike)).array().size(), 2);
    QVERIFY(cli(u"plan shared "_s + bike).out.contains("i10"));
    QCOMPARE(json(u"plan share "_s + bike).array().size(), 0);
    QCOMPARE(cli(u"plan shared 1"_s).code, 1);
}

void CliPersonTest::weatherIsShown()
{
    const auto forecast = cli(u"weather forecast"_s);
    QVERIFY2(forecast.out.contains("Berlin") && forecast.out.contains("2026-03-12"), forecast.out.constData());
    QVERIFY(cli(u"weather places"_s).out.contains("Lyon"));
    QCOMPARE(
        json(u"weather set"_s, R"({"forecasts":[{"id":1,"label":"Home","lat":50,"lon":8,"enabled":true}]})").code, 0);
    QVERIFY(cli(u"weather forecast"_s).out.contains("Home"));
}

void CliPersonTest::wrongInputIsNamed_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    const auto row
        = [](const char *name, const QString &words, const QByteArray &input, int code, const QByteArray &said) {
              QTest::newRow(name) << words << input << code << said;
          };
    row("a day without its date", u"wellness bulk"_s, R"([{"steps":1}])", 1, "day 1");
    row("a weight that is a word",
        u"wellness bulk"_s,
        R"([{"id":"2026-03-09","weight":"heavy"}])",
        1,
        "2026-03-09: weight");
    row("a field that there is not", u"wellness set 2026-03-09 feel=1"_s, {}, 1, "[feel]");
    row("a threshold that is a word", u"sports set Ride ftp=much"_s, {}, 1, "ftp");
    row("a sport without changes", u"sports set Ride"_s, {}, 1, "field=value");
    row("a sport that there is not", u"sports get Chess"_s, {}, 1, "not found");
    row("rows without ids", u"sports set --file -"_s, R"([{"ftp":1}])", 1, "row 1");
    row("gear of no kind", u"gear add A --type bike"_s, {}, 1, "[bike]");
    row("gear without a kind", u"gear add A"_s, {}, 2, "--type");
    row("a device that there is not", u"athlete settings toaster"_s, {}, 2, "toaster");
    row("a plan that there is not", u"plan set 999999 --start 2029-05-07"_s, {}, 1, "not found");
    row("a start that is no day", u"plan set 5 --start May"_s, {}, 1, "May");
    row("plans that are no list", u"plan set-many"_s, "{}", 1, "list");
    row("a place that is none", u"weather set"_s, R"({"forecasts":[{"lat":"north"}]})", 1, "forecasts");
}

void CliPersonTest::wrongInputIsNamed()
{
    QFETCH(QString, words);
    QFETCH(QByteArray, input);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    const auto outcome = cli(words, input);
    QCOMPARE(outcome.code, code);
    QCOMPARE(outcome.out, QByteArray());
    QVERIFY2(outcome.err.contains(said), outcome.err.constData());
}

MICROCYCLE_CORE_TEST(CliPersonTest)
#include "tst_cliperson.moc"
