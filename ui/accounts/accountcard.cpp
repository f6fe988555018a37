// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountcard.h"

#include "models/items/accountroles.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace ui {

AccountCard::AccountCard(const Theme &theme, const QModelIndex &account, QWidget *parent)
    : Card(theme, parent)
    , m_theme(theme)
    , m_account(account)
{
    setObjectName(u"account-card"_s);
    setAccessibleName(account.data(Qt::AccessibleTextRole).toString());
    build();
}

void AccountCard::build()
{
    auto *column = new QVBoxLayout(this);
    const int margin = m_theme.spacing(4);
    column->setContentsMargins(margin, m_theme.spacing(3), margin, margin);
    column->setSpacing(m_theme.spacing(3));
    auto *head = new QHBoxLayout;
    auto *name = new TextLabel(m_theme, TextRole::Section, Token::Text, m_account.data().toString());
    name->setWeight(QFont::DemiBold);
    name->setWrapped(true);
    head->addWidget(name, 1);
    if (m_account.data(items::AccountOpenRole).toBool())
        head->addWidget(
            new TextLabel(m_theme, TextRole::Small, Token::TextSecond, tr("Open in this window")), 0, Qt::AlignTop);
    column->addLayout(head);
    column->addLayout(facts());

    auto *verbs = new QHBoxLayout;
    verbs->setSpacing(m_theme.spacing(2));
    const auto add = [&](const char *object, const QString &text, auto act) {
        auto *button = new QPushButton(text);
        button->setObjectName(QString::fromLatin1(object));
        button->setAccessibleName(
            tr("%1: %2", "what a button does, the account").arg(text, m_account.data().toString()));
        connect(button, &QPushButton::clicked, this, act);
        verbs->addWidget(button);
        return button;
    };
    QPushButton *unsent = add("account-export", tr("Export unsent"), [this] { Q_EMIT exportRequested(); });
    unsent->setToolTip(tr("Write every change that was not sent into a file"));
    add("account-backup", tr("Back up"), [this] { Q_EMIT backUpRequested(); });
    if (!m_account.data(items::AccountPassingRole).toBool())
        add("account-restore", tr("Restore"), [this] { Q_EMIT restoreFileRequested(); });
    verbs->addStretch(1);
    if (m_account.data(items::AccountOpenRole).toBool())
        add("account-sign-out", tr("Sign out"), [this] { ask(Question::SignOut); });
    if (!m_account.data(items::AccountPassingRole).toBool())
        add("account-delete", tr("Delete local data"), [this] { ask(Question::Delete); });
    column->addLayout(verbs);
    column->addWidget(question());
}

QGridLayout *AccountCard::facts()
{
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(m_theme.spacing(4));
    grid->setVerticalSpacing(m_theme.spacing(1));
    grid->setColumnStretch(1, 1);
    const QStringList words = m_account.data(items::AccountFactsRole).toStringList();
    for (int i = 0; i + 1 < words.size(); i += 2) {
        auto *value = new TextLabel(m_theme, TextRole::Body, Token::Text, words.at(i + 1));
        value->setWrapped(true);
        grid->addWidget(new TextLabel(m_theme, TextRole::Body, Token::TextSecond, words.at(i)), i / 2, 0, Qt::AlignTop);
        grid->addWidget(value, i / 2, 1);
    }
    return grid;
}

QWidget *AccountCard::question()
{
    m_question = new QWidget;
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins({});
    column->setSpacing(m_theme.spacing(2));
    m_explanation = new TextLabel(m_theme, TextRole::Body, Token::Text);
    m_explanation->setWrapped(true);
    column->addWidget(m_explanation);
    auto *row = new QHBoxLayout;
    row->setSpacing(m_theme.spacing(2));
    m_typed = new QLineEdit;
    m_typed->setObjectName(u"account-typed"_s);
    m_typed->setPlaceholderText(m_account.data(items::AccountAthleteRole).toString());
    m_typed->setAccessibleName(tr("The athlete's id, to confirm"));
    m_typed->setMaximumWidth(m_theme.spacing(40));
    connect(m_typed, &QLineEdit::textChanged, this, &AccountCard::checkTyped);
    m_confirm = new QPushButton;
    m_confirm->setObjectName(u"account-confirm"_s);
    connect(m_confirm, &QPushButton::clicked, this, &AccountCard::confirm);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(u"account-cancel"_s);
    connect(cancel, &QPushButton::clicked, this, [this] { ask(Question::None); });
    row->addWidget(m_typed);
    row->addWidget(m_confirm);
    row->addWidget(cancel);
    row->addStretch(1);
    column->addLayout(row);
    m_question->hide();
    return m_question;
}

QString AccountCard::explanation() const
{
    const int waiting = m_account.data(items::AccountWaitingRole).toInt();
    const bool passing = m_account.data(items::AccountPassingRole).toBool();
    switch (m_asked) {
    case Question::None:
        break;
    case Question::SignOut:
        if (passing)
            return tr("What was changed here and not sent is thrown away.");
        return waiting == 0
            ? tr("The key is forgotten on this computer. The data stays, and is there when you sign in again.")
            : tr("The key is forgotten on this computer. The data stays, with what was not sent yet; it is sent once "
                 "you sign in again.");
    case Question::Restore:
        return tr(
            "The backup takes the place of what is here. What is here now is put beside it, and changes that were not "
            "sent are made again. File: %1")
            .arg(m_file);
    case Question::Delete: {
        const QString what = tr("%1 on this computer are deleted: the calendar as it is here, its history and trash, "
                                "and the backups beside it. "
                                "What is on the service stays there.",
            "a size")
                                 .arg(m_account.data(items::AccountSizeRole).toString());
        if (waiting == 0)
            return what;
        const QString loss = waiting == 1
            ? tr("1 change was never sent and would be lost. Type the athlete's id to go on.")
            : tr("%n changes were never sent and would be lost. Type the athlete's id to go on.", nullptr, waiting);
        return tr("%1 %2", "two sentences").arg(what, loss);
    }
    }
    return {};
}

void AccountCard::ask(Question question, const QString &file)
{
    m_asked = question;
    m_file = file;
    m_question->setVisible(question != Question::None);
    if (question == Question::None)
        return;
    m_explanation->setText(explanation());
    m_confirm->setText(question == Question::SignOut ? tr("Sign out")
            : question == Question::Restore          ? tr("Restore the backup")
                                                     : tr("Delete for good"));
    m_typed->clear();
    m_typed->setVisible(question == Question::Delete && m_account.data(items::AccountWaitingRole).toInt() > 0);
    checkTyped();
    if (m_typed->isVisibleTo(this))
        m_typed->setFocus(Qt::OtherFocusReason);
    else
        m_confirm->setFocus(Qt::OtherFocusReason);
}

void AccountCard::checkTyped()
{
    const bool typed = m_typed->text().trimmed() == m_account.data(items::AccountAthleteRole).toString();
    m_confirm->setEnabled(m_typed->isHidden() || typed);
}

void AccountCard::confirm()
{
    const Question asked = std::exchange(m_asked, Question::None);
    m_question->hide();
    if (asked == Question::SignOut)
        Q_EMIT signOutConfirmed();
    else if (asked == Question::Restore)
        Q_EMIT restoreConfirmed(m_file);
    else if (asked == Question::Delete)
        Q_EMIT deleteConfirmed();
}

}
