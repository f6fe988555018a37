// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/wellness.h"

#include <QStringList>
#include <optional>
#include <span>

namespace items {

/// The headings of the form, in their order.
enum class WellnessGroup { Body, Sleep, Feel, Day };

/// How a field is entered. Scales run from 1, the good end, to 4.
enum class WellnessKind { Number, Duration, Scale, Choice, Text };

/// What a number counts; its sign is chosen where it is shown.
enum class WellnessUnit {
    None,
    Kilogram,
    Beats,
    Millisecond,
    Percent,
    Pressure,
    Millimole,
    Centimetre,
    OxygenUptake,
    Breaths,
    Litre,
    Kilocalorie,
    Gram,
    Hour,
};

struct Limits {
    double low = 0;
    double high = 0;

    [[nodiscard]] bool contains(double value) const { return value >= low && value <= high; }
    friend bool operator==(const Limits &, const Limits &) = default;
};

/// One field of a day that a person can enter: where it stands, what it holds and what is believable.
struct WellnessField {
    QLatin1StringView key; ///< the service's
    WellnessGroup group = WellnessGroup::Body;
    WellnessKind kind = WellnessKind::Number;
    WellnessUnit unit = WellnessUnit::None;
    int decimals = 0; ///< shown always
    int mostDecimals = 0; ///< shown if the value has them, and accepted
    Limits allowed; ///< in the service's unit; outside is refused
    Limits usual; ///< outside is asked about, quietly
    std::optional<double> (*number)(const domain::Wellness &) = nullptr;
    void (*setNumber)(domain::Wellness &, std::optional<double>) = nullptr;
    QString (*text)(const domain::Wellness &) = nullptr;
    void (*setText)(domain::Wellness &, const QString &) = nullptr;

    [[nodiscard]] bool hasNumber() const { return number != nullptr; }
    /// A value that a person or a device measured on that day, not one carried over from the settings.
    [[nodiscard]] std::optional<double> measured(const domain::Wellness &day) const;
    [[nodiscard]] bool isCarriedOver(const domain::Wellness &day) const;
    [[nodiscard]] bool isSet(const domain::Wellness &day) const;
};

/// Every field that can be entered, in the order of the form.
[[nodiscard]] std::span<const WellnessField> wellnessFields();
[[nodiscard]] const WellnessField *wellnessField(QStringView key);

/// The fields of the form: by group, within a group in the athlete's order, the comment always last. Keys that are
/// not known are left out; without any, a common choice is shown.
[[nodiscard]] QList<const WellnessField *> chosenWellnessFields(const QStringList &keys);

/// The keys a menstrual phase can have, in order.
[[nodiscard]] QStringList menstrualPhases();

}
