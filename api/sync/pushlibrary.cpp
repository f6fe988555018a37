// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/createfolder.h"
#include "api/endpoints/createworkout.h"
#include "api/endpoints/deletefolder.h"
#include "api/endpoints/deleteworkout.h"
#include "api/endpoints/listfolders.h"
#include "api/endpoints/updatefolder.h"
#include "api/endpoints/updateworkout.h"
#include "api/http/client.h"
#include "api/sync/pushjob.h"
#include "models/domain/whendone.h"
#include "models/store/entitytable.h"
#include "models/store/kinds.h"
#include "models/store/likeness.h"

using store::Operation;

namespace api::sync {

template<typename Endpoint>
void PushJob::sendFor(const Endpoint &endpoint)
{
    domain::whenDone(m_client.send(endpoint), this, [this](const auto &answer) {
        if (answer)
            accept(answer->json);
        else
            fail(answer.error());
    });
}

template<typename Endpoint>
void PushJob::sendDeletion(const Endpoint &endpoint)
{
    domain::whenDone(m_client.send(endpoint), this, [this](const auto &answer) {
        if (answer || answer.error().kind == domain::Error::Kind::NotFound)
            checkGone(); // once more is cheap here
        else
            fail(answer.error());
    });
}

void PushJob::sendFolder(const store::Entity &entity)
{
    const domain::FolderId id {entity.remoteId};
    const QJsonObject body = store::wireBodyOf(m_operation.kind, m_operation.patch);
    switch (m_operation.type) {
    case Operation::Type::Create:
        sendFor(endpoints::CreateFolder {.body = body});
        break;
    case Operation::Type::Patch:
        sendFor(endpoints::UpdateFolder {.folder = id, .body = body});
        break;
    case Operation::Type::Delete:
        sendDeletion(endpoints::DeleteFolder {.folder = id});
        break;
    }
}

void PushJob::sendWorkout(const store::Entity &entity)
{
    const domain::WorkoutId id {entity.remoteId};
    const QJsonObject body = store::wireBodyOf(m_operation.kind, m_operation.patch);
    switch (m_operation.type) {
    case Operation::Type::Create:
        sendFor(endpoints::CreateWorkout {.body = body});
        break;
    case Operation::Type::Patch:
        sendFor(endpoints::UpdateWorkout {.workout = id, .body = body});
        break;
    case Operation::Type::Delete:
        sendDeletion(endpoints::DeleteWorkout {.workout = id});
        break;
    }
}

void PushJob::lookUpInLibrary()
{
    domain::whenDone(m_client.send(endpoints::ListFolders {}), this, [this](const auto &answer) {
        if (!answer) {
            fail(answer.error());
            return;
        }
        const QJsonObject sent = store::wireBodyOf(m_operation.kind, m_operation.patch);
        const auto arrived = [&](const auto &records) {
            for (const auto &record : records.values) {
                const bool isKnown = m_store.findRemote(m_operation.kind, record.value.id->value).has_value();
                if (!isKnown && store::isAlike(m_operation.kind, record.json, sent)) {
                    accept(record.json);
                    return true;
                }
            }
            return false;
        };
        if (m_operation.kind == store::Kind::Folder ? arrived(answer->folders) : arrived(answer->workouts))
            return;
        // One list may be a slip, and a second creation would be there twice.
        if (std::exchange(m_looked, true))
            send();
        else
            lookUpInLibrary();
    });
}

}
