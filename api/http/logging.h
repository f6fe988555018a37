// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>
#include <QString>

namespace http {

Q_DECLARE_LOGGING_CATEGORY(lcHttp)

/// The path with everything but the service's own words replaced, so that a log names no person and no record:
/// "/api/v1/athlete/i123/events/77" becomes "/api/v1/athlete/*/events/*".
[[nodiscard]] QString routeTemplate(const QString &path);

}
