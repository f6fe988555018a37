// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"

#include <QStringList>

namespace demo {

/// The page with a check box for each scope, Allow and Refuse.
[[nodiscard]] http::Response allowPage(const QString &ticket, const QStringList &scopes);
/// A page that says why nothing can be allowed.
[[nodiscard]] http::Response refusalPage(const QString &sentence);

}
