// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/steps.h"
#include "tests/support/testmain.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

/// What the client asks the service for, and what it does not ask for again.
class AskedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aHintIsWorthNothingWhenAllIsWell();
    void aHintIsWorthNothingWhenTheKeyIsRefused();
    void samplesAreAskedForOnce();
    void daysThatWereReadAreNotReadAgain();
    void theDayThatChangedIsReadFirst_data();
    void theDayThatChangedIsReadFirst();

private:
    struct Asked {
        QString path;
        domain::DateRange days;
    };
    [[nodiscard]] QList<Asked> events() const; ///< lists of them

    std::unique_ptr<World> m_world;
    QList<Asked> m_asked;
    const FaultKind *m_kind = nullptr;
};

void AskedTest::init()
{
    m_kind = nullptr;
    m_world = std::make_unique<World>();
    QVERIFY(m_world->sync());
    m_asked.clear();
    m_world->wire().setChance([this](const http::Request &request) {
        const auto day
            = [&](const QString &key) { return QDate::fromString(request.query.queryItemValue(key), Qt::ISODate); };
        m_asked.append({request.path, {day(u"oldest"_s), day(u"newest"_s)}});
        return m_kind;
    });
}

QList<AskedTest::Asked> AskedTest::events() const
{
    QList<Asked> lists = m_asked;
    lists.removeIf([](const Asked &asked) { return !asked.path.endsWith(u"/events"_s); });
    return lists;
}

void AskedTest::aHintIsWorthNothingWhenAllIsWell()
{
    m_world->engine().tryAgain();
    QVERIFY(m_world->untilQuiet());
    QVERIFY(m_asked.isEmpty());
}

void AskedTest::aHintIsWorthNothingWhenTheKeyIsRefused()
{
    m_kind = faultKind("401");
    QVERIFY(m_world->sync());
    const auto asked = m_asked.size();
    m_world->engine().tryAgain();
    QVERIFY(m_world->untilQuiet());
    QCOMPARE(m_asked.size(), asked);
    QCOMPARE(m_world->status().state(), store::SyncStatus::State::NeedsLogin);
}

void AskedTest::samplesAreAskedForOnce()
{
    sendsAFile(*m_world);
    QVERIFY(m_world->sync());
    const auto activity = m_world->store().allActivities().first().id;
    m_asked.clear();
    const auto look = [&] {
        m_world->engine().wantDetail(activity);
        return m_world->untilQuiet();
    };
    QVERIFY(look());
    QCOMPARE(m_asked.size(), 2);
    QVERIFY(m_world->store().streams(activity).has_value());
    QVERIFY(look());
    QCOMPARE(m_asked.size(), 3); // what stands beside them may have changed
}

void AskedTest::daysThatWereReadAreNotReadAgain()
{
    const domain::DateRange shown {World::today(), World::today().addDays(20)};
    m_world->engine().show(shown);
    m_world->engine().show({});
    QVERIFY(m_world->untilQuiet());
    QVERIFY(m_asked.isEmpty());
    m_world->engine().show({shown.first.addDays(-100), shown.last});
    QVERIFY(m_world->untilQuiet());
    QCOMPARE(events().size(), 1);
}

void AskedTest::theDayThatChangedIsReadFirst_data()
{
    QTest::addColumn<int>("daysBack");
    QTest::addColumn<bool>("apart");
    QTest::newRow("today") << 0 << false;
    QTest::newRow("a year ago") << 365 << false;
    QTest::newRow("before the years that are kept") << 5 * 365 << true;
}

void AskedTest::theDayThatChangedIsReadFirst()
{
    QFETCH(int, daysBack);
    QFETCH(bool, apart);
    const QDate day = World::today().addDays(-daysBack);
    m_world->engine().refreshFrom(day);
    QVERIFY(m_world->untilQuiet());
    auto lists = events();
    QVERIFY(!lists.isEmpty());
    QCOMPARE(lists.first().days.first, day);
    if (apart) {
        QCOMPARE(lists.takeFirst().days.last, day);
        QCOMPARE(lists.first().days.first, World::today().addYears(-3));
    }
    // Up to the end of what is planned, without a hole.
    for (qsizetype i = 1; i < lists.size(); ++i)
        QCOMPARE(lists.at(i).days.first, lists.at(i - 1).days.last.addDays(1));
    QCOMPARE(lists.last().days.last, World::today().addDays(120));
}

}

using fault::AskedTest;
MICROCYCLE_CORE_TEST(AskedTest)
#include "tst_asked.moc"
