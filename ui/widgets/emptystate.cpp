// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/widgets/textlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(
    const Theme &theme, const QString &icon, const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_iconName(icon)
    , m_icon(new QLabel(this))
    , m_sentence(new TextLabel(theme, TextRole::Body, Token::TextSecond, sentence, this))
{
    auto *column = new QVBoxLayout(this);
    column->setSpacing(theme.spacing(3));
    m_icon->setAlignment(Qt::AlignCenter);
    m_sentence->setWrapped(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setMaximumWidth(m_sentence->fontMetrics().averageCharWidth() * 64);
    // Centred by the stretches: an alignment would make the layout forget the height that broken lines need.
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(m_sentence, 100);
    row->addStretch(1);
    column->addStretch(2);
    column->addWidget(m_icon, 0, Qt::AlignCenter);
    column->addLayout(row);
    if (!action.isEmpty()) {
        auto *button = new QPushButton(action, this);
        column->addWidget(button, 0, Qt::AlignCenter);
        connect(button, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    }
    column->addStretch(3);
    connect(&theme, &Theme::changed, this, &EmptyState::refresh);
    refresh();
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::refresh()
{
    m_icon->setPixmap(
        m_theme.pixmap(m_iconName, m_theme.color(Token::TextThird), m_theme.spacing(9), devicePixelRatioF()));
}

}
