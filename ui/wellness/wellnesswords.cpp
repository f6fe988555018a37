// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wellness/wellnesswords.h"

#include <cmath>

using namespace Qt::StringLiterals;
using items::WellnessField;
using items::WellnessKind;
using items::WellnessUnit;

namespace ui {

QString WellnessWords::bodyLabel(QLatin1StringView key) const
{
    if (key == "weight"_L1)
        return tr("Weight");
    if (key == "restingHR"_L1)
        return tr("Resting heart rate");
    if (key == "hrv"_L1)
        return tr("HRV (rMSSD)");
    if (key == "hrvSDNN"_L1)
        return tr("HRV (SDNN)");
    if (key == "avgSleepingHR"_L1)
        return tr("Sleeping heart rate");
    if (key == "spO2"_L1)
        return tr("Blood oxygen");
    if (key == "systolic"_L1)
        return tr("Blood pressure, systolic");
    if (key == "diastolic"_L1)
        return tr("Blood pressure, diastolic");
    if (key == "bloodGlucose"_L1)
        return tr("Blood glucose");
    if (key == "lactate"_L1)
        return tr("Lactate");
    if (key == "bodyFat"_L1)
        return tr("Body fat");
    if (key == "abdomen"_L1)
        return tr("Waist");
    if (key == "vo2max"_L1)
        return tr("VO2max");
    if (key == "respiration"_L1)
        return tr("Breathing rate");
    if (key == "readiness"_L1)
        return tr("Readiness");
    return key == "baevskySI"_L1 ? tr("Baevsky stress index") : QString();
}

QString WellnessWords::dailyLabel(QLatin1StringView key) const
{
    if (key == "sleepSecs"_L1)
        return tr("Sleep");
    if (key == "sleepScore"_L1)
        return tr("Sleep score");
    if (key == "sleepQuality"_L1)
        return tr("Sleep quality");
    if (key == "fatigue"_L1)
        return tr("Fatigue");
    if (key == "soreness"_L1)
        return tr("Soreness");
    if (key == "stress"_L1)
        return tr("Stress");
    if (key == "mood"_L1)
        return tr("Mood");
    if (key == "motivation"_L1)
        return tr("Motivation");
    if (key == "injury"_L1)
        return tr("Injury");
    if (key == "hydration"_L1)
        return tr("Hydration");
    if (key == "hydrationVolume"_L1)
        return tr("Fluids");
    if (key == "steps"_L1)
        return tr("Steps");
    if (key == "kcalConsumed"_L1)
        return tr("Energy eaten");
    if (key == "carbohydrates"_L1)
        return tr("Carbohydrates");
    if (key == "protein"_L1)
        return tr("Protein");
    if (key == "fatTotal"_L1)
        return tr("Fat");
    if (key == "menstrualPhase"_L1)
        return tr("Cycle phase");
    return key == "comments"_L1 ? tr("Comment") : QString(key);
}

QString WellnessWords::label(const WellnessField &field) const
{
    const QString body = bodyLabel(field.key);
    return body.isEmpty() ? dailyLabel(field.key) : body;
}

QString WellnessWords::heading(const WellnessField &field) const
{
    if (field.key == "restingHR"_L1)
        return tr("Rest HR", "column, short for resting heart rate");
    if (field.key == "hrv"_L1)
        return tr("HRV");
    if (field.key == "hrvSDNN"_L1)
        return tr("SDNN");
    if (field.key == "avgSleepingHR"_L1)
        return tr("Sleep HR", "column, short for sleeping heart rate");
    if (field.key == "systolic"_L1)
        return tr("Systolic");
    if (field.key == "diastolic"_L1)
        return tr("Diastolic");
    if (field.key == "spO2"_L1)
        return tr("SpO2");
    if (field.key == "sleepScore"_L1)
        return tr("Score", "column, short for sleep score");
    if (field.key == "sleepQuality"_L1)
        return tr("Quality", "column, short for sleep quality");
    if (field.key == "carbohydrates"_L1)
        return tr("Carbs", "column, short for carbohydrates");
    if (field.key == "baevskySI"_L1)
        return tr("SI", "column, short for Baevsky stress index");
    return label(field);
}

QString WellnessWords::unit(const WellnessField &field) const
{
    switch (field.unit) {
    case WellnessUnit::None:
        return {};
    case WellnessUnit::Kilogram:
        return m_numbers.inPounds(field) ? tr("lb") : tr("kg");
    case WellnessUnit::Beats:
        return tr("bpm");
    case WellnessUnit::Millisecond:
        return tr("ms");
    case WellnessUnit::Percent:
        return tr("%");
    case WellnessUnit::Pressure:
        return tr("mmHg");
    case WellnessUnit::Millimole:
        return tr("mmol/l");
    case WellnessUnit::Centimetre:
        return tr("cm");
    case WellnessUnit::OxygenUptake:
        return tr("ml/kg/min");
    case WellnessUnit::Breaths:
        return tr("/min", "breaths per minute");
    case WellnessUnit::Litre:
        return tr("l", "litres");
    case WellnessUnit::Kilocalorie:
        return tr("kcal");
    case WellnessUnit::Gram:
        return tr("g", "grams");
    case WellnessUnit::Hour:
        return tr("h", "hours");
    }
    return {};
}

QString WellnessWords::group(items::WellnessGroup group) const
{
    switch (group) {
    case items::WellnessGroup::Body:
        return tr("Body");
    case items::WellnessGroup::Sleep:
        return tr("Sleep");
    case items::WellnessGroup::Feel:
        return tr("How do you feel?");
    case items::WellnessGroup::Day:
        return tr("Day");
    }
    return {};
}

QStringList WellnessWords::scale(const WellnessField &field) const
{
    if (field.key == "sleepQuality"_L1)
        return {tr("Great", "sleep"), tr("Good", "sleep"), tr("Avg", "sleep"), tr("Poor", "sleep")};
    if (field.key == "mood"_L1)
        return {tr("Great", "mood"), tr("Good", "mood"), tr("Ok", "mood"), tr("Grumpy", "mood")};
    if (field.key == "motivation"_L1)
        return {
            tr("Extreme", "motivation"), tr("High", "motivation"), tr("Avg", "motivation"), tr("Low", "motivation")};
    if (field.key == "injury"_L1)
        return {tr("None", "injury"), tr("Niggle", "injury"), tr("Poor", "injury"), tr("Injured", "injury")};
    if (field.key == "hydration"_L1)
        return {tr("Good", "hydration"), tr("Ok", "hydration"), tr("Poor", "hydration"), tr("Bad", "hydration")};
    return {tr("Low", "soreness, fatigue, stress"),
        tr("Avg", "soreness, fatigue, stress"),
        tr("High", "soreness, fatigue, stress"),
        tr("Extreme", "soreness, fatigue, stress")};
}

QString WellnessWords::phase(const QString &key) const
{
    if (key == "PERIOD"_L1)
        return tr("Period");
    if (key == "FOLLICULAR"_L1)
        return tr("Follicular");
    if (key == "OVULATING"_L1)
        return tr("Ovulating");
    if (key == "LUTEAL"_L1)
        return tr("Luteal");
    return key == "NONE"_L1 ? tr("None", "no menstrual phase") : key;
}

QString WellnessWords::valueWithUnit(const WellnessField &field, double value) const
{
    const QString number = m_numbers.text(field, value);
    if (field.kind == WellnessKind::Scale) {
        const int index = int(value) - 1;
        const QStringList words = scale(field);
        return index >= 0 && index < words.size()
            ? tr("%1 %2", "number and word of a scale").arg(number, words.at(index))
            : number;
    }
    const QString sign = unit(field);
    return sign.isEmpty() ? number : tr("%1 %2", "number and unit").arg(number, sign);
}

}
