// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace store {

/// Marks the file as ours ("MCYC").
constexpr int applicationId = 0x4D435943;
/// The version that schemaSteps() ends at.
constexpr int schemaVersion = 6;

/// The statements that bring a database from version n to n + 1, one list per step.
[[nodiscard]] const QList<QList<const char *>> &schemaSteps();

}
