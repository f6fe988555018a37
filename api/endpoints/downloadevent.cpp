// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadevent.h"

#include "api/endpoints/filebodies.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request DownloadEvent::request() const
{
    http::Request request = get(athletePath(athlete, u"/events/%1/download.%2"_s.arg(event.value).arg(format)));
    request.headers.insert("accept", "*/*");
    return request;
}

domain::Result<DownloadEvent::Response> DownloadEvent::parse(const QByteArray &body)
{
    return workoutFile(body);
}

}
