// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/database.h"
#include "models/store/outbox.h"
#include "models/store/store.h"

#include <QJsonDocument>

namespace support {

/// What waits to be sent, a line for each operation: comparable between runs, without keys that are made up anew.
[[nodiscard]] inline QStringList unsyncedOf(store::Store &store)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    QSqlQuery &ids = store.database().select("SELECT local_id FROM outbox GROUP BY local_id ORDER BY min(seq)");
    QStringList entities;
    while (ids.next())
        entities.append(ids.value(0).toString());
    ids.finish();
    for (const QString &id : std::as_const(entities)) {
        for (const auto &operation : store::Outbox(store.database()).pendingOf({id})) {
            QJsonObject patch = operation.patch.toJson();
            for (const auto &key : {u"external_id"_s, u"uid"_s})
                patch.remove(key);
            lines.append(u"%1 %2 %3"_s.arg(QString::number(int(operation.kind)),
                QString::number(int(operation.type)),
                QString::fromUtf8(QJsonDocument(patch).toJson(QJsonDocument::Compact))));
        }
    }
    return lines;
}

/// What the calendar shows of these days, a line for each item.
[[nodiscard]] inline QStringList shownOf(store::Store &store, const domain::DateRange &days)
{
    using namespace Qt::StringLiterals;
    QStringList lines;
    for (const auto &event : store.events(days))
        lines.append(u"%1 %2 %3 %4"_s.arg(domain::dayText(event.day),
            event.name,
            QString::number(event.load.value_or(-1)),
            event.mark == store::Mark::Synced ? u"synced"_s : u"waiting"_s));
    lines.sort();
    return lines;
}

}
