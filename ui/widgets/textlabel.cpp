// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/textlabel.h"

namespace ui {

TextLabel::TextLabel(const Theme &theme, TextRole role, Token token, const QString &text, QWidget *parent)
    : QLabel(parent)
    , m_theme(theme)
    , m_role(role)
    , m_token(token)
{
    setTextFormat(Qt::PlainText);
    setText(text);
    connect(&theme, &Theme::changed, this, &TextLabel::refresh);
    refresh();
}

void TextLabel::setToken(Token token)
{
    m_token = token;
    refresh();
}

void TextLabel::setWeight(QFont::Weight weight)
{
    m_weight = weight;
    refresh();
}

void TextLabel::setWrapped(bool wrapped)
{
    setWordWrap(wrapped);
    QSizePolicy policy(wrapped ? QSizePolicy::Preferred : QSizePolicy::Minimum, QSizePolicy::Minimum);
    policy.setHeightForWidth(wrapped);
    setSizePolicy(policy);
}

void TextLabel::refresh()
{
    setFont(m_theme.font(m_role, m_weight));
    QPalette colors;
    colors.setColor(QPalette::WindowText, m_theme.color(m_token));
    setPalette(colors);
}

}
