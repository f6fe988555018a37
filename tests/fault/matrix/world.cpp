// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/world.h"

#include "api/endpoints/listevents.h"
#include "models/store/waitingedits.h"
#include "tests/fault/extent.h"
#include "tests/fault/matrix/content.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

const domain::DateRange window {World::today().addDays(-30), World::today().addDays(100)};

}

void sendAllAgain(store::Store &store)
{
    QList<qint64> again;
    const auto edits = store::waitingEdits(store.database());
    for (const auto &edit : edits) {
        if (edit.isRefused() || edit.nextAt.isValid())
            again.append(edit.operation.sequence);
    }
    if (!again.isEmpty())
        (void)store::sendAgain(store, again);
}

World::World(bool stale, std::chrono::seconds later)
    : m_time(QDateTime(today(), QTime(9, 0), Qt::UTC).addSecs(later.count()))
    , m_store(*store::Store::open(u":memory:"_s, m_time))
{
    if (stale)
        m_service.keepBehind();
    auto wire = std::make_unique<Wire>(m_time, m_service);
    m_wire = wire.get();
    m_client = std::make_unique<http::Client>(*http::BaseUrl::parse(u"https://service.example"_s),
        *http::Credential::make(Service::key()),
        http::Client::Options {},
        std::move(wire),
        m_time);
    m_engine = std::make_unique<api::sync::Engine>(*m_store, *m_client, m_status);
}

app::Uploads &World::uploads()
{
    if (!m_uploads) {
        m_folder = std::make_unique<QTemporaryDir>(scratchTemplate());
        m_uploads = std::make_unique<app::Uploads>(m_folder->path(), *m_client, *m_engine, m_time);
    }
    return *m_uploads;
}

void World::addThere(const QString &name, int day, const QString &text)
{
    domain::Event event;
    event.category = text.isEmpty() ? domain::Category::Note : domain::Category::Workout;
    event.type = text.isEmpty() ? QString() : u"Ride"_s;
    event.name = name;
    event.description = text;
    event.start = {today().addDays(day), {}};
    (void)m_service.onTheWeb(
        endpoints::post(endpoints::athletePath(endpoints::self(), u"/events"_s), domain::toJson(event)));
    m_time.pass(1s);
}

void World::changeThere(const QString &name, const QJsonObject &fields)
{
    const auto events = endpoints::ListEvents::parse(listOf(m_service, u"/events"_s, window));
    for (const auto &record : events->values) {
        if (record.value.name != name)
            continue;
        const QString path = endpoints::athletePath(endpoints::self(), u"/events/%1"_s.arg(record.value.id->value));
        (void)m_service.onTheWeb(fields.isEmpty() ? endpoints::remove(path) : endpoints::put(path, fields));
    }
    m_time.pass(1s);
}

domain::LocalId World::shown(const QString &name) const
{
    const auto events = m_store->events(window);
    const auto found = std::ranges::find(events, name, &store::Summary::name);
    return found == events.end() ? domain::LocalId {} : found->id;
}

bool World::isQuiet() const
{
    return m_wire->open() == 0 && m_status.state() != store::SyncStatus::State::Syncing
        && !(m_uploads && m_uploads->isSending());
}

bool World::untilQuiet()
{
    constexpr auto pauses = 1100ms; // longer than edits are gathered, and than requests wait for each other
    constexpr int most = 20'000;
    for (int steps = 0; steps < most; ++steps) {
        if (!isQuiet()) {
            if (!m_time.step(m_time.elapsed() + 10min))
                return false;
            continue;
        }
        const int asked = m_wire->requests();
        m_time.pass(pauses);
        if (isQuiet() && m_wire->requests() == asked)
            return true;
    }
    return false;
}

bool World::sync()
{
    m_engine->syncNow();
    return untilQuiet();
}

void World::answerForPerson()
{
    const auto conflicts = m_store->conflicts();
    for (const auto &conflict : conflicts)
        (void)m_store->resolve(conflict, store::Choice::Mine);
    sendAllAgain(*m_store);
    if (!m_uploads)
        return;
    const auto files = m_uploads->all();
    for (const auto &file : files) {
        if (file.refusal)
            m_uploads->sendAgain(file.id);
    }
}

QStringList World::there()
{
    return contentOf(m_service, window);
}

QStringList World::here() const
{
    return contentOf(*m_store, window);
}

QString World::breachOfManners() const
{
    constexpr size_t inASecond = 8;
    constexpr int atOnce = 4;
    const auto &asked = m_wire->asked();
    for (size_t i = 0; i < asked.size(); ++i) {
        if (i >= inASecond && asked[i].at - asked[i - inASecond].at < 1s)
            return u"%1 requests within a second"_s.arg(inASecond + 1);
        if (asked[i].open > atOnce)
            return u"%1 requests at once"_s.arg(asked[i].open);
    }
    return {};
}

}
