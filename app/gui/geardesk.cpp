// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/geardesk.h"

#include "api/endpoints/gear.h"
#include "models/domain/whendone.h"
#include "ui/shell/errortext.h"
#include "ui/widgets/messagebar.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr int daysPutOff = 7;

template<typename Value>
QJsonObject changedKeys(const Value &before, const Value &after)
{
    return domain::wireBody<Value>(domain::difference(before, after));
}

}

GearDesk::GearDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale)
    : m_session(session)
    , m_shell(shell)
    , m_theme(theme)
    , m_table(items::GearWords(items::Figures(locale, session.store().athlete().usesMiles())))
{
}

GearDesk::~GearDesk() = default;

ui::GearPage *GearDesk::makePage()
{
    m_page = new ui::GearPage(m_theme, m_table);
    connect(m_page, &ui::GearPage::shown, this, &GearDesk::refresh);
    connect(&m_page->form(), &ui::GearForm::addWanted, this, &GearDesk::add);
    connect(&m_page->form(), &ui::GearForm::wanted, this, &GearDesk::perform);
    connect(&m_page->form(), &ui::GearForm::reminderWanted, this, &GearDesk::remind);
    return m_page;
}

void GearDesk::fail(domain::Error error, const QString &name)
{
    if (error.item.isEmpty())
        error.item = tr("“%1”", "the name of gear").arg(name);
    Q_EMIT failed(error);
}

void GearDesk::refresh()
{
    domain::whenDone(m_session.client().send(endpoints::ListGear {}),
        this,
        [this](const domain::Result<endpoints::ListGear::Response> &answer) {
            if (!answer) {
                if (m_table.rowCount() == 0)
                    m_page->setSentence(ui::errorText(answer.error()).sentence);
                else
                    fail(answer.error(), m_page->title());
                return;
            }
            QList<domain::Gear> gear;
            for (const auto &record : answer->values)
                gear.append(record.value);
            if (!answer->quarantined.isEmpty())
                fail(answer->quarantined.constFirst().reason, m_page->title());
            m_page->setSentence(tr("Bikes, shoes and their parts stand here once you have added them."));
            m_table.setGear(gear, m_session.store().clock().today());
        });
}

template<typename Endpoint>
void GearDesk::send(const Endpoint &endpoint, const QString &name, const QString &sentence, std::function<void()> then)
{
    domain::whenDone(m_session.client().send(endpoint),
        this,
        [this, name, sentence, then](const domain::Result<typename Endpoint::Response> &answer) {
            if (!answer)
                return fail(answer.error(), name);
            m_shell.setStatusSentence(sentence, false);
            if (then)
                then();
            refresh();
        });
}

void GearDesk::add(const domain::Gear &gear, const domain::GearId &whole)
{
    domain::Gear wanted = gear;
    wanted.component = !whole.value.isEmpty();
    const endpoints::CreateGear create {.body = changedKeys(domain::Gear {}, wanted)};
    domain::whenDone(m_session.client().send(create),
        this,
        [this, wanted, whole](const domain::Result<endpoints::CreateGear::Response> &answer) {
            if (!answer)
                return fail(answer.error(), wanted.name);
            const domain::GearId id = answer->value.id.value_or(domain::GearId {});
            m_page->choose(id);
            m_shell.setStatusSentence(tr("Added “%1”.", "gear").arg(wanted.name), false);
            if (wanted.component)
                attach(id, whole);
            else
                refresh();
        });
}

/// The service keeps with the whole which parts it has.
void GearDesk::attach(const domain::GearId &part, const domain::GearId &whole)
{
    const auto known = std::ranges::find_if(m_table.all(), [&](const domain::Gear &each) { return each.id == whole; });
    if (known == m_table.all().end())
        return refresh();
    domain::Gear after = *known;
    after.componentIds.append(part.value);
    send(endpoints::UpdateGear {.gear = whole, .body = changedKeys(*known, after)},
        known->name,
        tr("Added a part to “%1”.", "gear").arg(known->name));
}

