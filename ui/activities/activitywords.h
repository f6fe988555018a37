// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/items/figures.h"
#include "ui/theme/theme.h"

#include <QCoreApplication>

namespace ui {

/// Words of the activities' page: sports, days, feelings. Figures with units come from items::Figures.
class ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::ActivityWords)

public:
    explicit ActivityWords(const items::Figures &figures)
        : m_figures(figures)
    {
    }

    void setFigures(const items::Figures &figures) { m_figures = figures; }
    [[nodiscard]] const items::Figures &figures() const { return m_figures; }

    [[nodiscard]] QString sport(const QString &type) const;
    [[nodiscard]] QString name(const domain::Activity &activity) const;
    /// "Thu 12 March 2026, 17:42 · Ride · 32.4 km"
    [[nodiscard]] QString facts(const domain::Activity &activity) const;
    [[nodiscard]] QString count(int shown, int all) const;
    [[nodiscard]] QString feel(int feel) const; ///< empty if the number means nothing

    /// How well the plan was kept, as a colour.
    [[nodiscard]] static Token complianceToken(double percent);

private:
    items::Figures m_figures;
};

}
