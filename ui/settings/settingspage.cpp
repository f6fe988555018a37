// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "ui/shell/pageheader.h"

#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widestOfSettings = 160;

}

SettingsPage::SettingsPage(const Theme &theme, const QLocale &locale, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
{
    setObjectName(u"settings-page"_s);
    setAutoFillBackground(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    auto *header = new PageHeader(theme, title());
    header->setNote(tr("As the service keeps them"));
    outer->addWidget(header);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget;
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(theme.spacing(4), theme.spacing(4), theme.spacing(4), theme.spacing(6));
    auto *narrow = new QWidget;
    narrow->setMaximumWidth(theme.spacing(widestOfSettings));
    auto *column = new QVBoxLayout(narrow);
    column->setContentsMargins({});
    column->setSpacing(theme.spacing(4));
    m_plan = new PlanForm(theme, locale);
    m_weather = new WeatherForm(theme, locale);
    column->addWidget(m_plan);
    column->addWidget(m_weather);
    column->addStretch(1);
    row->addWidget(narrow, 1);
    row->addStretch(0);
    scroll->setWidget(m_content);
    outer->addWidget(scroll, 1);
    connect(&theme, &Theme::changed, this, &SettingsPage::applyTheme);
    applyTheme();
}

QString SettingsPage::title() const
{
    return tr("Plan and weather");
}

void SettingsPage::activated()
{
    setFocus(Qt::OtherFocusReason);
    Q_EMIT shown();
}

void SettingsPage::applyTheme()
{
    for (QWidget *widget : {static_cast<QWidget *>(this), m_content}) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::Window, m_theme.color(Token::Window));
        widget->setPalette(colors);
    }
}

}
