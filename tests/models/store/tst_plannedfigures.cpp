// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/remotefold.h"
#include "tests/support/testmain.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using commands::Planner;
using store::Store;

namespace {

const QDate thursday(2026, 3, 12);

}

/// What is shown of a planned session until the service has answered follows each edit that changes what is read.
class PlannedFiguresTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLoadFollowsWhatIsEdited_data();
    void theLoadFollowsWhatIsEdited();
};

void PlannedFiguresTest::theLoadFollowsWhatIsEdited_data()
{
    QTest::addColumn<QString>("description");
    QTest::addColumn<bool>("indoor");
    QTest::addColumn<int>("load");
    QTest::newRow("another text") << u"- 30m 200w"_s << false << 50;
    QTest::newRow("only where it is ridden") << u"- 1h 200w"_s << true << 123;
    QTest::newRow("nothing but the name") << u"- 1h 200w"_s << false << 100;
}

void PlannedFiguresTest::theLoadFollowsWhatIsEdited()
{
    QFETCH(QString, description);
    QFETCH(bool, indoor);
    const domain::FixedClock clock {QDateTime(thursday, QTime(9, 0), Qt::UTC)};
    const auto store = *Store::open(u":memory:"_s, clock);
    const QJsonObject ride {
        {u"id"_s, 1}, {u"types"_s, QJsonArray {u"Ride"_s}}, {u"ftp"_s, 200}, {u"indoor_ftp"_s, 180}};
    QVERIFY(store::RemoteFold(*store).sports({ride}).ok());
    domain::Event event;
    event.category = domain::Category::Workout;
    event.type = u"Ride"_s;
    event.name = u"Steady"_s;
    event.description = u"- 1h 200w"_s;
    event.start = {thursday, {}};
    const auto id = *Planner(*store).create(event);
    QCOMPARE(store->summary(id)->load.value_or(0), 100);
    event = *store->event(id);
    event.name = u"Renamed"_s;
    event.description = description;
    event.indoor = indoor;
    QVERIFY(Planner(*store).edit(id, event).ok());
    QTEST(store->summary(id)->load.value_or(0), "load");
}

MICROCYCLE_CORE_TEST(PlannedFiguresTest)
#include "tst_plannedfigures.moc"
