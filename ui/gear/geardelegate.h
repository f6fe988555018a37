// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/activities/figuredelegate.h"

namespace ui {

/// Paints a cell of the table of gear: parts stand in below what they belong to, what is due stands out.
class GearDelegate : public FigureDelegate
{
    Q_OBJECT

public:
    using FigureDelegate::FigureDelegate;

protected:
    [[nodiscard]] Look look(const QModelIndex &index) const override;
    [[nodiscard]] double paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const override;
};

}
