// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wellnessnumbers.h"

#include <QRegularExpression>
#include <cmath>

using namespace Qt::StringLiterals;

namespace items {

namespace {

constexpr double kilogramsPerPound = 0.45359237;
constexpr int secondsPerHour = 3600;
constexpr int secondsPerMinute = 60;

QLocale strict(QLocale locale)
{
    locale.setNumberOptions(
        QLocale::RejectGroupSeparator | QLocale::OmitGroupSeparator | QLocale::RejectLeadingZeroInExponent);
    return locale;
}

QString durationText(double seconds)
{
    const qint64 minutes = std::llround(seconds / secondsPerMinute);
    return u"%1:%2"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, '0'_L1);
}

}

WellnessNumbers::WellnessNumbers(const QLocale &locale, bool pounds)
    : m_locale(strict(locale))
    , m_pounds(pounds)
{
}

bool WellnessNumbers::inPounds(const WellnessField &field) const
{
    return m_pounds && field.unit == WellnessUnit::Kilogram;
}

Limits WellnessNumbers::shownLimits(const WellnessField &field) const
{
    if (!inPounds(field))
        return field.allowed;
    return {std::ceil(field.allowed.low / kilogramsPerPound), std::floor(field.allowed.high / kilogramsPerPound)};
}

std::optional<double> WellnessNumbers::number(QStringView text, int mostDecimals) const
{
    const QString point = m_locale.decimalPoint();
    int decimals = -1;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text.sliced(i).startsWith(point) && decimals < 0)
            decimals = 0;
        else if (text.at(i) < u'0' || text.at(i) > u'9')
            return {};
        else if (decimals >= 0)
            ++decimals;
    }
    if (text.isEmpty() || text.size() > 12 || decimals > mostDecimals || decimals == 0)
        return {};
    bool read = false;
    const double value = m_locale.toDouble(text, &read);
    return read && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> WellnessNumbers::duration(const QString &text) const
{
    static const QRegularExpression clock(u"^(\\d{1,2})(?::|\\s*h\\s*)(\\d{1,2})(?::(\\d{2}))?(?:\\s*(?:m|min))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression minutesOnly(
        u"^(\\d{1,4})\\s*(?:m|min)$"_s, QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression withH(u"^(.+?)\\s*h$"_s, QRegularExpression::CaseInsensitiveOption);
    if (const auto match = clock.match(text); match.hasMatch()) {
        const int minutes = match.captured(2).toInt();
        const int seconds = match.captured(3).toInt();
        if (minutes >= 60 || seconds >= 60)
            return {};
        return match.captured(1).toInt() * secondsPerHour + minutes * secondsPerMinute + seconds;
    }
    if (const auto match = minutesOnly.match(text); match.hasMatch())
        return match.captured(1).toInt() * secondsPerMinute;
    const auto match = withH.match(text);
    const auto hours = number(match.hasMatch() ? match.captured(1) : text, 3);
    return hours ? std::optional(std::round(*hours * secondsPerMinute) * secondsPerMinute) : std::nullopt;
}

WellnessInput WellnessNumbers::read(const WellnessField &field, const QString &text) const
{
    using State = WellnessInput::State;
    const QString typed = text.trimmed();
    if (typed.isEmpty())
        return {State::Empty, {}};
    auto value = field.kind == WellnessKind::Duration ? duration(typed) : number(typed, field.mostDecimals);
    if (!value)
        return {State::Unreadable, {}};
    if (inPounds(field)) {
        if (!shownLimits(field).contains(*value))
            return {State::OutOfRange, {}};
        // Grams are more than any scale shows and keep 0.1 lb through there and back.
        value = std::round(*value * kilogramsPerPound * 1000) / 1000;
    } else if (!field.allowed.contains(*value)) {
        return {State::OutOfRange, {}};
    }
    return {field.usual.contains(*value) ? State::Good : State::Unusual, value};
}

QString WellnessNumbers::text(const WellnessField &field, double value) const
{
    if (field.kind == WellnessKind::Duration)
        return durationText(value);
    const double shown = inPounds(field) ? value / kilogramsPerPound : value;
    const int most = inPounds(field) ? field.decimals : field.mostDecimals;
    int decimals = field.decimals;
    const double scale = std::pow(10.0, most);
    const double kept = std::round(shown * scale) / scale;
    for (; decimals < most; ++decimals) {
        const double unit = std::pow(10.0, decimals);
        if (std::abs(std::round(kept * unit) / unit - kept) < 1e-9)
            break;
    }
    return m_locale.toString(shown, 'f', decimals);
}

QString WellnessNumbers::meanText(const WellnessField &field, double mean) const
{
    if (field.kind == WellnessKind::Duration)
        return durationText(mean);
    const double shown = inPounds(field) ? mean / kilogramsPerPound : mean;
    return m_locale.toString(shown, 'f', field.kind == WellnessKind::Scale ? 1 : field.decimals);
}

}
