// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/activity.h"
#include "models/items/activityroles.h"
#include "models/items/figures.h"

#include <QAbstractTableModel>

namespace items {

/// The intervals of one activity, in the order of time.
class IntervalTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit IntervalTable(const Figures &figures, QObject *parent = nullptr);

    void setFigures(const Figures &figures);
    void setActivity(const domain::Activity &activity); ///< nothing happens if its intervals are the same
    [[nodiscard]] const domain::Interval &interval(int row) const { return m_rows.at(row); }
    [[nodiscard]] bool hasValues(IntervalColumn column) const; ///< a column of dashes need not be shown

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] Figure figure(int row, IntervalColumn column) const;
    [[nodiscard]] QString name(int row) const;
    [[nodiscard]] static bool isWork(const domain::Interval &interval);

    Figures m_figures;
    domain::SportFamily m_family = domain::SportFamily::Other;
    QList<domain::Interval> m_rows;
};

}
