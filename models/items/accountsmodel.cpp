// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/accountsmodel.h"

#include "models/items/versionsmodel.h"

using namespace Qt::StringLiterals;

namespace items {

AccountsModel::AccountsModel(const QLocale &locale, QObject *parent)
    : QAbstractListModel(parent)
    , m_locale(locale)
{
}

void AccountsModel::setAccounts(const QList<AccountFacts> &accounts, QDate today)
{
    beginResetModel();
    m_accounts = accounts;
    m_today = today;
    endResetModel();
}

QString AccountsModel::sizeOf(const AccountFacts &account) const
{
    return m_locale.formattedDataSize(account.data.bytes, 1, QLocale::DataSizeSIFormat);
}

QStringList AccountsModel::wordsOf(const AccountFacts &account) const
{
    QStringList words {tr("Athlete"), account.athlete, tr("Service"), account.origin};
    words << tr("Last sync")
          << (account.data.lastSync.isValid() ? pastMoment(account.data.lastSync, m_today, m_locale) : tr("never"));
    words << tr("On this computer")
          << (account.isPassing ? tr("%1, until it is closed", "a size").arg(sizeOf(account)) : sizeOf(account));
    const int waiting = account.data.waiting;
    // The English for one is written out, for there is no English translation that would choose it.
    words << tr("Waiting to be sent")
          << (waiting == 0          ? tr("nothing")
                     : waiting == 1 ? tr("1 change")
                                    : tr("%n changes", nullptr, waiting));
    if (!account.data.isReadable)
        words << tr("State") << tr("The database cannot be read. What waits can still be exported.");
    return words;
}

int AccountsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_accounts.size());
}

QVariant AccountsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const AccountFacts &account = m_accounts.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return account.name;
    case Qt::AccessibleTextRole: {
        QStringList parts {account.name};
        const QStringList words = wordsOf(account);
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            parts.append(tr("%1: %2", "a caption and its value").arg(words.at(i), words.at(i + 1)));
        return parts.join(u". "_s);
    }
    case AccountFactsRole:
        return wordsOf(account);
    case AccountDatabaseRole:
        return account.data.database;
    case AccountAthleteRole:
        return account.athlete;
    case AccountOpenRole:
        return account.isOpen;
    case AccountPassingRole:
        return account.isPassing;
    case AccountWaitingRole:
        return account.data.waiting;
    case AccountSizeRole:
        return sizeOf(account);
    default:
        return {};
    }
}

}
