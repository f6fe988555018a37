// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QToolButton>

namespace ui {

/// A flat button that is an icon; its words are in the tip and for the screen reader.
class ToolButton : public QToolButton
{
    Q_OBJECT

public:
    ToolButton(const Theme &theme, const QString &icon, const QString &words, QWidget *parent = nullptr);

    void setWords(const QString &words);
    void setIconName(const QString &icon);

private:
    void refresh();

    const Theme &m_theme;
};

}
