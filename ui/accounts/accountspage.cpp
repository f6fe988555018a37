// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountspage.h"

#include "ui/accounts/accountcard.h"
#include "ui/shell/pageheader.h"

#include <QDate>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QScrollArea>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int widestSteps = 200;

}

AccountsPage::AccountsPage(const Theme &theme, items::AccountsModel &model, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_model(model)
{
    setObjectName(u"accounts-page"_s);
    setAutoFillBackground(true);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins({});
    outer->setSpacing(0);
    auto *header = new PageHeader(theme, title());
    header->setNote(tr("What is kept on this computer"));
    outer->addWidget(header);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_content = new QWidget;
    auto *row = new QHBoxLayout(m_content);
    row->setContentsMargins(theme.spacing(4), theme.spacing(4), theme.spacing(4), theme.spacing(6));
    auto *narrow = new QWidget;
    narrow->setMaximumWidth(theme.spacing(widestSteps));
    m_column = new QVBoxLayout(narrow);
    m_column->setContentsMargins({});
    m_column->setSpacing(theme.spacing(4));
    row->addWidget(narrow, 1);
    row->addStretch(0);
    scroll->setWidget(m_content);
    outer->addWidget(scroll, 1);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &AccountsPage::rebuild);
    connect(&theme, &Theme::changed, this, &AccountsPage::applyTheme);
    applyTheme();
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

void AccountsPage::applyTheme()
{
    for (QWidget *widget : {static_cast<QWidget *>(this), m_content}) {
        QPalette colors = widget->palette();
        colors.setColor(QPalette::Window, m_theme.color(Token::Window));
        widget->setPalette(colors);
    }
}

void AccountsPage::rebuild()
{
    for (AccountCard *card : std::as_const(m_cards)) {
        card->hide();
        card->deleteLater(); // one of them may have asked for this
    }
    m_cards.clear();
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    for (int i = 0; i < m_model.rowCount(); ++i) {
        const QModelIndex account = m_model.index(i);
        auto *card = new AccountCard(m_theme, account);
        join(card, account.data(items::AccountDatabaseRole).toString());
        m_column->addWidget(card);
        m_cards.append(card);
    }
    m_column->addStretch(1);
}

void AccountsPage::join(AccountCard *card, const QString &database)
{
    const QString day = m_model.today().toString(Qt::ISODate);
    connect(card, &AccountCard::exportRequested, this, [this, database, day] {
        chooseFile(true, u"microcycle-unsent-%1.json"_s.arg(day), tr("JSON files (*.json)"),
            [this, database](const QString &to) { Q_EMIT exportRequested(database, to); });
    });
    connect(card, &AccountCard::backUpRequested, this, [this, database, day] {
        chooseFile(true, u"microcycle-%1.backup"_s.arg(day), tr("Backups (*.backup)"),
            [this, database](const QString &to) { Q_EMIT backUpRequested(database, to); });
    });
    connect(card, &AccountCard::restoreFileRequested, this, [this, card] {
        chooseFile(false, {}, tr("Backups (*.backup *.db *.backup-v*);;All files (*)"),
            [card](const QString &from) { card->ask(AccountCard::Question::Restore, from); });
    });
    connect(card, &AccountCard::restoreConfirmed, this, [this, database](const QString &from) { Q_EMIT restoreRequested(database, from); });
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
