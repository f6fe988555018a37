// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/toolbutton.h"

namespace ui {

ToolButton::ToolButton(const Theme &theme, const QString &icon, const QString &words, QWidget *parent)
    : QToolButton(parent)
    , m_theme(theme)
{
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setIconName(icon);
    setWords(words);
    connect(&theme, &Theme::changed, this, &ToolButton::refresh);
    refresh();
}

void ToolButton::setWords(const QString &words)
{
    setText(words);
    setToolTip(words);
    setAccessibleName(words);
}

void ToolButton::setIconName(const QString &icon)
{
    setIcon(m_theme.icon(icon));
}

void ToolButton::refresh()
{
    setToolButtonStyle(Qt::ToolButtonIconOnly);
    setIconSize({m_theme.spacing(5), m_theme.spacing(5)});
    setFixedSize(m_theme.rowHeight(), m_theme.rowHeight());
    update();
}

}
