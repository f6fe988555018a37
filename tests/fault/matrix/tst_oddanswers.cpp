// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/waitingedits.h"
#include "tests/fault/matrix/steps.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

bool is(const http::Request &request, const QByteArray &method, const QString &path)
{
    return request.method == method && request.path.contains(path);
}

/// The service does it and answers with this.
FaultKind saying(const QByteArray &body)
{
    return {"says something else, done", true, 0s, [body](const Answers &answers) {
                http::Response response = answers.honest;
                response.body = body;
                return soundly(response);
            }};
}

std::optional<store::Summary> recording(World &world)
{
    const auto all = world.store().allActivities();
    return all.isEmpty() ? std::nullopt : std::optional(all.first());
}

void reviews(World &world, const QString &name)
{
    auto activity = *world.store().activity(recording(world)->id);
    activity.name = name;
    (void)commands::Reviewer(world.store()).edit(recording(world)->id, activity);
}

}

/// What the service may say to an edit beside yes, and what an edit may have become on the disk.
class OddAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCreationAnsweredWithNothingIsLookedUp();
    void theFirstEntryOfADayNeedsNoDay();
    void aRecordingThatIsGoneIsNotMadeAgain();
    void aFailureWithARecordingIsTriedAgain();
    void nothingIsBelievedGoneWithoutAList_data();
    void nothingIsBelievedGoneWithoutAList();
    void aDeletionThatFailedInTheLibraryIsSentAgain();
    void aRefusedCreationThatWasDeletedMeanwhileIsForgotten();
    void aFolderThatIsGoneComesBackWithItsNewName();
    void whatWasDamagedInTheOutboxHoldsUpNothing_data();
    void whatWasDamagedInTheOutboxHoldsUpNothing();
};

void OddAnswersTest::aCreationAnsweredWithNothingIsLookedUp()
{
    World world;
    QVERIFY(world.sync());
    const FaultKind nothing = saying("[]");
    world.wire().setPlan({&nothing, 1000, 1});
    int told = 0;
    world.wire().setChance(
        [&](const http::Request &request) { return request.method == "POST" && told++ == 0 ? &nothing : nullptr; });
    creates(u"New"_s, 2)(world);
    QVERIFY(world.sync());
    world.time().pass(10min);
    QVERIFY(world.sync());
    QCOMPARE(told, 1); // it was there
    QCOMPARE(world.store().waitingEdits(), 0);
    QCOMPARE(world.here(), world.there());
    QCOMPARE(world.here().size(), 1);
}

void OddAnswersTest::theFirstEntryOfADayNeedsNoDay()
{
    World world;
    QVERIFY(world.sync());
    world.wire().setChance(
        [](const http::Request &request) { return is(request, "GET", u"/wellness/"_s) ? faultKind("404") : nullptr; });
    world.time().pass(1min);
    logs(0, 61.5, u"well"_s)(world);
    QVERIFY(world.sync());
    QCOMPARE(world.store().waitingEdits(), 0);
    QVERIFY(world.there().join(u'\n').contains(u"well"_s));
}

void OddAnswersTest::aRecordingThatIsGoneIsNotMadeAgain()
{
    World world;
    sendsAFile(world);
    QVERIFY(world.sync());
    QVERIFY(recording(world));
    world.time().pass(5min);
    world.wire().setChance(
        [](const http::Request &request) { return is(request, "GET", u"/activity/"_s) ? faultKind("404") : nullptr; });
    reviews(world, u"A hard one"_s);
    renames(u"Long"_s, u"Longer"_s)(world);
    QVERIFY(world.sync());
    const auto edits = store::waitingEdits(world.store().database());
    QCOMPARE(edits.size(), 1);
    QVERIFY(edits.first().isRefused() || edits.first().nextAt.isValid()); // and it says so
    QCOMPARE(recording(world)->name, u"A hard one"_s);
    world.wire().mend();
    world.answerForPerson();
    QVERIFY(world.sync());
    QCOMPARE(world.store().waitingEdits(), 0);
    QCOMPARE(world.here(), world.there());
}

void OddAnswersTest::aFailureWithARecordingIsTriedAgain()
{
    World world;
    sendsAFile(world);
    QVERIFY(world.sync());
    QVERIFY(recording(world));
    int told = 0;
    world.wire().setChance([&](const http::Request &request) {
        return is(request, "PUT", u"/activity/"_s) && told++ == 0 ? faultKind("502") : nullptr;
    });
    reviews(world, u"A hard one"_s);
    QVERIFY(world.sync());
    world.time().pass(10min);
    QVERIFY(world.sync());
    QVERIFY(told > 0);
    QCOMPARE(world.store().waitingEdits(), 0);
    QVERIFY(world.there().join(u'\n').contains(u"A hard one"_s));
}

void OddAnswersTest::nothingIsBelievedGoneWithoutAList_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::newRow("the list fails") << QByteArray("500");
    QTest::newRow("there is no list either") << QByteArray("404");
    QTest::newRow("the list lacks it, and it was there a moment ago") << QByteArray();
}

