// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "ui/calendar/calendarpage.h"
#include "ui/theme/theme.h"

#include <QLabel>
#include <QMainWindow>

namespace app {

/// The main window of an open account: the calendar, the edit actions, and below it what synchronisation does and what
/// the last gesture did.
class Window : public QMainWindow
{
    Q_OBJECT

public:
    Window(Session &session, ui::Theme &theme, const QString &accountName);

private:
    void addActions();
    void showStatus();
    void say(const QString &text, bool undoable);
    void fail(const domain::Error &error);

    Session &m_session;
    ui::CalendarPage *m_calendar;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QLabel *m_state = nullptr;
    QLabel *m_sentence = nullptr;
};

}
