// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

namespace app {

/// Joins the page of plan and weather to the service. The choices are read when the page is shown, and each change is
/// sent at once, with what came of it said in the window.
class SettingsDesk : public QObject
{
    Q_OBJECT

public:
    SettingsDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, const QLocale &locale);
    ~SettingsDesk() override;

    [[nodiscard]] ui::SettingsPage *makePage(); ///< once; the caller takes it

Q_SIGNALS:
    void failed(const domain::Error &error);
    void weatherChanged(); ///< other places: the forecast is another one

private:
    void refresh();
    void readPlan();
    void setPlan(const domain::TrainingPlan &before, const domain::TrainingPlan &after);
    void applyChanges();
    void setWeather(const domain::Weather &weather);
    void fail(domain::Error error, const QString &item);

    Session &m_session;
    ui::Shell &m_shell;
    const ui::Theme &m_theme;
    QLocale m_locale;
    ui::SettingsPage *m_page = nullptr;
};

}