void OddAnswersTest::nothingIsBelievedGoneWithoutAList()
{
    QFETCH(QByteArray, list);
    World world;
    threeThere(world);
    QVERIFY(world.sync());
    renames(u"Long"_s, u"Longer"_s)(world);
    QVERIFY(world.sync());
    const FaultKind empty = saying("[]");
    world.wire().setChance([&](const http::Request &request) -> const FaultKind * {
        if (request.path.contains(u"/events/"_s))
            return faultKind("404");
        if (!is(request, "GET", u"/events"_s))
            return nullptr;
        return list.isEmpty() ? &empty : faultKind(list.constData());
    });
    renames(u"Longer"_s, u"Longest"_s)(world);
    QVERIFY(world.sync());
    QVERIFY(!world.shown(u"Longest"_s).value.isEmpty());
    QCOMPARE(world.store().waitingEdits(), 1);
    world.wire().mend();
    world.time().pass(10min);
    QVERIFY(world.sync());
    QCOMPARE(world.store().waitingEdits(), 0);
    QCOMPARE(world.here(), world.there());
    QCOMPARE(world.here().filter(u"Longest"_s).size(), 1);
}

void OddAnswersTest::aDeletionThatFailedInTheLibraryIsSentAgain()
{
    World world;
    keepsATemplate(world);
    QVERIFY(world.sync());
    int told = 0;
    world.wire().setChance([&](const http::Request &request) {
        return request.method == "DELETE" && told++ == 0 ? faultKind("500") : nullptr;
    });
    QVERIFY(commands::Librarian(world.store()).remove({world.store().folders().first().id}).ok());
    QVERIFY(world.sync());
    world.time().pass(10min);
    QVERIFY(world.sync());
    QVERIFY(told > 0);
    QCOMPARE(world.store().waitingEdits(), 0);
    QVERIFY(world.there().isEmpty());
}

void OddAnswersTest::aRefusedCreationThatWasDeletedMeanwhileIsForgotten()
{
    World world;
    QVERIFY(world.sync());
    world.wire().setChance([&](const http::Request &request) -> const FaultKind * {
        if (request.method != "POST")
            return nullptr;
        removes(u"New"_s)(world); // while it is under way
        return faultKind("422");
    });
    creates(u"New"_s, 2)(world);
    QVERIFY(world.sync());
    QCOMPARE(world.store().waitingEdits(), 0);
    QVERIFY(world.there().isEmpty());
    QVERIFY(world.here().isEmpty());
}

void OddAnswersTest::aFolderThatIsGoneComesBackWithItsNewName()
{
    World world;
    keepsATemplate(world);
    QVERIFY(world.sync());
    world.time().pass(2min);
    const auto folder = world.store().folders().first();
    const QString remote = store::EntityTable(world.store().database()).find(folder.id)->remoteId;
    (void)world.service().onTheWeb(
        endpoints::remove(endpoints::athletePath(endpoints::self(), u"/folders/"_s + remote)));
    renamesTheFolder(world);
    QVERIFY(world.sync());
    world.time().pass(10min);
    QVERIFY(world.sync());
    QCOMPARE(world.store().waitingEdits(), 0);
    QCOMPARE(world.here(), world.there());
    QCOMPARE(world.here().filter(u"folder Mine"_s).size(), 1);
}

void OddAnswersTest::whatWasDamagedInTheOutboxHoldsUpNothing_data()
{
    QTest::addColumn<QByteArray>("damage");
    QTest::newRow("a creation without its day")
        << QByteArray("UPDATE outbox SET state='unknown', patch_json=json_set(patch_json,"
                      "'$.fields.start_date_local','soon')");
    QTest::newRow("a creation without anything") << QByteArray("UPDATE outbox SET patch_json='{}'");
    QTest::newRow("no JSON at all") << QByteArray("UPDATE outbox SET patch_json='{'");
    QTest::newRow("a state that nobody knows") << QByteArray("UPDATE outbox SET state='odd'");
    QTest::newRow("something else than an operation") << QByteArray("UPDATE outbox SET op='odd'");
    QTest::newRow("a day that is none") << QByteArray(
        "UPDATE entity SET remote_id='someday' WHERE local_id IN (SELECT local_id FROM outbox)");
}

void OddAnswersTest::whatWasDamagedInTheOutboxHoldsUpNothing()
{
    QFETCH(QByteArray, damage);
    World world;
    threeThere(world);
    QVERIFY(world.sync());
    if (damage.contains("remote_id"))
        logs(0, 61.5, u"well"_s)(world);
    else
        creates(u"New"_s, 2)(world);
    QVERIFY(world.store().database().run(damage.constData()));
    renames(u"Long"_s, u"Longer"_s)(world);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(world.sync());
        world.time().pass(10min);
    }
    QVERIFY(world.there().join(u'\n').contains(u"Longer"_s));
    const auto edits = store::waitingEdits(world.store().database());
    QVERIFY(edits.size() <= 1);
    for (const auto &edit : edits)
        QVERIFY(edit.isRefused() || edit.nextAt.isValid()); // where a person sees it
}

}

using fault::OddAnswersTest;
MICROCYCLE_CORE_TEST(OddAnswersTest)
#include "tst_oddanswers.moc"
