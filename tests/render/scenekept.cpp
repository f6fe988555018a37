// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/commands/planner.h"
#include "tests/render/scene.h"
#include "ui/accounts/accountcard.h"
#include "ui/accounts/accountspage.h"
#include "ui/kept/trashpanel.h"
#include "ui/kept/versionspanel.h"
#include "ui/outbox/outboxpanel.h"
#include "ui/shell/shell.h"
#include "ui/wellness/wellnesswords.h"
#include "ui/widgets/messagebar.h"

using namespace Qt::StringLiterals;

namespace render {

namespace {

const QLocale locale(QLocale::English, QLocale::UnitedKingdom);

QString wellnessField(const QString &key)
{
    const items::WellnessField *known = items::wellnessField(key);
    return known ? ui::WellnessWords(items::WellnessNumbers()).label(*known) : QString();
}

}

QList<store::Summary> Scene::planned(int least)
{
    const QDate today = clock().today();
    QList<store::Summary> workouts = m_demo.store().events({today.addDays(1), today.addDays(20)});
    workouts.removeIf([](const store::Summary &event) { return event.profile.isEmpty(); });
    if (workouts.size() >= least)
        return workouts;
    m_failure = u"There are not enough workouts planned."_s;
    return {};
}

void Scene::pull(const domain::LocalId &id, const QJsonObject &news)
{
    QJsonObject record = store::EntityTable(m_demo.store().database()).find(id).value_or(store::Entity {}).base;
    for (auto it = news.begin(); it != news.end(); ++it)
        record.insert(it.key(), it.value());
    record.insert(u"updated"_s, clock().now().addSecs(++m_pulls).toString(Qt::ISODate));
    if (!store::RemoteFold(m_demo.store()).record(store::Kind::Event, record))
        m_failure = u"The service's change could not be read."_s;
}

/// A change in every state, and a file.
void Scene::openOutbox()
{
    store::Store &store = m_demo.store();
    const QList<store::Summary> workouts = planned(4);
    if (workouts.isEmpty())
        return;
    commands::Planner planner(store);
    domain::Wellness day = store.wellness(clock().today().addDays(-1));
    day.weightKg = 71.4;
    domain::Event harder = *store.event(workouts.at(1).id);
    harder.load = 95;
    const bool edited = planner.move({workouts.at(0).id}, 1).ok() && planner.edit(workouts.at(1).id, harder).ok()
        && commands::WellnessLog(store).set(day).ok() && planner.remove({workouts.at(2).id}).ok()
        && planner.move({workouts.at(3).id}, -1).ok();
    using enum store::Operation::State;
    const QList<store::WaitingEdit> waiting = store::waitingEdits(store.database());
    store::Outbox outbox(store.database());
    const QString reason = u"start_date_local: the day lies outside the plan"_s;
    if (!edited || !outbox.setState(waiting.at(1).operation, Rejected, 422, reason)
        || !outbox.setState(waiting.at(3).operation, Unknown)) {
        m_failure = u"The changes could not be made."_s;
        return;
    }
    store.announce({{workouts.at(1).id, workouts.at(2).id}, {}, false, false});
    store.announceOutbox();
    m_status.set(store::SyncStatus::State::Offline, int(waiting.size()));
    m_status.setFiles(1);
    auto *panel = new ui::OutboxPanel(store, m_theme, items::OutboxWords(locale, wellnessField));
    panel->setFiles({{u"1"_s, u"morning-ride.fit"_s, clock().now().addSecs(60), false, false, {}}});
    m_shell->addPanel(panel);
    panel->reveal(workouts.at(1).id);
}

/// One workout that was changed on two sides, in its row and in the bar.
void Scene::openConflict()
{
    store::Store &store = m_demo.store();
    const QList<store::Summary> workouts = planned(2);
    if (workouts.isEmpty())
        return;
    const domain::LocalId id = workouts.at(1).id;
    domain::Event mine = *store.event(id);
    mine.name += u" with long recoveries"_s;
    mine.start.day = mine.start.day.addDays(1);
    if (!commands::Planner(store).edit(id, mine))
        m_failure = u"The change could not be made."_s;
    QJsonObject theirs {{u"name"_s, QString(workouts.at(1).name + u", easier"_s)}};
    theirs.insert(u"start_date_local"_s, domain::dayText(workouts.at(1).day.addDays(2)) + u"T00:00:00"_s);
    theirs.insert(u"end_date_local"_s, domain::dayText(workouts.at(1).day.addDays(3)) + u"T00:00:00"_s);
    pull(id, theirs);
    if (store.conflicts().isEmpty())
        m_failure = u"There is no conflict."_s;
    m_status.set(store::SyncStatus::State::Conflict, 1);
    m_shell->messageBar().post({.key = u"conflict"_s,
        .kind = ui::Message::Kind::Warning,
        .text
        = u"\u201c%1\u201d was changed here and on the demo server. Nothing of it is sent until you choose."_s.arg(
            mine.name),
        .actions = {{u"Choose"_s, [] {}}}});
    auto *panel = new ui::OutboxPanel(store, m_theme, items::OutboxWords(locale, wellnessField));
    panel->setService(u"the demo server"_s);
    m_shell->addPanel(panel);
    panel->reveal(id);
}

/// A workout that the service changed twice and a person once.
void Scene::openHistory()
{
    store::Store &store = m_demo.store();
    const QList<store::Summary> workouts = planned(1);
    if (workouts.isEmpty())
        return;
    const domain::LocalId id = workouts.first().id;
    const QString text = store.event(id)->description;
    pull(id, {{u"name"_s, u"Sweet spot, short"_s}});
    pull(id, {{u"description"_s, QString(text + u"\n- 10m 55%"_s)}, {u"moving_time"_s, 5400}});
    domain::Event mine = *store.event(id);
    mine.name = u"Sweet spot with the club on the long climb"_s;
    mine.tags = {u"club"_s};
    if (!commands::Planner(store).edit(id, mine))
        m_failure = u"The change could not be made."_s;
    // All happened in the one moment of the clock; spread over some days it reads like a life.
    const qint64 hours = 3'600'000;
    if (!store.database().run(
            "UPDATE history SET at=at-?*(SELECT count(*) FROM history h WHERE h.rowid>history.rowid)", {27 * hours}))
        m_failure = store.database().lastError();
    auto *panel = new ui::VersionsPanel(store, m_theme, items::FieldWords(locale, wellnessField));
    panel->setService(u"the demo server"_s);
    m_shell->addPanel(panel);
    panel->openFor(id);
}

/// Two workouts deleted here, and one on the service.
void Scene::openTrash()
{
    store::Store &store = m_demo.store();
    const QList<store::Summary> workouts = planned(3);
    if (workouts.isEmpty())
        return;
    const bool gone = store::RemoteFold(store).vanished(workouts.at(2).id).ok()
        && commands::Planner(store).remove({workouts.at(0).id, workouts.at(1).id}).ok();
    if (!gone)
        m_failure = u"The workouts could not be deleted."_s;
    auto *panel = new ui::TrashPanel(store, m_theme, locale);
    panel->setService(u"the demo server"_s);
    m_shell->addPanel(panel);
    panel->open();
}

/// An account with changes that wait, about to be deleted, and another one.
void Scene::openAccounts()
{
    m_accounts = std::make_unique<items::AccountsModel>(locale);
    auto *page = new ui::AccountsPage(m_theme, *m_accounts);
    const QDateTime now = clock().now();
    m_accounts->setAccounts({{m_demo.store().athlete().name,
                                 u"i104721"_s,
                                 u"intervals.icu"_s,
                                 true,
                                 false,
                                 {u"one.db"_s, {}, {}, {}, now.addSecs(-240), 38'400'000, 3, true}},
                                {u"Maximiliane Freifrau von Schwarzenberg-Lindenthal"_s,
                                    u"i220318"_s,
                                    u"intervals.icu"_s,
                                    false,
                                    false,
                                    {u"two.db"_s, {}, {}, {}, now.addDays(-12), 9'100'000, 0, true}}},
        now.date());
    m_shell->showPage(m_shell->addLayer(page, -1));
    page->cards().first()->ask(ui::AccountCard::Question::Delete);
}

}
