// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountcard.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widestSteps = 200;

}

AccountsPage::AccountsPage(const Theme &theme, items::AccountsModel &model, QWidget *parent)
    : ColumnPage(theme, tr("Accounts and data"), tr("What is kept on this computer"), widestSteps, parent)
    , m_model(model)
{
    setObjectName(u"accounts-page"_s);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AccountsPage::rebuild);
    rebuild();
}

QString AccountsPage::title() const
{
    return tr("Accounts and data");
}

void AccountsPage::activated()
{
    Q_EMIT shown();
    setFocus(Qt::OtherFocusReason);
}

void AccountsPage::rebuild()
{
    for (AccountCard *card : std::as_const(m_cards)) {
        card->hide();
        card->deleteLater(); // one of them may have asked for this
    }
    m_cards.clear();
    while (QLayoutItem *item = column().takeAt(0))
        delete item;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex account = m_model.index(i);
        auto *card = new AccountCard(m_theme, account);
        join(card, account.data(items::AccountDatabaseRole).toString());
        column().addWidget(card);
        m_cards.append(card);
    }
    column().addStretch(1);
}

void AccountsPage::join(AccountCard *card, const QString &database)
{
    const QString day = m_model.today().toString(Qt::ISODate);
    connect(card, &AccountCard::exportRequested, this, [this, database, day] {
        chooseFile(true,
            u"microcycle-unsent-%1.json"_s.arg(day),
            tr("JSON files (*.json)"),
            [this, database](const QString &to) { Q_EMIT exportRequested(database, to); });
    });
    connect(card, &AccountCard::backUpRequested, this, [this, database, day] {
        chooseFile(
            true, u"microcycle-%1.backup"_s.arg(day), tr("Backups (*.backup)"), [this, database](const QString &to) {
                Q_EMIT backUpRequested(database, to);
            });
    });
    connect(card, &AccountCard::restoreFileRequested, this, [this, card] {
        chooseFile(false, {}, tr("Backups (*.backup *.db *.backup-v*);;All files (*)"), [card](const QString &from) {
            card->ask(AccountCard::Question::Restore, from);
        });
    });
    connect(card, &AccountCard::restoreConfirmed, this, [this, database](const QString &from) {
        Q_EMIT restoreRequested(database, from);
    });
    connect(card, &AccountCard::deleteConfirmed, this, [this, database] { Q_EMIT deleteRequested(database); });
    connect(card, &AccountCard::signOutConfirmed, this, &AccountsPage::signOutRequested);
}

void AccountsPage::chooseFile(
    bool save, const QString &suggestion, const QString &filter, const std::function<void(const QString &)> &then)
{
    auto *dialog = new QFileDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setNameFilter(filter);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation));
    dialog->setAcceptMode(save ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    dialog->setFileMode(save ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (save)
        dialog->selectFile(suggestion);
    connect(dialog, &QFileDialog::fileSelected, this, then);
    dialog->open();
}

void AccountsPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        for (AccountCard *card : std::as_const(m_cards))
            card->ask(AccountCard::Question::None);
        return;
    }
    Page::keyPressEvent(event);
}

}