void GearDesk::change(const domain::Gear &after)
{
    const auto known
        = std::ranges::find_if(m_table.all(), [&](const domain::Gear &each) { return each.id == after.id; });
    if (known == m_table.all().end() || *known == after)
        return;
    const QString sentence = known->retired == after.retired ? tr("Saved “%1”.", "gear")
        : after.retired.isEmpty()                            ? tr("“%1” is in use again.", "gear")
                                                             : tr("Retired “%1”.", "gear");
    send(endpoints::UpdateGear {.gear = *after.id, .body = changedKeys(*known, after)},
        known->name,
        sentence.arg(after.name));
}

void GearDesk::perform(ui::GearStep step, const domain::Gear &gear)
{
    if (!gear.id)
        return;
    const domain::GearId id = *gear.id;
    const QString name = gear.name;
    switch (step) {
    case ui::GearStep::Change:
        return change(gear);
    case ui::GearStep::Count:
        return send(endpoints::CountGearUse {.gear = id}, name, tr("Counted the use of “%1” anew.", "gear").arg(name));
    case ui::GearStep::Replace:
        return send(endpoints::ReplaceGear {.gear = id},
            name,
            tr("Retired “%1”; a new one is in its place.", "gear").arg(name));
    case ui::GearStep::Remove:
        return ask(
            tr("“%1” goes from all activities it was used in. This cannot be undone; retired gear can be used again.",
                "gear")
                .arg(name),
            [this, id, name] {
                send(endpoints::DeleteGear {.gear = id}, name, tr("Deleted “%1”.", "gear").arg(name));
            });
    }
}

void GearDesk::changeReminder(const domain::Gear &gear, const domain::GearReminder &after)
{
    const auto reminders = domain::remindersOf(gear);
    const auto known
        = std::ranges::find_if(reminders, [&](const domain::GearReminder &each) { return each.id == after.id; });
    const domain::GearReminder before = known == reminders.end() ? domain::GearReminder {} : *known;
    send(
        endpoints::UpdateGearReminder {
            .gear = *gear.id, .reminder = after.id.value_or(0), .body = changedKeys(before, after)},
        after.name,
        tr("Saved the reminder “%1”.").arg(after.name),
        [this] { m_page->form().reminders().closeForm(); });
}

void GearDesk::remind(const domain::Gear &gear, ui::ReminderStep step, const domain::GearReminder &reminder)
{
    if (!gear.id)
        return;
    const domain::GearId id = *gear.id;
    const qint64 number = reminder.id.value_or(0);
    const QString name = reminder.name;
    switch (step) {
    case ui::ReminderStep::Add:
        return send(endpoints::AddGearReminder {.gear = id, .body = changedKeys(domain::GearReminder {}, reminder)},
            name,
            tr("Added the reminder “%1”.").arg(name),
            [this] { m_page->form().reminders().closeForm(); });
    case ui::ReminderStep::Change:
        return changeReminder(gear, reminder);
    case ui::ReminderStep::Done:
        return send(endpoints::UpdateGearReminder {.gear = id, .reminder = number, .reset = true},
            name,
            tr("“%1” is done and counts from now on.", "a reminder").arg(name));
    case ui::ReminderStep::PutOff:
        return send(endpoints::UpdateGearReminder {.gear = id, .reminder = number, .snoozeDays = daysPutOff},
            name,
            tr("“%1” is put off for a week.", "a reminder").arg(name));
    case ui::ReminderStep::Remove:
        return ask(tr("The reminder “%1” and what it has counted are deleted. This cannot be undone.").arg(name),
            [this, id, number, name] {
                send(endpoints::DeleteGearReminder {.gear = id, .reminder = number},
                    name,
                    tr("Deleted the reminder “%1”.").arg(name));
            });
    }
}

void GearDesk::ask(const QString &question, std::function<void()> yes)
{
    m_shell.messageBar().post({.key = u"gear.delete"_s,
        .kind = ui::Message::Kind::Warning,
        .text = question,
        .actions = {{tr("Delete"), std::move(yes)}},
        .isAnswer = true});
}

}
