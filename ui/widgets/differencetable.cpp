// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/differencetable.h"

#include "ui/widgets/wrappedtext.h"

#include <QPainter>
#include <QStyle>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr double fieldShare = 0.26;

}

DifferenceTable::DifferenceTable(const Theme &theme, QList<Difference> rows, QString leftHead, QString rightHead)
    : m_theme(theme)
    , m_rows(std::move(rows))
    , m_leftHead(std::move(leftHead))
    , m_rightHead(std::move(rightHead))
{
}

DifferenceTable::Columns DifferenceTable::columns(int width) const
{
    const int gap = m_theme.spacing(3);
    const int middle = hasHeads() ? gap : m_theme.spacing(6); // with room for an arrow
    const int field = int(width * fieldShare);
    const int value = std::max(1, (width - field - gap - middle) / 2);
    return {{0, 0, field, 0}, {field + gap, 0, value, 0}, {field + gap + value + middle, 0, value, 0}};
}

int DifferenceTable::headHeight() const
{
    return hasHeads() ? QFontMetrics(m_theme.font(TextRole::Small)).height() + m_theme.spacing(1) : 0;
}

int DifferenceTable::rowHeight(const Difference &row, const Columns &columns) const
{
    const QFont font = m_theme.font(TextRole::Small);
    return std::max({wrappedHeight(row.field, font, columns.field.width()),
               wrappedHeight(row.left, font, columns.left.width()),
               wrappedHeight(row.right, font, columns.right.width())})
        + m_theme.spacing(1);
}

int DifferenceTable::height(int width) const
{
    if (m_rows.isEmpty())
        return 0;
    const Columns at = columns(width);
    int sum = headHeight();
    for (const Difference &row : m_rows)
        sum += rowHeight(row, at);
    return sum;
}

void DifferenceTable::paint(QPainter &painter, const QRect &place, Qt::LayoutDirection direction) const
{
    const Columns at = columns(place.width());
    const QFont font = m_theme.font(TextRole::Small);
    const Qt::Alignment side = direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft;
    int top = place.top();
    const auto write = [&](const QRect &column, int height, Token token, const QString &text) {
        painter.setPen(m_theme.color(token));
        const QRect cell(place.left() + column.left(), top, column.width(), height);
        drawWrapped(painter, QStyle::visualRect(direction, place, cell), side, font, text);
    };
    if (hasHeads() && !m_rows.isEmpty()) {
        write(at.left, headHeight(), Token::TextThird, m_leftHead);
        write(at.right, headHeight(), Token::TextThird, m_rightHead);
        top += headHeight();
    }
    for (const Difference &row : m_rows) {
        const int height = rowHeight(row, at);
        write(at.field, height, Token::TextSecond, row.field);
        write(at.left, height, hasHeads() ? Token::Text : Token::TextThird, row.left);
        write(at.right, height, Token::Text, row.right);
        if (!hasHeads()) {
            const int arrow = QFontMetrics(font).horizontalAdvance(u'\u2192');
            const QRect between(at.right.left() - m_theme.spacing(3) - arrow / 2, 0, arrow + 1, 0);
            write(between, height, Token::TextThird, direction == Qt::RightToLeft ? u"\u2190"_s : u"\u2192"_s);
        }
        top += height;
    }
}

}
