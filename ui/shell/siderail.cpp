// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/siderail.h"

#include <QAction>
#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

/// A square icon whose chosen state is a washed plate.
class RailButton : public QToolButton
{
public:
    using QToolButton::QToolButton;

protected:
    void initStyleOption(QStyleOptionToolButton *option) const override
    {
        QToolButton::initStyleOption(option);
        option->features &= ~QStyleOptionToolButton::HasMenu; // no arrow over the icon
    }

    void paintEvent(QPaintEvent *) override
    {
        QStyleOptionToolButton option;
        initStyleOption(&option);
        QPainter painter(this);
        style()->drawPrimitive(QStyle::PE_PanelButtonTool, &option, &painter, this);
        const QIcon::State state = isChecked() || isDown() ? QIcon::On : QIcon::Off;
        QRect place(QPoint(), iconSize());
        place.moveCenter(rect().center());
        icon().paint(&painter, place, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled, state);
        if (hasFocus()) {
            QStyleOptionFocusRect ring;
            ring.initFrom(this);
            style()->drawPrimitive(QStyle::PE_FrameFocusRect, &ring, &painter, this);
        }
    }
};

}

SideRail::SideRail(const Theme &theme, QMenu *menu, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_pages(new QVBoxLayout)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme.spacing(3), 1, theme.spacing(3));
    m_pages->setSpacing(theme.spacing(2));
    column->addLayout(m_pages);
    column->addStretch(1);
    auto *settings = new RailButton(this);
    settings->setObjectName(u"rail-settings"_s);
    settings->setIcon(theme.icon(u"settings"_s));
    settings->setToolTip(tr("Account and settings"));
    settings->setAccessibleName(settings->toolTip());
    settings->setMenu(menu);
    settings->setPopupMode(QToolButton::InstantPopup);
    prepare(settings);
    column->addWidget(settings, 0, Qt::AlignHCenter);
    connect(&theme, &Theme::changed, this, &SideRail::refresh);
    refresh();
}

void SideRail::addPage(QAction *action)
{
    auto *button = new RailButton(this);
    button->setDefaultAction(action);
    button->setAccessibleName(action->text());
    prepare(button);
    m_pages->addWidget(button, 0, Qt::AlignHCenter);
    refresh();
}

void SideRail::prepare(QToolButton *button)
{
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    m_buttons.append(button);
}

void SideRail::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.color(Token::Surface));
    painter.fillRect(QRect(isRightToLeft() ? 0 : width() - 1, 0, 1, height()), m_theme.color(Token::Line));
}

void SideRail::refresh()
{
    setFixedWidth(std::max(56, m_theme.spacing(14)));
    for (QToolButton *button : std::as_const(m_buttons)) {
        button->setIconSize({m_theme.spacing(5), m_theme.spacing(5)});
        button->setFixedSize(m_theme.spacing(10), m_theme.spacing(10));
    }
    update();
}

}
