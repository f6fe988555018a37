// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/sport.h"
#include "models/items/activitytable.h"

#include <QSet>
#include <QSortFilterProxyModel>

namespace items {

/// The activities a person looks for, in the order they want. What is not known comes last in either direction.
class ActivityFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit ActivityFilter(ActivityTable &table, QObject *parent = nullptr);

    /// Words that must all be in name or sport; "#word" means a tag that starts so. Case does not matter.
    void setSearch(const QString &text);
    void setFamilies(const QSet<int> &families); ///< domain::SportFamily; empty lets all pass

    [[nodiscard]] domain::LocalId idAt(int row) const;
    [[nodiscard]] int rowOf(const domain::LocalId &id) const; ///< -1 if it is filtered out
    [[nodiscard]] bool isFiltering() const { return !m_words.isEmpty() || !m_families.isEmpty(); }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] bool matches(const QString &word, const QModelIndex &row) const;

    ActivityTable &m_table;
    QStringList m_words;
    QSet<int> m_families;
};

}
