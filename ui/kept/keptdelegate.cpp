// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/kept/keptdelegate.h"

#include "models/domain/sport.h"
#include "models/items/fieldwords.h"
#include "models/items/keptroles.h"
#include "models/store/summary.h"
#include "ui/theme/icons.h"
#include "ui/widgets/wrappedtext.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double roundness = 6;

QString iconOf(const QModelIndex &index)
{
    if (index.data(items::KeptDifferencesRole).isValid())
        return u"history"_s;
    const QString sport = index.data(items::KeptSportRole).toString();
    if (store::Kind(index.data(items::KeptKindRole).toInt()) == store::Kind::Folder)
        return u"folder"_s;
    return sport.isEmpty() ? u"note"_s : sportIcon(domain::familyOf(sport));
}

}

KeptDelegate::KeptDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void KeptDelegate::setMarked(const QModelIndex &index)
{
    const QModelIndex before = m_marked;
    m_marked = index;
    for (const QModelIndex &each : {before, index}) {
        if (each.isValid())
            Q_EMIT sizeHintChanged(each);
    }
}

int KeptDelegate::textLeft() const
{
    return m_theme.spacing(4) + m_theme.spacing(4) + m_theme.spacing(2);
}

DifferenceTable KeptDelegate::tableOf(const QModelIndex &index) const
{
    QList<Difference> rows;
    const auto differences = index.data(items::KeptDifferencesRole).value<QList<items::FieldDifference>>();
    for (const items::FieldDifference &each : differences)
        rows.append({each.field, each.before, each.after});
    return {m_theme, rows};
}

KeptDelegate::Lines KeptDelegate::linesOf(const QRect &row, const QModelIndex &index) const
{
    const int icon = m_theme.spacing(4);
    const int left = row.left() + textLeft();
    const int width = std::max(1, row.right() - m_theme.spacing(4) - left);
    const int top = row.top() + m_theme.spacing(2);
    Lines lines;
    lines.icon = {row.left() + m_theme.spacing(4), top + (QFontMetrics(m_theme.font(TextRole::Body)).height() - icon) / 2, icon, icon};
    lines.title = {left, top, width, wrappedHeight(index.data().toString(), m_theme.font(TextRole::Body), width)};
    const QString detail = index.data(items::KeptDetailRole).toString();
    const int detailHeight = detail.isEmpty() ? 0 : wrappedHeight(detail, m_theme.font(TextRole::Small), width);
    lines.detail = {left, lines.title.bottom() + 1, width, detailHeight};
    const DifferenceTable table = tableOf(index);
    const int gap = table.isEmpty() ? 0 : m_theme.spacing(1);
    lines.table = {left, lines.detail.top() + detailHeight + gap, width, table.height(width)};
    lines.bottom = lines.table.top() + lines.table.height() + m_theme.spacing(2);
    if (isMarked(index) && index.data(items::KeptRestorableRole).toBool())
        lines.bottom += m_buttonHeight + m_theme.spacing(2);
    return lines;
}

QSize KeptDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, linesOf({0, 0, width, 0}, index).bottom};
}

void KeptDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Lines lines = linesOf(option.rect, index);
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
    painter->drawPixmap(seen(lines.icon).topLeft(),
        m_theme.pixmap(iconOf(index), m_theme.color(Token::TextSecond), lines.icon.width(), painter->device()->devicePixelRatioF()));
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto write = [&](const QRect &place, TextRole role, Token token, const QString &text) {
        painter->setPen(m_theme.color(token));
        drawWrapped(*painter, seen(place), side, m_theme.font(role), text);
    };
    write(lines.title, TextRole::Body, Token::Text, index.data().toString());
    if (!lines.detail.isEmpty())
        write(lines.detail, TextRole::Small, Token::TextSecond, index.data(items::KeptDetailRole).toString());
    tableOf(index).paint(*painter, seen(lines.table), option.direction);
    painter->restore();
}

}
