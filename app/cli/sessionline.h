// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/domain/result.h"

namespace cli {

/// The line that "serve --json" prints: where a server is and how to enter. Not an account, it is never kept.
struct SessionLine {
    QString url;
    QByteArray key;
    QString athlete;
    QByteArray clientId; ///< of the program that may sign in there by browser; not needed to enter
    QByteArray clientSecret;

    /// From a file, or from standard input for "-".
    static domain::Result<SessionLine> read(const QString &path);
    [[nodiscard]] QByteArray json() const;
};

}
