// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadworkout.h"

#include "api/endpoints/filebodies.h"

using namespace Qt::StringLiterals;

namespace endpoints {

http::Request DownloadWorkout::request() const
{
    http::Request request = post(athletePath(athlete, u"/download-workout."_s + format), workout);
    request.headers.insert("accept", "*/*");
    return request;
}

domain::Result<DownloadWorkout::Response> DownloadWorkout::parse(const QByteArray &body)
{
    return workoutFile(body);
}

}
