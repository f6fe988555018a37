// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/preferences.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr auto themeKey = "view/theme"_L1;
// In the order of Theme::Choice.
constexpr QLatin1StringView themeNames[] {"system"_L1, "light"_L1, "dark"_L1};

}

ui::Theme::Choice Preferences::theme() const
{
    const QString name = m_settings.value(themeKey).toString();
    const auto *found = std::find(std::begin(themeNames), std::end(themeNames), name);
    return found == std::end(themeNames) ? ui::Theme::Choice::System
                                         : static_cast<ui::Theme::Choice>(found - std::begin(themeNames));
}

void Preferences::setTheme(ui::Theme::Choice choice)
{
    m_settings.setValue(themeKey, QString(themeNames[static_cast<std::size_t>(choice)]));
    m_settings.sync();
}

bool Preferences::libraryShown() const
{
    return m_settings.value(u"calendar/library"_s, false).toBool();
}

void Preferences::setLibraryShown(bool shown)
{
    m_settings.setValue(u"calendar/library"_s, shown);
}

QString Preferences::dragFormat() const
{
    return m_settings.value(u"calendar/drag-format"_s).toString();
}

void Preferences::setDragFormat(const QString &format)
{
    m_settings.setValue(u"calendar/drag-format"_s, format);
}

}
