// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/importdelegate.h"

#include "models/domain/sport.h"
#include "models/items/importcandidates.h"
#include "models/items/importroles.h"
#include "ui/charts/profilebars.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

bool isRefused(const QModelIndex &index)
{
    return index.data(items::ImportKindRole).toInt() == int(items::Candidate::Kind::Refused);
}

/// What the hidden columns say, in one line.
QString factsOf(const QModelIndex &index)
{
    QStringList facts;
    for (const int column : {int(items::ImportWhat), int(items::ImportDay), int(items::ImportFigures)}) {
        const QString fact = index.siblingAtColumn(column).data().toString();
        if (!fact.isEmpty())
            facts.append(fact);
    }
    return facts.join(u" · "_s);
}

void drawLine(QPainter &painter, const QRect &place, Qt::Alignment side, const QString &text)
{
    const QString shown = painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    painter.drawText(place, int(side | Qt::AlignVCenter) | Qt::TextSingleLine | Qt::AlignAbsolute, shown);
}

}

ImportDelegate::ImportDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int lines
        = QFontMetrics(m_theme.font(TextRole::Body)).height() + QFontMetrics(m_theme.font(TextRole::Small)).height();
    return {m_theme.spacing(40), lines + m_theme.spacing(4)};
}

void ImportDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text.clear(); // painted here, in two lines
}

void ImportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);

    QStyleOptionViewItem box = option;
    initStyleOption(&box, index);
    // What cannot be read has no box, but its text stands below the others.
    box.features |= QStyleOptionViewItem::HasCheckIndicator;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    const QRect check = style->subElementRect(QStyle::SE_ItemViewItemCheckIndicator, &box, option.widget);

    const QRect row = QStyle::visualRect(option.direction, option.rect, option.rect);
    const QRect boxPlace = QStyle::visualRect(option.direction, option.rect, check);
    const int gap = m_theme.spacing(2);
    const int profileWidth = m_theme.spacing(16);
    const int start = boxPlace.right() + gap;
    const bool hasProfile = !index.data(items::ImportProfileRole).toByteArray().isEmpty();
    const int end = row.right() - gap - (hasProfile ? profileWidth + gap : 0);
    const int upper = QFontMetrics(m_theme.font(TextRole::Body)).height();
    const int lower = QFontMetrics(m_theme.font(TextRole::Small)).height();
    const int top = row.top() + (row.height() - upper - lower) / 2;
    const auto seen
        = [&option](const QRect &place) { return QStyle::visualRect(option.direction, option.rect, place); };
    const QRect icon(start, top + (upper - m_theme.spacing(4)) / 2, m_theme.spacing(4), m_theme.spacing(4));
    const int nameStart = icon.right() + gap;
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto); // names are in any language
    const bool refused = isRefused(index);
    const QString sport = index.data(items::ImportSportRole).toString();
    const auto family = domain::familyOf(sport);
    painter->drawPixmap(seen(icon).topLeft(),
        m_theme.pixmap(sport.isEmpty() ? u"note"_s : sportIcon(family),
            sport.isEmpty() ? m_theme.color(Token::TextThird) : m_theme.sport(family),
            icon.width(),
            painter->device()->devicePixelRatioF()));
    painter->setFont(m_theme.font(TextRole::Body));
    painter->setPen(m_theme.color(refused ? Token::TextSecond : Token::Text));
    drawLine(*painter, seen({nameStart, top, end - nameStart, upper}), side, index.data().toString());
    painter->setFont(m_theme.font(TextRole::Small));
    painter->setPen(m_theme.color(refused ? Token::Bad : Token::TextSecond));
    drawLine(*painter, seen({nameStart, top + upper, end - nameStart, lower}), side, factsOf(index));
    if (hasProfile) {
        const QRect bars(row.right() - gap - profileWidth,
            row.top() + m_theme.spacing(3),
            profileWidth,
            row.height() - m_theme.spacing(6));
        paintProfileBars(*painter, seen(bars), index.data(items::ImportProfileRole).toByteArray(), m_theme);
    }
    painter->restore();
}

}
