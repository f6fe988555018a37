// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QFrame>
#include <QPointer>

namespace ui {

/// A panel that lies over the right end of another widget and keeps its height; the pages below stay as they are.
/// Escape closes it and gives the focus back.
class SidePanel : public QFrame
{
    Q_OBJECT

public:
    explicit SidePanel(const Theme &theme, QWidget *parent = nullptr);

    void placeOver(QWidget *pages); ///< a neighbour in the same parent, whose place it follows
    void open(); ///< shows it and gives it the focus
    void dismiss();

Q_SIGNALS:
    void closed();

protected:
    virtual void takeFocus() = 0; ///< called when it is open
    [[nodiscard]] virtual int wantedWidth() const = 0;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

    const Theme &m_theme;

private:
    void place();

    QPointer<QWidget> m_pages;
    QPointer<QWidget> m_before; ///< had the focus before it was opened
};

}
