// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/planform.h"
#include "ui/settings/weatherform.h"
#include "ui/shell/columnpage.h"

namespace ui {

/// What the service keeps of the athlete's choices: plan and weather.
class SettingsPage : public ColumnPage
{
    Q_OBJECT

public:
    SettingsPage(const Theme &theme, const QLocale &locale, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    [[nodiscard]] PlanForm &plan() { return *m_plan; }
    [[nodiscard]] WeatherForm &weather() { return *m_weather; }

Q_SIGNALS:
    void shown(); ///< the choices should be read anew

private:
    PlanForm *m_plan;
    WeatherForm *m_weather;
};

}
