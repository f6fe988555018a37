// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowstate.h"

#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr QSize smallest(640, 480);
constexpr QSize usual(1360, 860);
constexpr int farAway = 100000; ///< no desktop is larger; keeps sums of broken numbers inside int

QList<QRect> screenRects()
{
    QList<QRect> rects;
    for (const QScreen *screen : QGuiApplication::screens())
        rects.append(screen->availableGeometry());
    return rects;
}

}

WindowState::WindowState(QSettings &settings)
    : m_settings(settings)
{
}

int WindowState::number(const char *key, int otherwise) const
{
    bool ok = false;
    const int value = m_settings.value("window/"_L1 + QLatin1StringView(key)).toString().toInt(&ok);
    return ok ? qBound(-farAway, value, farAway) : otherwise;
}

QRect WindowState::fitted(const QRect &wanted, const QList<QRect> &screens)
{
    if (screens.isEmpty())
        return wanted;
    QRect home = screens.constFirst();
    int most = 0;
    for (const QRect &screen : screens) {
        const QRect shown = screen.intersected(wanted);
        if (!shown.isEmpty() && shown.width() * shown.height() > most) {
            most = shown.width() * shown.height();
            home = screen;
        }
    }
    const QSize size = wanted.size().expandedTo(smallest).boundedTo(home.size());
    const int x = qBound(home.left(), wanted.x(), home.left() + home.width() - size.width());
    const int y = qBound(home.top(), wanted.y(), home.top() + home.height() - size.height());
    return {QPoint(x, y), size};
}

void WindowState::restore(QWidget &window) const
{
    const QList<QRect> screens = screenRects();
    QRect wanted(QPoint(0, 0), usual);
    if (!screens.isEmpty())
        wanted.moveCenter(screens.constFirst().center());
    wanted = {number("x", wanted.x()),
        number("y", wanted.y()),
        number("width", wanted.width()),
        number("height", wanted.height())};
    window.setGeometry(fitted(wanted, screens));
    if (number("maximized", 0) == 1)
        window.setWindowState(window.windowState() | Qt::WindowMaximized);
}

void WindowState::save(const QWidget &window)
{
    const bool maximized = window.isMaximized() || window.isFullScreen();
    const QRect rect = maximized ? window.normalGeometry() : window.geometry();
    m_settings.setValue("window/maximized"_L1, maximized ? 1 : 0);
    if (!rect.isValid())
        return;
    m_settings.setValue("window/x"_L1, rect.x());
    m_settings.setValue("window/y"_L1, rect.y());
    m_settings.setValue("window/width"_L1, rect.width());
    m_settings.setValue("window/height"_L1, rect.height());
}

}
