// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"
#include "models/store/backgroundjob.h"
#include "models/store/journalline.h"

#include <QFile>
#include <QSet>
#include <memory>

namespace store {

/// What a journal was found to hold.
struct JournalContents {
    QString owner;
    QList<JournalEdit> edits; ///< in the order they were made
    QSet<QString> acknowledged; ///< operations that the service has confirmed
    int unreadable = 0; ///< lines that are damaged, too long or not understood
    bool torn = false; ///< the last line has no end: it was being written when something ended

    /// What the service has not confirmed. An operation carries every earlier edit of its entity with it.
    [[nodiscard]] QList<JournalEdit> unsynced() const;
};

/// The second copy of every edit that the service has not confirmed: a file of lines beside the database, each with its
/// checksum, which is only ever added to. It knows nothing of the database, so it is there when that is not.
///
/// Of the two copies this is the one that an edit waits for until it is on the disk. The database follows before the
/// edit is sent; what a power failure takes from it until then, the journal gives back. Waiting for both would cost a
/// person twice the time for each edit.
///
/// Behind the last line the file has zeros, written ahead of need: a disk that need not note a new length with each
/// line is done sooner.
class Journal
{
public:
    /// The file that belongs to a database.
    [[nodiscard]] static QString pathFor(const QString &database);
    /// What the file says; nothing at all if there is none. It is not changed.
    [[nodiscard]] static domain::Result<JournalContents> read(const QString &path);

    /// Opens it for adding, with these edits in place of all that it held.
    [[nodiscard]] static domain::Result<std::unique_ptr<Journal>> begin(
        const QString &path, const QString &owner, const QList<JournalEdit> &edits);
    /// Opens it for adding as it is.
    [[nodiscard]] static domain::Result<std::unique_ptr<Journal>> resume(const QString &path, const QString &owner);

    /// Begins to write the edits of one gesture, on a thread of its own. Until keep() or takeBack() nothing else may be
    /// written.
    void start(const QList<JournalEdit> &edits);
    [[nodiscard]] bool isStarted() const { return m_started; }
    /// What was started is on the disk when this returns, all or none of it.
    [[nodiscard]] domain::Result<domain::Done> finish();
    /// What was started has happened.
    void keep() { m_started = false; }
    /// What was started, if anything was, did not happen.
    void takeBack();
    /// The service has confirmed the operation. It is not waited for: forgotten, it would be sent once more and be
    /// found to be there.
    void acknowledge(const QString &opId);
    /// Forgets everything, for nothing waits any more.
    [[nodiscard]] domain::Result<domain::Done> clear();

    [[nodiscard]] qint64 size() const { return m_end; } ///< bytes, without the zeros

private:
    Journal(const QString &path, QString owner);
    [[nodiscard]] domain::Result<domain::Done> open();
    [[nodiscard]] domain::Result<domain::Done> append(const QList<JournalEdit> &edits);
    [[nodiscard]] bool put(const QByteArray &text);
    [[nodiscard]] bool cut();
    [[nodiscard]] bool renew();

    QFile m_file;
    domain::Result<domain::Done> m_result = domain::Done {}; ///< of what was started last
    QString m_owner;
    qint64 m_end = 0; ///< of the last line
    qint64 m_before = 0; ///< m_end before what was started last
    bool m_started = false;
    bool m_failed = false; ///< the disk did not take something; nothing more is claimed to be kept in this file
    BackgroundJob m_job; ///< with the rest of the journal, so it ends first
};

}
