// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/activityroles.h"
#include "models/items/figures.h"
#include "models/store/store.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QTimer>
#include <functional>

namespace items {

/// Every completed activity of the account, newest first.
class ActivityTable : public QAbstractTableModel
{
    Q_OBJECT

public:
    using SportName = std::function<QString(const QString &type)>;

    /// Sports are named by the caller, so that one place has the words.
    ActivityTable(store::Store &store, const QLocale &locale, SportName sportName, QObject *parent = nullptr);

    [[nodiscard]] int rowOf(const domain::LocalId &id) const; ///< -1 if it is not there
    [[nodiscard]] const store::Summary &summary(int row) const { return m_rows.at(row); }
    /// Tags are not in the summaries: reads them little by little, once somebody looks for one.
    void readTags();
    [[nodiscard]] bool tagsRead() const { return m_tagged == Tags::Read; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(
        int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class Tags { Unread, Reading, Read };

    void onStoreChanged(const store::Change &change);
    void readSettings();
    void readAll();
    void readOne(const domain::LocalId &id);
    void readSomeTags();
    void numberRows(int from);
    [[nodiscard]] int placeFor(const store::Summary &summary) const;
    [[nodiscard]] Figure figure(const store::Summary &summary, ActivityColumn column) const;
    [[nodiscard]] QVariant raw(const store::Summary &summary, ActivityColumn column) const;

    store::Store &m_store;
    Figures m_figures;
    SportName m_sportName;
    QList<store::Summary> m_rows;
    QHash<domain::LocalId, int> m_rowOf;
    QHash<domain::LocalId, QStringList> m_tags;
    Tags m_tagged = Tags::Unread;
    QTimer m_tagReader;
};

}
