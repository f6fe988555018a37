// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/conflicttable.h"
#include "ui/theme/theme.h"

#include <QModelIndex>
#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace ui {

/// The buttons of the marked row: send it again, open it, take it back. It lies over the row and knows what the row
/// allows.
class OutboxVerbs : public QWidget
{
    Q_OBJECT

public:
    OutboxVerbs(const Theme &theme, int left, QWidget *parent = nullptr);

    void offer(const QModelIndex &row);
    [[nodiscard]] int buttonHeight() const;
    [[nodiscard]] static bool canEdit(const QModelIndex &row);

Q_SIGNALS:
    void retryRequested();
    void editRequested();
    void discardRequested();
    void choiceRequested(store::Choice choice);

private:
    QPushButton *add(const char *name, const QString &text, QHBoxLayout *into);

    QPushButton *m_retry = nullptr;
    QPushButton *m_edit = nullptr;
    QPushButton *m_discard = nullptr;
    QPushButton *m_mine = nullptr; ///< these three in place of the others, where a person has to choose
    QPushButton *m_theirs = nullptr;
    QPushButton *m_both = nullptr;
};

}
