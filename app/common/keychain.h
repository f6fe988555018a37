// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/credential.h"
#include "app/common/accounts.h"

#include <QFuture>
#include <QObject>

namespace app {

/// Credentials in the system's keychain, one per origin and athlete. Where there is no usable keychain every call
/// says so (Storage), and the caller keeps the credential in memory for the session only. Jobs outlive the keychain:
/// the system answers into them.
class Keychain : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] QFuture<domain::Result<http::Credential>> read(const Account &account);
    [[nodiscard]] QFuture<domain::Result<domain::Done>> write(
        const Account &account, const http::Credential &credential);
    [[nodiscard]] QFuture<domain::Result<domain::Done>> remove(const Account &account);
};

}
