// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/event.h"
#include "models/store/summary.h"

#include <QCoreApplication>
#include <QLocale>

namespace ui {

/// The calendar's texts: figures with units, days, sports and the sentences about what was done.
class CalendarWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::CalendarWords)

public:
    explicit CalendarWords(const QLocale &locale)
        : m_locale(locale)
    {
    }

    void setMiles(bool miles) { m_miles = miles; }
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

    // Figures; what is not known is a dash
    [[nodiscard]] QString none() const;
    [[nodiscard]] QString duration(std::optional<int> seconds) const; ///< "1h14"
    [[nodiscard]] QString number(double value, int decimals = 0) const; ///< with a true minus sign
    [[nodiscard]] QString signedNumber(double value, int decimals = 0) const;
    [[nodiscard]] QString signedDuration(int seconds) const;
    [[nodiscard]] QString distance(std::optional<double> metres) const;
    [[nodiscard]] QString distanceUnit() const;
    [[nodiscard]] double metresPerUnit() const;

    // Days
    [[nodiscard]] QString dayShort(QDate day) const; ///< "Thu 12"
    [[nodiscard]] QString dayMonth(QDate day) const; ///< "26 Apr"
    [[nodiscard]] QString monthYear(QDate day) const;
    [[nodiscard]] QString dayLong(QDate day) const;

    // Names
    [[nodiscard]] QString sport(const QString &type) const;
    [[nodiscard]] QString category(domain::Category category) const;

    /// How far the last change has come; empty if the service has it. The reason is the service's.
    [[nodiscard]] QString mark(store::Mark mark, const QString &reason = {}) const;

    // Dragging and what came of it
    [[nodiscard]] QString offset(int days) const; ///< "+1 day"
    [[nodiscard]] QString moveHint(int count, QDate target, int days, bool copy) const;
    [[nodiscard]] QString planHint(int count, QDate target) const; ///< of what comes from outside
    [[nodiscard]] QString moved(const QString &name, int count, QDate day) const;
    [[nodiscard]] QString copied(const QString &name, int count, QDate day) const;
    [[nodiscard]] QString removed(const QString &name, int count) const;
    [[nodiscard]] QString created(const QString &name, QDate day) const;
    [[nodiscard]] QString createdAll(const QString &name, int count, QDate day) const;
    [[nodiscard]] QString fileFormat(const QString &ending) const; ///< "Zwift workout (.zwo)"

private:
    QLocale m_locale;
    bool m_miles = false;
};

}
