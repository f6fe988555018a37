// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/quarantine.h"

#include "models/store/database.h"
#include "models/store/entitytable.h"

namespace store {

namespace {

constexpr int quarantineRows = 10'000;

}

bool quarantine(Database &database, Kind kind, const QJsonObject &raw, const QString &reason, const QDateTime &now)
{
    return database.run("INSERT INTO quarantine(kind,raw,reason,at) VALUES(?,?,?,?)",
               {int(kind), jsonText(raw), reason, now.toMSecsSinceEpoch()})
        && database.run("DELETE FROM quarantine WHERE rowid<=(SELECT max(rowid) FROM quarantine)-?", {quarantineRows});
}

}
