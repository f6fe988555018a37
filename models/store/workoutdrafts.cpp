// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/workoutdrafts.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"

using namespace Qt::StringLiterals;

namespace store {

namespace {

QList<WorkoutDraft> draftsIn(QSqlQuery &query)
{
    QList<WorkoutDraft> drafts;
    while (query.next()) {
        WorkoutDraft draft;
        draft.workout = {query.value(0).toString()};
        draft.kind = Kind(query.value(1).toInt());
        draft.name = query.value(2).toString();
        draft.typed = domain::Patch::fromJson(jsonObject(query.value(3))).valueOr({});
        draft.at = QDateTime::fromMSecsSinceEpoch(query.value(4).toLongLong(), Qt::UTC);
        drafts.append(draft);
    }
    query.finish();
    return drafts;
}

}

domain::Result<domain::Done> WorkoutDrafts::keep(const WorkoutDraft &draft)
{
    const DurableCommits durable(m_database); // nothing else has a copy of it
    if (m_database.run("INSERT OR REPLACE INTO draft(local_id,kind,name,typed_json,at) VALUES(?,?,?,?,?)",
            {draft.workout.value,
                int(draft.kind),
                draft.name,
                jsonText(draft.typed.toJson()),
                draft.at.toMSecsSinceEpoch()}))
        return domain::Done {};
    return domain::storageFailure(draft.name, m_database.lastError());
}

void WorkoutDrafts::drop(const domain::LocalId &workout)
{
    m_database.run("DELETE FROM draft WHERE local_id=?", {workout.value});
}

std::optional<WorkoutDraft> WorkoutDrafts::of(const domain::LocalId &workout) const
{
    const auto drafts = draftsIn(
        m_database.select("SELECT local_id,kind,name,typed_json,at FROM draft WHERE local_id=?", {workout.value}));
    return drafts.isEmpty() ? std::nullopt : std::optional(drafts.first());
}

QList<WorkoutDraft> WorkoutDrafts::all() const
{
    return draftsIn(m_database.select("SELECT local_id,kind,name,typed_json,at FROM draft ORDER BY at DESC"));
}

}
