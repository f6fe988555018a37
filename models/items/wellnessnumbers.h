// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wellnessfields.h"

#include <QLocale>

namespace items {

/// What was typed into a field, read strictly.
struct WellnessInput {
    enum class State {
        Empty, ///< clears the field
        Good,
        Unusual, ///< accepted, but worth a second look
        Unreadable,
        OutOfRange, ///< number, but no person has it
    };
    State state = State::Empty;
    std::optional<double> value; ///< in the service's unit; set if Good or Unusual

    [[nodiscard]] bool isRefused() const { return state == State::Unreadable || state == State::OutOfRange; }
    friend bool operator==(const WellnessInput &, const WellnessInput &) = default;
};

/// Reads and writes the numbers of wellness fields in the person's language and units. Group separators are never
/// accepted, so that "1,5" cannot become 15.
class WellnessNumbers
{
public:
    explicit WellnessNumbers(const QLocale &locale = QLocale::c(), bool pounds = false);

    [[nodiscard]] WellnessInput read(const WellnessField &field, const QString &text) const;
    [[nodiscard]] QString text(const WellnessField &field, double value) const; ///< as read() takes it, without unit
    [[nodiscard]] QString meanText(const WellnessField &field, double mean) const; ///< scales with one decimal
    [[nodiscard]] Limits shownLimits(const WellnessField &field) const; ///< what is allowed, in the unit shown
    [[nodiscard]] bool inPounds(const WellnessField &field) const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }
    [[nodiscard]] bool pounds() const { return m_pounds; }

private:
    [[nodiscard]] std::optional<double> number(QStringView text, int mostDecimals) const;
    [[nodiscard]] std::optional<double> duration(const QString &text) const; ///< seconds

    QLocale m_locale;
    bool m_pounds = false;
};

}
