// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gear/geardelegate.h"

#include "models/items/gearroles.h"

#include <QPainter>

using namespace Qt::StringLiterals;
using items::GearColumn;
using items::GearWear;

namespace ui {

FigureDelegate::Look GearDelegate::look(const QModelIndex &index) const
{
    const auto wear = GearWear(index.data(items::GearWearRole).toInt());
    const auto column = GearColumn(index.column());
    if (index.data(items::GearRetiredRole).toBool())
        return {theme().color(Token::TextThird)};
    if (column == GearColumn::Due && wear >= GearWear::Soon)
        return {theme().color(wear == GearWear::Due ? Token::Bad : Token::Warning), QFont::DemiBold};
    if (column == GearColumn::Name)
        return {theme().color(Token::Text), index.data(items::GearPartRole).toBool() ? QFont::Normal : QFont::Medium};
    return {theme().color(column == GearColumn::Type ? Token::TextSecond : Token::Text)};
}

double GearDelegate::paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const
{
    const auto column = GearColumn(index.column());
    if (column == GearColumn::Name)
        return index.data(items::GearPartRole).toBool() ? theme().spacing(4) : 0;
    if (column != GearColumn::Due || GearWear(index.data(items::GearWearRole).toInt()) != GearWear::Due)
        return 0;
    // Colour is never alone.
    const int side = theme().spacing(4);
    const QPixmap mark
        = theme().pixmap(u"warning"_s, theme().color(Token::Bad), side, painter.device()->devicePixelRatioF());
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const double left = mirrored ? place.right() - side : place.left();
    painter.drawPixmap(QPointF(left, place.center().y() - side / 2.0), mark);
    return side;
}

}
