// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/incoming.h"
#include "models/store/remotefold.h"

#include <span>

namespace store {

/// Brings a long answer into the store, some of it at a time, so that the window goes on between. What nobody knew is
/// written down as it came; what comes in the words it came in last time is not read again; only the rest is taken
/// apart and merged as RemoteFold does it.
class RowFold
{
public:
    /// asked is what the answer is complete for.
    RowFold(Store &store, Kind kind, const domain::DateRange &asked);

    /// The next ones, in one transaction.
    domain::Result<domain::Done> take(std::span<const Incoming> rows);
    /// After the last ones: what is missing is listed, and the models are told of all of it.
    domain::Result<FoldReport> conclude();

private:
    enum class Known { No, Same, Other };

    [[nodiscard]] Known lookUp(const QString &remoteId, const QByteArray &hash);
    [[nodiscard]] bool isNew(const Incoming &row, const Columns &columns, const domain::LocalId &id);
    domain::Result<domain::Done> takeAll(std::span<const Incoming> rows);
    domain::Result<domain::Done> takeOne(const Incoming &row);
    domain::Result<domain::Done> insert(
        const Incoming &row, const Columns &columns, const domain::LocalId &id, const QByteArray &hash);
    domain::Result<domain::Done> merge(const Incoming &row, const QByteArray &hash);

    Store &m_store;
    Database &m_database;
    RemoteFold m_fold;
    Kind m_kind;
    domain::DateRange m_asked;
    QSet<QString> m_seen;
    FoldReport m_report;
};

}
