// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/outbox.h"
#include "tests/models/store/deeds.h"
#include "tests/support/plannedride.h"
#include "tests/support/refusal.h"
#include "tests/support/tally.h"
#include "tests/support/testmain.h"

#include <QSqlRecord>

using namespace Qt::StringLiterals;
using samples::Deed;
using store::Store;

/// Something refuses to be written while something is done: then it is not done, and nothing else is either.
class FailingStatementsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatFailsChangesNothing_data();
    void whatFailsChangesNothing();
    void withoutATransactionNothingHappens();

private:
    [[nodiscard]] std::unique_ptr<Store> prepared(const Deed &deed)
    {
        auto store = samples::knownStore(m_clock);
        if (!deed.before(*store))
            qFatal("%s: it cannot be prepared", deed.name);
        return store;
    }

    const domain::FixedClock m_clock {QDateTime(support::rideDay, QTime(9, 0), Qt::UTC)};
};

namespace {

const std::vector<Deed> &deeds()
{
    static const std::vector<Deed> all = [] {
        auto list = samples::deedsOfPerson();
        for (auto &deed : samples::deedsOfService())
            list.push_back(std::move(deed));
        return list;
    }();
    return all;
}

QString content(Store &store)
{
    QString all;
    for (const auto &writing : support::writings(store.database())) {
        if (writing.verb != "INSERT")
            continue;
        QSqlQuery &rows = store.database().select(("SELECT * FROM " + writing.table).constData());
        while (rows.next()) {
            for (int i = 0; i < rows.record().count(); ++i)
                all += rows.value(i).toString() + u'|';
            all += u'\n';
        }
        rows.finish();
    }
    return all;
}

}

void FailingStatementsTest::whatFailsChangesNothing_data()
{
    QTest::addColumn<int>("deed");
    for (size_t i = 0; i < deeds().size(); ++i)
        QTest::newRow(deeds()[i].name) << int(i);
}

void FailingStatementsTest::whatFailsChangesNothing()
{
    QFETCH(int, deed);
    const Deed &tried = deeds().at(size_t(deed));
    support::Tally tally(5, "a statement or its commit fails");
    int failures = 0;
    QList<support::Writing> all;
    {
        const auto store = prepared(tried);
        const support::Witness witness(store->database());
        QVERIFY(tried.done(*store));
        for (auto writing : witness.seen()) {
            all.append(writing);
            writing.atCommit = true;
            all.append(writing);
        }
    }
    for (const auto &writing : std::as_const(all)) {
        const auto store = prepared(tried);
        const QString before = content(*store);
        QString told = before; // what a model would have read that follows the store
        const auto tell = [&] { told = content(*store); };
        connect(store.get(), &Store::changed, this, tell);
        connect(store.get(), &Store::libraryChanged, this, tell);
        std::optional<support::Refusal> refusal(std::in_place, store->database(), QList {writing});
        const bool done = tried.done(*store);
        refusal.reset();
        failures += !done;
        disconnect(store.get(), nullptr, this, nullptr);
        const bool kept = done || (content(*store) == before && told == before && tried.done(*store));
        tally.run(kept, u"%1, %2"_s.arg(QLatin1StringView(tried.name), writing.text()));
    }
    QVERIFY(failures > 0);
    QVERIFY(tally.close());
}

void FailingStatementsTest::withoutATransactionNothingHappens()
{
    support::Tally tally(5, "no transaction can begin");
    for (const Deed &deed : deeds()) {
        const auto store = prepared(deed);
        const QString before = content(*store);
        QVERIFY(store->database().run("BEGIN")); // so that no other can
        const bool done = deed.done(*store);
        QVERIFY(store->database().run("ROLLBACK"));
        const bool kept = content(*store) == before && (done || deed.done(*store));
        tally.run(kept, QString::fromLatin1(deed.name));
    }
    QVERIFY(tally.close());
}

MICROCYCLE_CORE_TEST(FailingStatementsTest)
#include "tst_failingstatements.moc"
