// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/card.h"

#include <QPersistentModelIndex>

class QGridLayout;
class QLineEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// One account: its facts, what can be done with its data, and below that the question that comes before what cannot be
/// undone. It asks and tells; it does nothing itself.
class AccountCard : public Card
{
    Q_OBJECT

public:
    AccountCard(const Theme &theme, const QModelIndex &account, QWidget *parent = nullptr);

    enum class Question { None, SignOut, Restore, Delete };
    void ask(Question question, const QString &file = {}); ///< file: the backup to be restored

Q_SIGNALS:
    void exportRequested();
    void backUpRequested();
    void restoreFileRequested(); ///< which backup is meant is to be chosen
    void restoreConfirmed(const QString &file);
    void deleteConfirmed();
    void signOutConfirmed();

private:
    void build();
    [[nodiscard]] QGridLayout *facts();
    [[nodiscard]] QWidget *question();
    [[nodiscard]] QString explanation() const;
    void confirm();
    void checkTyped();

    const Theme &m_theme;
    QPersistentModelIndex m_account;
    Question m_asked = Question::None;
    QString m_file;
    QWidget *m_question = nullptr;
    TextLabel *m_explanation = nullptr;
    QLineEdit *m_typed = nullptr; ///< the athlete's id, where unsent edits would be lost
    QPushButton *m_confirm = nullptr;
};

}
