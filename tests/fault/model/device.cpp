// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fault/model/device.h"

#include "models/commands/librarian.h"
#include "models/commands/planner.h"
#include "models/store/database.h"
#include "models/store/itemhistory.h"
#include "tests/fault/extent.h"
#include "tests/fault/matrix/content.h"
#include "tests/fault/matrix/world.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace fault {

namespace {

using What = Action::What;

/// What is said about an item or a list without being so. Two of them in a row are believed, and rightly.
bool isLie(const FaultKind &kind)
{
    static const auto lies = [] {
        QSet<QByteArray> names;
        for (const char *name : {"404",
                 "404 as a page",
                 "a list without its first, done",
                 "a list without its last, done",
                 "an empty list, done",
                 "the answer to the request before, done",
                 "the answer about something else, done"})
            names.insert(name);
        return names;
    }();
    return lies.contains(kind.name);
}

/// Those that need no second service that lags behind.
const std::vector<const FaultKind *> &usableKinds()
{
    static const auto usable = [] {
        std::vector<const FaultKind *> kinds;
        for (const auto &kind : faultKinds()) {
            if (!QByteArray(kind.name).startsWith("a stale"))
                kinds.push_back(&kind);
        }
        return kinds;
    }();
    return usable;
}

}

QSet<QString> typedIn(const QStringList &lines)
{
    static const QRegularExpression word(u"v\\d+\\."_s);
    QSet<QString> found;
    for (const auto &line : lines) {
        auto matches = word.globalMatch(line);
        while (matches.hasNext())
            found.insert(matches.next().captured());
    }
    return found;
}

domain::DateRange Device::days()
{
    return {today().addDays(-30), today().addDays(60)};
}

Device::Device(VirtualTime &time, Service &service)
    : m_time(time)
    , m_service(service)
    , m_folder(scratchTemplate())
{
    start();
}

void Device::start()
{
    auto opened = store::Store::open(m_folder.filePath(u"a.db"_s), m_time, u"owner"_s);
    if (!opened)
        qFatal("the store does not open");
    m_store = std::move(*opened);
    m_status.set(store::SyncStatus::State::Idle, 0);
    auto wire = std::make_unique<Wire>(m_time, m_service);
    m_wire = wire.get();
    m_client = std::make_unique<http::Client>(*http::BaseUrl::parse(u"https://service.example"_s),
        *http::Credential::make(Service::key()),
        http::Client::Options {},
        std::move(wire),
        m_time);
    m_engine = std::make_unique<api::sync::Engine>(*m_store, *m_client, m_status);
    QObject::connect(m_engine.get(), &api::sync::Engine::missingHeld, [this](const auto &ids) { m_missing = ids; });
    if (m_isAway)
        m_wire->setChance([](const auto &) { return faultKind("no such host"); });
    m_engine->syncNow();
}

void Device::stop()
{
    collectAsked();
    m_engine.reset();
    m_client.reset();
    m_store.reset();
}

void Device::collectAsked()
{
    const auto &now = m_wire->asked();
    m_asked.insert(m_asked.end(), now.begin() + (int(m_asked.size()) - m_earlier), now.end());
}

void Device::fail(int pick)
{
    const auto &kinds = usableKinds();
    const FaultKind &kind = *kinds.at(size_t(pick) % kinds.size());
    constexpr int truthful = 40; // requests between two lies
    if (isLie(kind)) {
        if (requests() - m_lie < truthful)
            return;
        m_lie = requests();
    }
    m_wire->setPlan({&kind, pick % 7, 1});
}

bool Device::edit(What what, int pick, const QString &word)
{
    commands::Planner planner(*m_store);
    if (what == What::Create) {
        domain::Event event;
        event.category = domain::Category::Note;
        event.name = word;
        event.start = {today().addDays(pick % 9), {}};
        return planner.create(event).ok();
    }
    const auto shown = m_store->events(days());
    if (shown.isEmpty())
        return false;
    const auto id = shown.at(pick % int(shown.size())).id;
    if (what == What::Move)
        return planner.move({id}, pick % 5 - 2).ok();
    if (what == What::Remove)
        return planner.remove({id}).ok();
    auto event = *m_store->event(id);
    if (what == What::Rename)
        event.name = word;
    else if (what == What::Recolour)
        event.color = word;
    else if (what == What::AddLine)
        event.description += u'\n' + word;
    else
        event.description = word;
    return planner.edit(id, event).ok();
}

