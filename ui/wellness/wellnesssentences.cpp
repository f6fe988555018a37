// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/wellnesswords.h"

#include <cmath>

using namespace Qt::StringLiterals;
using items::WellnessField;
using items::WellnessKind;

// The sentences about figures; labels and units stand in wellnesswords.cpp.
namespace ui {

QString WellnessWords::example(const WellnessField &field) const
{
    if (field.kind == WellnessKind::Duration)
        return m_numbers.text(field, 27000);
    const double middle = std::round((field.usual.low + field.usual.high) / 2);
    return m_numbers.text(field, field.decimals > 0 ? middle + 0.5 : middle);
}

QString WellnessWords::refusal(const WellnessField &field, items::WellnessInput::State state) const
{
    if (field.kind == WellnessKind::Text)
        return tr("%1 is too long to be saved.").arg(label(field));
    if (state == items::WellnessInput::State::Unreadable)
        return tr("%1 cannot be read: write it like %2.").arg(label(field), example(field));
    if (field.kind == WellnessKind::Duration)
        return tr("%1 must be between 0:00 and 24:00.").arg(label(field));
    const items::Limits limits = m_numbers.shownLimits(field);
    const QLocale &locale = m_numbers.locale();
    const QString high = locale.toString(limits.high, 'g', 6);
    const QString sign = unit(field);
    return tr("%1 must be between %2 and %3.")
        .arg(label(field),
            locale.toString(limits.low, 'g', 6),
            sign.isEmpty() ? high : tr("%1 %2", "number and unit").arg(high, sign));
}

QString WellnessWords::unusual(const WellnessField &field, double value) const
{
    return tr("Saved. %1 is unusual: is it right?").arg(valueWithUnit(field, value));
}

QString WellnessWords::range(const WellnessField &field, const items::Limits &limits) const
{
    return tr("%1–%2", "from and to")
        .arg(m_numbers.meanText(field, limits.low), m_numbers.meanText(field, limits.high));
}

QString WellnessWords::describe(const WellnessField &field, const items::WellnessSeries &series) const
{
    const auto extent = series.extent();
    const int days = int(series.values.size());
    if (!extent)
        return tr("%1, last %n days, no values", nullptr, days).arg(label(field));
    const QString mean = m_numbers.meanText(field, series.mean());
    const QString sign = unit(field);
    return tr("%1, last %n days, %2 to %3, mean %4", nullptr, days)
        .arg(label(field),
            m_numbers.text(field, extent->low),
            m_numbers.text(field, extent->high),
            sign.isEmpty() ? mean : tr("%1 %2", "number and unit").arg(mean, sign));
}

QString WellnessWords::standing(const WellnessField &field, const items::WellnessSeries &series) const
{
    const double mean = series.latestMean();
    if (!series.normal || std::isnan(mean))
        return {};
    const QString figure = m_numbers.meanText(field, mean);
    const QString sign = unit(field);
    const QString shown = sign.isEmpty() ? figure : tr("%1 %2", "number and unit").arg(figure, sign);
    const QString band = range(field, *series.normal);
    if (mean < series.normal->low)
        return tr("%1 7-day mean %2 is below your normal band %3.").arg(heading(field), shown, band);
    if (mean > series.normal->high)
        return tr("%1 7-day mean %2 is above your normal band %3.").arg(heading(field), shown, band);
    return tr("%1 7-day mean %2 is inside your normal band %3.").arg(heading(field), shown, band);
}

}
