// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/e2e/stage.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTest>

using namespace Qt::StringLiterals;

namespace e2e {

namespace {

constexpr int patience = 20'000;

/// Without key bindings: every key of the test is for the program.
constexpr auto windowManagerSettings = R"(<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <desktops><number>1</number></desktops>
  <keyboard/>
  <mouse>
    <context name="Client">
      <mousebind button="Left" action="Press"><action name="Focus"/><action name="Raise"/></mousebind>
    </context>
  </mouse>
</openbox_config>
)";

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(5000)) {
        process.kill();
        process.waitForFinished(5000);
    }
}

}

QStringList Stage::missingPrograms()
{
    QStringList missing;
    for (const QString &program : {u"Xvfb"_s, u"openbox"_s, u"xdotool"_s, u"dbus-daemon"_s}) {
        if (QStandardPaths::findExecutable(program).isEmpty())
            missing.append(program);
    }
    const QStringList services
        = QStandardPaths::locateAll(QStandardPaths::GenericDataLocation, u"dbus-1/services/org.a11y.Bus.service"_s);
    if (services.isEmpty() && !QFile::exists(u"/usr/share/dbus-1/services/org.a11y.Bus.service"_s))
        missing.append(u"at-spi2-core"_s);
    return missing;
}

Stage::~Stage()
{
    end(m_windowManager);
    end(m_bus);
    end(m_screen);
}

QString Stage::launch(QProcess &process, const QString &program, const QStringList &arguments)
{
    process.setProcessEnvironment(m_environment);
    process.start(program, arguments);
    return process.waitForStarted(patience) ? QString() : program + u": "_s + process.errorString();
}

QString Stage::firstLineOf(QProcess &process)
{
    if (!QTest::qWaitFor([&process] { return process.canReadLine(); }, patience))
        return {};
    return QString::fromLatin1(process.readLine()).trimmed();
}

QString Stage::start()
{
    m_environment = QProcessEnvironment::systemEnvironment();
    for (const QString &foreign : {u"DISPLAY"_s,
             u"WAYLAND_DISPLAY"_s,
             u"XAUTHORITY"_s,
             u"QT_STYLE_OVERRIDE"_s,
             u"QT_SCALE_FACTOR"_s,
             u"MICROCYCLE_API_KEY"_s,
             u"AT_SPI_BUS_ADDRESS"_s,
             u"NO_AT_BRIDGE"_s})
        m_environment.remove(foreign);
    for (const QString &folder : {u"home"_s, u"run"_s, u"data"_s}) {
        QDir().mkpath(path(folder));
        QFile::setPermissions(path(folder), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    m_environment.insert(u"HOME"_s, path(u"home"_s));
    m_environment.insert(u"XDG_RUNTIME_DIR"_s, path(u"run"_s));
    m_environment.insert(u"MICROCYCLE_DATA_DIR"_s, path(u"data"_s));
    m_environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    m_environment.insert(u"QT_LINUX_ACCESSIBILITY_ALWAYS_ON"_s, u"1"_s);

    QFile settings(path(u"windows.xml"_s));
    if (!settings.open(QIODevice::WriteOnly) || settings.write(windowManagerSettings) < 0)
        return settings.errorString();
    settings.close();

    if (const QString failure = launch(m_screen,
            u"Xvfb"_s,
            {u"-displayfd"_s,
                u"1"_s,
                u"-screen"_s,
                u"0"_s,
                u"1600x1000x24"_s,
                u"-nolisten"_s,
                u"tcp"_s,
                u"-noreset"_s});
        !failure.isEmpty())
        return failure;
    const QString display = firstLineOf(m_screen);
    if (display.isEmpty())
        return u"Xvfb names no display"_s;
    m_environment.insert(u"DISPLAY"_s, u':' + display);

    if (const QString failure
        = launch(m_bus, u"dbus-daemon"_s, {u"--session"_s, u"--nofork"_s, u"--nopidfile"_s, u"--print-address=1"_s});
        !failure.isEmpty())
        return failure;
    const QString address = firstLineOf(m_bus);
    if (address.isEmpty())
        return u"dbus-daemon names no address"_s;
    m_environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, address);
    return launch(m_windowManager, u"openbox"_s, {u"--sm-disable"_s, u"--config-file"_s, settings.fileName()});
}

QString Stage::photograph(const QString &name) const
{
    const QString file = QDir::current().absoluteFilePath(u"e2e-%1.png"_s.arg(name));
    QProcess camera;
    camera.setProcessEnvironment(m_environment);
    camera.start(u"import"_s, {u"-window"_s, u"root"_s, file});
    const bool taken = camera.waitForFinished(10'000) && camera.exitCode() == 0;
    return taken ? file : u"no picture: import (ImageMagick) did not work"_s;
}

}
