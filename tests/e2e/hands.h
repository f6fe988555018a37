// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QProcessEnvironment>
#include <QStringList>

namespace e2e {

/// The mouse and the keyboard of the stage, moved by xdotool: what the program gets are the X server's own events.
class Hands
{
public:
    explicit Hands(const QProcessEnvironment &environment)
        : m_environment(environment)
    {
    }

    void click(QPoint at) const;
    void doubleClick(QPoint at) const;
    void press(QPoint at) const; ///< and holds
    void moveTo(QPoint from, QPoint to) const; ///< on a straight line, in steps
    void release() const;
    void drag(QPoint from, QPoint to) const;
    void keys(const QStringList &names) const; ///< as xdotool names them: "ctrl+z", "alt+Right"
    void type(const QString &text) const;
    /// The process of the window that has the keyboard; 0 if there is none.
    [[nodiscard]] qint64 activeProcess() const;

private:
    QByteArray run(const QStringList &arguments) const;

    QProcessEnvironment m_environment;
};

}
