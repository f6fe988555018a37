// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/tokens.h"

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

// In the order of enum Token. Text tokens are dark (or light) enough for 4.5:1 on every ground they are used on.
constexpr TokenTable lightTable = {
    0xfff6f7f9, // Window
    0xffffffff, // Surface
    0xffeef0f3, // Sunken
    0xffe2e5ea, // Line
    0xff191c20, // Text
    0xff565e6b, // TextSecond
    0xff5f6774, // TextThird
    0xff215bd4, // Accent
    0xffe9f0fe, // AccentWash
    0xffffffff, // OnAccent
    0xff1b7549, // Good
    0xff8a5c00, // Warning
    0xffb9352c, // Bad
    0xff2f6fed, // Ride
    0xffe2682a, // Run
    0xff0f9bb0, // Swim
    0xff8260cf, // Strength
    0xff7a8594, // OtherSport
    0xff805700, // Race
    0xff215bd4, // Fitness
    0xff9a3bad, // Fatigue
    0xfffafbfc, // WeekendWash
    0xffa3adb9,
    0xff5a97dd,
    0xff3fb08f,
    0xffe3b53a,
    0xffe7812f,
    0xffd8463e,
    0xff9b4fb8, // zones 1 to 7
};

constexpr TokenTable darkTable = {
    0xff121418, // Window
    0xff191c21, // Surface
    0xff22262d, // Sunken
    0xff2b3038, // Line
    0xffe9ebee, // Text
    0xffa5adba, // TextSecond
    0xff8f99a8, // TextThird
    0xff7aa3ff, // Accent
    0xff1d2a45, // AccentWash
    0xff0e1626, // OnAccent
    0xff4cb886, // Good
    0xffe0ac45, // Warning
    0xfff07a72, // Bad
    0xff6d9bff, // Ride
    0xfff08a52, // Run
    0xff3dbccc, // Swim
    0xffa68be6, // Strength
    0xff8e99a8, // OtherSport
    0xffe0ab3c, // Race
    0xff7aa3ff, // Fitness
    0xffcf7fdc, // Fatigue
    0xff16191d, // WeekendWash
    0xff6f7986,
    0xff4f86c6,
    0xff3c9d81,
    0xffcfa53a,
    0xffd5772f,
    0xffc7453e,
    0xff8f57a8, // zones 1 to 7
};

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

}

const TokenTable &tokenTable(Theme::Scheme scheme)
{
    return scheme == Theme::Scheme::Dark ? darkTable : lightTable;
}

QColor colorOf(const TokenTable &table, Token token)
{
    return QColor::fromRgb(table.at(static_cast<std::size_t>(token)));
}

QColor mixed(const QColor &color, const QColor &ground, double share)
{
    const double part = std::clamp(share, 0.0, 1.0);
    const auto channel = [part](int over, int under) { return qRound(over * part + under * (1.0 - part)); };
    return QColor(channel(color.red(), ground.red()),
        channel(color.green(), ground.green()),
        channel(color.blue(), ground.blue()));
}

double contrast(const QColor &text, const QColor &ground)
{
    const double one = luminance(text);
    const double other = luminance(ground);
    return (std::max(one, other) + 0.05) / (std::min(one, other) + 0.05);
}

}
