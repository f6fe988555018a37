// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "tests/fault/matrix/steps.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

/// The honest list with one more record at its end; of the library in a folder of its own.
FaultKind listWith(const QJsonObject &record)
{
    return {"a list with one more", true, 0s, [record](const Answers &answers) {
                http::Response response = answers.honest;
                QJsonArray list = QJsonDocument::fromJson(response.body).array();
                list.append(record);
                response.body = QJsonDocument(list).toJson(QJsonDocument::Compact);
                return soundly(response);
            }};
}

}

/// Answers with something in them that nobody can read, and questions about what may be gone.
class OddRecordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatCannotBeReadIsNamedAndTheRestIsTaken_data();
    void whatCannotBeReadIsNamedAndTheRestIsTaken();
    void eachIsAskedForBeforeItIsBelievedGone_data();
    void eachIsAskedForBeforeItIsBelievedGone();
    void whatWasThereAMomentAgoIsNotGone();
    void anUnansweredQuestionTakesNothingAway();
};

void OddRecordsTest::whatCannotBeReadIsNamedAndTheRestIsTaken_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QJsonObject>("record");
    QTest::newRow("an event") << u"/events"_s
                              << QJsonObject {
                                     {u"id"_s, 991}, {u"name"_s, u"Odd"_s}, {u"start_date_local"_s, u"soon"_s}};
    QTest::newRow("an activity") << u"/activities"_s
                                 << QJsonObject {
                                        {u"id"_s, u"i9"_s}, {u"name"_s, u"Odd"_s}, {u"start_date_local"_s, u"soon"_s}};
    QTest::newRow("a day") << u"/wellness"_s << QJsonObject {{u"id"_s, u"Odd"_s}};
    QTest::newRow("sport settings") << u"/sport-settings"_s
                                    << QJsonObject {{u"name"_s, u"Odd"_s}, {u"ftp"_s, u"much"_s}};
    QTest::newRow("a folder") << u"/folders"_s << QJsonObject {{u"name"_s, u"Odd"_s}, {u"type"_s, 7}};
    QTest::newRow("a template") << u"/folders"_s
                                << QJsonObject {{u"id"_s, 990},
                                       {u"name"_s, u"Whole"_s},
                                       {u"type"_s, u"FOLDER"_s},
                                       {u"children"_s, QJsonArray {QJsonObject {{u"name"_s, u"Odd"_s}}}}};
}

void OddRecordsTest::whatCannotBeReadIsNamedAndTheRestIsTaken()
{
    QFETCH(QString, path);
    QFETCH(QJsonObject, record);
    World world;
    threeThere(world);
    keepsATemplate(world);
    QVERIFY(world.sync());
    const QStringList before = world.here();
    const FaultKind odd = listWith(record);
    world.wire().setChance([&](const http::Request &request) { return request.path.endsWith(path) ? &odd : nullptr; });
    QStringList named;
    connect(&world.engine(), &api::sync::Engine::recordsSetAside, this, [&](const QList<domain::Error> &records) {
        for (const auto &error : records)
            named.append(error.item);
    });
    world.addThere(u"Newer"_s, 6);
    QVERIFY(world.sync());
    QVERIFY2(named.contains(u"Odd"_s), qPrintable(named.join(u", "_s)));
    QStringList after = world.here().filter(QRegularExpression(u"^(?!.*(Newer|Whole))"_s));
    QCOMPARE(after, before);
    QVERIFY(!world.shown(u"Newer"_s).value.isEmpty());
    world.wire().mend();
    world.time().pass(10min);
    QVERIFY(world.sync());
    QCOMPARE(world.here(), world.there());
}

void OddRecordsTest::eachIsAskedForBeforeItIsBelievedGone_data()
{
    QTest::addColumn<bool>("gone");
    QTest::newRow("what is gone goes here too, and comes back with undo") << true;
    QTest::newRow("what is there stays") << false;
}

void OddRecordsTest::eachIsAskedForBeforeItIsBelievedGone()
{
    QFETCH(bool, gone);
    World world;
    threeThere(world);
    keepsATemplate(world);
    QVERIFY(world.sync());
    const auto event = world.shown(u"Long"_s);
    const auto workout = world.store().libraryRows().first();
    const auto folder = world.store().folders().first();
    world.time().pass(2min); // it is no news any more that they are there
    if (gone) {
        world.changeThere(u"Long"_s, {});
        const QString path = endpoints::athletePath(
            endpoints::self(), u"/folders/"_s + store::EntityTable(world.store().database()).find(folder.id)->remoteId);
        (void)world.service().onTheWeb(endpoints::remove(path));
    }
    QSignalSpy settled(&world.engine(), &api::sync::Engine::absenceSettled);
    world.engine().settleAbsence({event, workout.id, folder.id, domain::LocalId {u"never heard of"_s}});
    QVERIFY(world.untilQuiet());
    QCOMPARE(settled.size(), 1);
    QCOMPARE(settled.first().at(0).toInt(), gone ? 3 : 0);
    QCOMPARE(world.shown(u"Long"_s).value.isEmpty(), gone);
    QCOMPARE(world.store().libraryRows().isEmpty(), gone);
    QCOMPARE(world.store().folders().isEmpty(), gone);
    if (!gone)
        return;
    QVERIFY(world.store().undo().ok());
    QVERIFY(world.sync());
    QVERIFY(!world.shown(u"Long"_s).value.isEmpty());
    QCOMPARE(world.here(), world.there());
    QCOMPARE(world.here().size(), 5);
}

void OddRecordsTest::whatWasThereAMomentAgoIsNotGone()
{
    World world;
    threeThere(world);
    QVERIFY(world.sync());
    renames(u"Long"_s, u"Longer"_s)(world);
    QVERIFY(world.sync());
    world.wire().setChance(
        [](const http::Request &request) { return request.path.contains(u"/events/"_s) ? faultKind("404") : nullptr; });
    world.engine().settleAbsence({world.shown(u"Longer"_s)});
    QVERIFY(world.untilQuiet());
    QVERIFY(!world.shown(u"Longer"_s).value.isEmpty());
}

void OddRecordsTest::anUnansweredQuestionTakesNothingAway()
{
    World world;
    keepsATemplate(world);
    QVERIFY(world.sync());
    world.time().pass(2min);
    world.wire().setChance([](const http::Request &) { return faultKind("500"); });
    QSignalSpy settled(&world.engine(), &api::sync::Engine::absenceSettled);
    world.engine().settleAbsence({world.store().folders().first().id});
    QVERIFY(world.untilQuiet());
    QCOMPARE(settled.size(), 0);
    QCOMPARE(world.store().folders().size(), 1);
    world.wire().mend();
    world.time().pass(10min);
    QVERIFY(world.sync());
    QCOMPARE(settled.size(), 1); // it was not forgotten
    QCOMPARE(world.store().folders().size(), 1);
}

}

using fault::OddRecordsTest;
MICROCYCLE_CORE_TEST(OddRecordsTest)
#include "tst_oddrecords.moc"
