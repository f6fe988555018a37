// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractScrollArea;

namespace ui {

/// Shows buttons over a row of a list. It stands beside the list and not in its viewport, because a screen reader is
/// told nothing but the rows of a list; where the row is scrolled away the buttons are cut off with it.
class RowOverlay : public QWidget
{
    Q_OBJECT

public:
    /// The list must have its parent already: the overlay becomes its sibling.
    explicit RowOverlay(QAbstractScrollArea *list);

    void setContent(QWidget *content); ///< a child of this
    void place(const QRect &inViewport); ///< where the content lies

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void arrange();

    QAbstractScrollArea *m_list;
    QWidget *m_content = nullptr;
    QRect m_place;
};

}
