// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/fault/matrix/world.h"

namespace fault {

/// Something that a person does. Days count from today; items are found by their name, and what is not there is left.
using Step = std::function<void(World &)>;

[[nodiscard]] domain::Event planned(const QString &name, int day, const QString &text = QStringLiteral("- 1h 200w"));

[[nodiscard]] Step creates(const QString &name, int day);
[[nodiscard]] Step edits(const QString &name, const std::function<void(domain::Event &)> &change);
[[nodiscard]] Step renames(const QString &name, const QString &now);
[[nodiscard]] Step moves(const QString &name, int days);
[[nodiscard]] Step removes(const QString &name);
[[nodiscard]] Step logs(int day, double weight, const QString &comment);
void undoes(World &world);
void redoes(World &world);
void plansAWeek(World &world); ///< "Week 1" to "Week 7", from tomorrow on
void movesTheWeek(World &world); ///< its first three days
void keepsATemplate(World &world); ///< "Template" in a folder of its own
void renamesTheFolder(World &world); ///< "Mine"
void editsTheTemplate(World &world); ///< and renames its folder

void sendsAFile(World &world); ///< a ride of two minutes, two days ago

/// No fields delete it.
[[nodiscard]] Step onTheWeb(const QString &name, const QJsonObject &fields);
/// What was seen a while ago has to be looked at again.
[[nodiscard]] Step later(const Step &step);
[[nodiscard]] Step both(const Step &first, const Step &second);

/// Made on the service: "Openers" tomorrow, "Long" in three days, the note "Rest" in five.
void threeThere(World &world);

}
