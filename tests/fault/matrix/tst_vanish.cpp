// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/steps.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

constexpr int known = 48; ///< events over twelve weeks

FaultKind listWithout(const char *name, const std::function<bool(const QJsonObject &)> &missing)
{
    return {name, true, 0s, [missing](const Answers &answers) {
                http::Response response = answers.honest;
                QJsonArray left;
                const QJsonArray all = QJsonDocument::fromJson(response.body).array();
                for (const auto &item : all) {
                    if (!missing(item.toObject()))
                        left.append(item);
                }
                response.body = QJsonDocument(left).toJson(QJsonDocument::Compact);
                return soundly(response);
            }};
}

/// Lists that lack what is there.
std::vector<FaultKind> lies()
{
    std::vector<FaultKind> all;
    for (const char *name : {"an empty list, done",
             "a page, done",
             "empty 200, not done",
             "null, done",
             "JSON of another type, done",
             "JSON that breaks off, done",
             "packed answer cut, done",
             "short length, done",
             "a list without its first, done",
             "a list without its last, done",
             "the answer about something else, done",
             "the answer to the request before, done",
             "bad chunk, done"})
        all.push_back(*faultKind(name));
    all.push_back(listWithout("a list without one month",
        [](const QJsonObject &item) { return item.value("start_date_local"_L1).toString().startsWith("2026-04"_L1); }));
    all.push_back(listWithout("a list that ends early",
        [](const QJsonObject &item) { return item.value("start_date_local"_L1).toString() > "2026-03-20"_L1; }));
    return all;
}

bool isList(const http::Request &request)
{
    return request.method == "GET" && request.path.endsWith("/events"_L1);
}

void fill(World &world)
{
    for (int i = 0; i < known; ++i)
        world.addThere(u"Event %1"_s.arg(i), i - 20, i % 2 == 0 ? u"- 1h 150w"_s : QString());
}

}

/// A service that seems to have forgotten what it had.
class VanishTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aListThatLacksThingsTakesNothingAway();
    void whatManyRequestsAgreeOnIsAskedFirst();
};

void VanishTest::aListThatLacksThingsTakesNothingAway()
{
    support::Tally tally(15, "a list that lacks what is there takes nothing away, however often it comes");
    for (const auto &lie : lies()) {
        World world;
        fill(world);
        QVERIFY(world.sync());
        QCOMPARE(world.here().size(), known);
        int told = 0;
        world.wire().setChance([&](const http::Request &request) -> const FaultKind * {
            told += isList(request);
            return isList(request) ? &lie : nullptr;
        });
        for (int cycle = 0; cycle < 3; ++cycle) {
            world.time().pass(6min);
            (void)world.sync();
        }
        const auto shown = world.here().size();
        world.wire().mend();
        world.time().pass(10min);
        const bool whole = world.sync() && world.here() == world.there() && world.wire().writes() == 0;
        tally.run(told >= 3 && shown == known && whole,
            u"%1, %2 times: %3 of %4 shown"_s.arg(QLatin1StringView(lie.name)).arg(told).arg(shown).arg(known));
    }
    QVERIFY(tally.close());
}

void VanishTest::whatManyRequestsAgreeOnIsAskedFirst()
{
    support::Tally tally(15, "a fifth and more is only gone if the person says so");
    for (const int lacking : {1, 5, 10, 11, 20, known}) {
        World world;
        fill(world);
        QVERIFY(world.sync());
        qsizetype held = 0;
        QObject::connect(&world.engine(), &api::sync::Engine::missingHeld, [&](const QList<domain::LocalId> &ids) {
            held = ids.size();
        });
        for (int i = 0; i < lacking; ++i)
            world.changeThere(u"Event %1"_s.arg(i), {});
        world.time().pass(6min);
        QVERIFY(world.sync());
        const bool asks = lacking > known / 5 && lacking > 5;
        const auto shown = world.here().size();
        tally.run(held == (asks ? lacking : 0) && shown == (asks ? known : known - lacking),
            u"%1 gone: %2 held, %3 shown"_s.arg(lacking).arg(held).arg(shown));
    }
    QVERIFY(tally.close());
}

}

using fault::VanishTest;
MICROCYCLE_CORE_TEST(VanishTest)
#include "tst_vanish.moc"
