// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsmodel.h"
#include "models/items/geartable.h"
#include "models/store/syncstatus.h"
#include "tests/render/demostore.h"
#include "ui/shell/actions.h"

#include <QImage>

namespace ui {
class ActivitiesPage;
class BuilderPage;
class CalendarPage;
class Shell;
}

namespace render {

/// The pages that there are pictures of.
enum class Subject {
    Calendar,
    Dragging,
    Targets,
    Library,
    Builder,
    Activities,
    Activity,
    Wellness,
    Outbox,
    Conflict,
    History,
    Trash,
    Accounts,
    Gear,
    Choices,
    Start
};

[[nodiscard]] QList<Subject> subjects();
[[nodiscard]] QString nameOf(Subject subject); ///< "calendar-dragging": how its files begin
[[nodiscard]] QString nameOf(ui::Theme::Choice choice); ///< "light", "dark"

/// The moment all pictures show: a Wednesday morning.
[[nodiscard]] const domain::Clock &clock();

/// Style, font, locale and a caret that does not blink; to be called once, before the first scene. Empty, or what this
/// machine lacks for comparable pictures.
[[nodiscard]] QString prepare();

/// One page of the program in its window, put into the state it is drawn in. What is seen is the program's own shell
/// and pages; only the account and the sync are not there.
class Scene
{
public:
    Scene(DemoStore &demo, Subject subject, ui::Theme::Choice choice, QSize size = {1440, 900});
    ~Scene();

    [[nodiscard]] QString failure() const { return m_failure; } ///< what is not there to be shown; empty if all is
    [[nodiscard]] QWidget &window() { return *m_window; }
    [[nodiscard]] QImage picture(); ///< as fine as the screen is

private:
    [[nodiscard]] std::unique_ptr<QWidget> start();
    [[nodiscard]] std::unique_ptr<QWidget> shell();
    void settle();
    void compose(Subject subject);
    void drag();
    void openRide();
    void openLibrary();
    void build();
    void openOutbox();
    void openConflict();
    void openHistory();
    void openTrash();
    void openAccounts();
    void openGear();
    void openChoices();
    [[nodiscard]] QList<store::Summary> planned(int least); ///< workouts with steps from tomorrow on
    void pull(const domain::LocalId &id, const QJsonObject &news); ///< the service has changed it so

    DemoStore &m_demo;
    ui::Theme m_theme;
    ui::Actions m_actions;
    store::SyncStatus m_status;
    std::unique_ptr<QWidget> m_window;
    ui::Shell *m_shell = nullptr;
    ui::CalendarPage *m_calendar = nullptr;
    ui::ActivitiesPage *m_activities = nullptr;
    ui::BuilderPage *m_builder = nullptr;
    int m_pulls = 0; ///< changes of the service that this scene brought
    std::unique_ptr<items::AccountsModel> m_accounts;
    std::unique_ptr<items::GearTable> m_gear;
    QString m_failure;
};

}
