// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/demo/demoapi.h"
#include "api/endpoints/createevents.h"
#include "api/endpoints/deleteevent.h"
#include "api/endpoints/getevent.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/updateevent.h"
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/kinds.h"
#include "models/store/merge.h"
#include "models/store/outbox.h"
#include "models/store/remotefold.h"
#include "tests/fault/tally.h"
#include "tests/support/testmain.h"

#include <QRandomGenerator>
#include <QSet>
#include <QSqlQuery>

using namespace Qt::StringLiterals;
using store::Kind;
using store::Operation;
using store::Outbox;
using store::RemoteFold;

namespace {

const QDate today(2026, 3, 12);
const domain::DateRange window {today.addDays(-10), today.addDays(30)};
constexpr int steps = 80;

/// One run: a service, three clients and an editor on the web, from one seed.
class World
{
public:
    explicit World(quint32 seed)
        : m_random(seed)
        , m_api({.seed = 1, .today = today, .days = 1, .key = "modelkey12345", .populate = false, .now = [this] { return m_clock.now(); }})
    {
        for (auto &client : m_clients)
            client = *store::Store::open(u":memory:"_s, m_clock);
    }

    /// What went wrong; empty if nothing did.
    QString run();
    [[nodiscard]] QString script() const { return m_script.join(u' '); }

private:
    template<typename Endpoint>
    domain::Result<typename Endpoint::Response> send(const Endpoint &endpoint)
    {
        http::Request request = endpoint.request();
        request.headers.insert("authorization", "Basic " + QByteArray("API_KEY:modelkey12345").toBase64());
        const http::Response response = m_api.handle(request);
        if (response.status / 100 == 2)
            return Endpoint::parse(response.body);
        const auto kind = response.status == 404 ? domain::Error::Kind::NotFound : domain::Error::Kind::Rejected;
        return domain::Error {.kind = kind, .httpStatus = response.status, .item = {}, .detail = QString::fromUtf8(response.body), .retryAfter = {}};
    }

    void step();
    void clientStep(int which);
    void webStep();
    void sync(store::Store &store);
    void pushOne(store::Store &store, const Operation &operation);
    void pushCreation(store::Store &store, const Operation &operation);
    void pushChange(store::Store &store, Operation operation);
    void pull(store::Store &store);
    void choose(store::Store &store);
    /// The answer is there, or lost on the way back after the service did what it was asked.
    [[nodiscard]] bool isLost() { return !m_calm && m_random.bounded(6) == 0; }

    [[nodiscard]] domain::Event typed(domain::Event event);
    void supersede(const domain::Event &event);
    [[nodiscard]] QStringList there();
    [[nodiscard]] QStringList seenBy(const store::Store &store) const;
    [[nodiscard]] QString lostValue(const QStringList &server) const;
    [[nodiscard]] bool isRecorded(store::Store &store, const QString &value) const;

