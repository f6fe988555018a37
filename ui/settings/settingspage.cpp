// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widestOfSettings = 160;

}

SettingsPage::SettingsPage(const Theme &theme, const QLocale &locale, QWidget *parent)
    : ColumnPage(theme, tr("Plan and weather"), tr("As the service keeps them"), widestOfSettings, parent)
    , m_plan(new PlanForm(theme, locale))
    , m_weather(new WeatherForm(theme, locale))
{
    setObjectName(u"settings-page"_s);
    column().addWidget(m_plan);
    column().addWidget(m_weather);
    column().addStretch(1);
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

}
