// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/accountwindow.h"

#include <QElapsedTimer>
#include <QImage>
#include <QTimer>
#include <functional>
#include <vector>

namespace app {

/// Shows the program to itself on a machine where nobody looks: drags a planned workout to the next day with the
/// mouse, takes it back, opens an activity and wellness, and writes a picture of each into a folder. It is not a test,
/// but it stops at the first thing that does not appear.
class Tour : public QObject
{
    Q_OBJECT

public:
    Tour(Window &window, Session &session, const QString &folder, QObject *parent = nullptr);

    /// Goes through the open account and ends the program: with 0, or with a sentence and 1.
    static void begin(AccountWindow &account, const QString &folder);
    void start();

Q_SIGNALS:
    void ended(const QString &failure); ///< empty if everything appeared

private:
    /// Something to wait for, and what is done once it is there.
    struct Step {
        QString awaited; ///< how the failure names it
        std::function<bool()> isThere;
        std::function<void()> act;
        QString picture = {}; ///< the name of the one that is taken first
    };

    void planCalendar();
    void planPages();
    void look();
    void end(const QString &failure);
    [[nodiscard]] bool isSettled();
    [[nodiscard]] bool isOn(QDate day);
    [[nodiscard]] bool chooseWorkout();
    [[nodiscard]] bool chooseRide();
    void press();
    void carry();
    void drop();
    void undo();
    void mouse(QEvent::Type type, QPoint at);
    /// Takes the picture once the window looks the same twice, for a page that has just been built is still moving.
    /// False until then.
    [[nodiscard]] bool photograph(const QString &name);

    Window &m_window;
    Session &m_session;
    QString m_folder;
    std::vector<Step> m_steps;
    std::size_t m_next = 0;
    QTimer m_watch;
    QElapsedTimer m_waiting;
    QImage m_seen; ///< of the window, at the last look
    domain::LocalId m_workout;
    QDate m_day; ///< of the workout before it is moved
    domain::LocalId m_ride;
};

}
