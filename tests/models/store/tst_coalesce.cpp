// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/database.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/outbox.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using store::Edit;
using store::Entity;
using store::EntityTable;
using store::Kind;
using store::Operation;
using store::Outbox;

namespace {

constexpr int cases = 10'000;
const QDateTime now(QDate(2026, 3, 12), QTime(9, 0), Qt::UTC);

QJsonObject anEvent(QRandomGenerator &random)
{
    QJsonObject event {{u"category"_s, u"NOTE"_s}, {u"start_date_local"_s, u"2026-03-12T00:00:00"_s}};
    for (const auto key : {"name"_L1, "color"_L1, "description"_L1}) {
        if (const int value = random.bounded(3); value > 0)
            event.insert(key, u"%1%2"_s.arg(key).arg(value));
    }
    return event;
}

/// What the service has after it was told everything that waits, one after the other.
QJsonObject replayed(QJsonObject service, const QList<Operation> &operations)
{
    for (const auto &operation : operations) {
        switch (operation.type) {
        case Operation::Type::Create:
            service = operation.patch.applied({});
            break;
        case Operation::Type::Patch:
            service = operation.patch.applied(service);
            break;
        case Operation::Type::Delete:
            service = {};
            break;
        }
    }
    return service;
}

}

/// Folding edits into fewer operations changes nothing of what they come to.
class CoalesceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldedEditsComeToTheSame();

private:
    /// What is wrong in this case; empty if nothing is.
    QString failureOf(store::Database &database, quint32 seed);
    int m_edits = 0;
    int m_operations = 0;
};

QString CoalesceTest::failureOf(store::Database &database, quint32 seed)
{
    QRandomGenerator random(seed);
    EntityTable table(database);
    Outbox outbox(database);
    Entity entity;
    entity.id = EntityTable::newId();
    if (random.bounded(2)) {
        entity.base = anEvent(random);
        entity.view = entity.base;
        entity.remoteId = QString::number(seed + 1);
        if (!table.save(entity, {}))
            return u"the entity could not be stored"_s;
    }
    QString script = entity.view.isEmpty() ? u"absent"_s : u"there"_s;
    QJsonObject view = entity.view;
    const int edits = 2 + int(random.bounded(5));
    for (int i = 0; i < edits; ++i) {
        const QJsonObject after = !view.isEmpty() && random.bounded(4) == 0 ? QJsonObject() : anEvent(random);
        script += view.isEmpty() ? u" create"_s : after.isEmpty() ? u" delete"_s : u" patch"_s;
        if (!outbox.enqueue({entity.id, Kind::Event, view, after, {}}, EntityTable::newId().value, u"g"_s, now))
            return script + u": not stored"_s;
        view = after;
        ++m_edits;
        const auto pending = outbox.pendingOf(entity.id);
        if (pending.isEmpty() || random.bounded(3) > 0)
            continue;
        // What is under way or unclear stays as it was sent; what was refused or turned away may still change.
        const auto state = Operation::State(random.bounded(1, 4));
        script += u" (%1)"_s.arg(int(state));
        if (!outbox.setState(pending.last(), state))
            return script + u": no state"_s;
    }
    const auto left = outbox.pendingOf(entity.id);
    m_operations += int(left.size());
    if (left.size() > edits)
        return script + u": more operations than edits"_s;
    const QJsonObject service = replayed(entity.base, left);
    return store::editableHash(Kind::Event, service) == store::editableHash(Kind::Event, view) ? QString() : script;
}

void CoalesceTest::foldedEditsComeToTheSame()
{
    const auto database = store::Database::open(u":memory:"_s);
    QVERIFY(database.ok());
    store::Transaction transaction(**database);
    for (quint32 seed = 0; seed < cases; ++seed) {
        const QString failure = failureOf(**database, seed);
        QVERIFY2(failure.isEmpty(), qPrintable(u"seed %1: %2"_s.arg(seed).arg(failure)));
    }
    QVERIFY(m_operations < m_edits); // it does fold
}

MICROCYCLE_CORE_TEST(CoalesceTest)
#include "tst_coalesce.moc"
