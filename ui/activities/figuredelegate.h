// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QStyledItemDelegate>

namespace ui {

/// Paints a cell of a table of figures from its roles: value, quiet unit, what is unknown fainter still, a line below.
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FigureDelegate(const Theme &theme, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] static int padding(const Theme &theme); ///< left and right of a cell's text
    [[nodiscard]] static int indent(const Theme &theme, int column); ///< the first column starts where titles do

protected:
    struct Look {
        QColor ink;
        QFont::Weight weight = QFont::Normal;
    };

    [[nodiscard]] virtual Look look(const QModelIndex &index) const;
    /// Draws what stands before the text and says how wide it is.
    [[nodiscard]] virtual double paintLead(QPainter &painter, const QRectF &place, const QModelIndex &index) const;
    [[nodiscard]] const Theme &theme() const { return m_theme; }

private:
    void paintText(QPainter &painter, const QRectF &place, const QModelIndex &index, bool mirrored) const;

    const Theme &m_theme;
};

}
