// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/calendarcells.h"
#include "models/items/fitnesstimeline.h"
#include "models/store/store.h"

#include <QAbstractTableModel>
#include <QLocale>
#include <unordered_map>

namespace items {

/// The calendar as a table: one row per week of a century, one column per day and one for the week's sums. Weeks are
/// read from the store when they are first asked for and kept until they change.
class CalendarModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    CalendarModel(store::Store &store, FitnessTimeline &timeline, const QLocale &locale, QObject *parent = nullptr);

    [[nodiscard]] int rowOf(QDate day) const; ///< clamped to the window
    [[nodiscard]] int columnOf(QDate day) const;
    [[nodiscard]] QDate dayAt(int row, int column) const { return m_first.addDays(7 * row + column); }
    [[nodiscard]] QModelIndex indexOf(QDate day) const { return index(rowOf(day), columnOf(day)); }
    [[nodiscard]] QString refusalOf(const domain::LocalId &id) const; ///< why the service refused its last change
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] int weekNumber(int row) const { return dayAt(row, 3).weekNumber(); }

    [[nodiscard]] const WeekRow &week(int row) const;
    [[nodiscard]] const DayCell &day(QDate day) const;
    /// Reads several weeks at once; week() alone reads one by one.
    void fetch(int firstRow, int lastRow) const;
    void setForecast(const Forecast &forecast);
    /// Follows the clock over midnight.
    void refreshToday();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void onStoreChanged(const store::Change &change);
    void onFitnessChanged(QDate from);
    void forget();
    void fillFitness(WeekRow &row) const;
    void fillTargets(WeekCell &week) const;
    void fillForecast(WeekRow &row) const;
    [[nodiscard]] QList<WeekRow> read(int firstRow, int count) const;
    [[nodiscard]] QString dayText(const DayCell &cell) const;
    [[nodiscard]] QString weekText(const WeekCell &cell) const;
    [[nodiscard]] QString targetText(const WeekTarget &target) const;
    [[nodiscard]] QString formText(double form, analysis::FormZone zone) const;

    store::Store &m_store;
    FitnessTimeline &m_timeline;
    QLocale m_locale;
    Forecast m_forecast;
    QDate m_today;
    QDate m_first;
    int m_rows = 0;
    mutable std::unordered_map<int, WeekRow> m_cache; ///< keeps its rows in place while others come
};

}
