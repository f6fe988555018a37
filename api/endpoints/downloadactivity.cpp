// SPDX-FileCopyrightText: Microcycle contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/endpoints/downloadactivity.h"

#include "api/endpoints/filebodies.h"

using namespace Qt::StringLiterals;

namespace endpoints {

namespace {

QUrlQuery without(bool power, bool heartRate)
{
    QUrlQuery query;
    if (!power)
        query.addQueryItem(u"power"_s, u"false"_s);
    if (!heartRate)
        query.addQueryItem(u"hr"_s, u"false"_s);
    return query;
}

}

http::Request DownloadActivity::request() const
{
    if (form == Form::Original)
        return getFile(activityPath(activity, u"/file"_s));
    return getFile(
        activityPath(activity, form == Form::Fit ? u"/fit-file"_s : u"/gpx-file"_s), without(power, heartRate));
}

domain::Result<DownloadActivity::Response> DownloadActivity::parse(const QByteArray &body)
{
    return activityFile(body);
}

http::Request DownloadFitFiles::request() const
{
    QUrlQuery query = without(power, heartRate);
    QStringList ids;
    for (const auto &activity : activities)
        ids.append(activity.value);
    query.addQueryItem(u"ids"_s, ids.join(u','));
    http::Request request = getFile(athletePath(athlete, u"/download-fit-files"_s), query);
    request.method = "POST";
    return request;
}

domain::Result<DownloadFitFiles::Response> DownloadFitFiles::parse(const QByteArray &body)
{
    return zipFile(body);
}

}
