// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/accountsmodel.h"
#include "ui/shell/columnpage.h"

namespace ui {

class AccountCard;

/// The accounts with data on this computer. It asks for files and for confirmation; what is then done is asked of
/// whoever keeps the files.
class AccountsPage : public ColumnPage
{
    Q_OBJECT

public:
    /// The model must outlive the page.
    AccountsPage(const Theme &theme, items::AccountsModel &model, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override;
    void activated() override;
    [[nodiscard]] QList<AccountCard *> cards() const { return m_cards; }

Q_SIGNALS:
    void shown(); ///< the facts should be read anew
    void exportRequested(const QString &database, const QString &to);
    void backUpRequested(const QString &database, const QString &to);
    void restoreRequested(const QString &database, const QString &from);
    void deleteRequested(const QString &database);
    void signOutRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void rebuild();
    void join(AccountCard *card, const QString &database);
    void chooseFile(
        bool save, const QString &suggestion, const QString &filter, const std::function<void(const QString &)> &then);

    items::AccountsModel &m_model;
    QList<AccountCard *> m_cards;
};

}
