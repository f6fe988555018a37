// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/athlete.h"
#include "models/domain/result.h"

#include <QSettings>
#include <QUrl>
#include <optional>

namespace app {

/// Whose calendar is open: a server and a person on it. The credential is not part of it.
struct Account {
    QUrl origin;
    QString athlete; ///< real id, never "0"
    QString name;

    /// Whose edits they are: those of one person are never sent for another, whatever happens to the names of files.
    [[nodiscard]] QString owner() const { return origin.toString(QUrl::FullyEncoded) + u' ' + athlete; }

    friend bool operator==(const Account &, const Account &) = default;
};

/// The account of the person whom this server calls the owner of a key; an error without a real id.
[[nodiscard]] domain::Result<Account> accountOf(const QUrl &origin, const domain::Athlete &athlete);

/// The last account, remembered in the settings file; no secret is ever written there.
class Accounts
{
public:
    explicit Accounts(QSettings &settings)
        : m_settings(settings)
    {
    }
    [[nodiscard]] std::optional<Account> last() const;
    void setLast(const Account &account);
    void forget();

private:
    QSettings &m_settings;
};

/// Folder of the program's data, made with access for its owner only. MICROCYCLE_DATA_DIR overrides the platform's.
[[nodiscard]] QString dataFolder();
[[nodiscard]] QString settingsFile();
/// The database of one origin and athlete.
[[nodiscard]] QString databasePath(const Account &account);
/// Where the activity files wait that belong to a database; nowhere for one that is not kept.
[[nodiscard]] QString uploadFolder(const QString &database);
/// The service's own address.
[[nodiscard]] QUrl serviceOrigin();

}
