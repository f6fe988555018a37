// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/error.h"

namespace ui {

/// What is said when a key could not be checked: one sentence with what to do, and whether the same key may do later.
struct SignInText {
    QString sentence;
    bool keyMayBeGood = false;
};

/// The service is called by the name that the person knows: its own, or the address they gave.
[[nodiscard]] SignInText signInText(const domain::Error &error, const QString &service);

/// The same for a sign-in by browser.
[[nodiscard]] QString browserSignInText(const domain::Error &error, const QString &service);

/// What stays empty because the person did not allow it there; the scopes are those of the service, "WELLNESS:WRITE".
[[nodiscard]] QString missingScopesText(const QStringList &missing, const QString &service);

}
