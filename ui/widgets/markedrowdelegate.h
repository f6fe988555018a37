// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/differencetable.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints rows of which one is marked and leaves room for its buttons: an icon, words, a quieter line below them, both
/// in as many lines as they need, and a table of what differs.
class MarkedRowDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    void setMarked(const QModelIndex &index);
    void setButtonHeight(int height) { m_buttonHeight = height; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the words of a row lie; its buttons begin there, too.
    [[nodiscard]] int textLeft() const;

protected:
    struct Row {
        QString icon;
        Token iconToken = Token::TextSecond;
        QString words;
        QString detail; ///< the quieter line; none if empty
        Token detailToken = Token::TextSecond;
        DifferenceTable table;
        int aboveTable = 1; ///< steps of spacing
        bool hasButtons = true; ///< while it is marked
        int belowButtons = 2; ///< steps of spacing
    };

    MarkedRowDelegate(const Theme &theme, QObject *parent);
    [[nodiscard]] virtual Row rowOf(const QModelIndex &index) const = 0;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    struct Places {
        QRect icon;
        QRect words;
        QRect detail;
        QRect table;
        int bottom = 0;
    };

    [[nodiscard]] Places placesOf(const QRect &place, const Row &row, bool marked) const;
    [[nodiscard]] bool isMarked(const QModelIndex &index) const { return index == m_marked; }

    const Theme &m_theme;
    QPersistentModelIndex m_marked;
    int m_buttonHeight = 0;
};

}
