// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace store {

/// One text out of two that grew from the same: each side's lines where only that side changed them. Nothing if both
/// changed the same lines, or added at the same place, in different ways. Line ends are those of "\n".
[[nodiscard]] std::optional<QString> mergedLines(const QString &base, const QString &mine, const QString &theirs);

/// The text with "\n" at the ends of lines and nothing blank behind the last one.
[[nodiscard]] QString plainLines(QString text);

}
