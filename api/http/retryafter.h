// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <chrono>
#include <optional>

namespace http {

/// Reads "Wed, 21 Oct 2026 07:28:00 GMT"; invalid if it is anything else.
[[nodiscard]] QDateTime parseImfDate(const QByteArray &text);

/// How long a Retry-After header asks to wait: seconds or a date, the longest of several, between 1 s and 1 h.
/// Nothing if no part can be read.
[[nodiscard]] std::optional<std::chrono::seconds> parseRetryAfter(const QByteArray &header, const QDateTime &now);

}