    domain::FixedClock m_clock {QDateTime(today, QTime(9, 0), Qt::UTC)};
    QRandomGenerator m_random;
    demo::DemoApi m_api;
    std::array<std::unique_ptr<store::Store>, 3> m_clients;
    QStringList m_script;
    QStringList m_values; ///< everything that anybody typed
    QSet<QString> m_superseded; ///< what somebody who saw it replaced or deleted
    bool m_calm = false;
};

QString line(const domain::Event &event)
{
    return u"%1 %2|%3|%4|%5"_s.arg(QString::number(event.id ? event.id->value : 0), event.start.toString(), event.name, event.color,
        QString(event.description).replace(u'\n', u'/'));
}

/// Changes one field to something that was never typed before.
domain::Event World::typed(domain::Event event)
{
    const QString value = u"v%1."_s.arg(m_values.size());
    m_values.append(value);
    switch (m_random.bounded(3)) {
    case 0:
        m_superseded.insert(event.name);
        event.name = value;
        break;
    case 1:
        m_superseded.insert(event.color);
        event.color = value;
        break;
    default:
        if (m_random.bounded(2)) {
            event.description += u'\n' + value;
        } else {
            const auto lines = event.description.split(u'\n');
            for (const auto &old : lines)
                m_superseded.insert(old);
            event.description = value;
        }
    }
    return event;
}

void World::supersede(const domain::Event &event)
{
    m_superseded += {event.name, event.color};
    const auto lines = event.description.split(u'\n');
    for (const auto &old : lines)
        m_superseded.insert(old);
}

void World::step()
{
    m_clock.setNow(m_clock.now().addSecs(20));
    const int who = int(m_random.bounded(7));
    if (who < 6)
        clientStep(who / 2);
    else
        webStep();
}

void World::clientStep(int which)
{
    store::Store &store = *m_clients.at(size_t(which));
    commands::Planner planner(store);
    const QString name = QChar(u'a' + which);
    const auto shown = store.events(window);
    const int what = int(m_random.bounded(10));
    if (what < 3) {
        m_script.append(name + u".sync"_s);
        sync(store);
    } else if (what < 5 || shown.isEmpty()) {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = u"v%1."_s.arg(m_values.size());
        m_values.append(event.name);
        event.start = {today.addDays(int(m_random.bounded(9))), {}};
        m_script.append(name + u".create="_s + event.name);
        (void)planner.create(event);
    } else {
        const auto id = shown.at(m_random.bounded(int(shown.size()))).id;
        const auto event = *store.event(id);
        if (what == 5) {
            m_script.append(name + u".delete="_s + event.name);
            supersede(event);
            (void)planner.remove({id});
        } else if (what == 6) {
            choose(store);
        } else {
            const auto after = typed(event);
            m_script.append(name + u".edit="_s + event.name + u':' + m_values.last());
            (void)planner.edit(id, after);
        }
    }
}

void World::webStep()
{
    const auto events = send(endpoints::ListEvents {.days = window});
    if (!events || events->values.isEmpty())
        return;
    const auto &record = events->values.at(m_random.bounded(int(events->values.size()))).value;
    if (m_random.bounded(4) == 0) {
        m_script.append(u"web.delete="_s + record.name);
        supersede(record);
        (void)send(endpoints::DeleteEvent {.event = *record.id});
        return;
    }
    const auto after = typed(record);
    m_script.append(u"web.edit="_s + record.name + u':' + m_values.last());
    const auto patch = store::differenceOf(Kind::Event, domain::toJson(record), domain::toJson(after));
    (void)send(endpoints::UpdateEvent {.event = *record.id, .body = store::wireBodyOf(Kind::Event, patch)});
}

void World::choose(store::Store &store)
{
    const auto conflicts = store.conflicts();
    if (conflicts.isEmpty())
        return;
    const auto choice = store::Choice(m_random.bounded(3));
    m_script.append(u"choose%1"_s.arg(int(choice)));
    (void)store.resolve(conflicts.at(m_random.bounded(int(conflicts.size()))), choice);
}

/// The order of steps of a real cycle, without its waits.
void World::sync(store::Store &store)
{
    for (int sent = 0; sent < 50; ++sent) {
        const auto operation = Outbox(store.database()).next(m_clock.now());
        if (!operation)
            break;
        pushOne(store, *operation);
    }
    pull(store);
}

void World::pushOne(store::Store &store, const Operation &operation)
{
    if (operation.type == Operation::Type::Create)
        pushCreation(store, operation);
    else
        pushChange(store, operation);
}

void World::pushCreation(store::Store &store, const Operation &operation)
{
    Outbox outbox(store.database());
    const QJsonObject body = store::wireBodyOf(Kind::Event, operation.patch);
    if (operation.state == Operation::State::Unknown) {
        const auto key = body.value("external_id"_L1).toString();
        const auto list = send(endpoints::ListEvents {.days = window});
        for (const auto &record : list->values) {
            if (record.value.externalId == key) {
                (void)RemoteFold(store).confirmed(operation, record.json);
                return;
            }
        }
    }
    outbox.setState(operation, Operation::State::Inflight);
    const auto answer = send(endpoints::CreateEvents {.events = {body}});
    if (isLost())
        outbox.setState(operation, Operation::State::Unknown);
    else if (answer && !answer->values.isEmpty())
        (void)RemoteFold(store).confirmed(operation, answer->values.first().json);
    else
        outbox.setState(operation, Operation::State::Rejected);
}

void World::pushChange(store::Store &store, Operation operation)
{
    Outbox outbox(store.database());
    const domain::EventId id {store.summary(operation.id) ? store.summary(operation.id)->remoteId.toLongLong()
                                                          : store::EntityTable(store.database()).find(operation.id)->remoteId.toLongLong()};
    const bool deletes = operation.type == Operation::Type::Delete;
    const auto before = send(endpoints::GetEvent {.event = id});
    if (!before) {
        const auto done = deletes ? RemoteFold(store).gone(operation) : RemoteFold(store).vanished(operation.id);
        Q_UNUSED(done)
        return;
    }
    if (operation.state == Operation::State::Unknown)
        outbox.setState(operation, Operation::State::Queued);
    (void)RemoteFold(store).record(Kind::Event, before->json);
    const auto pending = outbox.pendingOf(operation.id);
    const auto now = std::ranges::find(pending, operation.sequence, &Operation::sequence);
    if (now == pending.end() || now->state == Operation::State::Conflict)
        return;
    operation = *now;
    outbox.setState(operation, Operation::State::Inflight);
    if (deletes) {
        (void)send(endpoints::DeleteEvent {.event = id});
        if (isLost())
            outbox.setState(operation, Operation::State::Unknown);
        else
            (void)RemoteFold(store).gone(operation);
        return;
    }
    const auto answer = send(endpoints::UpdateEvent {.event = id, .body = store::wireBodyOf(Kind::Event, operation.patch)});
    if (isLost())
        outbox.setState(operation, Operation::State::Unknown);
    else if (answer)
        (void)RemoteFold(store).confirmed(operation, answer->json);
    else
        outbox.setState(operation, Operation::State::Rejected);
}

void World::pull(store::Store &store)
{
    const auto list = send(endpoints::ListEvents {.days = window});
    QList<QJsonObject> records;
    for (const auto &record : list->values)
        records.append(record.json);
    const auto report = RemoteFold(store).events(window, records);
    if (!report)
        return;
    for (const auto &id : report->missing) {
        const auto entity = store::EntityTable(store.database()).find(id);
        const auto one = send(endpoints::GetEvent {.event = {entity->remoteId.toLongLong()}});
        (void)(one ? RemoteFold(store).record(Kind::Event, one->json).ok() : RemoteFold(store).vanished(id).ok());
    }
}

QStringList World::there()
{
    QStringList lines;
    const auto list = send(endpoints::ListEvents {.days = window});
    for (const auto &record : list->values)
        lines.append(line(record.value));
    lines.sort();
    return lines;
}

QStringList World::seenBy(const store::Store &store) const
{
    QStringList lines;
    const auto shown = store.events(window);
    for (const auto &summary : shown)
        lines.append(line(*store.event(summary.id)));
    lines.sort();
    return lines;
}

bool World::isRecorded(store::Store &store, const QString &value) const
{
    return store.database().value("SELECT count(*) FROM history WHERE instr(json, ?)>0", {value}).toInt() > 0;
}

QString World::lostValue(const QStringList &server) const
{
    for (const auto &value : m_values) {
        const bool kept = m_superseded.contains(value) || server.join(u' ').contains(value)
            || std::ranges::any_of(m_clients, [&](const auto &client) { return isRecorded(*client, value); });
        if (!kept)
            return value;
    }
    return {};
}

QString World::run()
{
    for (int i = 0; i < steps; ++i)
        step();
    m_calm = true;
    for (int round = 0; round < 12; ++round) {
        m_clock.setNow(m_clock.now().addSecs(20));
        for (auto &client : m_clients) {
            while (!client->conflicts().isEmpty())
                choose(*client);
            sync(*client);
        }
    }
    const QStringList server = there();
    for (auto &client : m_clients) {
        if (client->waitingEdits() > 0)
            return u"edits still wait"_s;
        if (seenBy(*client) != server)
            return u"a view differs: %1 from %2"_s.arg(seenBy(*client).join(u"; "_s), server.join(u"; "_s));
    }
    const QString lost = lostValue(server);
    return lost.isEmpty() ? QString() : u"nowhere to be found: "_s + lost;
}

}

/// Whatever three clients and the web do, and whichever answers get lost: in the end all see the same, and everything
/// typed is there, was replaced by somebody who saw it, or stands in a history.
class ConvergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allSidesEndUpAlike()
    {
        fault::Tally tally(10, "three clients and a web editor end up alike and lose nothing");
        const quint32 seeds = fault::isFull() ? 5000 : 80;
        for (quint32 seed = 1; seed <= seeds; ++seed) {
            World world(seed);
            const QString failure = world.run();
            tally.run(failure.isEmpty(), u"seed %1: %2\n    %3"_s.arg(seed).arg(failure, world.script()));
        }
        QVERIFY(tally.close());
    }
};

MICROCYCLE_CORE_TEST(ConvergeTest)
#include "tst_converge.moc"
