// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"
#include "models/domain/daterange.h"

#include <QJsonArray>
#include <CLI/CLI.hpp>
#include <functional>

namespace cli {

/// What the chosen command will do once the arguments are read; returns the exit code.
using Action = std::function<int()>;

// Each adds its commands to the program and sets the action of the one that is called.
void addServeCommand(CLI::App &program, Context &context, Action &action);
void addAccountCommands(CLI::App &program, Context &context, Action &action);
void addEventCommands(CLI::App &program, Context &context, Action &action);
void addActivityCommands(CLI::App &program, Context &context, Action &action);
void addWellnessCommands(CLI::App &program, Context &context, Action &action);
void addSportCommands(CLI::App &program, Context &context, Action &action);
void addAthleteCommands(CLI::App &program, Context &context, Action &action);
void addGearCommands(CLI::App &program, Context &context, Action &action);
void addPlanCommands(CLI::App &program, Context &context, Action &action);
void addWeatherCommands(CLI::App &program, Context &context, Action &action);
void addLibraryCommands(CLI::App &program, Context &context, Action &action);
void addWorkoutCommands(CLI::App &program, Context &context, Action &action);
void addWeekCommands(CLI::App &program, Context &context, Action &action);
void addExchangeCommands(CLI::App &program, Context &context, Action &action);
void addSyncCommand(CLI::App &program, Context &context, Action &action);
/// What is kept on this machine, as a whole; none of it speaks with the service.
void addDataCommands(CLI::App &program, Context &context, Action &action);
/// Completion and manual, which are made of the program's own description.
void addDocumentCommands(CLI::App &program, Context &context, Action &action);
void addTargetCommands(CLI::App &program, Context &context, Action &action);
// The same below "events": what is done to many at once.
void addEventBatches(CLI::App &events, Context &context, Action &action);
void addCurveCommands(CLI::App &program, Context &context, Action &action);
/// "search" at the top, which is that of "activities".
void addSearchCommand(CLI::App &program, Context &context, Action &action);
void addLibraryChanges(CLI::App &library, Context &context, Action &action);
// Below "activities": finding, channels, parts and what is worked out of one.
void addActivitySearches(CLI::App &activities, Context &context, Action &action);
void addActivityStreams(CLI::App &activities, Context &context, Action &action);
void addActivityIntervals(CLI::App &activities, Context &context, Action &action);
void addActivityFigures(CLI::App &activities, Context &context, Action &action);
// The same below "events" and "activities": what comes from files and goes to files.
void addEventTransfers(CLI::App &events, Context &context, Action &action);
void addActivityTransfers(CLI::App &activities, Context &context, Action &action);

/// Days of --oldest and --newest: YYYY-MM-DD; without them the last and next weeks given.
struct DayOptions {
    std::string oldest;
    std::string newest;

    void add(CLI::App &command);
    [[nodiscard]] domain::Result<domain::DateRange> range(int daysBack, int daysAhead) const;
};

/// What a file holds, or standard input for "-".
[[nodiscard]] domain::Result<QByteArray> readAll(const std::string &path);
[[nodiscard]] domain::Result<QJsonDocument> readJson(const std::string &path);
[[nodiscard]] domain::Result<QString> readText(const std::string &path); ///< UTF-8

/// An optional figure as text, "–" if it is missing.
[[nodiscard]] QString figure(const std::optional<int> &value);
[[nodiscard]] QString figure(const std::optional<double> &value, int decimals);
[[nodiscard]] QString figure(const std::optional<std::chrono::seconds> &value);

/// A table as it came from the service, to standard output; returns the exit code.
int printTable(Context &context, const domain::Result<QByteArray> &table);

/// What a command did, as a sentence for people or as an object for machines; returns the exit code.
int report(const Output &output, const QString &sentence, const QJsonObject &object);

/// Every record's object as the service sent it.
template<typename List>
QJsonDocument rawOf(const List &list)
{
    QJsonArray array;
    for (const auto &record : list.values)
        array.append(record.json);
    return QJsonDocument(array);
}

/// A list of which a part could not be read is no success; the first such part is named.
template<typename List>
int reportUnreadable(const Output &output, const List &list)
{
    if (list.quarantined.isEmpty())
        return Done;
    return output.fail(list.quarantined.constFirst().reason);
}

/// A list as a table of one row for each value, or as the service sent it; returns the exit code.
template<typename List, typename Row>
int printRows(const Output &output, const domain::Result<List> &list, const QStringList &heading, Row row)
{
    if (!list)
        return output.fail(list.error());
    if (output.isJson()) {
        output.json(rawOf(*list));
    } else {
        QList<QStringList> rows {heading};
        for (const auto &record : list->values)
            rows.append(row(record.value));
        output.table(rows);
    }
    return reportUnreadable(output, *list);
}

/// The same for one value.
template<typename Record, typename Row>
int printRow(const Output &output, const domain::Result<Record> &record, const QStringList &heading, Row row)
{
    if (!record)
        return output.fail(record.error());
    if (output.isJson())
        output.json(QJsonDocument(record->json));
    else
        output.table({heading, row(record->value)});
    return Done;
}

}
