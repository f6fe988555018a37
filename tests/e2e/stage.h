// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QTemporaryDir>

namespace e2e {

/// A machine of its own for one run: screen, window manager, message bus and empty home. Nothing of it touches the
/// person's desktop, and it all ends with this object.
class Stage
{
public:
    /// The programs it needs and this machine lacks.
    [[nodiscard]] static QStringList missingPrograms();

    ~Stage();
    /// Empty, or what did not start.
    [[nodiscard]] QString start();

    [[nodiscard]] const QProcessEnvironment &environment() const { return m_environment; }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString busAddress() const { return m_environment.value(QStringLiteral("DBUS_SESSION_BUS_ADDRESS")); }
    /// Keeps a picture of the screen in the folder of the build; returns its path.
    QString photograph(const QString &name) const;

private:
    [[nodiscard]] QString launch(QProcess &process, const QString &program, const QStringList &arguments);
    [[nodiscard]] QString firstLineOf(QProcess &process);

    QTemporaryDir m_folder;
    QProcessEnvironment m_environment;
    QProcess m_screen;
    QProcess m_bus;
    QProcess m_windowManager;
};

}
