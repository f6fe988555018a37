// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/wellnessfields.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using domain::Wellness;

namespace items {

namespace {

template<typename T>
constexpr bool isDuration = false;
template<>
constexpr bool isDuration<std::chrono::seconds> = true;

template<auto Member>
std::optional<double> readNumber(const Wellness &day)
{
    const auto &value = day.*Member;
    if (!value)
        return {};
    if constexpr (isDuration<std::remove_cvref_t<decltype(*value)>>)
        return double(value->count());
    else
        return double(*value);
}

template<auto Member>
void writeNumber(Wellness &day, std::optional<double> number)
{
    auto &value = day.*Member;
    using Value = std::remove_cvref_t<decltype(*value)>;
    if (!number)
        value.reset();
    else if constexpr (isDuration<Value>)
        value = std::chrono::seconds(std::llround(*number));
    else if constexpr (std::is_integral_v<Value>)
        value = Value(std::llround(*number));
    else
        value = *number;
}

template<auto Member>
QString readText(const Wellness &day)
{
    return day.*Member;
}

template<auto Member>
void writeText(Wellness &day, const QString &text)
{
    day.*Member = text;
}

/// A measured value replaces one carried over from the settings.
void writeWeight(Wellness &day, std::optional<double> number)
{
    writeNumber<&Wellness::weightKg>(day, number);
    day.temporaryWeight = false;
}

void writeRestingHr(Wellness &day, std::optional<double> number)
{
    writeNumber<&Wellness::restingHrBpm>(day, number);
    day.temporaryRestingHr = false;
}

template<auto Member>
constexpr WellnessField numberField(QLatin1StringView key,
    WellnessGroup group,
    WellnessUnit unit,
    int decimals,
    int mostDecimals,
    Limits allowed,
    Limits usual)
{
    return {key,
        group,
        WellnessKind::Number,
        unit,
        decimals,
        mostDecimals,
        allowed,
        usual,
        readNumber<Member>,
        writeNumber<Member>,
        nullptr,
        nullptr};
}

template<auto Member>
constexpr WellnessField scaleField(QLatin1StringView key, WellnessGroup group)
{
    return {key,
        group,
        WellnessKind::Scale,
        WellnessUnit::None,
        0,
        0,
        {1, 4},
        {1, 4},
        readNumber<Member>,
        writeNumber<Member>,
        nullptr,
        nullptr};
}

template<auto Member>
constexpr WellnessField textField(QLatin1StringView key, WellnessGroup group, WellnessKind kind)
{
    return {key, group, kind, WellnessUnit::None, 0, 0, {}, {}, nullptr, nullptr, readText<Member>, writeText<Member>};
}

constexpr WellnessField withWriter(WellnessField field, void (*writer)(Wellness &, std::optional<double>))
{
    field.setNumber = writer;
    return field;
}

constexpr WellnessField asDuration(WellnessField field)
{
    field.kind = WellnessKind::Duration;
    return field;
}

using G = WellnessGroup;
using U = WellnessUnit;

// One day holds at most 24 hours of sleep; the other limits are those of living people, generously.
constexpr WellnessField fields[] = {
    withWriter(
        numberField<&Wellness::weightKg>("weight"_L1, G::Body, U::Kilogram, 1, 2, {20, 400}, {35, 180}), writeWeight),
    withWriter(numberField<&Wellness::restingHrBpm>("restingHR"_L1, G::Body, U::Beats, 0, 0, {20, 220}, {32, 100}),
        writeRestingHr),
    numberField<&Wellness::hrvMs>("hrv"_L1, G::Body, U::Millisecond, 0, 1, {1, 400}, {8, 220}),
    numberField<&Wellness::hrvSdnnMs>("hrvSDNN"_L1, G::Body, U::Millisecond, 0, 1, {1, 600}, {8, 300}),
    numberField<&Wellness::sleepingHrBpm>("avgSleepingHR"_L1, G::Sleep, U::Beats, 0, 1, {20, 220}, {32, 100}),
    numberField<&Wellness::spO2Percent>("spO2"_L1, G::Body, U::Percent, 0, 1, {40, 100}, {88, 100}),
    numberField<&Wellness::systolicMmHg>("systolic"_L1, G::Body, U::Pressure, 0, 0, {50, 300}, {85, 170}),
    numberField<&Wellness::diastolicMmHg>("diastolic"_L1, G::Body, U::Pressure, 0, 0, {25, 200}, {45, 110}),
    numberField<&Wellness::bloodGlucoseMmolL>("bloodGlucose"_L1, G::Body, U::Millimole, 1, 2, {0.5, 60}, {3, 14}),
    numberField<&Wellness::lactateMmolL>("lactate"_L1, G::Body, U::Millimole, 1, 2, {0.1, 40}, {0.4, 22}),
    numberField<&Wellness::bodyFatPercent>("bodyFat"_L1, G::Body, U::Percent, 1, 2, {1, 80}, {4, 50}),
    numberField<&Wellness::abdomenCm>("abdomen"_L1, G::Body, U::Centimetre, 1, 1, {30, 300}, {50, 150}),
    numberField<&Wellness::vo2max>("vo2max"_L1, G::Body, U::OxygenUptake, 0, 1, {5, 110}, {20, 95}),
    numberField<&Wellness::respiration>("respiration"_L1, G::Body, U::Breaths, 1, 1, {2, 100}, {7, 30}),
    numberField<&Wellness::readiness>("readiness"_L1, G::Body, U::None, 0, 1, {0, 1000}, {0, 100}),
    numberField<&Wellness::baevskySi>("baevskySI"_L1, G::Body, U::None, 0, 1, {0, 10000}, {0, 2000}),
    asDuration(numberField<&Wellness::sleep>("sleepSecs"_L1, G::Sleep, U::Hour, 0, 0, {0, 86400}, {10800, 46800})),
    numberField<&Wellness::sleepScore>("sleepScore"_L1, G::Sleep, U::None, 0, 1, {0, 100}, {0, 100}),
    scaleField<&Wellness::sleepQuality>("sleepQuality"_L1, G::Sleep),
    scaleField<&Wellness::fatigue>("fatigue"_L1, G::Feel),
    scaleField<&Wellness::soreness>("soreness"_L1, G::Feel),
    scaleField<&Wellness::stress>("stress"_L1, G::Feel),
    scaleField<&Wellness::mood>("mood"_L1, G::Feel),
    scaleField<&Wellness::motivation>("motivation"_L1, G::Feel),
    scaleField<&Wellness::injury>("injury"_L1, G::Feel),
    scaleField<&Wellness::hydration>("hydration"_L1, G::Day),
    numberField<&Wellness::hydrationLitres>("hydrationVolume"_L1, G::Day, U::Litre, 1, 2, {0, 30}, {0, 10}),
    numberField<&Wellness::steps>("steps"_L1, G::Day, U::None, 0, 0, {0, 300000}, {0, 80000}),
    numberField<&Wellness::kcalConsumed>("kcalConsumed"_L1, G::Day, U::Kilocalorie, 0, 0, {0, 30000}, {0, 9000}),
    numberField<&Wellness::carbohydratesGrams>("carbohydrates"_L1, G::Day, U::Gram, 0, 1, {0, 5000}, {0, 1500}),
    numberField<&Wellness::proteinGrams>("protein"_L1, G::Day, U::Gram, 0, 1, {0, 2000}, {0, 400}),
    numberField<&Wellness::fatGrams>("fatTotal"_L1, G::Day, U::Gram, 0, 1, {0, 2000}, {0, 400}),
    textField<&Wellness::menstrualPhase>("menstrualPhase"_L1, G::Day, WellnessKind::Choice),
    textField<&Wellness::comments>("comments"_L1, G::Day, WellnessKind::Text),
};

}

bool WellnessField::isCarriedOver(const domain::Wellness &day) const
{
    return (key == "weight"_L1 && day.temporaryWeight && day.weightKg)
        || (key == "restingHR"_L1 && day.temporaryRestingHr && day.restingHrBpm);
}

std::optional<double> WellnessField::measured(const domain::Wellness &day) const
{
    return hasNumber() && !isCarriedOver(day) ? number(day) : std::nullopt;
}

bool WellnessField::isSet(const domain::Wellness &day) const
{
    return hasNumber() ? number(day).has_value() : !text(day).isEmpty();
}

std::span<const WellnessField> wellnessFields()
{
    return fields;
}

const WellnessField *wellnessField(QStringView key)
{
    const auto it
        = std::find_if(std::begin(fields), std::end(fields), [key](const auto &field) { return field.key == key; });
    return it == std::end(fields) ? nullptr : it;
}

QList<const WellnessField *> chosenWellnessFields(const QStringList &keys)
{
    static const QStringList common {u"weight"_s,
        u"restingHR"_s,
        u"hrv"_s,
        u"sleepSecs"_s,
        u"sleepQuality"_s,
        u"fatigue"_s,
        u"soreness"_s,
        u"stress"_s,
        u"mood"_s,
        u"motivation"_s,
        u"injury"_s};
    const auto find = [](const QStringList &wanted) {
        QList<const WellnessField *> found;
        for (const QString &key : wanted) {
            const WellnessField *field = wellnessField(key);
            if (field && field->kind != WellnessKind::Text && !found.contains(field))
                found.append(field);
        }
        return found;
    };
    QList<const WellnessField *> chosen = find(keys);
    if (chosen.isEmpty())
        chosen = find(common);
    std::stable_sort(chosen.begin(), chosen.end(), [](auto *left, auto *right) { return left->group < right->group; });
    chosen.append(wellnessField(u"comments"));
    return chosen;
}

QStringList menstrualPhases()
{
    return {u"PERIOD"_s, u"FOLLICULAR"_s, u"OVULATING"_s, u"LUTEAL"_s, u"NONE"_s};
}

}
