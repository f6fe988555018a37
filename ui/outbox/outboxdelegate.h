// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"
#include "ui/widgets/differencetable.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints a row of the outbox: icon and words, below them how far it has come, both in as many lines as they need. The
/// marked row leaves room for its buttons.
class OutboxDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit OutboxDelegate(const Theme &theme, QObject *parent = nullptr);

    void setService(const QString &name); ///< heads the other side of a conflict
    void setMarked(const QModelIndex &index);
    void setButtonHeight(int height) { m_buttonHeight = height; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the words of a row lie; its buttons begin there, too.
    [[nodiscard]] int textLeft() const;

private:
    struct Lines {
        QRect icon;
        QRect words;
        QRect state;
        QRect table; ///< of a conflict: both sides of each field
        int bottom = 0;
    };

    [[nodiscard]] Lines linesOf(const QRect &row, const QModelIndex &index) const;
    [[nodiscard]] DifferenceTable tableOf(const QModelIndex &index) const;
    [[nodiscard]] bool isMarked(const QModelIndex &index) const { return index == m_marked; }

    const Theme &m_theme;
    QString m_service;
    QPersistentModelIndex m_marked;
    int m_buttonHeight = 0;
};

}
