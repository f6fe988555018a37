// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/pageheader.h"

#include "ui/widgets/elidedlabel.h"

#include <QHBoxLayout>
#include <QPainter>

namespace ui {

PageHeader::PageHeader(const Theme &theme, const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_title(new ElidedLabel(theme, TextRole::Title, Token::Text, title, this))
    , m_note(new ElidedLabel(theme, TextRole::Body, Token::TextSecond, {}, this))
    , m_centre(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(theme.spacing(4), 0, theme.spacing(4), 1);
    row->setSpacing(theme.spacing(3));
    m_title->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_centre->setSpacing(theme.spacing(2));
    m_right->setSpacing(theme.spacing(2));
    row->addWidget(m_title);
    row->addWidget(m_note, 1);
    row->addLayout(m_centre);
    row->addLayout(m_right);
    connect(&theme, &Theme::changed, this, &PageHeader::refresh);
    refresh();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setNote(const QString &note)
{
    m_note->setText(note);
}

void PageHeader::addCentre(QWidget *widget)
{
    m_centre->addWidget(widget);
}

void PageHeader::addRight(QWidget *widget)
{
    m_right->addWidget(widget);
}

void PageHeader::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), m_theme.color(Token::Line));
}

void PageHeader::refresh()
{
    setFixedHeight(std::max(48, m_theme.rowHeight() + m_theme.spacing(5)));
    update();
}

}