bool Device::tend(What what, int pick, const QString &word)
{
    commands::Librarian librarian(*m_store);
    if (what == What::AddFolder)
        return librarian.createFolder(word).ok();
    const auto folders = m_store->folders();
    const auto rows = m_store->libraryRows();
    if (what == What::AddTemplate) {
        domain::LibraryWorkout workout;
        workout.name = word;
        workout.type = u"Ride"_s;
        return !folders.isEmpty() && librarian.add(workout, folders.at(pick % int(folders.size())).id).ok();
    }
    if (what == What::RewriteTemplate) {
        if (rows.isEmpty())
            return false;
        const auto id = rows.at(pick % int(rows.size())).id;
        auto workout = *m_store->libraryWorkout(id);
        (pick % 2 ? workout.name : workout.description) = word;
        return librarian.edit(id, workout).ok();
    }
    if (pick % 4 == 0)
        return !folders.isEmpty() && librarian.remove({folders.at(pick % int(folders.size())).id}).ok();
    return !rows.isEmpty() && librarian.remove({rows.at(pick % int(rows.size())).id}).ok();
}

bool Device::choose(int pick)
{
    const auto conflicts = m_store->conflicts();
    return !conflicts.isEmpty()
        && m_store->resolve(conflicts.at(pick % int(conflicts.size())), store::Choice(pick % 3)).ok();
}

bool Device::perform(const Action &action, const QString &word)
{
    switch (action.what) {
    case What::Wait:
        return true;
    case What::Create:
    case What::Rename:
    case What::Recolour:
    case What::AddLine:
    case What::Rewrite:
    case What::Move:
    case What::Remove:
        return edit(action.what, action.pick, word);
    case What::Log: {
        auto wellness = m_store->wellness(today().addDays(-(action.pick % 3)));
        wellness.comments = word;
        return commands::WellnessLog(*m_store).set(wellness).ok();
    }
    case What::AddFolder:
    case What::AddTemplate:
    case What::RewriteTemplate:
    case What::RemoveFromLibrary:
        return tend(action.what, action.pick, word);
    case What::Undo:
        return m_store->undo().ok();
    case What::Redo:
        return m_store->redo().ok();
    case What::Choose:
        return choose(action.pick);
    case What::Sync:
        m_engine->syncNow();
        return true;
    case What::Fail:
        fail(action.pick);
        return true;
    case What::Leave:
        m_isAway = true;
        m_wire->setChance([](const auto &) { return faultKind("no such host"); });
        return true;
    case What::Return:
        m_isAway = false;
        m_wire->mend();
        m_engine->tryAgain();
        return true;
    case What::Restart:
        stop();
        m_earlier = int(m_asked.size());
        start();
        return true;
    }
    return false;
}

QStringList Device::shown() const
{
    return contentOf(*m_store, days());
}

void Device::settle(store::Choice choice)
{
    m_isAway = false;
    m_wire->mend();
    const auto conflicts = m_store->conflicts();
    for (const auto &conflict : conflicts) {
        if (!m_store->resolve(conflict, choice))
            (void)m_store->resolve(conflict, store::Choice::Mine);
    }
    sendAllAgain(*m_store);
    if (!m_missing.isEmpty())
        m_engine->settleAbsence(std::exchange(m_missing, {}));
    m_engine->syncNow();
}

QSet<QString> Device::forgetsNext() const
{
    QStringList lines;
    QSqlQuery &query = m_store->database().select(
        "SELECT json FROM (SELECT json, row_number() OVER (PARTITION BY local_id ORDER BY at DESC, rowid DESC) AS place"
        " FROM history) WHERE place>?",
        {store::ItemHistory::versionsKept});
    while (query.next())
        lines.append(query.value(0).toString());
    query.finish();
    return typedIn(lines);
}

bool Device::keeps(const QString &word) const
{
    auto &database = m_store->database();
    return database
        .value("SELECT EXISTS(SELECT 1 FROM history WHERE instr(json,?)) OR EXISTS(SELECT 1 FROM trash WHERE "
               "instr(json,?))"
               " OR EXISTS(SELECT 1 FROM conflict WHERE instr(coalesce(mine,'')||coalesce(theirs,''),?))"
               " OR EXISTS(SELECT 1 FROM outbox WHERE instr(patch_json,?))",
            {word, word, word, word})
        .toBool();
}

}
