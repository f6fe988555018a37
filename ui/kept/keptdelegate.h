// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/differencetable.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints a row of what is kept: a line, a quieter one below it, and what changed. The marked row leaves room for its
/// button.
class KeptDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit KeptDelegate(const Theme &theme, QObject *parent = nullptr);

    void setMarked(const QModelIndex &index);
    void setButtonHeight(int height) { m_buttonHeight = height; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the words of a row lie; its button begins there, too.
    [[nodiscard]] int textLeft() const;

private:
    struct Lines {
        QRect icon;
        QRect title;
        QRect detail;
        QRect table;
        int bottom = 0;
    };

    [[nodiscard]] Lines linesOf(const QRect &row, const QModelIndex &index) const;
    [[nodiscard]] DifferenceTable tableOf(const QModelIndex &index) const;
    [[nodiscard]] bool isMarked(const QModelIndex &index) const { return index == m_marked; }

    const Theme &m_theme;
    QPersistentModelIndex m_marked;
    int m_buttonHeight = 0;
};

}
