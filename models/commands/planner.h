// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/domain/result.h"
#include "models/store/store.h"

namespace commands {

/// The verbs of the calendar. Each is one gesture: durable, undoable, queued for the service.
class Planner
{
public:
    explicit Planner(store::Store &store)
        : m_store(store)
    {
    }

    /// Plans a new event; gives it a local key and a uid.
    domain::Result<domain::LocalId> create(domain::Event event);
    /// Moves all by the same number of days; completed activities and read-only items stay. Error if nothing moved.
    domain::Result<domain::Done> move(const QList<domain::LocalId> &ids, int days);
    /// Copies events so that the first lands on the day, the others keeping their distance; returns the new keys.
    domain::Result<QList<domain::LocalId>> copyTo(const QList<domain::LocalId> &ids, QDate day);
    /// The same from values, for the clipboard.
    domain::Result<QList<domain::LocalId>> paste(const QList<domain::Event> &events, QDate day);
    /// New events on the days they have, as one step that goes by the verb and the subject.
    domain::Result<QList<domain::LocalId>> createAll(
        const QList<domain::Event> &events, store::Verb verb, const QString &subject);
    /// Replaces the editable fields; nothing happens if nothing differs. On a changed workout text the load,
    /// time and intensity shown are estimated at once.
    domain::Result<domain::Done> edit(const domain::LocalId &id, const domain::Event &after);
    domain::Result<domain::Done> remove(const QList<domain::LocalId> &ids);

private:
    store::Store &m_store;
};

/// Wellness of a day; successive calls for the same day and field within a moment fold into one undo step.
class WellnessLog
{
public:
    explicit WellnessLog(store::Store &store)
        : m_store(store)
    {
    }
    domain::Result<domain::Done> set(const domain::Wellness &after);

private:
    store::Store &m_store;
};

/// Edits of completed activities: name, description, RPE, feel, tags.
class Reviewer
{
public:
    explicit Reviewer(store::Store &store)
        : m_store(store)
    {
    }
    domain::Result<domain::Done> edit(const domain::LocalId &id, const domain::Activity &after);

private:
    store::Store &m_store;
};

}
