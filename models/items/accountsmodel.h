// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountroles.h"
#include "models/store/datafacts.h"

#include <QAbstractListModel>
#include <QLocale>

namespace items {

/// An account as whoever keeps the files knows it.
struct AccountFacts {
    QString name;
    QString athlete; ///< id
    QString origin; ///< host, as a person knows the service
    bool isOpen = false;
    bool isPassing = false; ///< a demo or a borrowed session
    store::DataFacts data;
};

/// The accounts with data on this computer, with what is known of each in words. It changes nothing; what it shows is
/// set from outside.
class AccountsModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit AccountsModel(const QLocale &locale, QObject *parent = nullptr);

    void setAccounts(const QList<AccountFacts> &accounts, QDate today);
    [[nodiscard]] QDate today() const { return m_today; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QStringList wordsOf(const AccountFacts &account) const;
    [[nodiscard]] QString sizeOf(const AccountFacts &account) const;

    QLocale m_locale;
    QDate m_today;
    QList<AccountFacts> m_accounts;
};

}
