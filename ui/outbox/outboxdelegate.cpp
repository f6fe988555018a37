// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/outbox/outboxdelegate.h"

#include "models/domain/sport.h"
#include "models/items/outboxroles.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QPainter>

using namespace Qt::StringLiterals;
using items::OutboxState;
using items::OutboxSubject;

namespace ui {

namespace {

constexpr double roundness = 6;
constexpr int wrapped = int(Qt::TextWordWrap) | int(Qt::TextWrapAnywhere);

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

OutboxDelegate::Lines OutboxDelegate::linesOf(const QRect &row, const QModelIndex &index) const
{
    const QFontMetrics body(m_theme.font(TextRole::Body));
    const QFontMetrics small(m_theme.font(TextRole::Small));
    const int icon = m_theme.spacing(4);
    const int left = row.left() + textLeft();
    const int width = std::max(1, row.right() - m_theme.spacing(4) - left);
    const int top = row.top() + m_theme.spacing(2);
    const auto heightOf = [&](const QFontMetrics &metrics, const QString &text) {
        return metrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), wrapped, text).height();
    };
    Lines lines;
    lines.icon = {row.left() + m_theme.spacing(4), top + (body.height() - icon) / 2, icon, icon};
    lines.words = {left, top, width, heightOf(body, index.data().toString())};
    lines.state = {left, lines.words.bottom() + 1, width,
        heightOf(small, index.data(items::OutboxStateTextRole).toString())};
    lines.bottom = lines.state.bottom() + 1 + m_theme.spacing(2);
    if (isMarked(index))
        lines.bottom += m_buttonHeight + m_theme.spacing(1);
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
    const bool refused = stateAt(index) == OutboxState::Refused;
    const QColor icon = m_theme.color(refused ? Token::Bad : Token::TextSecond);
    painter->drawPixmap(seen(lines.icon).topLeft(),
        m_theme.pixmap(refused ? u"warning"_s : iconAt(index), icon, lines.icon.width(), painter->device()->devicePixelRatioF()));
    const auto side = option.direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    const auto write = [&](const QRect &place, TextRole role, Token token, const QString &text) {
        painter->setFont(m_theme.font(role));
        painter->setPen(m_theme.color(token));
        const int flags = int(side | Qt::AlignTop | Qt::AlignAbsolute);
        painter->drawText(seen(place), flags | wrapped, text);
    };
    write(lines.words, TextRole::Body, Token::Text, index.data().toString());
    write(lines.state, TextRole::Small, tokenAt(index), index.data(items::OutboxStateTextRole).toString());
    painter->restore();
}

}
