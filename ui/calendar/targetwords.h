// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"
#include "ui/calendar/calendarwords.h"

namespace ui {

/// How the targets of a week are said.
class TargetWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::TargetWords)

public:
    explicit TargetWords(const CalendarWords &words)
        : m_words(words)
    {
    }

    /// The figure that stands for a target in the week's column.
    struct Figure {
        QString done;
        QString wanted;
        double share = 0; ///< done of wanted
        bool reached = false;
    };

    [[nodiscard]] QString name(const QString &sport) const; ///< "Ride target"
    /// Load before time before distance; nothing for a target without figures.
    [[nodiscard]] std::optional<Figure> main(const items::WeekTarget &target) const;
    [[nodiscard]] QString sentence(const items::WeekTarget &target) const; ///< with every figure

private:
    [[nodiscard]] QList<Figure> figures(const items::WeekTarget &target) const;

    const CalendarWords &m_words;
};

}
