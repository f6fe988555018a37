// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/markedrowdelegate.h"

#include "ui/widgets/wrappedtext.h"

#include <QAbstractItemView>
#include <QPainter>

namespace ui {

namespace {

constexpr double roundness = 6;

}

MarkedRowDelegate::MarkedRowDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void MarkedRowDelegate::setMarked(const QModelIndex &index)
{
    const QModelIndex before = m_marked;
    m_marked = index;
    for (const QModelIndex &each : {before, index}) {
        if (each.isValid())
            Q_EMIT sizeHintChanged(each);
    }
}

int MarkedRowDelegate::textLeft() const
{
    return m_theme.spacing(4) + m_theme.spacing(4) + m_theme.spacing(2);
}

MarkedRowDelegate::Places MarkedRowDelegate::placesOf(const QRect &place, const Row &row, bool marked) const
{
    const int icon = m_theme.spacing(4);
    const int left = place.left() + textLeft();
    const int width = std::max(1, place.right() - m_theme.spacing(4) - left);
    const int top = place.top() + m_theme.spacing(2);
    const auto heightOf = [&](TextRole role, const QString &text) {
        return text.isEmpty() ? 0 : wrappedHeight(text, m_theme.font(role), width);
    };
    Places places;
    places.icon = {place.left() + m_theme.spacing(4),
        top + (QFontMetrics(m_theme.font(TextRole::Body)).height() - icon) / 2,
        icon,
        icon};
    places.words = {left, top, width, heightOf(TextRole::Body, row.words)};
    places.detail = {left, places.words.bottom() + 1, width, heightOf(TextRole::Small, row.detail)};
    const int gap = row.table.isEmpty() ? 0 : m_theme.spacing(row.aboveTable);
    places.table = {left, places.detail.top() + places.detail.height() + gap, width, row.table.height(width)};
    places.bottom = places.table.top() + places.table.height() + m_theme.spacing(2);
    if (marked && row.hasButtons)
        places.bottom += m_buttonHeight + m_theme.spacing(row.belowButtons);
    return places;
}

QSize MarkedRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, placesOf({0, 0, width, 0}, rowOf(index), isMarked(index)).bottom};
}

void MarkedRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Row row = rowOf(index);
    const Places places = placesOf(option.rect, row, isMarked(index));
    const auto seen = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // names are in any language
    const QRectF plate = QRectF(option.rect).adjusted(m_theme.spacing(2), 1, -m_theme.spacing(2), -1);
    const bool focused = isMarked(index) && option.state.testFlag(QStyle::State_HasFocus);
    if (isMarked(index) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(focused ? QPen(m_theme.color(Token::Accent), 1.5) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(Token::Sunken));
        painter->drawRoundedRect(plate, roundness, roundness);
    }
    painter->drawPixmap(seen(places.icon).topLeft(),
        m_theme.pixmap(
            row.icon, m_theme.color(row.iconToken), places.icon.width(), painter->device()->devicePixelRatioF()));
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto write = [&](const QRect &place, TextRole role, Token token, const QString &text) {
        if (text.isEmpty())
            return;
        painter->setPen(m_theme.color(token));
        drawWrapped(*painter, seen(place), side, m_theme.font(role), text);
    };
    write(places.words, TextRole::Body, Token::Text, row.words);
    write(places.detail, TextRole::Small, row.detailToken, row.detail);
    row.table.paint(*painter, seen(places.table), option.direction);
    painter->restore();
}

}
