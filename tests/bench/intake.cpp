// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/json/bulk.h"
#include "api/json/samples.h"
#include "api/sync/pulljob.h"
#include "models/domain/activity.h"
#include "models/store/rowfold.h"
#include "tests/bench/decades.h"
#include "tests/bench/largestore.h"
#include "tests/bench/longstreams.h"
#include "tests/bench/measure.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlRecord>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

namespace {

constexpr int turns = 9;
constexpr int openings = 31;
constexpr int activityCount = 10'000;
constexpr auto rowsAtOnce = size_t(api::sync::PullJob::rowsAtOnce);

/// A store with nothing in it, in a file of its own.
std::unique_ptr<store::Store> emptyStore(const QString &name, const domain::Clock &clock)
{
    const QString folder = benchFolder() + u'/' + name;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    auto opened = store::Store::open(folder + u"/store.db"_s, clock);
    return opened ? std::move(opened).value() : nullptr;
}

/// All rows of a table, to be inserted elsewhere one by one.
class PlainRows
{
public:
    PlainRows(store::Database &from, const QByteArray &table)
    {
        QSqlQuery &query = from.select(("SELECT * FROM " + table).constData());
        const int columns = query.record().count();
        m_insert = "INSERT INTO " + table + " VALUES(?" + QByteArray(",?").repeated(columns - 1) + ')';
        while (query.next()) {
            QVariantList row;
            for (int i = 0; i < columns; ++i)
                row.append(query.value(i));
            m_rows.append(row);
        }
        query.finish();
    }

    [[nodiscard]] bool insertInto(store::Database &to) const
    {
        return std::ranges::all_of(m_rows, [&](const QVariantList &row) { return to.run(m_insert.constData(), row); });
    }

private:
    QByteArray m_insert;
    QList<QVariantList> m_rows;
};

/// A long list as it has come from the service and been taken apart.
class LongList
{
public:
    LongList()
    {
        QJsonArray list;
        const auto records = Decades(m_clock.today()).activities(activityCount);
        for (const auto &record : records)
            list.append(record);
        auto rows = json::rows<domain::Activity>(QJsonDocument(list).toJson(QJsonDocument::Compact));
        if (!rows)
            return;
        m_rows = std::move(rows).value();
        for (const auto &row : m_rows.values)
            m_incoming.push_back({row.value.id->value, m_rows.text(row), &row.value});
    }

    [[nodiscard]] bool foldInto(store::Store &store) const
    {
        const QDate today = m_clock.today();
        store::RowFold fold(store, store::Kind::Activity, {today.addYears(-30), today});
        for (size_t at = 0; at < m_incoming.size(); at += rowsAtOnce) {
            if (!fold.take(std::span(m_incoming).subspan(at, std::min(rowsAtOnce, m_incoming.size() - at))))
                return false;
        }
        return fold.conclude().ok();
    }

    [[nodiscard]] std::optional<Turn> turn() const
    {
        const auto ours = emptyStore(u"intake"_s, m_clock);
        const auto plain = emptyStore(u"intake-plain"_s, m_clock);
        if (!ours || !plain)
            return {};
        bool folded = false;
        const double taken = timed([&] { folded = foldInto(*ours); });
        const PlainRows entities(ours->database(), "entity");
        const PlainRows bodies(ours->database(), "body");
        bool inserted = false;
        const double floor = timed([&] {
            store::Transaction transaction(plain->database());
            inserted = entities.insertInto(plain->database()) && bodies.insertInto(plain->database())
                && transaction.commit();
        });
        if (!folded || !inserted || ours->allActivities().size() != activityCount
            || plain->allActivities().size() != activityCount)
            return {};
        return Turn {{"ours", taken}, {"floor", floor}};
    }

private:
    domain::SystemClock m_clock;
    json::Rows<domain::Activity> m_rows;
    std::vector<store::Incoming> m_incoming;
};

/// One activity whose streams are on this machine, as those of any that was looked at before.
class KnownRide
{
public:
    [[nodiscard]] bool begin()
    {
        m_store = emptyStore(u"known-ride"_s, m_clock);
        m_body = longStreams();
        const auto streams = json::samples(m_body);
        if (!m_store || !streams)
            return false;
        store::RemoteFold fold(*m_store);
        if (!fold.record(store::Kind::Activity, Decades(m_clock.today()).activities(1).first()))
            return false;
        m_id = m_store->allActivities().first().id;
        return fold.streams(m_id, *streams).ok();
    }

    [[nodiscard]] std::optional<Turn> turn() const
    {
        std::optional<domain::StreamSet> opened;
        std::optional<domain::Result<domain::StreamSet>> read;
        const double ours = timed([&] { opened = m_store->streams(m_id); });
        const double floor = timed([&] { read = json::samples(m_body); });
        if (!opened || opened->isEmpty() || !read->ok() || opened->timeSeconds != (*read)->timeSeconds)
            return {};
        return Turn {{"ours", ours}, {"floor", floor}};
    }

private:
    domain::SystemClock m_clock;
    std::unique_ptr<store::Store> m_store;
    domain::LocalId m_id;
    QByteArray m_body;
};

}

void addIntake()
{
    const auto list = std::make_shared<std::unique_ptr<LongList>>();
    measure("intake", turns, [list] {
        if (!*list)
            *list = std::make_unique<LongList>();
        return (*list)->turn();
    });
    const auto ride = std::make_shared<std::unique_ptr<KnownRide>>();
    measure("known streams", openings, [ride]() -> std::optional<Turn> {
        if (!*ride) {
            auto begun = std::make_unique<KnownRide>();
            if (!begun->begin())
                return {};
            *ride = std::move(begun);
        }
        return (*ride)->turn();
    });
}

}
