// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QRect>

class QSettings;
class QWidget;

namespace ui {

/// Where the window was. Only plain numbers are read, and what they say is fitted to the screens there are now.
class WindowState
{
public:
    explicit WindowState(QSettings &settings);

    void restore(QWidget &window) const; ///< before it is shown
    void save(const QWidget &window);

    /// The rectangle moved and shrunk into the screen that shows most of it, or into the first.
    [[nodiscard]] static QRect fitted(const QRect &wanted, const QList<QRect> &screens);

private:
    [[nodiscard]] int number(const char *key, int otherwise) const;

    QSettings &m_settings;
};

}
