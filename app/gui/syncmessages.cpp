// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/syncmessages.h"

#include "models/store/waitingedits.h"
#include "ui/shell/errortext.h"

using namespace Qt::StringLiterals;

namespace app {

namespace {

using State = store::SyncStatus::State;

const QString troubleKey = u"sync.trouble"_s;
const QString refusalKey = u"sync.refused"_s;
const QString setAsideKey = u"sync.setAside"_s;
const QString failureKey = u"local.failure"_s;

}

SyncMessages::SyncMessages(Session &session, ui::MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_bar(bar)
{
    connect(&session.status(), &store::SyncStatus::changed, this, &SyncMessages::follow);
    connect(&session.engine(), &api::sync::Engine::recordsSetAside, this, &SyncMessages::tellSetAside);
}

void SyncMessages::fail(const domain::Error &error)
{
    m_bar.post(
        {.key = failureKey, .kind = ui::Message::Kind::Error, .text = ui::errorText(error).sentence, .actions = {}});
}

void SyncMessages::follow()
{
    const auto &status = m_session.status();
    const auto error = status.error();
    switch (status.state()) {
    case State::Offline:
        if (error)
            tellTrouble(*error);
        return;
    case State::Refused:
        if (error)
            tellRefusal(*error);
        return;
    case State::Idle:
    case State::Conflict:
        m_refusal.clear();
        m_bar.dismiss(refusalKey);
        [[fallthrough]];
    case State::Waiting:
        m_trouble.reset();
        m_bar.dismiss(troubleKey);
        return;
    case State::Syncing:
    case State::NeedsLogin:
        return;
    }
}

ui::Message::Action SyncMessages::retry()
{
    return {tr("Try again"), [this] { m_session.engine().syncNow(); }};
}

void SyncMessages::tellTrouble(const domain::Error &error)
{
    if (m_trouble == error.kind)
        return;
    m_trouble = error.kind;
    domain::Error named = error;
    if (error.kind == domain::Error::Kind::Storage)
        named.item = tr("What the service says");
    const bool calm = error.kind == domain::Error::Kind::Offline || error.kind == domain::Error::Kind::RateLimited;
    m_bar.post({.key = troubleKey,
        .kind = calm ? ui::Message::Kind::Info : ui::Message::Kind::Warning,
        .text = ui::errorText(named).sentence,
        .actions = {retry()}});
}

void SyncMessages::tellRefusal(const domain::Error &error)
{
    domain::Error named = error;
    const QList<store::WaitingEdit> waiting = store::waitingEdits(m_session.store().database());
    for (const store::WaitingEdit &edit : waiting) {
        if (edit.isRefused() && !edit.name.isEmpty() && edit.status == error.httpStatus && edit.reason == error.detail)
            named.item = tr("“%1”", "the name of an item").arg(edit.name.simplified());
    }
    const QString sentence = ui::errorText(named).sentence;
    if (sentence == m_refusal)
        return;
    m_refusal = sentence;
    const ui::Message::Action show {tr("Show"), [this] { Q_EMIT outboxRequested(); }};
    m_bar.post({.key = refusalKey, .kind = ui::Message::Kind::Error, .text = sentence, .actions = {show}});
}

void SyncMessages::tellSetAside(const QList<domain::Error> &records)
{
    const auto &first = records.first();
    const QString name = first.item.isEmpty() ? tr("a record without a name") : first.item;
    QString sentence
        = tr("Intervals.icu sent “%1” in a form that cannot be read, so it is left out (%2).").arg(name, first.detail);
    if (records.size() > 1)
        sentence += u' ' + tr("The same goes for %n more.", nullptr, int(records.size()) - 1);
    m_bar.post({.key = setAsideKey, .kind = ui::Message::Kind::Warning, .text = sentence, .actions = {}});
}

}
