// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/session.h"
#include "models/items/accountsmodel.h"
#include "ui/shell/shell.h"

#include <QLocale>
#include <QSettings>

namespace ui {
class AccountsPage;
}

namespace app {

/// Joins the page of accounts to the files on this computer. What needs the open account to be closed first is asked of
/// whoever holds its window.
class AccountDesk : public QObject
{
    Q_OBJECT

public:
    AccountDesk(Session &session, ui::Shell &shell, const ui::Theme &theme, QSettings &settings, const QLocale &locale);
    ~AccountDesk() override;

    /// The open account's data goes with its window.
    void setPassing(bool passing) { m_passing = passing; }
    [[nodiscard]] ui::AccountsPage *makePage(); ///< once; the caller takes it

Q_SIGNALS:
    void signOutRequested();
    void restoreRequested(const QString &from); ///< of the open account
    void deleteRequested(); ///< of the open account
    void failed(const domain::Error &error);

private:
    void refresh();
    void exportUnsent(const QString &database, const QString &to);
    void backUp(const QString &database, const QString &to);
    void restore(const QString &database, const QString &from);
    void remove(const QString &database);
    [[nodiscard]] items::AccountFacts factsOf(const QString &database) const;
    [[nodiscard]] QString serviceOf(const QString &origin) const;

    Session &m_session;
    ui::Shell &m_shell;
    const ui::Theme &m_theme;
    QSettings &m_settings;
    items::AccountsModel m_model;
    bool m_passing = false;
};

}
