// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/theme.h"

class QSettings;

namespace app {

/// What the person chose for the whole program, kept in the settings file. Nothing of an account is in it.
class Preferences
{
public:
    explicit Preferences(QSettings &settings)
        : m_settings(settings)
    {
    }

    [[nodiscard]] ui::Theme::Choice theme() const; ///< the system's unless another was chosen
    void setTheme(ui::Theme::Choice choice);

    [[nodiscard]] bool libraryShown() const; ///< beside the calendar
    void setLibraryShown(bool shown);

    [[nodiscard]] QString dragFormat() const; ///< of cards dragged to other programs; empty if none was chosen
    void setDragFormat(const QString &format);

private:
    QSettings &m_settings;
};

}
