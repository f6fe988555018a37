// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/columnpage.h"

#include "ui/shell/pageheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {

ColumnPage::ColumnPage(
    const Theme &theme, const QString &heading, const QString &note, int widestSteps, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_content(new QWidget)
{
    setAutoFillBackground(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    auto *header = new PageHeader(theme, heading);
    header->setNote(note);
    outer->addWidget(header);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(theme.spacing(4), theme.spacing(4), theme.spacing(4), theme.spacing(6));
    auto *narrow = new QWidget;
    narrow->setMaximumWidth(theme.spacing(widestSteps));
    m_column = new QVBoxLayout(narrow);
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.spacing(4));
    row->addWidget(narrow, 1);
    row->addStretch(0);
    scroll->setWidget(m_content);
    outer->addWidget(scroll, 1);
    connect(&theme, &Theme::changed, this, &ColumnPage::applyTheme);
    applyTheme();
}

void ColumnPage::applyTheme()
{
    for (QWidget *widget : {static_cast<QWidget *>(this), m_content}) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::Window, m_theme.color(Token::Window));
        widget->setPalette(colors);
    }
}

}
