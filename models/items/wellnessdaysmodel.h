// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/wellnessnumbers.h"

#include <QAbstractTableModel>

namespace store {
class Store;
struct Change;
}

namespace items {

/// The last days of wellness as a table: days down, newest first, fields across.
class WellnessDaysModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        DayRole = Qt::UserRole + 1, ///< QDate of the row
        KeyRole, ///< the service's key of the column; empty in the first
        ValueRole, ///< the number; invalid if there is none
        CarriedOverRole, ///< bool: taken over from the settings
    };

    WellnessDaysModel(store::Store &store, const WellnessNumbers &numbers, QObject *parent = nullptr);

    void setFields(const QList<const WellnessField *> &fields); ///< numbers and scales only are shown
    void setHeadings(const QStringList &headings); ///< of day and fields, in order; finished words
    void setNumbers(const WellnessNumbers &numbers);
    void setDays(QDate last, int count);

    [[nodiscard]] const QList<const WellnessField *> &fields() const { return m_fields; }
    [[nodiscard]] QDate day(int row) const { return m_last.addDays(-row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void read(const store::Change &change);
    void readAll();
    [[nodiscard]] QString dayText(QDate day) const;

    store::Store &m_store;
    WellnessNumbers m_numbers;
    QList<const WellnessField *> m_fields;
    QStringList m_headings;
    QDate m_last;
    QList<domain::Wellness> m_days; ///< one for each row
};

}
