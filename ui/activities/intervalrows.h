// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/intervaltable.h"
#include "ui/activities/rowtable.h"

namespace ui {

/// The table of intervals: columns without a value are hidden, the others get what they need and share what is left.
class IntervalRows : public RowTable
{
    Q_OBJECT

public:
    IntervalRows(const Theme &theme, items::IntervalTable &intervals, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void measure();
    void spread();
    [[nodiscard]] int needed(int column) const;

    const Theme &m_theme;
    items::IntervalTable &m_intervals;
    std::vector<int> m_needed; ///< 0 for hidden columns
};

}
