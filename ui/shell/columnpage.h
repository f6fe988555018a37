// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/page.h"
#include "ui/theme/theme.h"

class QVBoxLayout;

namespace ui {

/// A page of cards below each other, in a column that does not get wider than is good to read, and is scrolled if it is
/// longer than the window.
class ColumnPage : public Page
{
    Q_OBJECT

protected:
    /// The width is in steps of the theme's grid.
    ColumnPage(const Theme &theme, const QString &heading, const QString &note, int widestSteps, QWidget *parent);

    [[nodiscard]] QVBoxLayout &column() { return *m_column; }

    const Theme &m_theme;

private:
    void applyTheme();

    QWidget *m_content;
    QVBoxLayout *m_column;
};

}
