// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QList>

class QPainter;

namespace ui {

/// A field in two states.
struct Difference {
    QString field;
    QString left;
    QString right;
};

/// Two states of some fields beside each other: the field's name at the side, both values with as many lines as they
/// need. With heads both sides count alike; without, the left one is what is no longer.
class DifferenceTable
{
public:
    DifferenceTable(const Theme &theme, QList<Difference> rows, QString leftHead = {}, QString rightHead = {});

    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    [[nodiscard]] int height(int width) const;
    void paint(QPainter &painter, const QRect &place, Qt::LayoutDirection direction) const;

private:
    struct Columns {
        QRect field;
        QRect left;
        QRect right;
    };
    [[nodiscard]] Columns columns(int width) const;
    [[nodiscard]] int rowHeight(const Difference &row, const Columns &columns) const;
    [[nodiscard]] int headHeight() const;
    [[nodiscard]] bool hasHeads() const { return !m_leftHead.isEmpty(); }

    const Theme &m_theme;
    QList<Difference> m_rows;
    QString m_leftHead;
    QString m_rightHead;
};

}
