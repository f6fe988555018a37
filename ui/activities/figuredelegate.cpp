// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/activities/figuredelegate.h"

#include "models/items/activityroles.h"
#include "models/items/figures.h"
#include "ui/activities/rowtable.h"

#include <QPainter>

namespace ui {

FigureDelegate::FigureDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

int FigureDelegate::padding(const Theme &theme)
{
    return theme.spacing(3);
}

int FigureDelegate::indent(const Theme &theme, int column)
{
    return column == 0 ? theme.spacing(1) : 0;
}

FigureDelegate::Look FigureDelegate::look(const QModelIndex &) const
{
    return {m_theme.color(Token::Text)};
}

double FigureDelegate::paintLead(QPainter &, const QRectF &, const QModelIndex &) const
{
    return 0;
}

void FigureDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const auto *table = qobject_cast<const RowTable *>(option.widget);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(option.rect, m_theme.color(Token::AccentWash));
    else if (table && table->hoveredRow() == index.row())
        painter->fillRect(option.rect, m_theme.wash(m_theme.color(Token::Sunken), 0.6));
    painter->fillRect(
        QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1), m_theme.color(Token::Line));
    const bool mirrored = option.direction == Qt::RightToLeft;
    const int side = padding(m_theme);
    QRectF place = QRectF(option.rect).adjusted(side, 0, -side, -1);
    const auto moveIn = [&place, mirrored](double by) { place.adjust(mirrored ? 0 : by, 0, mirrored ? -by : 0, 0); };
    moveIn(indent(m_theme, index.column()));
    moveIn(paintLead(*painter, place, index));
    paintText(*painter, place, index, mirrored);
    painter->restore();
}

void FigureDelegate::paintText(QPainter &painter, const QRectF &place, const QModelIndex &index, bool mirrored) const
{
    QString text = index.data().toString();
    const QString unit = index.data(items::UnitRole).toString();
    const bool unknown = text == items::Figures::none();
    const Look seen = look(index);
    const QFont font = m_theme.font(TextRole::Body, seen.weight);
    const bool atEnd = index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const auto side = Qt::Alignment(atEnd != mirrored ? Qt::AlignRight : Qt::AlignLeft);
    QRectF rest = place;
    if (!unit.isEmpty() && text.endsWith(unit)) {
        text = text.chopped(unit.size()).trimmed();
        const QFont small = m_theme.font(TextRole::Small);
        const double width = QFontMetricsF(small).horizontalAdvance(unit);
        const double baseline
            = place.top() + (place.height() - QFontMetricsF(font).height()) / 2 + QFontMetricsF(font).ascent();
        painter.setFont(small);
        painter.setPen(m_theme.color(Token::TextThird));
        painter.drawText(QPointF(place.right() - width, baseline), unit);
        rest.setRight(place.right() - width - m_theme.spacing(1) + 1);
    }
    painter.setFont(font);
    painter.setPen(unknown ? m_theme.color(Token::TextThird) : seen.ink);
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, rest.width());
    painter.drawText(rest, int(side | Qt::AlignVCenter) | Qt::TextSingleLine, shown);
}

}
