// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/fieldwords.h"
#include "models/items/keptroles.h"
#include "models/store/itemhistory.h"
#include "models/store/store.h"

#include <QAbstractListModel>

namespace items {

/// The versions of one item, newest first: what is there now, and what it was before each change. Each row tells who
/// made it, when, and what it changed. It changes nothing.
class VersionsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    VersionsModel(store::Store &store, FieldWords words, QObject *parent = nullptr);

    void setItem(const domain::LocalId &id);
    void setService(const QString &name); ///< whose versions are not from here
    [[nodiscard]] const domain::LocalId &item() const { return m_id; }
    [[nodiscard]] QString itemName() const { return m_name; } ///< as it is now, or as it was
    [[nodiscard]] QJsonObject version(int row) const; ///< the whole object

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        QString title;
        QString detail;
        QList<FieldDifference> differences;
        QJsonObject json;
        bool restorable = false;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> rowsNow();
    [[nodiscard]] Row rowOf(const store::ItemVersion &state, const store::ItemVersion *older) const;
    [[nodiscard]] QString titleOf(const store::ItemVersion &state, const store::ItemVersion *older) const;

    store::Store &m_store;
    FieldWords m_words;
    QString m_service;
    domain::LocalId m_id;
    store::Kind m_kind = store::Kind::Event;
    QString m_name;
    QList<Row> m_rows;
};

/// A moment of the past as one speaks of it: "today 09:12", "yesterday 18:30", "Tue 10 Mar 09:12".
[[nodiscard]] QString pastMoment(const QDateTime &utc, QDate today, const QLocale &locale);

}
