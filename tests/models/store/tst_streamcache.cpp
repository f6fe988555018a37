// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/entitytable.h"
#include "models/store/remotefold.h"
#include "models/store/streamcache.h"
#include "models/store/streamcodec.h"
#include "tests/support/testmain.h"

#include <QDataStream>
#include <QIODevice>
#include <QJsonObject>
#include <cstring>

using namespace Qt::StringLiterals;
using store::StreamCache;

Q_DECLARE_METATYPE(domain::StreamSet)

namespace {

/// Two hours as a ride has them: a clock, power with gaps, a heart rate that changes slowly, a track.
domain::StreamSet ride(int seconds)
{
    domain::StreamSet set;
    domain::Samples watts {u"watts"_s, {}, {}};
    domain::Samples heart {u"heartrate"_s, {}, {}};
    domain::Samples track {u"latlng"_s, {}, {}};
    for (int i = 0; i < seconds; ++i) {
        set.timeSeconds.push_back(float(i));
        watts.values.push_back(i % 500 == 7 ? domain::Samples::gap : float(150 + (i * 7919) % 101));
        heart.values.push_back(float(120 + (i / 60) % 40));
        track.values.push_back(47.9F + float(i) * 1e-5F);
        track.values2.push_back(7.8F - float(i) * 1e-5F);
    }
    set.channels = {watts, heart, track};
    return set;
}

/// By bits, since a gap does not equal itself.
bool same(const std::vector<float> &a, const std::vector<float> &b)
{
    return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

bool same(const domain::StreamSet &a, const domain::StreamSet &b)
{
    bool equal = same(a.timeSeconds, b.timeSeconds) && a.channels.size() == b.channels.size();
    for (qsizetype i = 0; equal && i < a.channels.size(); ++i)
        equal = a.channels[i].type == b.channels[i].type && same(a.channels[i].values, b.channels[i].values)
            && same(a.channels[i].values2, b.channels[i].values2);
    return equal;
}

/// As versions before compression wrote it.
QByteArray plainBlock(const domain::StreamSet &set)
{
    QByteArray data;
    QDataStream out(&data, QIODevice::WriteOnly);
    const auto write = [&out](const std::vector<float> &values) {
        out << quint32(values.size());
        out.writeRawData(reinterpret_cast<const char *>(values.data()), int(values.size() * sizeof(float)));
    };
    out << quint32(0x4D435331) << quint32(set.channels.size());
    write(set.timeSeconds);
    for (const auto &channel : set.channels) {
        out << channel.type.toUtf8();
        write(channel.values);
        write(channel.values2);
    }
    return data;
}

}

/// How streams are kept on this machine, and how many.
class StreamCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comeBackAsTheyWere_data();
    void comeBackAsTheyWere();
    void areCompressed();
    void earlierBlocksAreRead();
    void damagedBlocksAreRefused();
    void theOldestMakeRoom();
    void thoseOfADeletedActivityGo();

private:
    [[nodiscard]] domain::LocalId activity(const QString &remoteId);

    domain::FixedClock m_clock {QDateTime(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC)};
    std::unique_ptr<store::Store> m_store;
};

domain::LocalId StreamCacheTest::activity(const QString &remoteId)
{
    if (!m_store)
        m_store = *store::Store::open(u":memory:"_s, m_clock);
    const QJsonObject record {
        {u"id"_s, remoteId}, {u"type"_s, u"Ride"_s}, {u"start_date_local"_s, u"2026-03-12T07:00:00"_s}};
    if (!store::RemoteFold(*m_store).record(store::Kind::Activity, record))
        return {};
    return m_store->findRemote(store::Kind::Activity, remoteId).value_or(domain::LocalId {});
}

void StreamCacheTest::comeBackAsTheyWere_data()
{
    QTest::addColumn<domain::StreamSet>("set");
    QTest::newRow("none") << domain::StreamSet {};
    QTest::newRow("a channel without values") << domain::StreamSet {{}, {{u"watts"_s, {}, {}}}};
    QTest::newRow("one value") << domain::StreamSet {{0}, {{u"watts"_s, {250}, {}}}};
    QTest::newRow("a name of other letters") << domain::StreamSet {{0, 1}, {{u"Äpfel 千"_s, {1, -2.5F}, {}}}};
    QTest::newRow("two hours with gaps and a track") << ride(7200);
}

void StreamCacheTest::comeBackAsTheyWere()
{
    QFETCH(domain::StreamSet, set);
    const auto back = store::decodeStreams(store::encodeStreams(set));
    QVERIFY(back.has_value());
    QVERIFY(same(*back, set));
}

void StreamCacheTest::areCompressed()
{
    const auto set = ride(7200);
    QVERIFY(store::encodeStreams(set).size() * 2 < plainBlock(set).size());
}

void StreamCacheTest::earlierBlocksAreRead()
{
    const auto set = ride(600);
    const auto back = store::decodeStreams(plainBlock(set));
    QVERIFY(back.has_value());
    QVERIFY(same(*back, set));
}

void StreamCacheTest::damagedBlocksAreRefused()
{
    for (const QByteArray &block : {store::encodeStreams(ride(30)), plainBlock(ride(30))}) {
        for (qsizetype size = 0; size < block.size(); ++size)
            QVERIFY2(!store::decodeStreams(block.left(size)), qPrintable(QString::number(size)));
        // Wherever a byte is wrong, the answer is nothing or as many numbers as were asked for, never a crash.
        for (qsizetype at = 0; at < block.size(); ++at) {
            QByteArray wrong = block;
            wrong[at] = char(~wrong[at]);
            if (const auto read = store::decodeStreams(wrong))
                QVERIFY(read->channels.size() <= 200);
        }
    }
}

void StreamCacheTest::theOldestMakeRoom()
{
    const QStringList keys {u"i1"_s, u"i2"_s, u"i3"_s, u"i4"_s};
    const auto set = ride(600);
    const domain::LocalId first = activity(keys.first());
    QVERIFY(!first.value.isEmpty());
    StreamCache cache(m_store->database(), store::encodeStreams(set).size() * 2);
    for (const auto &key : keys) {
        QVERIFY(cache.put(activity(key), set, m_clock.now()));
        m_clock.setNow(m_clock.now().addSecs(60));
    }
    QVERIFY(!cache.find(activity(u"i1"_s)));
    QVERIFY(!cache.find(activity(u"i2"_s)));
    QVERIFY(cache.find(activity(u"i3"_s)));
    QVERIFY(cache.find(activity(u"i4"_s)));
    QVERIFY(cache.put(activity(u"i3"_s), set, m_clock.now())); // fetched anew
    QVERIFY(cache.put(activity(u"i2"_s), ride(6000), m_clock.now())); // too much alone, but the newest
    QVERIFY(cache.find(activity(u"i2"_s)));
    QVERIFY(!cache.find(activity(u"i3"_s)));
}

void StreamCacheTest::thoseOfADeletedActivityGo()
{
    const auto id = activity(u"i9"_s);
    StreamCache cache(m_store->database());
    QVERIFY(cache.put(id, ride(60), m_clock.now()));
    QVERIFY(store::EntityTable(m_store->database()).remove(id));
    QVERIFY(!cache.find(id));
}

MICROCYCLE_CORE_TEST(StreamCacheTest)
#include "tst_streamcache.moc"
