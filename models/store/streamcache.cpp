// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/streamcache.h"

#include "models/store/streamcodec.h"

namespace store {

bool StreamCache::put(const domain::LocalId &activity, const domain::StreamSet &streams, const QDateTime &now)
{
    return m_database.run("INSERT OR REPLACE INTO streams(local_id,data,fetched_at) VALUES(?,?,?)",
               {activity.value, encodeStreams(streams), now.toMSecsSinceEpoch()})
        && makeRoom();
}

bool StreamCache::makeRoom()
{
    // From the newest on they are counted together; the newest is always kept. Lengths are read without the bytes.
    return m_database.run("DELETE FROM streams WHERE local_id IN (SELECT local_id FROM (SELECT local_id,"
                          " sum(bytes) OVER newest_first AS sum, row_number() OVER newest_first AS place"
                          " FROM (SELECT local_id, length(data) AS bytes, fetched_at, rowid AS put FROM streams)"
                          " WINDOW newest_first AS (ORDER BY fetched_at DESC, put DESC)) WHERE sum>? AND place>1)",
        {m_mostBytes});
}

std::optional<domain::StreamSet> StreamCache::find(const domain::LocalId &activity)
{
    const QVariant data = m_database.value("SELECT data FROM streams WHERE local_id=?", {activity.value});
    return data.isNull() ? std::nullopt : decodeStreams(data.toByteArray());
}

}
