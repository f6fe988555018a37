// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace ui {

/// One page of the window. It owns its header (see PageHeader) and is told when it comes to the front.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0; ///< for the window's title and the rail's tips
    virtual void activated() { } ///< the page was brought to the front and should take the focus
    [[nodiscard]] virtual QWidget *toolbarExtras() { return nullptr; } ///< shown at the right end of its header
};

}
