// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace domain {

/// What an OAuth token may do, as "AREA:READ" or "AREA:WRITE"; writing includes reading.

/// ACTIVITY, WELLNESS, CALENDAR, CHATS, LIBRARY and SETTINGS.
[[nodiscard]] const QStringList &scopeAreas();
[[nodiscard]] bool isScope(const QString &text);
/// Reads "ACTIVITY:WRITE,WELLNESS:READ"; spaces separate too.
[[nodiscard]] QStringList scopesOf(const QString &text);
/// Whether the granted scopes hold this one.
[[nodiscard]] bool scopesAllow(const QStringList &granted, const QString &scope);
/// What was asked for and not granted, in the order of asking.
[[nodiscard]] QStringList missingScopes(const QStringList &asked, const QStringList &granted);

}
