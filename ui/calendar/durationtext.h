// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <optional>

namespace ui {

/// Reads a duration as people write it: "1:30" and "1h30" are an hour and a half, as are "90m", "90 min" and "1.5h";
/// "0:45:30" has seconds, a bare number is minutes. Nothing if it is none of these or longer than a week.
[[nodiscard]] std::optional<int> parseDuration(const QString &text);

/// "1:30", or "0:45:30" if there are odd seconds: what parseDuration reads back.
[[nodiscard]] QString durationText(int seconds);

}
