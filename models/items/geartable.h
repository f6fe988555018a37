// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/gearwords.h"

#include <QAbstractTableModel>

namespace items {

/// The athlete's gear in the order it is read: each whole thing with its parts below it, by name, what is retired last.
/// It is set from outside, because the store does not keep gear.
class GearTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit GearTable(const GearWords &words, QObject *parent = nullptr);

    void setGear(const QList<domain::Gear> &gear, QDate today);
    void setRetiredShown(bool shown);

    [[nodiscard]] const QList<domain::Gear> &all() const { return m_all; } ///< hidden ones too
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] const GearWords &words() const { return m_words; }
    [[nodiscard]] int retired() const; ///< how many, shown or not
    [[nodiscard]] const domain::Gear &at(int row) const { return m_all.at(m_rows.at(row)); }
    [[nodiscard]] int rowOf(const domain::GearId &id) const; ///< -1 if it is not shown
    /// What the part belongs to; null for whole things, and for parts of none.
    [[nodiscard]] const domain::Gear *wholeOf(const domain::Gear &part) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void arrange();
    [[nodiscard]] Figure figureOf(const domain::Gear &gear, GearColumn column) const;
    [[nodiscard]] QString sentenceOf(const domain::Gear &gear) const;
    [[nodiscard]] GearWear wearOfAll(const domain::Gear &gear) const;

    GearWords m_words;
    QDate m_today;
    bool m_retiredShown = false;
    QList<domain::Gear> m_all;
    QList<int> m_rows; ///< of m_all
};

}
