// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace store {

/// A name that is free: "<path>.<why>-<date>".
[[nodiscard]] QString asidePath(const QString &path, const QString &why, const QDateTime &now);
/// Renames what cannot be used, so that nothing is lost and its place is free. Returns the new path, empty if it could
/// not be renamed.
QString setAside(const QString &path, const QString &why, const QDateTime &now);

}
