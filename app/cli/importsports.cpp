// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/listsportsettings.h"
#include "api/endpoints/sportsettings.h"
#include "app/cli/exchange.h"

using namespace Qt::StringLiterals;

namespace cli {

namespace {

/// The row that covers one of the same sports; the rows for all other sports are one and the same.
QJsonObject sameSports(const QJsonObject &wanted, const json::Records<domain::SportSettings> &known)
{
    const QJsonArray types = wanted.value("types"_L1).toArray();
    for (const auto &record : known.values) {
        if (wanted.value("other"_L1).toBool() && record.value.other)
            return record.json;
        for (const auto &type : types) {
            if (record.value.types.contains(type.toString()))
                return record.json;
        }
    }
    return {};
}

/// Thresholds and zones that differ. Which sports share a row stays as the account has it.
QJsonObject changedKeys(const QJsonObject &wanted, const QJsonObject &known)
{
    static const QStringList editable = domain::editableKeys<domain::SportSettings>();
    QJsonObject changes;
    for (const QString &key : editable) {
        const QJsonValue value = wanted.value(key);
        if (key != "types"_L1 && !value.isNull() && !value.isUndefined() && !sameValue(key, value, known.value(key)))
            changes.insert(key, value);
    }
    return changes;
}

domain::Result<domain::Done> send(
    Context &context, const QJsonObject &known, QJsonObject changes, const QJsonValue &types)
{
    if (known.isEmpty()) {
        changes.insert(u"types"_s, types);
        const auto made = context.call(endpoints::CreateSportSettings {.body = changes});
        return made ? domain::Result<domain::Done>(domain::Done {}) : made.error();
    }
    const QString row = QString::number(known.value("id"_L1).toInteger());
    const auto put = context.call(endpoints::UpdateSportSettings {.sport = row, .body = changes});
    return put ? domain::Result<domain::Done>(domain::Done {}) : put.error();
}

}

domain::Result<Tally> importSports(Context &context, const QJsonArray &rows, bool dryRun)
{
    Tally tally;
    if (rows.isEmpty())
        return tally;
    const auto known = context.call(endpoints::ListSportSettings {});
    if (!known)
        return known.error();
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const QString name = u"sport settings %1"_s.arg(i + 1);
        const QJsonObject wanted = rows.at(i).toObject();
        const auto read = domain::fromJson<domain::SportSettings>(wanted);
        if (!read || (read->types.isEmpty() && !read->other))
            return domain::unreadable(
                name, read ? u"its types are missing"_s : read.error().item + u": "_s + read.error().detail);
        const QJsonObject there = sameSports(wanted, *known);
        const QJsonObject changes = changedKeys(wanted, there);
        tally.count(there.isEmpty() ? Fate::Created : changes.isEmpty() ? Fate::Kept : Fate::Changed);
        if (dryRun || (changes.isEmpty() && !there.isEmpty()))
            continue;
        if (const auto sent = send(context, there, changes, wanted.value("types"_L1)); !sent) {
            domain::Error error = sent.error();
            error.item = name;
            return error;
        }
    }
    return tally;
}

}
