// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"
#include "models/items/librarymodel.h"

#include <QCoreApplication>
#include <QLocale>
#include <functional>

namespace ui {

constexpr int daysOfWeek = 7;

/// The texts of the library: figures, bands, and the sentences about what was done. Names of sports come from outside,
/// because every page has the same.
class LibraryWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::LibraryWords)

public:
    using SportName = std::function<QString(const QString &type)>;

    LibraryWords(const QLocale &locale, SportName sport)
        : m_locale(locale)
        , m_sport(std::move(sport))
    {
    }

    [[nodiscard]] static QString section(bool plans);
    [[nodiscard]] static QString duration(std::optional<int> seconds); ///< "1h05"
    [[nodiscard]] QString number(int value) const { return m_locale.toString(value); }
    [[nodiscard]] QString dayOfPlan(int day) const; ///< "W2 Tue"
    [[nodiscard]] QString weeks(int weeks) const;
    [[nodiscard]] QString durationBand(int band) const;
    [[nodiscard]] QString loadBand(int band) const;
    [[nodiscard]] QString zone(int zone) const;
    [[nodiscard]] QString day(QDate day) const;

    /// Rows as a screen reader says them.
    [[nodiscard]] QString spoken(const store::LibraryRow &row) const;
    [[nodiscard]] QString spoken(const store::LibraryFolder &folder, int workouts, int weeks) const;
    [[nodiscard]] items::LibraryWords forModel() const; ///< holds a copy of these words

    [[nodiscard]] QString shown(int workouts, int all) const; ///< "12 of 62 workouts"
    [[nodiscard]] QString hint(items::LibraryNode node, QDate day) const; ///< what Enter does
    [[nodiscard]] static QString removed(const QString &name, int workouts, bool folder);
    [[nodiscard]] static QString kept(const QString &name, int count, const QString &folder);
    [[nodiscard]] static QString moved(const QString &name, int count, const QString &folder);

private:
    QLocale m_locale;
    SportName m_sport;
};

}
