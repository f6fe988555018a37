// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/keptroles.h"
#include "models/store/store.h"
#include "models/store/trash.h"

#include <QAbstractListModel>
#include <QLocale>

namespace items {

/// What was deleted in the last 30 days, latest first; a folder stands for what was in it. It changes nothing.
class TrashModel : public QAbstractListModel
{
    Q_OBJECT

public:
    TrashModel(store::Store &store, const QLocale &locale, QObject *parent = nullptr);

    void setService(const QString &name);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        domain::LocalId id;
        store::Kind kind = store::Kind::Event;
        QString name;
        QString detail;
        QString sport;

        friend bool operator==(const Row &, const Row &) = default;
    };

    void refresh();
    [[nodiscard]] QList<Row> rowsNow();
    [[nodiscard]] QString placeOf(const store::TrashedItem &item, int inside) const;

    store::Store &m_store;
    QLocale m_locale;
    QString m_service;
    QList<Row> m_rows;
};

}
