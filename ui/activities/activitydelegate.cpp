// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/activitydelegate.h"

#include "models/items/activityroles.h"
#include "ui/activities/activitywords.h"
#include "ui/theme/icons.h"

#include <QPainter>

using items::ActivityColumn;
using items::IntervalColumn;

namespace ui {

namespace {

constexpr double zoneDot = 3.5;

}

FigureDelegate::Look ActivityDelegate::look(const QModelIndex &index) const
{
    const auto column = ActivityColumn(index.column());
    if (index.data(items::StubRole).toBool())
        return {theme().color(Token::TextThird)};
    if (column == ActivityColumn::Name)
        return {theme().color(Token::Text), QFont::Medium};
    if (column == ActivityColumn::Date || column == ActivityColumn::Sport)
        return {theme().color(Token::TextSecond)};
    if (column == ActivityColumn::Compliance)
        return {theme().color(ActivityWords::complianceToken(index.data(items::RawRole).toDouble()))};
    return {theme().color(Token::Text)};
}

double ActivityDelegate::paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const
{
    if (ActivityColumn(index.column()) != ActivityColumn::Name)
        return 0;
    const auto family = domain::SportFamily(index.data(items::FamilyRole).toInt());
    const int size = theme().spacing(4);
    const qreal ratio = painter.device()->devicePixelRatioF();
    const QPixmap icon = theme().pixmap(sportIcon(family), theme().sport(family), size, ratio);
    const double x = painter.layoutDirection() == Qt::RightToLeft ? place.right() - size : place.left();
    painter.drawPixmap(QPointF(x, std::round(place.center().y() - size / 2.0)), icon);
    return size + theme().spacing(2);
}

FigureDelegate::Look IntervalDelegate::look(const QModelIndex &index) const
{
    if (!index.data(items::IntervalIsWorkRole).toBool())
        return {theme().color(Token::TextThird)};
    const bool main = IntervalColumn(index.column()) == IntervalColumn::Power;
    return {theme().color(Token::Text), main ? QFont::DemiBold : QFont::Normal};
}

double IntervalDelegate::paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const
{
    const int zone = index.data(items::IntervalZoneRole).toInt();
    if (IntervalColumn(index.column()) != IntervalColumn::Zone || zone < 1)
        return 0;
    const double text = QFontMetricsF(theme().font(TextRole::Body)).horizontalAdvance(index.data().toString());
    const bool mirrored = painter.layoutDirection() == Qt::RightToLeft;
    const double away = text + theme().spacing(2) + zoneDot;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme().zone(zone));
    painter.drawEllipse(
        QPointF(mirrored ? place.left() + away : place.right() - away, place.center().y()), zoneDot, zoneDot);
    painter.restore();
    return 0;
}

}
