// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "models/store/rowfold.h"
#include "tests/support/testmain.h"

#include <QJsonDocument>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using store::Kind;
using store::RemoteFold;
using store::Store;

namespace {

const QDate monday(2026, 3, 9);

/// The name stands in its quotes.
QByteArray ride(const QByteArray &name, const QByteArray &more = {})
{
    return R"({"start_date_local":"2026-03-09T00:00:00","id":7,"category":"WORKOUT","type":"Ride","name":)" + name
        + more + '}';
}

}

/// Objects that come as texts are folded as those that come as trees, also when they come again.
class LongAnswersTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void aTextIsKeptAsItsTreeIs();
    void theSameWordsAgainChangeNothing();
    void otherWordsAreTakenOver();
    void anEditIsLaidOverTheSameWords();
    void whatADetailBroughtStays();
    void whatIsMissingIsListed();
    void whatCannotBeReadIsSetAside();

private:
    store::FoldReport pull(const QList<QByteArray> &texts, Kind kind = Kind::Event, const QString &id = u"7"_s);
    [[nodiscard]] QJsonObject base() const { return store::EntityTable(m_store->database()).find(m_id)->base; }

    domain::FixedClock m_clock {QDateTime(monday, QTime(9, 0), Qt::UTC)};
    std::unique_ptr<Store> m_store;
    domain::LocalId m_id;
};

void LongAnswersTest::init()
{
    m_store = *Store::open(u":memory:"_s, m_clock);
    QCOMPARE(pull({ride("\"A\"")}).changed, 1);
    m_id = *m_store->findRemote(Kind::Event, u"7"_s);
}

store::FoldReport LongAnswersTest::pull(const QList<QByteArray> &texts, Kind kind, const QString &id)
{
    store::RowFold fold(*m_store, kind, {monday, monday.addDays(6)});
    for (const auto &text : texts) { // one after the other, as in parts of one
        const auto json = QJsonDocument::fromJson(text).object();
        const auto event = domain::fromJson<domain::Event>(json).valueOr({});
        const auto activity = domain::fromJson<domain::Activity>(json).valueOr({});
        store::Incoming row {id, text, &event};
        if (kind == Kind::Activity)
            row.value = &activity;
        if (!fold.take({&row, 1}))
            return {.changed = -1};
    }
    return fold.conclude().valueOr({.changed = -1});
}

void LongAnswersTest::aTextIsKeptAsItsTreeIs()
{
    QCOMPARE(base(), QJsonDocument::fromJson(ride("\"A\"")).object());
    QCOMPARE(m_store->event(m_id)->name, u"A"_s);
}

void LongAnswersTest::theSameWordsAgainChangeNothing()
{
    QSignalSpy changed(m_store.get(), &Store::changed);
    const auto report = pull({ride("\"A\"")});
    QCOMPARE(report.changed, 0);
    QVERIFY(report.missing.isEmpty());
    QVERIFY(changed.isEmpty());
}

void LongAnswersTest::otherWordsAreTakenOver()
{
    QCOMPARE(pull({ride("\"B\"")}).changed, 1);
    QCOMPARE(m_store->event(m_id)->name, u"B"_s);
    QCOMPARE(pull({ride("\"A\"")}).changed, 1);
    QCOMPARE(m_store->event(m_id)->name, u"A"_s);
    QCOMPARE(pull({ride("\"A\"", R"(,"Mood":1)")}).changed, 1);
    QCOMPARE(base().value("Mood"_L1).toInt(), 1);
}

void LongAnswersTest::anEditIsLaidOverTheSameWords()
{
    commands::Planner planner(*m_store);
    QVERIFY(planner.move({m_id}, 1).ok());
    pull({ride("\"A\"")});
    QCOMPARE(m_store->event(m_id)->start.day, monday.addDays(1));
    QCOMPARE(pull({ride("\"B\"")}).changed, 1);
    QCOMPARE(m_store->event(m_id)->start.day, monday.addDays(1));
    QCOMPARE(m_store->event(m_id)->name, u"B"_s);
}

void LongAnswersTest::whatADetailBroughtStays()
{
    const QByteArray listed = R"({"id":"i7","start_date_local":"2026-03-09T08:00:00","analyzed":"x","name":"A"})";
    QJsonObject whole = QJsonDocument::fromJson(listed).object();
    pull({listed}, Kind::Activity, u"i7"_s);
    m_id = *m_store->findRemote(Kind::Activity, u"i7"_s);
    whole.insert(u"icu_intervals"_s, QJsonArray {1});
    QVERIFY(RemoteFold(*m_store).record(Kind::Activity, whole).ok());
    for (int i = 0; i < 3; ++i) {
        pull({listed}, Kind::Activity, u"i7"_s);
        QCOMPARE(base(), whole);
    }
}

void LongAnswersTest::whatIsMissingIsListed()
{
    QCOMPARE(pull({ride("\"A\"")}).missing.size(), 0);
    QCOMPARE(pull({}).missing, QList {m_id});
}

void LongAnswersTest::whatCannotBeReadIsSetAside()
{
    const auto report = pull({ride("\"A\"", R"(,"icu_training_load":"much")")});
    QCOMPARE(report.quarantined, 1);
    QCOMPARE(m_store->event(m_id)->name, u"A"_s);
}

MICROCYCLE_CORE_TEST(LongAnswersTest)
#include "tst_longanswers.moc"
