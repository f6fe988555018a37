// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "app/cli/eventplan.h"
#include "models/domain/daterange.h"

#include <QJsonArray>
#include <QMap>

namespace cli {

// What of an account can be exported; also the keys of an exported document and the names of files.
inline constexpr QLatin1StringView eventsKind("events");
inline constexpr QLatin1StringView activitiesKind("activities");
inline constexpr QLatin1StringView wellnessKind("wellness");
inline constexpr QLatin1StringView libraryKind("library");
inline constexpr QLatin1StringView sportsKind("sports");
[[nodiscard]] QStringList exchangeKinds();

/// Records of an account as the service sends them, by kind; the library's folders hold their workouts as children.
using Exchange = QMap<QString, QJsonArray>;

/// Asks for the kinds, those with days year by year: no answer then is too long to be taken.
[[nodiscard]] domain::Result<Exchange> fetchExchange(
    Context &context, const QStringList &kinds, const domain::DateRange &days);

/// One kind as CSV. Events have the columns of a plan, which cannot hold the settings of the fitness model.
[[nodiscard]] QByteArray exchangeCsv(const QString &kind, const QJsonArray &records);
/// Events as a calendar for other programs.
[[nodiscard]] QByteArray exchangeIcs(const QJsonArray &events);

/// Reads what was exported: a folder, one document, a list of one kind, CSV of events or wellness, or a calendar.
[[nodiscard]] domain::Result<Exchange> readExchange(const QString &path);

/// What an import came to, by kind, and what of it was left out with the reason.
struct ImportOutcome {
    QMap<QString, Tally> tallies;
    QStringList leftOut;
};

/// How far an import goes.
struct ImportWish {
    bool sports = false; ///< thresholds too, which change what every workout comes to
    bool dryRun = false;
};

/// Brings the account to what the records say, changing nothing that says the same already. Nothing is deleted.
[[nodiscard]] domain::Result<ImportOutcome> importExchange(
    Context &context, const Exchange &exchange, const ImportWish &wish);
// Its parts.
[[nodiscard]] domain::Result<Tally> importEvents(Context &context, const QJsonArray &events, bool dryRun);
[[nodiscard]] domain::Result<Tally> importWellness(
    Context &context, const QJsonArray &days, bool dryRun, QStringList &leftOut);
[[nodiscard]] domain::Result<Tally> importLibrary(Context &context, const QJsonArray &folders, bool dryRun);
/// Those that were written by hand; recorded ones are left out, because their files make them.
[[nodiscard]] domain::Result<Tally> importActivities(
    Context &context, const QJsonArray &activities, bool dryRun, QStringList &leftOut);
[[nodiscard]] domain::Result<Tally> importSports(Context &context, const QJsonArray &rows, bool dryRun);

}
