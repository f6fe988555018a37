// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

#include <QDate>
#include <QTime>
#include <optional>
#include <string_view>

namespace domain {

/// A wall-clock moment without a zone: a day, and a time unless it is untimed (midnight on the wire).
/// It is never a QDateTime, because a local time may not exist in the machine's zone.
struct LocalDateTime {
    QDate day;
    std::optional<QTime> time;

    /// Reads "YYYY-MM-DD" and "YYYY-MM-DDTHH:MM[:SS[.fff]]", with or without a zone, whose wall part is kept.
    /// Refuses trailing text, days that do not exist and years outside 1900 to 2200; 24:00 is the next midnight.
    static Result<LocalDateTime> parse(const QString &text);

    /// "YYYY-MM-DDTHH:MM:SS"; untimed prints as midnight.
    [[nodiscard]] QString toString() const;

    friend bool operator==(const LocalDateTime &, const LocalDateTime &) = default;
};

/// Reads exactly "YYYY-MM-DD", years 1900 to 2200.
[[nodiscard]] Result<QDate> parseDay(const QString &text);

/// The usual forms alone, in ASCII: "YYYY-MM-DD", and for a moment also "YYYY-MM-DDTHH:MM:SS". What is something else
/// may still be one of those that LocalDateTime::parse() knows.
[[nodiscard]] bool readPlainDay(std::string_view text, QDate &day);
[[nodiscard]] bool readPlainMoment(std::string_view text, LocalDateTime &moment);

/// "YYYY-MM-DD"
[[nodiscard]] QString dayText(QDate day);

}
