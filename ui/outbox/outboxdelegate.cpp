// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdelegate.h"

#include "models/domain/sport.h"
#include "models/items/fieldwords.h"
#include "models/items/outboxroles.h"
#include "ui/theme/icons.h"
#include "ui/widgets/wrappedtext.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;
using items::OutboxState;
using items::OutboxSubject;

namespace ui {

namespace {

constexpr double roundness = 6;

OutboxState stateAt(const QModelIndex &index)
{
    return OutboxState(index.data(items::OutboxStateRole).toInt());
}

QString iconAt(const QModelIndex &index)
{
    const QString sport = index.data(items::OutboxSportRole).toString();
    switch (OutboxSubject(index.data(items::OutboxSubjectRole).toInt())) {
    case OutboxSubject::Wellness:
        return u"wellness"_s;
    case OutboxSubject::Folder:
        return u"folder"_s;
    case OutboxSubject::File:
        return u"activity"_s;
    case OutboxSubject::Event:
    case OutboxSubject::Activity:
    case OutboxSubject::Template:
        break;
    }
    return sport.isEmpty() ? u"note"_s : sportIcon(domain::familyOf(sport));
}

Token tokenAt(const QModelIndex &index)
{
    switch (stateAt(index)) {
    case OutboxState::Refused:
        return Token::Bad;
    case OutboxState::Conflict:
    case OutboxState::Unknown:
        return Token::Warning;
    case OutboxState::Sending:
        return Token::Accent;
    case OutboxState::Saved:
    case OutboxState::Waiting:
        break;
    }
    return Token::TextSecond;
}

}

OutboxDelegate::OutboxDelegate(const Theme &theme, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_theme(theme)
{
}

void OutboxDelegate::setService(const QString &name)
{
    m_service = name;
}

void OutboxDelegate::setMarked(const QModelIndex &index)
{
    const QModelIndex before = m_marked;
    m_marked = index;
    for (const QModelIndex &each : {before, index}) {
        if (each.isValid())
            Q_EMIT sizeHintChanged(each);
    }
}

int OutboxDelegate::textLeft() const
{
    return m_theme.spacing(4) + m_theme.spacing(4) + m_theme.spacing(2);
}

DifferenceTable OutboxDelegate::tableOf(const QModelIndex &index) const
{
    QList<Difference> rows;
    const auto differences = index.data(items::OutboxDifferencesRole).value<QList<items::FieldDifference>>();
    for (const items::FieldDifference &each : differences)
        rows.append({each.field, each.before, each.after});
    return {m_theme, rows, tr("Here"), m_service};
}

OutboxDelegate::Lines OutboxDelegate::linesOf(const QRect &row, const QModelIndex &index) const
{
    const QFontMetrics body(m_theme.font(TextRole::Body));
    const int icon = m_theme.spacing(4);
    const int left = row.left() + textLeft();
    const int width = std::max(1, row.right() - m_theme.spacing(4) - left);
    const int top = row.top() + m_theme.spacing(2);
    const auto lineHeight = [&](TextRole role, int content) {
        return wrappedHeight(index.data(content).toString(), m_theme.font(role), width);
    };
    Lines lines;
    lines.icon = {row.left() + m_theme.spacing(4), top + (body.height() - icon) / 2, icon, icon};
    lines.words = {left, top, width, lineHeight(TextRole::Body, Qt::DisplayRole)};
    lines.state = {left, lines.words.bottom() + 1, width,
        lineHeight(TextRole::Small, items::OutboxStateTextRole)};
    const DifferenceTable table = tableOf(index);
    const int gap = table.isEmpty() ? 0 : m_theme.spacing(2);
    lines.table = {left, lines.state.bottom() + 1 + gap, width, table.height(width)};
    lines.bottom = lines.table.top() + lines.table.height() + m_theme.spacing(2);
    if (isMarked(index))
        lines.bottom += m_buttonHeight + m_theme.spacing(table.isEmpty() ? 1 : 2);
    return lines;
}

QSize OutboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    return {width, linesOf({0, 0, width, 0}, index).bottom};
}

void OutboxDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
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
    const bool refused = stateAt(index) >= OutboxState::Refused;
    const QColor icon = m_theme.color(refused ? tokenAt(index) : Token::TextSecond);
    painter->drawPixmap(seen(lines.icon).topLeft(),
        m_theme.pixmap(refused ? u"warning"_s : iconAt(index), icon, lines.icon.width(), painter->device()->devicePixelRatioF()));
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto write = [&](const QRect &place, TextRole role, Token token, const QString &text) {
        painter->setPen(m_theme.color(token));
        drawWrapped(*painter, seen(place), side, m_theme.font(role), text);
    };
    write(lines.words, TextRole::Body, Token::Text, index.data().toString());
    write(lines.state, TextRole::Small, tokenAt(index), index.data(items::OutboxStateTextRole).toString());
    tableOf(index).paint(*painter, seen(lines.table), option.direction);
    painter->restore();
}

}
