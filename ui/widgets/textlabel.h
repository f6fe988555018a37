// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

#include <QLabel>

namespace ui {

/// Plain text in one of the theme's sizes and colours; it follows the theme. Never rich text.
class TextLabel : public QLabel
{
    Q_OBJECT

public:
    TextLabel(const Theme &theme, TextRole role, Token token, const QString &text = {}, QWidget *parent = nullptr);

    void setToken(Token token);
    void setWeight(QFont::Weight weight);
    /// Breaks long text into lines.
    void setWrapped(bool wrapped);

private:
    void refresh();

    const Theme &m_theme;
    TextRole m_role;
    Token m_token;
    QFont::Weight m_weight = QFont::Normal;
};

}
