// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QHeaderView>
#include <QTableView>

namespace ui {

/// The head of such a table: quiet words over their columns, the order as a small triangle beside the word.
class RowHead : public QHeaderView
{
    Q_OBJECT

public:
    explicit RowHead(const Theme &theme, QWidget *parent = nullptr);

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;

private:
    const Theme &m_theme;
};

/// A table of whole rows: one is chosen, the one below the mouse is washed, Enter or a double click opens it. What the
/// cells look like is the delegate's affair.
class RowTable : public QTableView
{
    Q_OBJECT

public:
    explicit RowTable(const Theme &theme, QWidget *parent = nullptr);

    [[nodiscard]] int hoveredRow() const { return m_hovered; }
    [[nodiscard]] int heightOfRows(int rows) const; ///< with the head
    void chooseRow(int row); ///< -1: none

Q_SIGNALS:
    void themeApplied(); ///< fonts changed: time to measure columns

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    void applyTheme();
    void hover(int row);

    const Theme &m_theme;
    int m_hovered = -1;
};

}
