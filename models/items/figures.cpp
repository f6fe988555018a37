// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/figures.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr QChar minus(0x2212);
constexpr double metresPerMile = 1609.344;
constexpr double metresPerYard = 0.9144;
constexpr double feetPerMetre = 3.28084;
constexpr double slowest = 0.2; // slower is standing, and its pace would be an hour

}

QString Figures::none()
{
    return u"–"_s;
}

QString Figures::clock(double seconds)
{
    const auto whole = qint64(std::llround(std::max(0.0, seconds)));
    const QChar zero(u'0');
    if (whole < 3600)
        return u"%1:%2"_s.arg(whole / 60).arg(whole % 60, 2, 10, zero);
    return u"%1:%2:%3"_s.arg(whole / 3600).arg(whole / 60 % 60, 2, 10, zero).arg(whole % 60, 2, 10, zero);
}

Figure Figures::duration(std::optional<std::chrono::seconds> time)
{
    return {time ? clock(double(time->count())) : none(), {}};
}

QString Figures::number(double value, int decimals) const
{
    const QString text = m_locale.toString(std::abs(value), 'f', decimals);
    const bool zero = text == m_locale.toString(0.0, 'f', decimals);
    return value < 0 && !zero ? minus + text : text;
}

Figure Figures::plain(std::optional<double> value, const QString &unit, int decimals) const
{
    if (!value || !std::isfinite(*value))
        return {none(), {}};
    return {number(*value, decimals), unit};
}

Figure Figures::percent(std::optional<double> value, int decimals) const
{
    return plain(value, u"%"_s, decimals);
}

Figure Figures::distance(std::optional<double> metres, domain::SportFamily family) const
{
    if (!metres)
        return {none(), {}};
    if (family == domain::SportFamily::Swim)
        return m_miles ? plain(*metres / metresPerYard, u"yd"_s) : plain(*metres, u"m"_s);
    const double value = *metres / (m_miles ? metresPerMile : 1000.0);
    return plain(value, m_miles ? u"mi"_s : u"km"_s, value < 100 ? 1 : 0);
}

Figure Figures::height(std::optional<double> metres) const
{
    if (metres && m_miles)
        metres = *metres * feetPerMetre;
    return plain(metres, m_miles ? u"ft"_s : u"m"_s);
}

bool Figures::countsPace(domain::SportFamily family)
{
    return family == domain::SportFamily::Run || family == domain::SportFamily::Swim;
}

Figure Figures::speed(std::optional<double> metresPerSecond, domain::SportFamily family) const
{
    if (!metresPerSecond || !std::isfinite(*metresPerSecond))
        return {none(), {}};
    if (!countsPace(family))
        return plain(*metresPerSecond * 3600 / (m_miles ? metresPerMile : 1000), m_miles ? u"mph"_s : u"km/h"_s, 1);
    if (*metresPerSecond < slowest)
        return {none(), {}};
    if (family == domain::SportFamily::Swim)
        return {clock(100 * (m_miles ? metresPerYard : 1) / *metresPerSecond), m_miles ? u"/100 yd"_s : u"/100 m"_s};
    return {clock((m_miles ? metresPerMile : 1000) / *metresPerSecond), m_miles ? u"/mi"_s : u"/km"_s};
}

Figure Figures::kilojoules(std::optional<int> joules) const
{
    return plain(joules ? std::optional(*joules / 1000.0) : std::nullopt, u"kJ"_s);
}

}
