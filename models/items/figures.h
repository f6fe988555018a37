// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"

#include <QLocale>
#include <chrono>
#include <optional>

namespace items {

/// A number as people read it, and its unit, which is shown smaller. What is not known is a dash without a unit.
struct Figure {
    QString value;
    QString unit;

    [[nodiscard]] QString text() const { return unit.isEmpty() ? value : value + QChar(0x00a0) + unit; }

    friend bool operator==(const Figure &, const Figure &) = default;
};

/// Writes the figures of activities in the athlete's language and units.
class Figures
{
public:
    explicit Figures(const QLocale &locale, bool miles = false)
        : m_locale(locale)
        , m_miles(miles)
    {
    }

    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] bool miles() const { return m_miles; }

    [[nodiscard]] static QString none();
    [[nodiscard]] static QString clock(double seconds); ///< "1:00:24", "4:00"
    [[nodiscard]] static Figure duration(std::optional<std::chrono::seconds> time);
    [[nodiscard]] QString number(double value, int decimals = 0) const; ///< with a true minus sign
    [[nodiscard]] Figure plain(std::optional<double> value, const QString &unit = {}, int decimals = 0) const;
    [[nodiscard]] Figure percent(std::optional<double> value, int decimals = 0) const;
    [[nodiscard]] Figure distance(std::optional<double> metres, domain::SportFamily family) const; ///< metres for swims
    [[nodiscard]] Figure height(std::optional<double> metres) const;
    /// Speed, or pace for those who count that way: "31.2 km/h", "4:35 /km", "1:45 /100 m".
    [[nodiscard]] Figure speed(std::optional<double> metresPerSecond, domain::SportFamily family) const;
    [[nodiscard]] Figure kilojoules(std::optional<int> joules) const;

    [[nodiscard]] static bool countsPace(domain::SportFamily family);

    friend bool operator==(const Figures &a, const Figures &b)
    {
        return a.m_locale == b.m_locale && a.m_miles == b.m_miles;
    }

private:
    QLocale m_locale;
    bool m_miles;
};

}
