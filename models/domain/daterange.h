// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <algorithm>

namespace domain {

/// Local calendar days, both ends included. Invalid dates make an empty range.
struct DateRange {
    QDate first;
    QDate last;

    [[nodiscard]] bool isEmpty() const { return !first.isValid() || !last.isValid() || last < first; }
    [[nodiscard]] qint64 days() const { return isEmpty() ? 0 : first.daysTo(last) + 1; }
    [[nodiscard]] bool contains(QDate day) const { return day >= first && day <= last; }
    [[nodiscard]] DateRange united(const DateRange &other) const
    {
        if (isEmpty())
            return other;
        if (other.isEmpty())
            return *this;
        return {std::min(first, other.first), std::max(last, other.last)};
    }
    friend bool operator==(const DateRange &, const DateRange &) = default;
};

}
