// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "ui/calendar/calendarpage.h"
#include "ui/shell/actions.h"
#include "ui/shell/shell.h"
#include "ui/shell/windowstate.h"

#include <QSettings>

namespace app {

/// Joins the window to an open account: what pages ask for goes to the store and to sync, what they say to the status line.
class Window : public QObject
{
    Q_OBJECT

public:
    Window(Session &session, ui::Theme &theme, QSettings &settings, const QString &accountName);

    void show() { m_shell.show(); }

private:
    void answerActions();
    void listen();
    void updateHistory();
    void turn(bool redo);
    void fail(const domain::Error &error);

    Session &m_session;
    ui::Theme &m_theme;
    ui::Actions m_actions;
    ui::WindowState m_state;
    ui::Shell m_shell;
    ui::CalendarPage *m_calendar;
};

}
