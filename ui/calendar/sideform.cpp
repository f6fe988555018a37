// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/calendar/sideform.h"

#include "ui/theme/theme.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/toolbutton.h"

#include <QFrame>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

SideForm asSideForm(QFrame &frame, const Theme &theme)
{
    frame.setFrameShape(QFrame::NoFrame);
    frame.setAutoFillBackground(true);
    frame.setFixedWidth(theme.spacing(72));
    auto *rows = new QVBoxLayout(&frame);
    rows->setContentsMargins(theme.spacing(4), theme.spacing(3), theme.spacing(4), theme.spacing(4));
    rows->setSpacing(theme.spacing(3));
    auto *title = new TextLabel(theme, TextRole::Section, Token::Text);
    title->setWeight(QFont::DemiBold);
    auto *close = new ToolButton(theme, u"close"_s, QFrame::tr("Close (Esc)"));
    auto *head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(close);
    rows->addLayout(head);
    return {rows, title, close};
}

}
