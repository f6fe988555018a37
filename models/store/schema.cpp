// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/schema.h"

namespace store {

const QList<QList<const char *>> &schemaSteps()
{
    // entity holds what calendar and tables read; body holds the JSON, apart, so that column reads stay small.
    static const QList<QList<const char *>> steps {
        {
            "CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT) STRICT",
            "CREATE TABLE entity(local_id TEXT PRIMARY KEY, kind INTEGER NOT NULL, remote_id TEXT, ext_id TEXT,"
            " gen INTEGER NOT NULL DEFAULT 0, presence TEXT NOT NULL DEFAULT 'synced', flags INTEGER NOT NULL DEFAULT "
            "0,"
            " fetched_at INTEGER, base_updated TEXT, v_date TEXT, v_time TEXT, v_end TEXT, v_category TEXT, v_type "
            "TEXT,"
            " v_name TEXT, v_load INTEGER, v_secs INTEGER, v_metres REAL, v_intensity REAL, v_compliance REAL,"
            " v_paired TEXT, v_color TEXT, v_profile BLOB, v_ctl REAL, v_atl REAL, v_ramp REAL, v_ctl_load INTEGER,"
            " UNIQUE(kind, remote_id)) STRICT",
            "CREATE INDEX entity_by_day ON entity(kind, v_date, v_time)",
            "CREATE INDEX entity_by_ext ON entity(ext_id) WHERE ext_id IS NOT NULL",
            "CREATE INDEX entity_spans ON entity(v_end) WHERE kind = 0 AND flags & 16",
            "CREATE TABLE body(local_id TEXT PRIMARY KEY REFERENCES entity(local_id) ON DELETE CASCADE,"
            " base_json TEXT, base_hash BLOB, view_json TEXT) STRICT",
            "CREATE TABLE outbox(seq INTEGER PRIMARY KEY AUTOINCREMENT, op_id TEXT UNIQUE NOT NULL, local_id TEXT NOT "
            "NULL,"
            " kind INTEGER NOT NULL, op TEXT NOT NULL, patch_json TEXT NOT NULL, pre_updated TEXT, group_id TEXT NOT "
            "NULL,"
            " state TEXT NOT NULL DEFAULT 'queued', attempts INTEGER NOT NULL DEFAULT 0, next_at INTEGER, body_hash "
            "BLOB,"
            " last_status INTEGER, last_error TEXT, created_at INTEGER NOT NULL, sent_at INTEGER) STRICT",
            "CREATE INDEX outbox_by_entity ON outbox(local_id, seq)",
            "CREATE TABLE op_done(op_id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT",
            "CREATE TABLE range_state(kind INTEGER NOT NULL, from_date TEXT NOT NULL, to_date TEXT NOT NULL,"
            " complete INTEGER NOT NULL, fetched_at INTEGER NOT NULL, PRIMARY KEY(kind, from_date, to_date)) STRICT",
            "CREATE TABLE history(local_id TEXT NOT NULL, at INTEGER NOT NULL, origin TEXT NOT NULL, json TEXT NOT "
            "NULL) STRICT",
            "CREATE INDEX history_by_entity ON history(local_id, at)",
            "CREATE TABLE conflict(local_id TEXT NOT NULL, field TEXT NOT NULL, base TEXT, mine TEXT, theirs TEXT,"
            " at INTEGER NOT NULL, resolved INTEGER NOT NULL DEFAULT 0) STRICT",
            "CREATE TABLE undo(stack_pos INTEGER PRIMARY KEY, group_id TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT "
            "0,"
            " gesture_json TEXT NOT NULL, at INTEGER NOT NULL) STRICT",
            "CREATE TABLE quarantine(kind INTEGER NOT NULL, raw TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT "
            "NULL) STRICT",
            "CREATE TABLE streams(local_id TEXT PRIMARY KEY REFERENCES entity(local_id) ON DELETE CASCADE,"
            " data BLOB NOT NULL, fetched_at INTEGER NOT NULL) STRICT",
        },
        {
            // Years of loads, and the few races of years, are read from the index alone, without a look at the rows.
            "DROP INDEX entity_by_day",
            "CREATE INDEX entity_by_day ON entity(kind, v_date, v_time, v_load, v_type, v_category, v_paired, flags)",
        },
        {
            // What the library is read by beside the columns of entity; folder is the service's key or, until it has
            // answered, one made here.
            "CREATE TABLE library(local_id TEXT PRIMARY KEY REFERENCES entity(local_id) ON DELETE CASCADE,"
            " folder TEXT NOT NULL, day INTEGER, days INTEGER, tags TEXT) STRICT",
            "CREATE INDEX library_by_folder ON library(folder)",
            "CREATE INDEX entity_by_kind ON entity(kind) WHERE kind >= 3",
        },
        {
            // What is typed into a workout and not saved; it outlives the workout itself, which may be deleted
            // elsewhere.
            "CREATE TABLE draft(local_id TEXT PRIMARY KEY, kind INTEGER NOT NULL, name TEXT NOT NULL,"
            " typed_json TEXT NOT NULL, at INTEGER NOT NULL) STRICT",
        },
        {
            // What was deleted on the service, so that an answer from before the deletion does not bring it back.
            "CREATE TABLE tombstone(kind INTEGER NOT NULL, remote_id TEXT NOT NULL, updated TEXT NOT NULL,"
            " at INTEGER NOT NULL, PRIMARY KEY(kind, remote_id)) STRICT, WITHOUT ROWID",
        },
        {
            // Who put something else in the place of a version; unknown for those kept before. Under trash stands what
            // was deleted as it was, with its kind, for its own row may be gone.
            "ALTER TABLE history ADD COLUMN replaced_by TEXT",
            "CREATE TABLE trash(local_id TEXT PRIMARY KEY, kind INTEGER NOT NULL, origin TEXT NOT NULL, json TEXT NOT "
            "NULL,"
            " at INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        }};
    return steps;
}

}
