// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/matrix/world.h"

#include "api/endpoints/listactivities.h"
#include "api/endpoints/listevents.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/listwellness.h"
#include "models/store/waitingedits.h"
#include "tests/fault/tally.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace fault {

namespace {

const domain::DateRange window {World::today().addDays(-30), World::today().addDays(100)};

QString textOf(const domain::Event &event)
{
    const int load = event.load.value_or(-1);
    return u"event %1|%2|%3|%4|%5|%6|%7|%8"_s.arg(event.start.toString(), event.end ? event.end->toString() : QString(), event.category.text(),
        event.type, event.name, event.color, QString(event.description).replace(u'\n', u'/'), QString::number(load));
}

QString textOf(const domain::Wellness &day)
{
    return u"wellness %1|%2|%3|%4"_s.arg(domain::dayText(day.day), QString::number(day.weightKg.value_or(-1)),
        QString::number(day.restingHrBpm.value_or(-1)), day.comments);
}

QString textOf(const domain::Activity &activity)
{
    return u"activity %1|%2|%3|%4"_s.arg(activity.start.toString(), activity.type, activity.name, activity.description);
}

QString textOf(const domain::Folder &folder)
{
    return u"folder %1|%2"_s.arg(folder.name, folder.description);
}

QString textOf(const domain::LibraryWorkout &workout)
{
    return u"workout %1|%2|%3"_s.arg(workout.name, workout.type, QString(workout.description).replace(u'\n', u'/'));
}

template<typename T>
void add(QStringList &lines, const domain::Result<json::Records<T>> &records)
{
    if (!records || !records->quarantined.isEmpty())
        lines.append(u"unreadable"_s);
    else
        for (const auto &record : records->values)
            lines.append(textOf(record.value));
}

}

World::World(bool stale, std::chrono::seconds later)
    : m_time(QDateTime(today(), QTime(9, 0), Qt::UTC).addSecs(later.count()))
    , m_store(*store::Store::open(u":memory:"_s, m_time))
{
    if (stale)
        m_service.keepBehind();
    auto wire = std::make_unique<Wire>(m_time, m_service);
    m_wire = wire.get();
    m_client = std::make_unique<http::Client>(*http::BaseUrl::parse(u"https://service.example"_s), *http::Credential::make(Service::key()),
        http::Client::Options {}, std::move(wire), m_time);
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

QByteArray World::webList(const QString &rest, bool inDays)
{
    return m_service.onTheWeb(endpoints::get(endpoints::athletePath(endpoints::self(), rest), inDays ? endpoints::rangeQuery(window) : QUrlQuery())).body;
}

void World::addThere(const QString &name, int day, const QString &text)
{
    domain::Event event;
    event.category = text.isEmpty() ? domain::Category::Note : domain::Category::Workout;
    event.type = text.isEmpty() ? QString() : u"Ride"_s;
    event.name = name;
    event.description = text;
    event.start = {today().addDays(day), {}};
    (void)m_service.onTheWeb(endpoints::post(endpoints::athletePath(endpoints::self(), u"/events"_s), domain::toJson(event)));
    m_time.pass(1s);
}

void World::changeThere(const QString &name, const QJsonObject &fields)
{
    const auto events = endpoints::ListEvents::parse(webList(u"/events"_s, true));
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
    return m_wire->open() == 0 && m_status.state() != store::SyncStatus::State::Syncing && !(m_uploads && m_uploads->isSending());
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
    QList<qint64> again;
    const auto edits = store::waitingEdits(m_store->database());
    for (const auto &edit : edits) {
        if (edit.isRefused() || edit.nextAt.isValid())
            again.append(edit.operation.sequence);
    }
    if (!again.isEmpty())
        (void)store::sendAgain(*m_store, again);
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
    QStringList lines;
    add(lines, endpoints::ListEvents::parse(webList(u"/events"_s, true)));
    add(lines, endpoints::ListWellness::parse(webList(u"/wellness"_s, true)));
    add(lines, endpoints::ListActivities::parse(webList(u"/activities"_s, true)));
    const auto library = endpoints::ListFolders::parse(webList(u"/folders"_s, false));
    if (library) {
        add<domain::Folder>(lines, library->folders);
        add<domain::LibraryWorkout>(lines, library->workouts);
    }
    lines.sort();
    return lines;
}

QStringList World::here() const
{
    QStringList lines;
    const auto events = m_store->events(window);
    for (const auto &event : events)
        lines.append(textOf(*m_store->event(event.id)));
    const auto days = m_store->wellness(window);
    for (const auto &day : days)
        lines.append(textOf(day));
    const auto activities = m_store->activities(window);
    for (const auto &activity : activities)
        lines.append(textOf(*m_store->activity(activity.id)));
    const auto folders = m_store->folders();
    for (const auto &folder : folders)
        lines.append(textOf(*m_store->folder(folder.id)));
    const auto workouts = m_store->libraryRows();
    for (const auto &workout : workouts)
        lines.append(textOf(*m_store->libraryWorkout(workout.id)));
    lines.sort();
    return lines;
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
