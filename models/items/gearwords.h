// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/gear.h"
#include "models/items/figures.h"
#include "models/items/gearroles.h"

#include <QCoreApplication>

namespace items {

/// Gear and what is to be done to it, in words and in the athlete's units.
class GearWords
{
    Q_DECLARE_TR_FUNCTIONS(items::GearWords)

public:
    explicit GearWords(const Figures &figures)
        : m_figures(figures)
    {
    }

    [[nodiscard]] const Figures &figures() const { return m_figures; }
    [[nodiscard]] static QString type(const QString &type); ///< one that is not known stays as it is
    [[nodiscard]] Figure distance(std::optional<double> metres) const;
    [[nodiscard]] Figure hours(std::optional<double> seconds) const;
    [[nodiscard]] double metresPerUnit() const;
    [[nodiscard]] QString distanceUnit() const;

    /// "after 5,000 km or 90 days"
    [[nodiscard]] QString interval(const domain::GearReminder &reminder) const;
    /// "43 % used", "due", "put off until 12 Mar"; empty where the service says nothing
    [[nodiscard]] QString state(const domain::GearReminder &reminder, QDate today) const;

private:
    Figures m_figures;
};

[[nodiscard]] GearWear wearOf(const domain::GearReminder &reminder, QDate today);

}
