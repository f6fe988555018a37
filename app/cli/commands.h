// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

#include "models/domain/daterange.h"

#include <CLI/CLI.hpp>
#include <QJsonArray>
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

/// Days of --oldest and --newest: YYYY-MM-DD; without them the last and next weeks given.
struct DayOptions {
    std::string oldest;
    std::string newest;

    void add(CLI::App &command);
    [[nodiscard]] domain::Result<domain::DateRange> range(int daysBack, int daysAhead) const;
};

/// A JSON document from a file, or from standard input for "-".
[[nodiscard]] domain::Result<QJsonDocument> readJson(const std::string &path);

/// An optional figure as text, "–" if it is missing.
[[nodiscard]] QString figure(const std::optional<int> &value);
[[nodiscard]] QString figure(const std::optional<double> &value, int decimals);
[[nodiscard]] QString figure(const std::optional<std::chrono::seconds> &value);

/// Every record's object as the service sent it.
template<typename List>
QJsonDocument rawOf(const List &list)
{
    QJsonArray array;
    for (const auto &record : list.values)
        array.append(record.json);
    return QJsonDocument(array);
}

}
