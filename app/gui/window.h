// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "app/gui/accountdesk.h"
#include "app/gui/forecastdesk.h"
#include "app/gui/geardesk.h"
#include "app/gui/keptdesk.h"
#include "app/gui/outboxdesk.h"
#include "app/gui/settingsdesk.h"
#include "app/gui/storenotices.h"
#include "app/gui/syncmessages.h"
#include "ui/activities/activitiespage.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/shell.h"
#include "ui/shell/windowstate.h"
#include "ui/wellness/wellnesspage.h"

#include <QSettings>

namespace ui {
class BuilderPage;
class DeferredPage;
}

namespace app {

/// Joins the window to an open account: what pages ask for goes to the store and to sync, what they say to the status
/// line.
class Window : public QObject
{
    Q_OBJECT

public:
    enum PageIndex { Calendar, Activities, Wellness, Builder, AccountData, Gear, Choices };

    Window(Session &session, ui::Theme &theme, QSettings &settings, const QString &accountName);
    ~Window() override;

    void show() { m_shell.show(); }
    [[nodiscard]] ui::Shell &shell() { return m_shell; }
    [[nodiscard]] ui::CalendarPage &calendar() { return *m_calendar; }
    [[nodiscard]] OutboxDesk &outbox() { return m_outbox; }
    [[nodiscard]] KeptDesk &kept() { return m_kept; }
    [[nodiscard]] AccountDesk &accounts() { return m_accounts; }
    [[nodiscard]] ui::ActivitiesPage &activities(); ///< built now if it has not been shown yet
    [[nodiscard]] ui::WellnessPage &wellness();
    [[nodiscard]] ui::BuilderPage &builder();

private:
    void addPages();
    [[nodiscard]] ui::Page *makeActivities();
    [[nodiscard]] ui::Page *makeWellness();
    [[nodiscard]] ui::Page *makeBuilder();
    void answerActions();
    void listen();
    void pageShown(int index);
    void openWaiting(const domain::LocalId &id, items::OutboxSubject subject);
    void openActivity(const domain::LocalId &id);
    void build(const domain::LocalId &id);
    void buildTemplate(const domain::LocalId &workout);
    void offerUnsaved();
    void upload(const QStringList &paths);
    void listenToUploads();
    void updateHistory();
    void turn(bool redo);

    Session &m_session;
    QSettings &m_settings;
    ui::Theme &m_theme;
    QLocale m_locale;
    ui::Actions m_actions;
    ui::WindowState m_state;
    ui::Shell m_shell;
    SyncMessages m_messages;
    OutboxDesk m_outbox;
    KeptDesk m_kept;
    AccountDesk m_accounts;
    GearDesk m_gear;
    SettingsDesk m_choices;
    ForecastDesk m_forecast;
    StoreNotices m_notices;
    ui::CalendarPage *m_calendar;
    ui::DeferredPage *m_activitiesPlace;
    ui::DeferredPage *m_wellnessPlace;
    ui::DeferredPage *m_builderPlace;
    ui::DeferredPage *m_accountsPlace;
    ui::DeferredPage *m_gearPlace;
    ui::DeferredPage *m_choicesPlace;
    ui::ActivitiesPage *m_activities = nullptr;
    ui::WellnessPage *m_wellness = nullptr;
    ui::BuilderPage *m_builder = nullptr;
};

}
