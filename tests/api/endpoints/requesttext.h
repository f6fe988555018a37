// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/http/request.h"

namespace support {

/// A request as one would write it down.
inline QString text(const http::Request &request)
{
    QString line = QString::fromLatin1(request.method) + QLatin1Char(' ') + request.path;
    if (!request.query.isEmpty())
        line += QLatin1Char('?') + request.query.toString(QUrl::FullyEncoded);
    if (!request.body.isEmpty())
        line += QLatin1String(" [") + QString::fromLatin1(request.contentType) + QLatin1String("] ")
            + QString::fromUtf8(request.body);
    return line;
}

}
