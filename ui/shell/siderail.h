// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QWidget>

class QAction;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace ui {

/// The slim bar at the left: one icon for each page, the account's menu at the bottom.
class SideRail : public QWidget
{
    Q_OBJECT

public:
    SideRail(const Theme &theme, QMenu *menu, QWidget *parent = nullptr);

    void addPage(QAction *action); ///< a checkable action with an icon

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();
    void prepare(QToolButton *button);

    const Theme &m_theme;
    QVBoxLayout *m_pages;
    QList<QToolButton *> m_buttons;
};

}
