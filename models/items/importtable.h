// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/figures.h"
#include "models/items/importcandidates.h"
#include "models/items/importroles.h"

#include <QAbstractTableModel>
#include <functional>

namespace items {

/// What dropped files offer, each with a box to tick; what cannot be read is listed with its reason and without a box.
class ImportTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using SportWords = std::function<QString(const QString &type)>;

    ImportTable(QList<Candidate> candidates, const QLocale &locale, SportWords sport, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] const QList<Candidate> &candidates() const { return m_candidates; }
    [[nodiscard]] QList<Candidate> chosen() const;
    void chooseAll(bool chosen);

Q_SIGNALS:
    void chosenChanged();

private:
    [[nodiscard]] QString text(const Candidate &candidate, int column) const;

    QList<Candidate> m_candidates;
    QList<bool> m_chosen;
    QLocale m_locale;
    Figures m_figures;
    SportWords m_sport;
};

}
