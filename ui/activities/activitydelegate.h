// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activities/figuredelegate.h"

namespace ui {

/// Paints the table of activities: sport icon before the name, plan kept or not in its colour.
class ActivityDelegate : public FigureDelegate
{
    Q_OBJECT

public:
    using FigureDelegate::FigureDelegate;

protected:
    [[nodiscard]] Look look(const QModelIndex &index) const override;
    [[nodiscard]] double paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const override;
};

/// Paints the table of intervals: recoveries quieter, the zone with a dot of its colour.
class IntervalDelegate : public FigureDelegate
{
    Q_OBJECT

public:
    using FigureDelegate::FigureDelegate;

protected:
    [[nodiscard]] Look look(const QModelIndex &index) const override;
    [[nodiscard]] double paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const override;
};

}
