// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/workout/editshape.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

/// The builder's texts: steps and targets for eyes and for screen readers, and what is wrong with a line.
class WorkoutWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::WorkoutWords)

public:
    explicit WorkoutWords(const QLocale &locale)
        : m_locale(locale)
    {
    }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    [[nodiscard]] static QString length(const workout::Step &step); ///< "3m", "400mtr": as it is typed
    [[nodiscard]] QString target(const workout::Target &target) const; ///< "115 %", "95–105 %", "Z2 HR", "4:15 /km"
    [[nodiscard]] QString percent(double percent) const;
    /// In the absolute unit of its family: "322 W", "4:20 /km".
    [[nodiscard]] QString absolute(double percent, const workout::Shape &shape, const workout::Person &person) const;
    [[nodiscard]] QString threshold(const workout::Shape &shape, const workout::Person &person) const; ///< "FTP 280 W"
    [[nodiscard]] static QString family(workout::Family family);

    /// "3m · 115 % · 322 W · Z5": what stands above the chart.
    [[nodiscard]] QString facts(const workout::Step &step,
        const workout::ShapeStep &shape,
        const workout::Shape &whole,
        const workout::Person &person) const;
    [[nodiscard]] static QString steps(int count);
    [[nodiscard]] static QString from(const QString &facts, double startSecond); ///< "3m · 115 % · from 12:00"

    // For assistants
    [[nodiscard]] static QString spokenDuration(int seconds); ///< "3 minutes 30 seconds"
    [[nodiscard]] QString spokenTarget(const workout::Target &target) const; ///< "115 % of FTP"
    [[nodiscard]] QString spoken(const workout::Step &step,
        const workout::ShapeStep &shape,
        int number,
        int count,
        int reps,
        workout::Family family) const;

    [[nodiscard]] static QString problem(const workout::Warning &warning);
    [[nodiscard]] static QString remedy(const workout::Warning &warning); ///< words of a button

private:
    [[nodiscard]] QString range(double start, double end) const;

    QLocale m_locale;
};

}
